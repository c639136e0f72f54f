"""The council as methodists see it, and recommendations as schools do."""

from __future__ import annotations

from datetime import date, timedelta

from bot.states import AdminStates, CouncilStates, MenuStates, RecommendationStates
from services.permissions import Role
from tests.dialogs.situations import situation
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.collecting import (
    COORDINATORS,
    METHODIST,
    Collecting,
    an_open_campaign,
    somebody,
)
from tests.services.happenings import publish

TITLE, RESPONSIBLE = "Мониторинг <b>& осень", "Методист <i>по кадрам"
WORD, REPORT = "Пришлите приказ <b>&", "Наставники назначены <b>&, приказ № 12"
TEXT = ("Назначить наставников молодым учителям и провести встречи <b>& " * 20)[:1000]
CONCLUSION = ("Наставников мало, но их становится больше <b>& " * 50)[:2000]
BARE, COMPLETE, MANY, OPEN, REPORTED, DONE, ALONE = range(1, 8)
_DUE, _LATE = date(2026, 12, 15), date(2026, 9, 20)


async def _campaign(world: World) -> Collecting:
    """A campaign under way; the third school has nobody to be told."""
    world.typed += (TITLE, RESPONSIBLE, WORD, REPORT, TEXT, CONCLUSION, "Школа № 902")
    world.typed += ("Мерц Зоя Павловна", "Ершова Ольга 0-0", "Ершова Ольга 1-0")
    return await an_open_campaign(
        world.services, title=TITLE, profile=world.profile, without=[2], told=False
    )


@situation(after="registered")
async def a_methodist_before_the_council(world: World) -> None:
    """Nothing is written down yet."""
    await _campaign(world)
    world.becomes(METHODIST)


@situation(after="registered")
async def a_methodist_with_decisions(world: World) -> None:
    """Decisions of all sorts, so many that they take two pages."""
    campaign = await _campaign(world)
    world.becomes(METHODIST)
    me, reviews = campaign.methodist, world.services.monitoring.reviews
    place = world.profile.monitoring.review[0].key
    await reviews.hold_review(me, campaign.id, place, world.clock.now().date() + timedelta(days=5))
    await reviews.conclude_review(me, campaign.id, place, CONCLUSION)
    await _decides(world, campaign, due=None)
    await _decides(world, campaign, 0)
    await _decides(world, campaign, 0, 1, 2, responsible=RESPONSIBLE)
    sent = [
        await _decides(world, campaign, 2, due=_LATE),
        await _decides(world, campaign, 0),
        await _decides(world, campaign, 1),
        await _decides(world, campaign, responsible=RESPONSIBLE),
    ]
    decisions = world.services.monitoring.decisions
    for number in sent:
        await decisions.send_decision(me, number)
    world.clock.advance(days=30)
    for number, school in ((REPORTED, 0), (DONE, 1)):
        mine = campaign.coordinator(school)
        await world.services.monitoring.recommendations.report_recommendation(mine, number, REPORT)
    await decisions.close_decision(me, DONE)


async def _decides(
    world: World,
    campaign: Collecting,
    *schools: int,
    due: date | None = _DUE,
    responsible: str = "",
) -> int:
    """A draft; its number."""
    decisions, me = world.services.monitoring.decisions, campaign.methodist
    place = world.profile.monitoring.review[0].key
    number = await decisions.draft_decision(me, campaign.id, place, TEXT)
    for school in schools:
        await decisions.address_decision(me, number, campaign.schools[school], True)
    if due is not None:
        await decisions.due_decision(me, number, due)
    if responsible:
        await decisions.charge_decision(me, number, responsible)
    return number


@situation(after="a_methodist_with_decisions")
async def a_coordinator_who_has_reported(world: World) -> None:
    """The coordinator of the first school holds the phone."""
    world.becomes(COORDINATORS)


@situation(after="a_methodist_with_decisions")
async def a_coordinator_who_is_to_do_more(world: World) -> None:
    """The methodist has sent the report back; there are further recommendations."""
    decisions, methodist = world.services.monitoring.decisions, await world.my_id()
    await decisions.send_back(methodist, REPORTED, WORD)
    for number in (COMPLETE, MANY):
        await decisions.due_decision(methodist, number, _DUE)
        await decisions.send_decision(methodist, number)
    world.becomes(COORDINATORS)


@situation(after="a_methodist_with_decisions")
async def a_coordinator_whose_report_is_confirmed(world: World) -> None:
    """The coordinator of the second school holds the phone."""
    world.becomes(COORDINATORS + 10)


@situation(after="a_methodist_with_decisions")
async def somebody_with_every_role_at_an_event(world: World) -> None:
    """One person with every role, an assessment begun, an event that is on, and work waiting."""
    services, now = world.services, world.clock.now()
    event = await publish(services, after=timedelta(minutes=30))
    world.typed += ("Оценивание на уроке",)
    claiming = await somebody(services, 700_000_079, "Ильина Вера", Role.MENTOR)
    world.becomes(COORDINATORS)
    me = await world.my_id()
    async with services.access.uow.writing() as store:
        school = (await store.roles.held(me))[0].school_id
        for role in (Role.ADMIN, Role.METHODIST, Role.COUNCIL, Role.EXPERT):
            await store.roles.add(me, role, now)
        await store.roles.add(me, Role.HEAD, now, school_id=school)
        await store.roles.add(claiming, Role.HEAD, now, school_id=school, state="claimed")
    await services.assessments.start(me)
    await services.events.places.register(me, event)
    world.clock.advance(minutes=40)


WHO = "a_methodist_with_decisions"
NEW = "a_methodist_before_the_council"
COUNCIL = ("/monitoring", "campaign", "council")
PLACE = (*COUNCIL, "place")
MINE = ("/menu", "advice")


def decision(number: int, *more: str) -> tuple[str, ...]:
    """The way to a decision; those of the second page are older."""
    turned = ("later",) if number in (COMPLETE, MANY, DONE) else ()
    return (WHO, *PLACE, *turned, f"decision:{number}", *more)


STORIES: tuple[Story, ...] = (
    *stories(
        MenuStates.menu,
        ("somebody_with_every_role_at_an_event", "/menu"),
        ("a_coordinator_who_is_to_do_more", "/menu"),
    ),
    *stories(AdminStates.statistics, (WHO, "/stats")),
    *stories(CouncilStates.places, (NEW, *COUNCIL), (WHO, *COUNCIL)),
    *stories(
        CouncilStates.place,
        (NEW, *PLACE),
        (WHO, *PLACE),
        (WHO, *PLACE, "later"),
        (NEW, *PLACE, "held", "day"),
        (NEW, *PLACE, "held", "«12 сентября»"),
        (NEW, *PLACE, "conclude", "«Растём»"),
        (WHO, *PLACE, "conclude", "remove"),
        (WHO, *PLACE, "later", f"decision:{MANY}", "send", "yes"),
        (WHO, *PLACE, f"decision:{BARE}", "discard", "yes"),
    ),
    *stories(CouncilStates.decisions, (WHO, *COUNCIL, "all"), (WHO, *COUNCIL, "all", "later")),
    *stories(
        CouncilStates.held,
        (NEW, *PLACE, "held"),
        (WHO, *PLACE, "held"),
        (WHO, *PLACE, "held", "«вчера»"),
        (WHO, *PLACE, "held", "«1.1.2020»"),
    ),
    *stories(CouncilStates.conclusion, (NEW, *PLACE, "conclude"), (WHO, *PLACE, "conclude")),
    *stories(CouncilStates.text, (NEW, *PLACE, "new"), decision(BARE, "text")),
    *stories(
        CouncilStates.decision,
        (NEW, *PLACE, "new", "«Провести семинар»"),
        decision(BARE),
        decision(COMPLETE),
        decision(MANY),
        decision(OPEN),
        decision(REPORTED),
        decision(DONE),
        decision(ALONE),
        decision(ALONE, "close", "yes"),
        decision(REPORTED, "confirm", "yes"),
        decision(REPORTED, "return", f"«{WORD}»"),
        decision(COMPLETE, "send", "yes"),
        decision(BARE, "due", "«15 декабря»"),
        decision(BARE, "responsible", f"«{RESPONSIBLE}»"),
    ),
    *stories(
        CouncilStates.school,
        decision(BARE, "schools"),
        decision(BARE, "schools", "all"),
        decision(MANY, "schools"),
        decision(BARE, "schools", "later"),
        decision(BARE, "schools", "«Аксен»"),
        decision(BARE, "schools", "«Небывалая»"),
    ),
    *stories(
        CouncilStates.responsible, decision(BARE, "responsible"), decision(MANY, "responsible")
    ),
    *stories(
        CouncilStates.due,
        decision(BARE, "due"),
        decision(OPEN, "due"),
        decision(BARE, "due", "«1.1.2020»"),
    ),
    *stories(CouncilStates.send, decision(COMPLETE, "send"), decision(MANY, "send")),
    *stories(CouncilStates.close, decision(REPORTED, "confirm"), decision(ALONE, "close")),
    *stories(CouncilStates.send_back, decision(REPORTED, "return")),
    *stories(CouncilStates.drop, decision(BARE, "discard"), decision(REPORTED, "drop")),
    *stories(
        RecommendationStates.list,
        ("a_coordinator_who_has_reported", *MINE),
        ("a_coordinator_who_is_to_do_more", *MINE),
    ),
    *stories(
        RecommendationStates.card,
        ("a_coordinator_who_has_reported", *MINE, "decision"),
        ("a_coordinator_who_is_to_do_more", *MINE, f"decision:{REPORTED}"),
        ("a_coordinator_whose_report_is_confirmed", *MINE, "decision"),
        ("a_coordinator_who_is_to_do_more", *MINE, "decision", "report", f"«{REPORT}»"),
    ),
    *stories(
        RecommendationStates.report,
        ("a_coordinator_who_is_to_do_more", *MINE, "decision", "report"),
        ("a_coordinator_who_has_reported", *MINE, "decision", "correct"),
    ),
)
