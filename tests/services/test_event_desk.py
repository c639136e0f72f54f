"""Events as those who make them see them: making, publishing, changing, calling off."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from services.audiences.criteria import Criteria
from services.events.desk import DeskCard
from services.events.times import typed_period
from storage.engine import Database
from storage.models import OutboxMessage
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.colleagues import noted
from tests.services.happenings import guests, line, stored, told
from tests.services.mailing import a_methodist
from tests.services.stories import refused
from tests.wiring import Services

OMSK = ZoneInfo("Asia/Omsk")
NOWHERE = 999_999


@pytest.fixture
async def me(services: Services) -> int:
    return await a_methodist(services)


class Desk:
    """A methodist at the desk."""

    def __init__(self, services: Services, me: int) -> None:
        self.services, self.me, self.use = services, me, services.events.desk

    async def draft(self, when: str = "25.09.2026 14:30–16:00", **fields: Any) -> int:
        """A draft with a time and whatever is given."""
        event = await self.use.create(self.me, "Формирующее оценивание")
        await self.moves(event, when)
        for field in ("place", "link"):
            if field in fields:
                await self.use.relocate(self.me, event, field, fields[field])
        if "seats" in fields:
            await self.use.set_seats(self.me, event, fields["seats"])
        return event

    async def published(self, when: str = "25.09.2026 14:30–16:00", **fields: Any) -> int:
        event = await self.draft(when, **fields)
        await self.use.publish(self.me, event)
        return event

    async def moves(self, event: int, when: str) -> int:
        """Move it to a time as it is typed; how many are told."""
        period = typed_period(when, self.services.clock.now(), OMSK)
        return await self.use.move(self.me, event, period.start, period.end)

    async def card(self, event: int) -> DeskCard:
        return await self.use.made_event(self.me, event)

    async def joined(self, event: int, count: int) -> list[int]:
        """So many guests register."""
        people = await guests(self.services, count)
        for person in people:
            await self.services.events.places.register(person, event)
        return people


@pytest.fixture
def desk(services: Services, me: int) -> Desk:
    return Desk(services, me)


def omsk(day: int, hour: int, minute: int = 0, month: int = 9) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=OMSK).astimezone(UTC)


class TestMaking:
    async def test_a_title_and_a_time_are_enough(self, desk: Desk) -> None:
        event = await desk.published()
        card = await desk.card(event)
        assert (card.phase, card.event.form, card.event.level) == (
            "coming",
            "seminar",
            "municipal",
        )
        assert card.event.seats is None
        assert card.event.starts_at == omsk(25, 14, 30)

    async def test_a_title_that_begins_with_a_form_sets_it(self, desk: Desk) -> None:
        event = await desk.use.create(desk.me, "вебинар «Обратная связь»")
        assert (await desk.card(event)).event.form == "webinar"

    async def test_every_field_is_stored_as_soon_as_it_is_given(self, desk: Desk) -> None:
        use, me = desk.use, desk.me
        event = await use.create(me, "  Оценивание \n на уроке ")
        await use.write(me, event, "description", "Разбираем\n\n\n\nработы")
        await use.write(me, event, "organiser", "Школа и соседи")
        await use.relocate(me, event, "place", "Кабинет 12")
        await use.relocate(me, event, "link", "meet.example.org/abc")
        await use.choose(me, event, "form", "webinar")
        await use.choose(me, event, "level", "regional")
        await use.choose(me, event, "vector", "nonformal")
        await use.choose(me, event, "direction", "expert")
        await use.set_seats(me, event, 15)
        await use.set_picture(me, event, "photo-1")
        for kind, key in (("subject", "mathematics"), ("rubric", "wellbeing")):
            await use.mark_topic(me, event, kind, key, True)
            await use.mark_topic(me, event, kind, key, True)
        await use.mark_topic(me, event, "subject", "mathematics", False)
        found = (await desk.card(event)).event
        assert (found.title, found.description) == ("Оценивание на уроке", "Разбираем\n\nработы")
        assert (found.place, found.link) == ("Кабинет 12", "https://meet.example.org/abc")
        chosen = (found.form, found.level, found.vector, found.direction)
        assert chosen == ("webinar", "regional", "nonformal", "expert")
        assert (found.seats, found.picture, found.organiser) == (15, "photo-1", "Школа и соседи")
        assert (found.subjects, found.rubrics) == ((), ("wellbeing",))
        await use.write(me, event, "description", "")
        await use.choose(me, event, "direction", "")
        await use.set_picture(me, event, None)
        found = (await desk.card(event)).event
        assert (found.description, found.direction, found.picture) == ("", None, None)

    @pytest.mark.parametrize("address", ["ftp://example.org", "просто слова", "http://", "a b.ru"])
    async def test_a_link_is_an_address_of_the_web(self, desk: Desk, address: str) -> None:
        event = await desk.draft()
        with refused("event-link"):
            await desk.use.relocate(desk.me, event, "link", address)

    async def test_what_cannot_be_is_refused(self, desk: Desk) -> None:
        use, me, event = desk.use, desk.me, await desk.draft()
        with refused("event-title-short"):
            await use.create(me, "5!")
        with refused("text-too-long"):
            await use.write(me, event, "description", "ж" * 2001)
        with refused("choice-gone"):
            await use.write(me, event, "title", "")
        for field, key in (("form", "ball"), ("form", ""), ("state", "over"), ("vector", "up")):
            with refused("choice-gone"):
                await use.choose(me, event, field, key)
        with refused("choice-gone"):
            await use.mark_topic(me, event, "block", "nothing", True)
        with refused("event-seats-range"):
            await use.set_seats(me, event, 0)
        with refused("event-gone"):
            await use.set_seats(me, NOWHERE, 5)
        with refused("event-for-everybody"):
            await use.close_to_others(me, event, True)

    @pytest.mark.parametrize(
        ("when", "reason"),
        [
            ("25.09.2026 16:00–14:30", "event-end-first"),
            ("31.08.2026 10:00", "event-past"),
            ("25.09.2026 10:00 – 25.11.2026 10:00", "event-too-long"),
            ("25.09.2036 10:00", "event-too-far"),
        ],
    )
    async def test_a_time_has_to_make_sense(self, desk: Desk, when: str, reason: str) -> None:
        event = await desk.draft()
        with refused(reason):
            await desk.moves(event, when)

    async def test_the_deadline_lies_before_the_beginning(self, desk: Desk) -> None:
        use, me, event = desk.use, desk.me, await desk.draft()
        with refused("event-deadline-late"):
            await use.set_deadline(me, event, omsk(26, 10))
        with refused("event-deadline-past"):
            await use.set_deadline(me, event, omsk(1, 9))
        await use.set_deadline(me, event, omsk(24, 18))
        assert (await desk.card(event)).event.register_until == omsk(24, 18)
        await use.set_deadline(me, event, None)
        assert (await desk.card(event)).event.register_until is None

    async def test_only_the_chosen_people_may_register(
        self, desk: Desk, services: Services
    ) -> None:
        event = await desk.draft()
        await services.audiences.mark(desk.me, "event", event, "positions", "head", True)
        await desk.use.close_to_others(desk.me, event, True)
        found = (await desk.card(event)).event
        assert (found.audience, found.audience_only) == (Criteria(positions=("head",)), True)

    async def test_a_copy_says_the_same_without_time_and_people(self, desk: Desk) -> None:
        event = await desk.draft(place="Кабинет 12", seats=15)
        await desk.use.mark_topic(desk.me, event, "subject", "physics", True)
        await desk.use.publish(desk.me, event)
        await desk.joined(event, 2)
        copy = await desk.use.copy(desk.me, event)
        found = (await desk.card(copy)).event
        assert (found.state, found.starts_at, found.taken) == ("draft", None, 0)
        assert (found.place, found.seats, found.subjects) == ("Кабинет 12", 15, ("physics",))
        original = (await desk.card(event)).event
        assert {found.token, found.code}.isdisjoint({original.token})

    async def test_a_draft_can_be_thrown_away_and_nothing_else(self, desk: Desk) -> None:
        draft, published = await desk.draft(), await desk.published()
        for _ in range(2):
            await desk.use.discard(desk.me, draft)
        with refused("event-gone"):
            await desk.card(draft)
        with refused("event-published"):
            await desk.use.discard(desk.me, published)


class TestPublishing:
    async def test_what_is_missing_is_named(self, desk: Desk, clock: FixedClock) -> None:
        event = await desk.use.create(desk.me, "Оценивание")
        with refused("event-no-time"):
            await desk.use.publish(desk.me, event)
        late = await desk.draft("2.09.2026 10:00")
        clock.advance(days=2)
        with refused("event-past"):
            await desk.use.publish(desk.me, late)

    async def test_twice_is_once_and_noted(
        self, desk: Desk, services: Services, clock: FixedClock
    ) -> None:
        event = await desk.published()
        first = (await stored(services, event)).published_at
        clock.advance(hours=1)
        await desk.use.publish(desk.me, event)
        assert (await stored(services, event)).published_at == first
        assert await noted(services, "event-published") == [(desk.me, None)]

    async def test_a_deadline_that_has_passed_is_set_anew(
        self, desk: Desk, clock: FixedClock
    ) -> None:
        event = await desk.draft()
        await desk.use.set_deadline(desk.me, event, omsk(2, 9))
        clock.advance(days=2)
        with refused("event-deadline-passed"):
            await desk.use.publish(desk.me, event)
        await desk.use.set_deadline(desk.me, event, None)
        await desk.use.publish(desk.me, event)


class TestMoving:
    async def test_everybody_is_told_once_with_the_old_time(
        self, desk: Desk, database: Database
    ) -> None:
        event = await desk.published("25.09.2026 23:00–23:30", seats=2)
        people = await desk.joined(event, 3)
        assert await desk.moves(event, "26.09.2026 00:30–01:00") == 3
        told_of = await owed(database, "event-moved")
        assert sorted(person for person, _ in told_of) == sorted(people)
        facts = told_of[0][1]
        assert facts["was"] == [omsk(25, 23).isoformat(), omsk(25, 23, 30).isoformat()]
        row = await stored(desk.services, event)
        assert (row.starts_at, row.revision) == (omsk(26, 0, 30), facts["revision"])

    async def test_reminders_follow(self, desk: Desk, database: Database) -> None:
        event = await desk.published()
        await desk.joined(event, 2)
        assert [one.at for one in (await desk.card(event)).reminders] == [
            omsk(18, 14, 30),
            omsk(24, 14, 30),
            omsk(25, 13, 30),
        ]
        await desk.moves(event, "28.09.2026 9:00–10:00")
        card = await desk.card(event)
        assert [(one.when, one.at, one.ahead) for one in card.reminders] == [
            ("week", omsk(21, 9), 2),
            ("day", omsk(27, 9), 2),
            ("hour", omsk(28, 8), 2),
        ]
        assert len(await told(database, event, "event-reminder")) == 6

    async def test_several_changes_before_anybody_heard_are_one_message(
        self, desk: Desk, database: Database
    ) -> None:
        event = await desk.published(place="Школа № 1")
        (person,) = await desk.joined(event, 1)
        await desk.moves(event, "26.09.2026 14:30–16:00")
        await desk.use.relocate(desk.me, event, "place", "Школа № 2")
        await desk.moves(event, "27.09.2026 14:30–16:00")
        assert [who for who, _, _ in await told(database, event, "event-moved")] == [person]
        assert await told(database, event, "event-changed") == []
        facts = (await owed(database, "event-moved"))[-1][1]
        assert facts["was"][0] == omsk(25, 14, 30).isoformat()
        assert facts["what"] == ["place", "time"]

    async def test_there_and_back_is_no_news(self, desk: Desk, database: Database) -> None:
        event = await desk.published()
        await desk.joined(event, 1)
        await desk.moves(event, "26.09.2026 14:30–16:00")
        await desk.moves(event, "25.09.2026 14:30–16:00")
        assert await told(database, event, "event-moved") == []
        assert len(await told(database, event, "event-reminder")) == 3

    async def test_who_has_heard_is_told_again(self, desk: Desk, database: Database) -> None:
        event = await desk.published()
        await desk.joined(event, 1)
        await desk.moves(event, "26.09.2026 14:30–16:00")
        await mark_sent(database)
        await desk.moves(event, "27.09.2026 14:30–16:00")
        facts = (await owed(database, "event-moved"))[-1][1]
        assert facts["was"][0] == omsk(26, 14, 30).isoformat()
        assert len(await told(database, event, "event-moved")) == 1

    async def test_the_same_time_again_is_no_change(self, desk: Desk, database: Database) -> None:
        event = await desk.published()
        await desk.joined(event, 1)
        assert await desk.moves(event, "25.09.2026 14:30–16:00") == 0
        assert (await stored(desk.services, event)).revision == 1
        assert await owed(database, "event-moved") == []

    async def test_the_deadline_moves_along(self, desk: Desk, clock: FixedClock) -> None:
        event = await desk.published()
        await desk.use.set_deadline(desk.me, event, omsk(24, 18))
        await desk.moves(event, "28.09.2026 9:00–10:00")
        assert (await desk.card(event)).event.register_until == omsk(27, 18)
        await desk.moves(event, "2.09.2026 9:00–10:00")
        assert (await desk.card(event)).event.register_until == omsk(1, 18)
        clock.advance(hours=1)
        await desk.moves(event, "1.09.2026 15:00–16:00")
        assert (await desk.card(event)).event.register_until is None

    async def test_of_an_event_that_is_on_only_the_end_moves(
        self, desk: Desk, clock: FixedClock
    ) -> None:
        event = await desk.published("1.09.2026 11:00–12:00")
        clock.advance(hours=1, minutes=30)
        with refused("event-on"):
            await desk.moves(event, "2.09.2026 11:00–12:00")
        await desk.use.move(desk.me, event, omsk(1, 11), omsk(1, 13))
        assert (await desk.card(event)).phase == "on"


class TestPlace:
    async def test_a_new_place_is_told_to_all_once(self, desk: Desk, database: Database) -> None:
        event = await desk.published(place="Школа № 1", seats=1)
        people = await desk.joined(event, 2)
        assert await desk.use.relocate(desk.me, event, "place", "Школа № 2") == 2
        assert await desk.use.relocate(desk.me, event, "place", "Школа № 2") == 0
        assert await desk.use.relocate(desk.me, event, "link", "https://example.org/a") == 2
        waiting = await told(database, event, "event-changed")
        assert sorted(person for person, _, _ in waiting) == people
        news = {who: facts["what"] for who, facts in await owed(database, "event-changed")}
        assert news == {people[0]: ["link", "place"], people[1]: ["place"]}

    async def test_a_new_link_is_told_to_those_who_have_a_seat(self, desk: Desk) -> None:
        event = await desk.published(place="Школа № 1", seats=1)
        people = await desk.joined(event, 2)
        link = "https://example.org/a"
        assert await desk.use.relocate(desk.me, event, "link", link) == 1
        await desk.moves(event, "26.09.2026 14:30–16:00")
        told = {one.recipient.id: one.seated for one in await desk.services.outbox.claim(9)}
        assert told == {people[0]: True, people[1]: False}

    async def test_a_slip_can_be_put_right_without_a_word(
        self, desk: Desk, database: Database
    ) -> None:
        event = await desk.published(place="Школо № 1")
        await desk.joined(event, 1)
        assert await desk.use.told(desk.me, event) == 1
        await desk.use.relocate(desk.me, event, "place", "Школа № 1", chosen=False)
        assert (await desk.card(event)).event.place == "Школа № 1"
        assert await owed(database, "event-changed") == []


class TestSeats:
    async def test_more_seats_go_to_those_who_wait(self, desk: Desk, database: Database) -> None:
        event = await desk.published(seats=1)
        people = await desk.joined(event, 4)
        await desk.use.set_seats(desk.me, event, 3)
        assert await line(database, event, "registered") == people[:3]
        assert sorted(who for who, _ in await owed(database, "event-seat")) == people[1:3]
        await desk.use.set_seats(desk.me, event, None)
        assert await line(database, event, "waiting") == []

    async def test_never_fewer_than_are_taken(self, desk: Desk) -> None:
        event = await desk.published(seats=5)
        await desk.joined(event, 3)
        with refused("event-seats-taken") as caught:
            await desk.use.set_seats(desk.me, event, 2)
        assert caught.value.facts == {"taken": 3}
        await desk.use.set_seats(desk.me, event, 3)


class TestCancelling:
    async def test_everybody_is_told_once_and_nothing_else_goes(
        self, desk: Desk, database: Database
    ) -> None:
        event = await desk.published(seats=2)
        people = await desk.joined(event, 3)
        await desk.moves(event, "26.09.2026 14:30–16:00")
        assert await desk.use.cancel(desk.me, event, "Заболела ведущая") == 3
        assert await desk.use.cancel(desk.me, event, "Ещё раз") == 0
        assert sorted(who for who, _, _ in await told(database, event, "event-cancelled")) == people
        for kind in ("event-reminder", "event-moved", "event-seat"):
            assert await told(database, event, kind) == []
        card = await desk.card(event)
        assert (card.phase, card.event.cancel_reason) == ("cancelled", "Заболела ведущая")

    async def test_needs_a_reason_and_something_to_cancel(self, desk: Desk) -> None:
        event, draft = await desk.published(), await desk.draft()
        with refused("text-empty"):
            await desk.use.cancel(desk.me, event, " ")
        with refused("event-draft"):
            await desk.use.cancel(desk.me, draft, "Передумали")

    @pytest.mark.parametrize("how", ["cancelled", "over"])
    async def test_nothing_changes_afterwards(
        self, desk: Desk, clock: FixedClock, how: str
    ) -> None:
        event, use, me = await desk.published(), desk.use, desk.me
        if how == "cancelled":
            await use.cancel(me, event, "Заболела ведущая")
        else:
            clock.advance(days=60)
        before = await stored(desk.services, event)
        for attempt in (
            lambda: use.write(me, event, "title", "Другое"),
            lambda: use.choose(me, event, "form", "webinar"),
            lambda: use.mark_topic(me, event, "subject", "physics", True),
            lambda: use.set_seats(me, event, 100),
            lambda: use.set_deadline(me, event, None),
            lambda: use.close_to_others(me, event, False),
            lambda: use.set_picture(me, event, None),
            lambda: use.relocate(me, event, "place", "Кабинет 1"),
            lambda: use.move(me, event, omsk(1, 9, month=12), omsk(1, 10, month=12)),
        ):
            with refused(f"event-{how}"):
                await attempt()
        assert await stored(desk.services, event) == before


class TestLooking:
    async def test_parts_are_what_becomes_of_events(self, desk: Desk, clock: FixedClock) -> None:
        first, second = await desk.published("2.09.2026 10:00"), await desk.published()
        draft, off = await desk.draft(), await desk.published("20.09.2026 10:00")
        await desk.use.cancel(desk.me, off, "Заболела ведущая")
        clock.advance(days=3)
        coming = await desk.use.made(desk.me, "coming", 0)
        assert [one.id for one in coming.events] == [second]
        assert coming.counts == {"coming": 1, "drafts": 1, "past": 2}
        assert [one.id for one in (await desk.use.made(desk.me, "drafts", 5)).events] == [draft]
        assert [one.id for one in (await desk.use.made(desk.me, "past", 0)).events] == [off, first]

    async def test_seats_line_and_reminders_that_were_missed(
        self, desk: Desk, database: Database, clock: FixedClock
    ) -> None:
        event = await desk.published(seats=2)
        await desk.joined(event, 3)
        await miss_first(database, event, omsk(18, 14, 30))
        card = await desk.card(event)
        assert (card.event.taken, card.event.waiting, card.concerned) == (2, 1, 3)
        found = [(one.when, one.ahead, one.lost) for one in card.reminders]
        assert found == [("week", 0, 2), ("day", 2, 0), ("hour", 2, 0)]
        clock.advance(timedelta(days=30))
        card = await desk.card(event)
        assert (card.phase, card.came, card.absent, card.concerned) == ("past", 0, 2, 0)
        assert [one.ahead for one in card.reminders] == [0, 0, 0]


async def mark_sent(database: Database) -> None:
    """All that waits has gone out."""
    await _put(database, "sent")


async def miss_first(database: Database, event: int, due: datetime) -> None:
    """What was due at a moment came too late."""
    await _put(database, "missed", due)


async def _put(database: Database, state: str, due: datetime | None = None) -> None:
    changed = update(OutboxMessage).where(OutboxMessage.state == "waiting").values(state=state)
    if due is not None:
        changed = changed.where(OutboxMessage.due_at == due)
    async with database.write() as session:
        await session.execute(changed)
