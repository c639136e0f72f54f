"""The calendar of events: what is coming, what suits me, cards, my own places."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.events.calendar import PAGE, Wanted
from tests.clocks import FixedClock
from tests.services.happenings import IN, guests, publish
from tests.services.stories import Taking, agree, items_of, refused
from tests.wiring import Services

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LINK = "https://meet.example/1"


async def found(services: Services, person: int, **wanted: object) -> list[int]:
    """Numbers of the events that the calendar shows on its first page."""
    page = await services.events.calendar.browse(person, Wanted(**wanted))  # type: ignore[arg-type]
    return [shown.event.id for shown in page.events]


class TestWhatIsComing:
    async def test_is_published_and_not_over_the_nearest_first(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        later, sooner = await publish(services, after=3 * DAY), await publish(services, after=DAY)
        over = await publish(services, after=HOUR)
        on = await publish(services, after=3 * HOUR)
        for state in ("draft", "cancelled", "over"):
            await publish(services, state=state)
        clock.advance(4 * HOUR)
        assert await found(services, anna) == [on, sooner, later]
        assert over not in await found(services, anna)

    async def test_comes_in_pages_that_go_round(self, services: Services, anna: int) -> None:
        events = [await publish(services, after=DAY * (n + 1)) for n in range(PAGE + 2)]
        browse = services.events.calendar.browse
        pages = [await browse(anna, Wanted(), number) for number in (0, 1, 2, -1)]
        shown = [[one.event.id for one in page.events] for page in pages]
        assert shown == [events[:PAGE], events[PAGE:], events[:PAGE], events[PAGE:]]
        assert [page.number for page in pages] == [0, 1, 0, 1]
        assert (pages[0].pages, pages[0].total) == (2, PAGE + 2)

    async def test_is_for_those_who_signed_up(self, services: Services) -> None:
        newcomer = await agree(services)
        with refused("signup-needed"):
            await services.events.calendar.browse(newcomer, Wanted())
        with refused("consent-needed"):
            await services.events.calendar.coming(999_999)


class TestFilters:
    @pytest.mark.parametrize("name", ["form", "level", "vector"])
    async def test_by_a_key_of_the_event(self, services: Services, anna: int, name: str) -> None:
        fitting = await publish(services, **{name: "one"})
        await publish(services, **{name: "other"})
        assert await found(services, anna, **{name: "one"}) == [fitting]
        counts = await services.events.calendar.choices(anna, name)
        assert counts == {"one": 1, "other": 1}

    @pytest.mark.parametrize("name", ["subject", "block", "rubric"])
    async def test_by_a_topic(self, services: Services, anna: int, name: str) -> None:
        fitting = await publish(services, topics=((name, "one"), (name, "two")))
        await publish(services, topics=((name, "other"), ("subject", "one_more")))
        assert await found(services, anna, **{name: "one"}) == [fitting]
        assert (await services.events.calendar.choices(anna, name))["two"] == 1

    async def test_together_narrow(self, services: Services, anna: int) -> None:
        both = await publish(services, form="seminar", topics=(("subject", "physics"),))
        await publish(services, form="seminar")
        await publish(services, topics=(("subject", "physics"),))
        assert await found(services, anna, form="seminar", subject="physics") == [both]
        chosen, counted = Wanted(form="seminar"), services.events.calendar.choices
        assert await counted(anna, "subject", chosen) == {"physics": 1}
        assert await counted(anna, "form", chosen) == {"seminar": 2}

    async def test_of_no_known_name_are_refused(self, services: Services, anna: int) -> None:
        with refused("choice-gone"):
            await services.events.calendar.choices(anna, "token")


class TestForMe:
    async def test_are_my_subjects(self, services: Services, anna: int) -> None:
        mine = await publish(services, topics=(("subject", "mathematics"),))
        await publish(services, topics=(("subject", "physics"),))
        await publish(services)
        assert await found(services, anna, for_me=True) == [mine]

    async def test_are_events_that_people_like_me_are_meant_by(
        self, services: Services, anna: int, boris: int
    ) -> None:
        heads = await publish(services, audience={"positions": ["head"]})
        await services.people.save_post_years(anna, "1")
        await services.people.save_experience(anna, "1")
        young = await publish(services, audience={"young": True})
        assert await found(services, anna, for_me=True) == [young]
        assert await found(services, boris, for_me=True) == [heads]

    async def test_are_never_events_at_which_only_others_may_register(
        self, services: Services, anna: int
    ) -> None:
        subject = (("subject", "mathematics"),)
        await publish(
            services, topics=subject, audience={"positions": ["head"]}, audience_only=True
        )
        open_to_all = await publish(services, topics=subject, audience={"positions": ["head"]})
        assert await found(services, anna, for_me=True) == [open_to_all]

    async def test_are_blocks_with_a_deficit_and_rubrics_that_a_gap_calls_for(
        self, services: Services, taking: Taking
    ) -> None:
        anna, variant = taking.person, (await services.assessments.overview(taking.person)).variant
        weak = next(block for block in variant.blocks if any(i.key == "psy_6" for i in block.items))
        strong = next(block for block in variant.blocks if block is not weak)
        about_weak = await publish(services, topics=(("block", weak.key),))
        wellbeing = await publish(services, topics=(("rubric", "wellbeing"),))
        await publish(services, topics=(("block", strong.key),))
        assert await found(services, anna, for_me=True) == []
        await taking.answer_items([0 if item == "psy_6" else 3 for item in items_of(variant)])
        await taking.finish()
        assert await found(services, anna, for_me=True) == [about_weak, wellbeing]
        about = services.events.calendar.about
        assert await about(anna, [weak.key, strong.key]) == 2
        assert await about(anna, []) == 0


class TestTheCard:
    async def test_gives_the_link_to_those_who_have_a_seat(
        self, services: Services, anna: int
    ) -> None:
        event, calendar = await publish(services, link=LINK, seats=1), services.events.calendar
        before = await calendar.look(anna, event)
        assert (before.event.link, before.link_later) == ("", True)
        await services.events.places.register(anna, event)
        after = await calendar.look(anna, event)
        assert (after.event.link, after.link_later, after.registered) == (LINK, False, True)
        (waiting,) = await guests(services, 1)
        await services.events.places.register(waiting, event)
        shown = await calendar.look(waiting, event)
        assert (shown.event.link, shown.waits, shown.number) == ("", True, 1)
        assert (await calendar.offered(event)).link == ""

    async def test_says_for_whom_without_what_is_nobodys_business(
        self, services: Services, anna: int
    ) -> None:
        event = await publish(
            services,
            audience={"positions": ["teacher"], "statuses": ["low_results"], "levels": ["partial"]},
        )
        shown = await services.events.calendar.look(anna, event)
        assert shown.audience is not None
        assert shown.audience.criteria.dump() == {"positions": ("teacher",)}
        assert shown.invited

    async def test_is_there_for_cancelled_events_and_not_for_drafts(
        self, services: Services, anna: int
    ) -> None:
        cancelled, draft = [await publish(services, state=s) for s in ("cancelled", "draft")]
        look = services.events.calendar.look
        assert (await look(anna, cancelled)).event.state == "cancelled"
        for gone in (draft, 999_999):
            with refused("event-gone"):
                await look(anna, gone)
            with refused("event-gone"):
                await services.events.calendar.offered(gone)

    async def test_says_that_only_others_may_register(
        self, services: Services, anna: int, boris: int
    ) -> None:
        heads = {"positions": ["head", "deputy"]}
        event = await publish(services, audience=heads, audience_only=True)
        look = services.events.calendar.look
        assert (await look(anna, event)).barred
        assert not (await look(boris, event)).barred
        assert not (await look(anna, await publish(services, audience=heads))).barred


class TestMyEvents:
    async def test_are_coming_ones_and_past_ones(
        self, services: Services, clock: FixedClock, anna: int
    ) -> None:
        places, calendar = services.events.places, services.events.calendar
        past, coming = await publish(services, after=DAY), await publish(services, after=IN)
        given_up = await publish(services)
        for event in (past, coming, given_up):
            await places.register(anna, event)
        await places.withdraw(anna, given_up)
        clock.advance(2 * DAY)
        for was, expected in ((False, coming), (True, past)):
            page = await calendar.mine(anna, past=was)
            assert [shown.event.id for shown in page.events] == [expected]

    async def test_are_counted_for_the_menu(self, services: Services, anna: int) -> None:
        calendar = services.events.calendar
        empty = await calendar.coming(anna)
        assert (empty.total, empty.mine, empty.next) == (0, 0, None)
        await publish(services, after=DAY)
        event = await publish(services, after=2 * DAY)
        await services.events.places.register(anna, event)
        found = await calendar.coming(anna)
        assert found.next is not None
        assert (found.total, found.mine, found.next.id) == (2, 1, event)

    async def test_the_nearest_one_is_none_that_was_cancelled(
        self, services: Services, anna: int
    ) -> None:
        event, off = await publish(services, after=2 * DAY), await publish(services, after=DAY)
        for one in (event, off):
            await services.events.places.register(anna, one)
        async with services.access.uow.writing() as store:
            await store.events.change(off, services.clock.now(), state="cancelled")
        found = await services.events.calendar.coming(anna)
        assert found.next is not None
        assert found.next.id == event
