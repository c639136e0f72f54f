"""The council: places of discussion, decisions, recommendations to schools and what they report."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from services.permissions import Role
from storage.engine import Database
from storage.models import OutboxMessage
from tests.clocks import FixedClock
from tests.services.appointments import owed
from tests.services.colleagues import noted
from tests.services.collecting import Collecting, an_open_campaign, local, somebody
from tests.services.stories import refused
from tests.wiring import Services

DUE = date(2026, 12, 15)
HEAD, OTHER = 700_000_071, 700_000_072


@pytest.fixture
async def campaign(services: Services) -> Collecting:
    """Three schools; nobody can be told in the third."""
    profile = services.profile
    return await an_open_campaign(services, without=[2], profile=profile, told=False)


def council_of(services: Services) -> str:
    return services.profile.monitoring.review[0].key


async def decided(services: Services, campaign: Collecting, *schools: int) -> int:
    """A complete draft for schools by their numbers."""
    decisions, me = services.monitoring.decisions, campaign.methodist
    number = await decisions.draft_decision(
        me, campaign.id, council_of(services), "Назначить наставников"
    )
    for school in schools:
        await decisions.address_decision(me, number, campaign.schools[school], True)
    await decisions.charge_decision(me, number, "Методист по кадрам")
    await decisions.due_decision(me, number, DUE)
    return number


async def waiting(database: Database, kind: str) -> list[tuple[int, datetime]]:
    """Unsent notices of a kind: to whom, and from when on."""
    query = select(OutboxMessage.person_id, OutboxMessage.due_at).where(
        OutboxMessage.kind == kind, OutboxMessage.state == "waiting"
    )
    async with database.read() as session:
        rows = await session.execute(query.order_by(OutboxMessage.due_at, OutboxMessage.id))
        return [(person, due) for person, due in rows]


class TestPlaces:
    async def test_come_from_the_profile_with_what_was_written_down(
        self, services: Services, campaign: Collecting, clock: FixedClock
    ) -> None:
        reviews, me = services.monitoring.reviews, campaign.methodist
        council = await reviews.places_of_review(me, campaign.id)
        titles = [one.title.ru for one in services.profile.monitoring.review]
        assert [one.title.ru for one in council.places] == titles
        place, today = council_of(services), clock.now().date()
        await reviews.hold_review(me, campaign.id, place, reviews.typed_day("1 сентября"))
        await reviews.conclude_review(me, campaign.id, place, "Наставников мало.\nРастём.")
        assert len(await noted(services, "review-concluded")) == 1
        await decided(services, campaign)
        card = await reviews.place_of_review(me, campaign.id, place)
        assert (card.place.held_on, card.place.conclusion) == (today, "Наставников мало.\nРастём.")
        assert [one.text for one in card.decisions] == ["Назначить наставников"]
        assert (card.place.decisions, card.place.drafts) == (1, 1)
        with refused("review-day-range"):
            await reviews.hold_review(me, campaign.id, place, today - timedelta(days=1))
        with refused("choice-gone"):
            await reviews.conclude_review(me, campaign.id, "nowhere", "Итог")

    async def test_discuss_only_what_was_collected(
        self, services: Services, campaign: Collecting
    ) -> None:
        me = campaign.methodist
        planned = await services.monitoring.planning.plan_by_hand(me, "Осень")
        with refused("review-too-early"):
            await services.monitoring.reviews.places_of_review(me, planned)
        with refused("review-too-early"):
            await services.monitoring.decisions.draft_decision(
                me, planned, council_of(services), "Решить"
            )


class TestADecision:
    async def test_for_several_schools_becomes_one_for_each_and_all_are_told_once(
        self, services: Services, database: Database, campaign: Collecting
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        head = await somebody(services, HEAD, "Ильин Олег", Role.HEAD, campaign.schools[0])
        number = await decided(services, campaign, 0, 1, 2)
        deaf = (await decisions.decision_card(me, number)).deaf
        assert [one.id for one in deaf] == [campaign.schools[2]]
        assert await decisions.send_decision(me, number) == 3
        assert await decisions.send_decision(me, number) == 0
        told = await owed(database, "recommended")
        assert [person for person, _ in told] == [
            *sorted([campaign.coordinator(0), head]),
            campaign.coordinator(1),
        ]
        near = await waiting(database, "recommendation-near")
        assert {due for _, due in near} == {local(services, date(2026, 12, 12))}
        card = await services.monitoring.reviews.place_of_review(
            me, campaign.id, council_of(services)
        )
        assert {one.school.id for one in card.decisions if one.school} == set(campaign.schools)
        assert {one.state for one in card.decisions} == {"open"}

    async def test_needs_a_day_and_somebody_who_sees_to_it(
        self, services: Services, campaign: Collecting
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        where = (me, campaign.id, council_of(services))
        number = await decisions.draft_decision(*where, "Провести семинар")
        assert (await decisions.decision_card(me, number)).missing == ("due", "responsible")
        with refused("decision-needs-due"):
            await decisions.send_decision(me, number)
        await decisions.due_decision(me, number, decisions.typed_due("15 декабря"))
        with refused("decision-needs-responsible"):
            await decisions.send_decision(me, number)
        await decisions.address_all(me, number, True)
        assert await decisions.send_decision(me, number) > 3
        with refused("decision-due-range"):
            await decisions.due_decision(me, number, date(2026, 8, 31))
        with refused("decision-sent"):
            await decisions.word_decision(me, number, "Другое")

    async def test_of_the_municipality_itself_is_closed_by_who_wrote_it(
        self, services: Services, database: Database, campaign: Collecting, clock: FixedClock
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        number = await decided(services, campaign)
        with refused("decision-not-sent"):
            await decisions.close_decision(me, number)
        assert await decisions.send_decision(me, number) == 1
        assert await owed(database, "recommended") == []
        clock.advance(days=120)
        assert (await decisions.decision_card(me, number)).decision.overdue
        await decisions.close_decision(me, number)
        await decisions.close_decision(me, number)
        done = (await decisions.decision_card(me, number)).decision
        assert (done.state, done.overdue) == ("done", False)

    async def test_moved_to_another_day_is_reminded_of_that_day_alone(
        self, services: Services, database: Database, campaign: Collecting
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        number = await decided(services, campaign, 0)
        await decisions.send_decision(me, number)
        await decisions.due_decision(me, number, date(2026, 12, 21))
        assert await waiting(database, "recommendation-near") == [
            (campaign.coordinator(0), local(services, date(2026, 12, 18)))
        ]

    async def test_that_is_dropped_disappears_and_the_school_is_told(
        self, services: Services, database: Database, campaign: Collecting
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        sent, draft = await decided(services, campaign, 0), await decided(services, campaign, 1)
        await decisions.send_decision(me, sent)
        for number in (sent, draft):
            await decisions.drop_decision(me, number)
            await decisions.drop_decision(me, number)
        ended = await owed(database, "recommendation-closed")
        assert [(person, facts["outcome"]) for person, facts in ended] == [
            (campaign.coordinator(0), "dropped")
        ]
        assert await waiting(database, "recommended") == []
        page = await services.monitoring.recommendations.my_recommendations(campaign.coordinator(0))
        assert page.total == 0
        with refused("recommendation-gone"):
            await services.monitoring.recommendations.recommendation_card(
                campaign.coordinator(0), sent
            )


class TestARecommendation:
    async def test_is_reported_sent_back_reported_again_and_confirmed(
        self, services: Services, database: Database, campaign: Collecting, clock: FixedClock
    ) -> None:
        decisions, me = services.monitoring.decisions, campaign.methodist
        school, mine = services.monitoring.recommendations, campaign.coordinator(0)
        number = await decided(services, campaign, 0)
        await decisions.send_decision(me, number)
        (found,) = (await school.my_recommendations(mine)).recommendations
        assert (found.id, found.due_on, found.responsible) == (number, DUE, "Методист по кадрам")
        await school.report_recommendation(mine, number, "Назначили")
        await school.report_recommendation(mine, number, "Назначили двоих")
        assert [one for one, _ in await owed(database, "recommendation-reported")] == [me]
        assert await waiting(database, "recommendation-near") == []
        with refused("decision-reported"):
            await decisions.due_decision(me, number, DUE + timedelta(days=9))
        clock.advance(days=1)
        await decisions.send_back(me, number, "Пришлите приказ")
        card = await school.recommendation_card(mine, number)
        assert (card.decision.state, card.decision.sent_back) == ("open", "Пришлите приказ")
        assert [facts["again"] for _, facts in await owed(database, "recommended")] == [False, True]
        assert len(await waiting(database, "recommendation-near")) == 1
        await school.report_recommendation(mine, number, "Приказ № 12")
        assert len(await owed(database, "recommendation-reported")) == 2
        await decisions.close_decision(me, number)
        done = (await school.recommendation_card(mine, number)).decision
        assert (done.state, done.report) == ("done", "Приказ № 12")
        assert [one for one, _ in await owed(database, "recommendation-closed")] == [mine]
        with refused("decision-done"):
            await school.report_recommendation(mine, number, "Ещё")

    async def test_is_told_to_whoever_comes_later_and_moves_with_its_school(
        self, services: Services, database: Database, campaign: Collecting
    ) -> None:
        number = await decided(services, campaign, 0)
        await services.monitoring.decisions.send_decision(campaign.methodist, number)
        admin = await somebody(services, HEAD, "Ларина Ада", Role.ADMIN)
        newcomer = await somebody(services, OTHER, "Новиков Пётр", Role.MENTOR)
        await services.roles.grant(admin, newcomer, Role.HEAD, campaign.schools[0])
        told = [person for person, _ in await owed(database, "recommended")]
        assert told == [campaign.coordinator(0), newcomer]
        await services.schools.merge(admin, campaign.schools[0], campaign.schools[1])
        page = await services.monitoring.recommendations.my_recommendations(campaign.coordinator(1))
        assert [one.id for one in page.recommendations] == [number]

    async def test_is_for_the_people_of_its_school_alone(
        self, services: Services, campaign: Collecting
    ) -> None:
        number = await decided(services, campaign, 0)
        await services.monitoring.decisions.send_decision(campaign.methodist, number)
        school = services.monitoring.recommendations
        teacher = await somebody(services, OTHER, "Чужих Вера", Role.MENTOR, None)
        for stranger in (campaign.coordinator(1), campaign.methodist, teacher):
            assert (await school.my_recommendations(stranger)).total == 0
            with refused("other-school"):
                await school.recommendation_card(stranger, number)
            with refused("other-school"):
                await school.report_recommendation(stranger, number, "Сделали")

    async def test_shows_in_the_menu_of_the_school_as_long_as_it_waits(
        self, services: Services, campaign: Collecting
    ) -> None:
        mine = campaign.coordinator(0)
        number = await decided(services, campaign, 0)
        await services.monitoring.decisions.send_decision(campaign.methodist, number)
        duties = (await services.desk.overview(mine)).duties
        assert (duties.requests, duties.asked) == (1, 1)
        assert (duties.recommendations, duties.recommended) == (1, 1)
        await services.monitoring.recommendations.report_recommendation(mine, number, "Сделали")
        duties = (await services.desk.overview(mine)).duties
        assert (duties.recommendations, duties.recommended) == (1, 0)
        own = (await services.desk.overview(campaign.methodist)).duties
        assert (own.requests, own.asked, own.recommendations) == (1, 1, 0)


class TestThePaper:
    async def test_has_what_was_concluded_and_sent_and_no_drafts(
        self, services: Services, campaign: Collecting
    ) -> None:
        me, reviews = campaign.methodist, services.monitoring.reviews
        place = council_of(services)
        await reviews.conclude_review(me, campaign.id, place, "Растём")
        await decided(services, campaign, 0)
        sent = await decided(services, campaign, 1)
        await services.monitoring.decisions.send_decision(me, sent)
        (found,) = await reviews.discussed(me, campaign.id)
        assert (found.place, found.conclusion) == (place, "Растём")
        assert [(one.id, one.due_on) for one in found.decisions] == [(sent, DUE)]
