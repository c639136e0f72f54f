"""Audiences: each criterion, their sum, who is left out and why, saved ones."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from services.audiences import Criteria, filter_of
from services.permissions import Role
from storage.engine import Database
from storage.models import OutboxMessage
from storage.repositories.audience_query import audience_query
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.colleagues import noted
from tests.services.stories import agree, complete, refused, sign_up
from tests.wiring import Services, build_services

ADMIN, METHODIST, ANNA, BORIS, VERA, GLEB = range(800_000_101, 800_000_107)
ALL = ("Ларина", "Соколова", "Анна", "Борис", "Вера", "Глеб")


@dataclass(frozen=True)
class Town:
    """People by short name; the methodist is `me`."""

    services: Services
    database: Database
    people: dict[str, int]
    schools: tuple[int, ...]

    @property
    def me(self) -> int:
        return self.people["Соколова"]

    async def reached(self, category: str = "", **criteria: object) -> set[str]:
        """Who would get it, and that the query of a broadcast and the figures agree."""
        wanted = Criteria(**criteria)  # type: ignore[arg-type]
        found = filter_of(wanted, category, self.services.profile, self.services.access)
        async with self.database.read() as session:
            rows = (await session.execute(audience_query(found))).all()
        async with self.services.access.uow.reading() as store:
            names = await store.audiences.people(found, "reached", 0, 100)
        assert [row.id for row in rows] == sorted({row.id for row in rows})
        ids = {row.id for row in rows if row.unreachable_at is None}
        reach = await self.services.audiences.reach(self.me, wanted, category)
        assert (reach.total, reach.total + reach.unreachable) == (len(ids), len(rows))
        assert {row.id for row in names} == ids
        return {name for name, key in self.people.items() if key in ids}


@pytest.fixture
async def town(uow: UnitOfWork, clock: FixedClock, database: Database) -> Town:
    services = await build_services(uow, clock, admin_ids=[ADMIN])
    schools = (await services.schools.page(0)).schools
    people = {
        "Ларина": await sign_up(services, ADMIN, name="Ларина Ада Игоревна", school=2),
        "Соколова": await sign_up(services, METHODIST, name="Соколова Мария Ивановна", school=2),
        "Анна": await sign_up(services, ANNA),
        "Борис": await sign_up(services, BORIS, position="head", name="Петров Борис Ильич"),
        "Вера": await sign_up(services, VERA, name="Ильина Вера Олеговна", school=1),
        "Глеб": await sign_up(services, GLEB, name="Орлов Глеб Львович", school=1),
    }
    await services.roles.grant(people["Ларина"], people["Соколова"], Role.METHODIST)
    await agree(services, 800_000_190)  # who has not signed up belongs to no audience
    return Town(services, database, people, tuple(school.id for school in schools))


class TestCriteria:
    async def test_nothing_asked_means_everybody_who_signed_up(self, town: Town) -> None:
        assert await town.reached() == set(ALL)

    async def test_a_person_who_agreed_to_an_older_document_only_gets_nothing(
        self, town: Town, uow: UnitOfWork, clock: FixedClock
    ) -> None:
        newer = await build_services(uow, clock, admin_ids=[ADMIN], consent_version="99")
        await newer.people.give_consent(METHODIST, "ru", "99")
        later = Town(newer, town.database, town.people, town.schools)
        assert await later.reached() == {"Соколова"}

    async def test_by_role_also_that_of_the_settings(self, town: Town) -> None:
        await town.services.roles.grant(town.people["Ларина"], town.people["Вера"], Role.MEMBER)
        assert await town.reached(roles=("member",)) == {"Вера"}
        assert await town.reached(roles=("member", "admin")) == {"Вера", "Ларина"}

    async def test_a_claimed_role_is_not_held_yet(self, town: Town) -> None:
        async with town.services.access.uow.reading() as store:
            waiting = await store.roles.of_person(town.people["Борис"], "claimed")
        assert waiting
        assert await town.reached(roles=("head",)) == set()

    async def test_by_school_and_support_status(self, town: Town) -> None:
        first, second, third = town.schools[:3]
        assert await town.reached(schools=(second,)) == {"Вера", "Глеб"}
        assert await town.reached(schools=(second, third)) == {"Вера", "Глеб"} | {
            "Ларина", "Соколова",
        }  # fmt: skip
        admin, schools = town.people["Ларина"], town.services.schools
        for number in town.schools[:3]:
            await schools.set_status(admin, number, "hard_conditions")
        await schools.set_status(admin, first, "low_results")
        assert await town.reached(statuses=("low_results",)) == {"Анна", "Борис"}

    async def test_by_subject_nobody_comes_twice(self, town: Town) -> None:
        await town.services.people.mark_subject(town.people["Вера"], "physics", True)
        assert await town.reached(subjects=("physics",)) == {"Вера"}
        assert await town.reached(subjects=("physics", "mathematics")) == set(ALL)

    async def test_by_position(self, town: Town) -> None:
        assert await town.reached(positions=("head", "deputy")) == {"Борис"}

    async def test_young_specialists_by_the_grounds_of_the_profile(self, town: Town) -> None:
        assert await town.reached(young=True) == set()
        await town.services.people.save_experience(town.people["Глеб"], "1")
        await town.services.people.save_post_years(town.people["Глеб"], "1")
        assert await town.reached(young=True) == {"Глеб"}

    async def test_by_the_newest_result_only(self, town: Town, clock: FixedClock) -> None:
        assert await town.reached(levels=("none",)) == set()
        block = await passes(town, "Вера", 0)
        assert await town.reached(blocks=(block,)) == {"Вера"}
        assert await town.reached(blocks=(block,), levels=("pronounced",)) == {"Вера"}
        assert await town.reached(levels=("pronounced",)) == {"Вера"}
        assert await town.reached(blocks=(block,), levels=("none",)) == set()
        clock.advance(days=200)
        await passes(town, "Вера", 3)
        assert await town.reached(blocks=(block,)) == set()
        assert await town.reached(blocks=(block,), levels=("none", "partial")) == {"Вера"}

    async def test_of_an_event(self, town: Town, clock: FixedClock) -> None:
        event = await an_event(town, clock)
        assert await town.reached(event_id=event) == {"Анна", "Борис", "Вера"}
        assert await town.reached(event_id=event, places=("registered",)) == {"Анна", "Борис"}
        assert await town.reached(event_id=event, places=("waiting",)) == {"Вера"}
        assert await town.reached(event_id=event, places=("attended",)) == {"Анна"}
        assert await town.reached(not_at=event) == {"Ларина", "Соколова", "Глеб"}
        assert await town.reached(event_id=event, places=("absent",)) == set()
        async with town.services.access.uow.writing() as store:
            await store.events.change(event, clock.now(), state="over")
        assert await town.reached(event_id=event, places=("absent",)) == {"Борис"}
        assert await town.reached(event_id=event + 1) == set()

    async def test_all_together_narrow_it(self, town: Town, clock: FixedClock) -> None:
        event = await an_event(town, clock)
        assert await town.reached(event_id=event, positions=("teacher",)) == {"Анна", "Вера"}
        narrow = {"positions": ("teacher",), "schools": (town.schools[0],)}
        assert await town.reached(event_id=event, **narrow) == {"Анна"}

    async def test_a_list_that_is_gone_means_nobody(self, town: Town) -> None:
        assert await town.reached(list_id=77) == set()


async def passes(town: Town, name: str, value: int) -> str:
    """Somebody takes the self-assessment with one answer everywhere; the first block."""
    await complete(town.services, town.people[name], value)
    _, questionnaire = town.services.questionnaires.live
    return questionnaire.variant_for("teacher").blocks[0].key


async def an_event(town: Town, clock: FixedClock) -> int:
    """A published event: Anna and Boris have places, Vera waits; Anna came, Gleb withdrew."""
    now = clock.now()
    async with town.services.access.uow.writing() as store:
        row = await store.events.add(town.me, "ИМЦ", "1234", "token", now)
        await store.events.change(
            row.id, now, state="published", title="Семинар", starts_at=now + timedelta(days=1)
        )
        for name, state in (
            ("Анна", "registered"), ("Борис", "registered"), ("Вера", "waiting"),
            ("Глеб", "withdrawn"),
        ):  # fmt: skip
            await store.registrations.put(row.id, town.people[name], state, now)
        await store.attendance.come(row.id, town.people["Анна"], "list", now)
    return row.id


class TestLeftOut:
    async def test_who_unsubscribed_or_blocked_the_bot_is_counted_apart(self, town: Town) -> None:
        services, people = town.services, town.people
        await services.subscriptions.mark(people["Анна"], "events", False)
        await services.subscriptions.mark(people["Борис"], "events", False)
        await blocks_the_bot(town, "Борис", "Вера")
        assert await town.reached("events") == {"Ларина", "Соколова", "Глеб"}
        reach = await services.audiences.reach(town.me, Criteria(), "events")
        assert (reach.total, reach.unsubscribed, reach.unreachable) == (3, 2, 1)
        assert await town.reached("news.plans") == {"Ларина", "Соколова", "Анна", "Глеб"}
        assert await town.reached("service") == {"Ларина", "Соколова", "Анна", "Глеб"}

    async def test_law_is_for_heads_and_those_who_want_it(self, town: Town) -> None:
        services, people = town.services, town.people
        assert await town.reached("law") == {"Борис"}
        await services.subscriptions.mark(people["Вера"], "law", True)
        await services.roles.grant(people["Ларина"], people["Глеб"], Role.HEAD, town.schools[1])
        assert await town.reached("law") == {"Борис", "Вера", "Глеб"}
        await services.subscriptions.mark(people["Борис"], "law", False)
        assert await town.reached("law") == {"Вера", "Глеб"}

    async def test_names_are_for_the_methodist_and_the_look_is_noted(self, town: Town) -> None:
        services, owner = town.services, await a_draft(town)
        await services.subscriptions.mark(town.people["Анна"], "events", False)
        await blocks_the_bot(town, "Вера")
        for reason, name in (("unsubscribed", "Анна"), ("unreachable", "Вера")):
            page = await services.audiences.people(town.me, "broadcast", owner, reason, 0)
            assert [one.id for one in page.people] == [town.people[name]]
        assert await noted(services, "audience-viewed") == []
        await services.audiences.look(town.me, "broadcast", owner, "reached", 0)
        seen = {about for _, about in await noted(services, "audience-viewed")}
        assert seen == {town.people[name] for name in ("Ларина", "Борис", "Глеб")}
        with refused("choice-gone"):
            await services.audiences.people(town.me, "broadcast", owner, "rich", 0)


async def blocks_the_bot(town: Town, *names: str) -> None:
    async with town.services.access.uow.writing() as store:
        for name in names:
            now = town.services.clock.now()
            await store.people.change(town.people[name], now, unreachable_at=now)


async def a_draft(town: Town, state: str = "draft") -> int:
    """A broadcast of events."""
    async with town.services.access.uow.writing() as store:
        now = town.services.clock.now()
        row = await store.broadcasts.add(town.me, now, category="events", state=state)
    return row.id


class TestOfABroadcast:
    async def test_is_stored_mark_by_mark(self, town: Town) -> None:
        audiences, owner = town.services.audiences, ("broadcast", await a_draft(town))
        await audiences.mark(town.me, *owner, "subjects", "physics", True)
        await audiences.mark(town.me, *owner, "subjects", "physics", True)
        await audiences.mark(town.me, *owner, "schools", str(town.schools[0]), True)
        await audiences.mark_young(town.me, *owner, True)
        found = await audiences.owned(town.me, *owner)
        assert found.criteria == Criteria(
            subjects=("physics",), schools=(town.schools[0],), young=True
        )
        assert found.category == "events"
        await audiences.mark(town.me, *owner, "subjects", "physics", False)
        await audiences.clear(town.me, *owner, "young")
        assert (await audiences.owned(town.me, *owner)).criteria.schools == (town.schools[0],)
        await audiences.clear(town.me, *owner)
        assert (await audiences.owned(town.me, *owner)).criteria.everybody

    @pytest.mark.parametrize(
        ("criterion", "key"),
        [
            ("subjects", "alchemy"), ("roles", "teacher"), ("positions", "king"),
            ("levels", "insufficient"), ("blocks", "soul"), ("statuses", "rich"),
            ("places", "invited"), ("young", "1"), ("list_id", "1"), ("__class__", "1"),
        ],
    )  # fmt: skip
    async def test_takes_only_what_can_be_chosen(
        self, town: Town, criterion: str, key: str
    ) -> None:
        audiences, owner = town.services.audiences, ("broadcast", await a_draft(town))
        with refused("choice-gone"):
            await audiences.mark(town.me, *owner, criterion, key, True)
        with refused("school-gone"):
            await audiences.mark(town.me, *owner, "schools", "99999", True)
        with refused("event-gone"):
            await audiences.choose_event(town.me, *owner, 99_999)
        assert (await audiences.owned(town.me, *owner)).criteria.everybody

    async def test_is_fixed_once_it_is_on_its_way(self, town: Town) -> None:
        audiences = town.services.audiences
        for state in ("queueing", "sending", "paused", "done", "cancelled"):
            owner = ("broadcast", await a_draft(town, state))
            assert not (await audiences.owned(town.me, *owner)).changeable
            with refused("audience-fixed"):
                await audiences.mark(town.me, *owner, "roles", "member", True)
        with refused("broadcast-gone"):
            await audiences.owned(town.me, "broadcast", 99_999)
        with refused("choice-gone"):
            await audiences.owned(town.me, "school", 1)

    async def test_people_of_an_event_can_be_chosen(self, town: Town, clock: FixedClock) -> None:
        audiences, owner = town.services.audiences, ("broadcast", await a_draft(town))
        event = await an_event(town, clock)
        page = await audiences.events_to_choose(town.me, 0)
        assert [one.id for one in page.events] == [event]
        await audiences.choose_event(town.me, *owner, event)
        await audiences.mark(town.me, *owner, "places", "waiting", True)
        found = await audiences.owned(town.me, *owner)
        assert found.named.events[event].title == "Семинар"
        assert await town.reached(**found.criteria.dump() | {"places": ("waiting",)}) == {"Вера"}
        await audiences.clear(town.me, *owner, "event_id")
        assert (await audiences.owned(town.me, *owner)).criteria.everybody


class TestOfAnEvent:
    async def test_is_kept_with_the_event(self, town: Town, clock: FixedClock) -> None:
        audiences, event = town.services.audiences, await an_event(town, clock)
        await audiences.mark(town.me, "event", event, "positions", "head", True)
        async with town.services.access.uow.reading() as store:
            row = await store.events.get(event)
        assert row is not None
        assert row.audience == {"positions": ["head"]}
        async with town.services.access.uow.writing() as store:
            await store.events.change(event, clock.now(), state="cancelled")
        with refused("audience-fixed"):
            await audiences.clear(town.me, "event", event)
        with refused("event-gone"):
            await audiences.owned(town.me, "event", event + 1)


class TestSaved:
    async def test_is_used_again(self, town: Town) -> None:
        audiences, first = town.services.audiences, ("broadcast", await a_draft(town))
        with refused("audience-everybody"):
            await audiences.save(town.me, *first, "Все")
        await audiences.mark(town.me, *first, "positions", "head", True)
        assert await audiences.save(town.me, *first, "  Руководители ") == "Руководители"
        with refused("audience-name-taken"):
            await audiences.save(town.me, *first, "руководители")
        page = await audiences.saved_page(town.me, 3)
        assert [one.name for one in page.audiences] == ["Руководители"]
        second = ("broadcast", await a_draft(town))
        await audiences.mark(town.me, *second, "subjects", "physics", True)
        await audiences.use(town.me, *second, page.audiences[0].id)
        found = await audiences.owned(town.me, *second)
        assert found.criteria == Criteria(positions=("head",))
        await audiences.drop(town.me, page.audiences[0].id)
        with refused("audience-gone"):
            await audiences.use(town.me, *second, page.audiences[0].id)

    async def test_who_has_a_place_already_stays_left_out(
        self, town: Town, clock: FixedClock
    ) -> None:
        audiences, event = town.services.audiences, await an_event(town, clock)
        owner = ("broadcast", await a_draft(town))
        async with town.services.access.uow.writing() as store:
            audience = Criteria(positions=("head",), not_at=event).dump()
            states, now = ("draft",), clock.now()
            await store.broadcasts.change(owner[1], states, now, audience=audience)
        await audiences.save(town.me, *owner, "Руководители")
        saved = (await audiences.saved_page(town.me, 0)).audiences[0]
        assert saved.criteria == Criteria(positions=("head",))
        await audiences.use(town.me, *owner, saved.id)
        assert (await audiences.owned(town.me, *owner)).criteria.not_at == event


@pytest.mark.parametrize("category", ["events", "law", "service"])
async def test_what_is_announced_is_what_is_queued(
    town: Town, database: Database, category: str
) -> None:
    """Figures of the screen and rows of the outbox are of one query."""
    await town.services.subscriptions.mark(town.people["Анна"], "events", False)
    await town.services.subscriptions.mark(town.people["Вера"], "law", True)
    await blocks_the_bot(town, "Глеб")
    found = filter_of(Criteria(), category, town.services.profile, town.services.access)
    now, broadcast = town.services.clock.now(), await a_draft(town)
    async with town.services.access.uow.writing() as store:
        after, count = 0, 1
        while count:
            after, count = await store.copies.queue(
                broadcast, audience_query(found), after, now, 2, now
            )
    async with database.read() as session:
        query = select(OutboxMessage.state, func.count()).group_by(OutboxMessage.state)
        query = query.where(OutboxMessage.broadcast_id == broadcast)
        queued = {row.state: int(row[1]) for row in await session.execute(query)}
    reach = await town.services.audiences.reach(town.me, Criteria(), category)
    assert queued.get("waiting", 0) == reach.total
    assert queued.get("unreachable", 0) == reach.unreachable
