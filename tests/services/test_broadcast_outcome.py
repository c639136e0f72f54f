"""What became of a broadcast: figures, names, acknowledgements, reminders."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.notices import Notice
from services.subscriptions import LAW
from storage.engine import Database
from tests.clocks import FixedClock
from tests.services.colleagues import noted
from tests.services.mailing import (
    a_crowd,
    a_draft,
    a_methodist,
    block,
    deliver,
    facts_of,
    sends,
    settle,
)
from tests.services.stories import ANNA, refused
from tests.wiring import Services


@pytest.fixture
async def zoya(services: Services) -> int:
    """Id of the methodist."""
    return await a_methodist(services)


async def a_law(services: Services, zoya: int) -> int:
    """A change of law has reached the heads."""
    number = await a_draft(services, zoya, LAW)
    await services.broadcasts.control.send(zoya, number, True)
    await settle(services)
    await deliver(services)
    await settle(services)
    return number


class TestProgress:
    async def test_every_copy_is_counted_once_from_the_first_to_the_last(
        self, services: Services, zoya: int, anna: int, database: Database, clock: FixedClock
    ) -> None:
        await a_crowd(database, 8, clock.now())
        await block(database, ANNA, clock.now())
        number = await sends(services, zoya)
        await services.broadcasts.sending.advance()
        progress = await services.broadcasts.outcomes.progress(zoya, number)
        assert (progress.settled, progress.waiting, progress.total) == (0, 10, 10)
        await settle(services)
        owed = await services.outbox.claim(3)
        await services.outbox.sent(owed[0], 5)
        await services.outbox.fail(owed[1], "Bad Request: so")
        await services.outbox.retry(owed[2], "lost", uncertain=True)
        progress = await services.broadcasts.outcomes.progress(zoya, number)
        assert (progress.delivered, progress.failed, progress.unreachable) == (1, 1, 1)
        assert (progress.waiting, progress.total) == (7, 10)
        assert progress.reasons == (("Bad Request: so", 1),)
        clock.advance(minutes=1)
        await deliver(services)
        await settle(services)
        progress = await services.broadcasts.outcomes.progress(zoya, number)
        assert (progress.delivered, progress.waiting, progress.twice) == (8, 0, 1)
        assert progress.broadcast.state == "done"


class TestNames:
    async def test_a_look_at_names_is_noted(
        self, services: Services, zoya: int, anna: int, database: Database, clock: FixedClock
    ) -> None:
        await block(database, ANNA, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        await services.broadcasts.outcomes.look_at_names(zoya, number, "unreachable")
        assert await noted(services, "broadcast-names-viewed") == [(zoya, None)]
        with refused("choice-gone"):
            await services.broadcasts.outcomes.look_at_names(zoya, number, "sent")

    async def test_the_table_has_everybody_and_each_of_them_can_see_that(
        self, services: Services, zoya: int, anna: int, boris: int
    ) -> None:
        number = await a_law(services, zoya)
        page = await services.broadcasts.outcomes.export_readers(zoya, number)
        assert [(one.name, one.state) for one in page.readers] == [("Петров Борис Ильич", "sent")]
        assert page.after is None
        assert await noted(services, "broadcast-exported") == [(zoya, boris)]


class TestAcknowledgements:
    async def test_who_has_not_read_it_is_named_and_reminded_once_a_day(
        self, services: Services, zoya: int, boris: int, database: Database, clock: FixedClock
    ) -> None:
        number = await a_law(services, zoya)
        outcomes = services.broadcasts.outcomes
        progress = await outcomes.progress(zoya, number)
        assert (progress.acknowledged, progress.silent) == (0, 1)
        assert await outcomes.remind(zoya, number) == 1
        assert await outcomes.remind(zoya, number) == 0
        assert await facts_of(database, "ack-reminder") == [(boris, {"broadcast_id": number})]
        clock.advance(timedelta(days=1))
        assert await outcomes.remind(zoya, number) == 1
        owed = [one for one in await services.outbox.claim(10) if one.notice]
        reminders = [one for one in owed if one.notice == Notice.ACK_REMINDER]
        assert [one.about.id for one in reminders if one.about] == [number, number]

    async def test_who_has_read_it_meanwhile_is_not_reminded(
        self, services: Services, zoya: int, boris: int
    ) -> None:
        number = await a_law(services, zoya)
        await services.broadcasts.outcomes.remind(zoya, number)
        await services.broadcasts.acknowledging.acknowledge(boris, number)
        owed = await services.outbox.claim(10)
        assert [one for one in owed if one.notice == Notice.ACK_REMINDER] == []
        progress = await services.broadcasts.outcomes.progress(zoya, number)
        assert (progress.acknowledged, progress.silent) == (1, 0)
        assert await services.broadcasts.outcomes.remind(zoya, number) == 0


class TestYearsLater:
    async def test_the_figures_stay_when_the_copies_go(
        self, services: Services, zoya: int, anna: int, clock: FixedClock, database: Database
    ) -> None:
        await block(database, ANNA, clock.now())
        number = await sends(services, zoya)
        await settle(services)
        await deliver(services)
        await settle(services)
        clock.advance(days=366)
        assert await services.housekeeping.drop_messages() == 2
        assert await services.housekeeping.drop_messages() == 0
        found = await services.broadcasts.outcomes.progress(zoya, number)
        assert (found.delivered, found.unreachable, found.total, found.named) == (1, 1, 2, False)

    async def test_it_can_still_be_said_that_it_was_read(
        self, services: Services, zoya: int, boris: int, clock: FixedClock
    ) -> None:
        number = await a_law(services, zoya)
        clock.advance(days=3 * 366)
        assert await services.housekeeping.drop_messages() == 0
        await services.broadcasts.acknowledging.acknowledge(boris, number)
        found = await services.broadcasts.outcomes.progress(zoya, number)
        assert (found.acknowledged, found.silent, found.named) == (1, 0, True)
