"""Who wants which broadcasts, and who has read those that ask for it."""

from __future__ import annotations

from sqlalchemy import insert

from services.broadcasts.content import content_of
from services.outbox.owed import Owed
from services.outbox.pointless import is_pointless
from services.permissions import Role
from services.subscriptions import categories, category_of
from storage.engine import Database
from storage.models import OutboxMessage
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.stories import ANNA, agree, refused
from tests.wiring import Services, build_services, load_profile


class TestCategories:
    def test_are_events_law_and_the_rubrics_of_the_profile(self) -> None:
        keys = [one.key for one in categories(load_profile("ust-ishim"))]
        assert keys == [
            "events", "law", "news.plans", "news.trends", "news.literacy", "news.experience",
            "service",
        ]  # fmt: skip

    def test_a_rubric_of_law_is_the_category_of_law(self) -> None:
        law = category_of(load_profile("ust-ishim"), "law")
        assert law.title is not None
        with refused("category-gone"):
            category_of(load_profile("ust-ishim"), "news.law")

    def test_news_are_one_category_where_there_are_no_rubrics(self) -> None:
        bare = load_profile("ust-ishim").model_copy(update={"news_rubrics": ()})
        assert [one.key for one in categories(bare) if one.kind == "news"] == ["news.general"]


async def wanted(services: Services, person: int) -> set[str]:
    found = await services.subscriptions.mine(person)
    return {one.category.key for one in found if one.wanted}


class TestSubscriptions:
    async def test_law_is_wanted_by_those_who_lead(
        self, services: Services, anna: int, boris: int
    ) -> None:
        assert "law" not in await wanted(services, anna)
        assert await wanted(services, boris) == await wanted(services, anna) | {"law"}
        async with services.access.uow.writing() as store:
            school = (await services.schools.page(0)).schools[0].id
            now = services.clock.now()
            await store.roles.add(anna, Role.HEAD, now, school_id=school)
        assert "law" in await wanted(services, anna)

    async def test_a_word_of_one_s_own_stays(
        self, services: Services, anna: int, clock: FixedClock
    ) -> None:
        for chosen in (False, False, True, False):
            await services.subscriptions.mark(anna, "news.plans", chosen)
            assert ("news.plans" in await wanted(services, anna)) is chosen
        await services.subscriptions.mark(anna, "law", True)
        assert "law" in await wanted(services, anna)

    async def test_messages_of_the_service_cannot_be_switched_off(
        self, services: Services, anna: int
    ) -> None:
        with refused("category-fixed"):
            await services.subscriptions.mark(anna, "service", False)
        with refused("category-gone"):
            await services.subscriptions.mark(anna, "spam", False)
        with refused("category-gone"):
            await services.subscriptions.mark(anna, "", False)
        assert "service" in await wanted(services, anna)

    async def test_a_refusal_counts_also_where_the_consent_document_has_changed(
        self, services: Services, anna: int, uow: UnitOfWork, clock: FixedClock
    ) -> None:
        newer = await build_services(uow, clock, consent_version="99")
        await newer.subscriptions.mark(anna, "events", False)
        assert "events" not in await wanted(services, anna)

    async def test_a_stranger_has_none(self, services: Services) -> None:
        with refused("consent-needed"):
            await services.subscriptions.mine(99_999)
        with refused("consent-needed"):
            await services.subscriptions.mark(99_999, "events", False)


async def a_broadcast(services: Services, database: Database, person: int, **values: object) -> int:
    """A broadcast of law that went to one person."""
    now = services.clock.now()
    given = {"category": "law", "state": "sending", "ack": True} | values
    async with services.access.uow.writing() as store:
        row = await store.broadcasts.add(person, now, **given)
    copy = {
        "person_id": person, "broadcast_id": row.id, "kind": "broadcast", "facts": {},
        "dedupe_key": f"broadcast:{row.id}:{person}", "state": "sent", "attempts": 0,
        "next_at": now, "created_at": now,
    }  # fmt: skip
    async with database.write() as session:
        await session.execute(insert(OutboxMessage).values(**copy))
    return row.id


class TestAcknowledging:
    async def test_is_stored_once_with_its_moment(
        self, services: Services, database: Database, anna: int, clock: FixedClock
    ) -> None:
        number = await a_broadcast(services, database, anna)
        first = await services.broadcasts.acknowledging.acknowledge(anna, number)
        async with services.access.uow.reading() as store:
            assert await store.subscriptions.count_silent(number) == 0
        clock.advance(days=400)
        assert await services.broadcasts.acknowledging.acknowledge(anna, number) == first
        async with services.access.uow.reading() as store:
            assert await store.subscriptions.count_acknowledged(number) == 1

    async def test_is_for_those_to_whom_it_went(
        self, services: Services, database: Database, anna: int
    ) -> None:
        number = await a_broadcast(services, database, anna)
        acknowledge = services.broadcasts.acknowledging.acknowledge
        other = await agree(services, ANNA + 50)
        with refused("ack-not-addressed"):
            await acknowledge(other, number)
        with refused("broadcast-vanished"):
            await acknowledge(anna, number + 1)
        with refused("broadcast-vanished"):
            await acknowledge(anna, await a_broadcast(services, database, anna, ack=False))
        with refused("ack-preview"):
            await acknowledge(anna, await a_broadcast(services, database, anna, state="draft"))
        async with services.access.uow.reading() as store:
            assert await store.subscriptions.count_silent(number) == 1
            assert await store.subscriptions.count_acknowledged(number) == 0


async def test_a_copy_is_pointless_once_the_person_has_unsubscribed(
    services: Services, database: Database, anna: int
) -> None:
    number = await a_broadcast(services, database, anna, category="events")

    async def pointless() -> bool:
        async with services.access.uow.reading() as store:
            content, recipient = await content_of(store, number), await store.people.get(anna)
            assert recipient is not None
            copy = Owed(1, recipient, None, {}, services.clock.now(), broadcast=content)
            return await is_pointless(store, services.access, copy)

    assert not await pointless()
    await services.subscriptions.mark(anna, "events", False)
    assert await pointless()
    await services.subscriptions.mark(anna, "events", True)
    assert not await pointless()
