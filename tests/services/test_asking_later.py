"""«Ask me later», and handing a request over to a colleague."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from services.monitoring.answers.later import moments_of
from services.monitoring.views import subject_of_request
from storage.engine import Database
from storage.models import OutboxMessage
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.collecting import Collecting, an_open_campaign, told, work_off
from tests.services.filled_forms import sent_back
from tests.services.stories import refused, sign_up
from tests.wiring import Services


@pytest.fixture
async def town(services: Services) -> Collecting:
    """Two schools are asked, with two coordinators each."""
    return await an_open_campaign(services, 2, coordinators=2)


def local(clock: FixedClock, day: int, hour: int) -> datetime:
    """A moment of September 2026 by the municipality's clock."""
    return datetime(2026, 9, day, hour, tzinfo=clock.zone)


async def waiting(database: Database, person: int) -> list[datetime]:
    """When somebody is to be asked again."""
    query = select(OutboxMessage.next_at).where(
        OutboxMessage.kind == "data-later",
        OutboxMessage.state == "waiting",
        OutboxMessage.person_id == person,
    )
    async with database.read() as session:
        return list((await session.execute(query)).scalars())


class TestAskingLater:
    async def test_is_one_prompt_at_the_moment_chosen_last(
        self, services: Services, clock: FixedClock, database: Database, town: Collecting
    ) -> None:
        me, request, later = town.coordinator(), town.request(), services.monitoring.later
        asking = await later.asking(me, request)
        assert (list(asking.moments), asking.at) == (["evening", "tomorrow", "three-days"], None)
        for when, day, hour in (("three-days", 4, 9), ("tomorrow", 2, 9), ("evening", 1, 18)) * 2:
            clock.advance(timedelta(seconds=1))
            at = await later.ask_later(me, request, when)
            assert at == local(clock, day, hour)
            assert await later.ask_later(me, request, when) == at
            assert await waiting(database, me) == [at]
        assert (await later.asking(me, request)).at == local(clock, 1, 18)
        assert await waiting(database, town.coordinator(0, 1)) == []

    async def test_has_no_evening_once_it_has_begun(
        self, services: Services, clock: FixedClock, town: Collecting
    ) -> None:
        me, request, later = town.coordinator(), town.request(), services.monitoring.later
        clock.set(local(clock, 1, 18))
        assert list(moments_of(clock.now(), clock.zone)) == ["tomorrow", "three-days"]
        # An old button: the evening is over, so the morning is meant.
        assert await later.ask_later(me, request, "evening") == local(clock, 2, 9)
        with refused("choice-gone"):
            await later.ask_later(me, request, "never")

    async def test_is_only_for_who_answers_and_while_something_is_to_be_answered(
        self, services: Services, database: Database, town: Collecting
    ) -> None:
        me, later = town.coordinator(), services.monitoring.later
        with refused("other-school"):
            await later.ask_later(me, town.request(1), "tomorrow")
        with refused("request-gone"):
            await later.ask_later(me, 999_999, "tomorrow")
        await later.ask_later(me, town.request(), "tomorrow")
        async with services.access.uow.writing() as store:
            await store.data_requests.change(town.request(), state="submitted")
        with refused("data-submitted"):
            await later.ask_later(me, town.request(), "evening")


class TestHandingOver:
    async def test_lets_a_colleague_answer_this_request_only(
        self, services: Services, database: Database, town: Collecting
    ) -> None:
        me, request, handing = town.coordinator(), town.request(), services.monitoring.handing_over
        colleague = await sign_up(services, 730_000_001, name="Уткина Вера Ильинична")
        await sign_up(services, 730_000_002, name="Птицын Олег Ильич")
        await sign_up(services, 730_000_003, name="Чужая Анна Ильинична", school=1)
        found = await handing.colleagues(me, request)
        assert [one.name for one in found.people] == [
            "Птицын Олег Ильич", "Уткина Вера Ильинична"
        ]  # fmt: skip
        with refused("other-school"):
            await sent_back(services, colleague, request, {"staff": 3})
        await handing.hand_over(me, request, colleague)
        await handing.hand_over(me, request, colleague)
        ((person, facts),) = await owed(database, "data-handed")
        assert (person, facts["person_id"], facts["request_id"]) == (colleague, me, request)
        found = await handing.colleagues(me, request)
        assert (found.people[0].id, found.people[0].helps) == (colleague, True)
        plan, _ = await sent_back(services, colleague, request, {"staff": 3})
        assert len(plan.taken) == 1
        for others in (town.request(1), town.own):
            with refused("other-school"):
                await services.monitoring.forms.form_of(colleague, others)
        with refused("hand-over-helper"):
            await handing.colleagues(colleague, request)
        assert [one.role for one in await services.roles.mine(colleague)] == []

    async def test_is_taken_back_and_stands_in_the_history(
        self, services: Services, clock: FixedClock, database: Database, town: Collecting
    ) -> None:
        me, request, handing = town.coordinator(), town.request(), services.monitoring.handing_over
        colleague = await sign_up(services, 730_000_001, name="Уткина Вера Ильинична")
        await handing.hand_over(me, request, colleague)
        await sent_back(services, colleague, request, {"staff": 3})
        await services.monitoring.later.ask_later(colleague, request, "tomorrow")
        await handing.take_request_back(me, request, colleague)
        await handing.take_request_back(me, request, colleague)
        subject = subject_of_request(request)
        for kind in ("data-handed", "data-later"):
            assert await told(database, kind, subject) == [(colleague, "cancelled")]
        with refused("request-taken-back"):
            await services.monitoring.forms.form_of(colleague, request)
        async with services.access.uow.reading() as store:
            lines, _ = await store.data_values.history(request, None, 0, 9)
            assert (await store.data_values.of_request(request))["staff"].number == 3
        handed = [line for line in lines if line.kind == "handed-over"]
        who = {"person_id": colleague}
        assert [(one.before, one.after, one.made_by) for one in handed] == [
            (who, None, me), (None, who, me)
        ]  # fmt: skip
        clock.advance(timedelta(minutes=1))
        await handing.hand_over(me, request, colleague)
        states = [state for _, state in await told(database, "data-handed", subject)]
        assert states == ["cancelled", "waiting"]

    async def test_refuses_strangers_and_those_who_answer_anyway(
        self, services: Services, town: Collecting
    ) -> None:
        me, request, handing = town.coordinator(), town.request(), services.monitoring.handing_over
        stranger = await sign_up(services, 730_000_003, name="Чужая Анна Ильинична", school=1)
        for person in (stranger, me, town.coordinator(0, 1), town.methodist, 999_999):
            with refused("hand-over-stranger"):
                await handing.hand_over(me, request, person)
            with refused("hand-over-stranger"):
                await handing.colleague(me, request, person)
        with refused("other-school"):
            await handing.hand_over(me, town.request(1), stranger)
        with refused("hand-over-no-school"):
            await handing.colleagues(town.methodist, town.own)
        async with services.access.uow.writing() as store:
            await store.data_requests.change(request, state="accepted")
        helper = await sign_up(services, 730_000_001, name="Уткина Вера Ильинична")
        with refused("data-accepted"):
            await handing.hand_over(me, request, helper)

    async def test_finds_a_colleague_by_name_and_turns_pages(
        self, services: Services, town: Collecting
    ) -> None:
        me, request, handing = town.coordinator(), town.request(), services.monitoring.handing_over
        names = ["Ёлкина", "Еремина", "Жукова", "Зотова", "Ильина", "Котова", "Лосева"]
        for number, name in enumerate(names):
            await sign_up(services, 730_000_001 + number, name=f"{name} Вера Ильинична")
        first = await handing.colleagues(me, request)
        assert (first.total, first.pages) == (7, 2)
        assert [one.name.split()[0] for one in first.people] == names[:6]
        second = await handing.colleagues(me, request, page=1)
        assert [one.name.split()[0] for one in second.people] == ["Лосева"]
        found = await handing.colleagues(me, request, "елкина")
        assert [one.name.split()[0] for one in found.people] == ["Ёлкина"]
        assert (await handing.colleagues(me, request, "Щеглова")).total == 0

    async def test_ends_for_who_leaves_the_school(
        self, services: Services, town: Collecting
    ) -> None:
        me, request, handing = town.coordinator(), town.request(), services.monitoring.handing_over
        helper = await sign_up(services, 730_000_001, name="Уткина Вера Ильинична")
        await handing.hand_over(me, request, helper)
        async with services.access.uow.writing() as store:
            now = services.clock.now()
            await store.people.change(helper, now, school_id=town.schools[1])
        with refused("other-school"):
            await services.monitoring.forms.form_of(helper, request)


async def test_no_reminder_comes_before_the_moment_chosen(
    services: Services, clock: FixedClock, database: Database, town: Collecting
) -> None:
    me, other, request = town.coordinator(), town.coordinator(0, 1), town.request()
    deadline = await _deadline(services, town)
    clock.set(deadline - timedelta(days=4, hours=10))
    await services.monitoring.later.ask_later(me, request, "three-days")
    clock.set(deadline - timedelta(days=3) + timedelta(hours=-12))
    await work_off(services)
    subject = subject_of_request(request)
    reminded = await told(database, "data-reminder", subject)
    assert other in [person for person, _ in reminded]
    await _deliver(services)
    states = dict(await told(database, "data-reminder", subject))
    assert states[me] == "cancelled"
    assert states[other] != "cancelled"


async def _deadline(services: Services, town: Collecting) -> datetime:
    async with services.access.uow.reading() as store:
        campaign = await store.campaigns.get(town.id)
    assert campaign is not None
    return campaign.due_at


async def _deliver(services: Services) -> None:
    """Everything that is due finds out whether it is still wanted."""
    await services.outbox.claim(100)
