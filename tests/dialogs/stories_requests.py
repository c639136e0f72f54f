"""Answering requests: the list, the card, each kind of field, the summary, handing in."""

from __future__ import annotations

from datetime import date, timedelta

from bot.states import RequestStates
from services.monitoring.answers.given import Given
from services.permissions import Role
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.collecting import (
    INDICATORS,
    VARIABLES,
    Collecting,
    an_open_campaign,
)
from tests.services.collecting import METHODIST as WHO_ASKS

DAY = timedelta(days=1)
TITLE, PLAN = "Мониторинг, осень <b>&", "Приказ № 5 <b>&"
WHY, COLLEAGUES = "Филиал закрыли <b>&", "Ершова Ольга 0-0"
LONG = ("Открыли новый корпус и приняли <b>& " * 40)[:1000]


def knows_the_words(world: World) -> None:
    """What people and the profile of the story wrote stays in its language."""
    titles = [one.title.ru for one in (*VARIABLES, *INDICATORS)]
    hints = [one.hint.ru for one in VARIABLES if one.hint]
    names = [COLLEAGUES, "Мерц Зоя Павловна", "Что изменилось за год"]
    world.typed += (*titles, *hints, *names, TITLE, PLAN, WHY, LONG, LONG[:400])


async def _collecting(world: World, covers: tuple[date, date] | None = None) -> Collecting:
    """A campaign of two schools; the coordinator’s is the first."""
    knows_the_words(world)
    municipality = world.services.municipality
    profile = municipality.profile
    try:
        return await an_open_campaign(world.services, 2, title=TITLE, covers=covers)
    finally:
        municipality.profile = profile


async def _fills(world: World, request: int, **more: str) -> None:
    """The person who holds the phone answers everything."""
    me, answering = await world.my_id(), world.services.monitoring.answering
    answers = {
        "staff": "40", "young": "10", "mentored": "1", "site": "да", "covered": "12,5",
        "plans": PLAN,
    } | more  # fmt: skip
    for key, text in answers.items():
        assert (await answering.type_answer(me, request, key, text, 0)).state == "saved"


@situation(after="a_coordinator")
async def asked_for_data(world: World) -> None:
    """A coordinator holds the phone; nothing is answered yet."""
    await _collecting(world)


@situation(after="asked_for_data")
async def half_answered(world: World) -> None:
    """A colleague has answered the first two fields, and has no data for the third."""
    answering, me = world.services.monitoring.answering, await _colleague(world)
    for key, text in (("staff", "40"), ("young", "10")):
        await answering.type_answer(me, 1, key, text, 0)
    await answering.give_answer(me, 1, "mentored", Given(no_data=True, note=WHY), 0)


async def _colleague(world: World) -> int:
    """Another coordinator of the school."""
    person = await signs_up(world, COLLEAGUE, "Жукова Жанна Ефимовна")
    await appoint(world, COLLEAGUE, Role.COORDINATOR, at_own_school=True)
    return person


@situation(after="asked_for_data")
async def answering_at_once(world: World) -> None:
    """The field is on the screen when a colleague answers it."""
    await world.follows(*FIELD)
    me = await _colleague(world)
    await world.services.monitoring.answering.type_answer(me, 1, "staff", "40", 0)


@situation(after="asked_for_data")
async def all_answered(world: World) -> None:
    """The coordinator has answered everything; one indicator is low, a file is attached."""
    await _fills(world, 1)
    me, evidence = await world.my_id(), world.services.monitoring.evidence
    world.typed += ("План <b>&.pdf",)
    await evidence.attach_evidence(me, 1, "plans", "document", "file", "План <b>&.pdf")


@situation(after="all_answered")
async def answered_and_explained(world: World) -> None:
    """The word on the low indicator is there too."""
    submitting = world.services.monitoring.submitting
    await submitting.explain_low(await world.my_id(), 1, "mentoring", WHY)


@situation(after="all_answered")
async def handed_in(world: World) -> None:
    await world.services.monitoring.submitting.submit_request(await world.my_id(), 1)


@situation(after="handed_in")
async def given_back(world: World) -> None:
    """The methodist wants two fields corrected."""
    reasons = {"young": WHY, "site": LONG[:400]}
    await world.services.monitoring.checking.give_back(await _methodist(world), 1, reasons)


async def _methodist(world: World) -> int:
    """Who opened the campaign."""
    person = await world.services.people.find(WHO_ASKS)
    assert person is not None
    return person.id


@situation(after="given_back")
async def given_back_and_corrected(world: World) -> None:
    me, answering = await world.my_id(), world.services.monitoring.answering
    await answering.type_answer(me, 1, "young", "8", 0)
    await answering.keep_answer(me, 1, "site", 0)


@situation(after="handed_in")
async def accepted(world: World) -> None:
    await world.services.monitoring.checking.accept(await _methodist(world), 1)


@situation(after="asked_for_data")
async def overdue(world: World) -> None:
    world.clock.advance(30 * DAY)


@situation(after="all_answered")
async def overdue_and_answered(world: World) -> None:
    world.clock.advance(30 * DAY)


@situation(after="half_answered")
async def closed_before_the_answer(world: World) -> None:
    await world.services.monitoring.planning.close_campaign(await _methodist(world), 1)


@situation(after="accepted")
async def asked_again(world: World) -> None:
    """The next campaign: the answers of the last one are known."""
    world.clock.advance(60 * DAY)
    day = date(2027, 1, 1)
    await _collecting(world, covers=(day, day + 100 * DAY))


@situation(after="a_methodist")
async def a_methodist_who_collects(world: World) -> None:
    """A methodist, who answers the municipality’s own part, holds the phone."""
    await _collecting(world)


LIST = ("/requests",)
CARD = (*LIST, "request")
FIELD = (*CARD, "begin")
TO_SHARE = (*FIELD, "skip", "skip", "skip", "skip")
TO_TEXT = (*TO_SHARE, "skip")
ANSWERS = (*CARD, "answers")
BARE = (*ANSWERS, "field:plans", "file", "remove")  # an answer without its file
ASKED, HALF, ALL = "asked_for_data", "half_answered", "all_answered"
BACK, CORRECTED, NEXT = "given_back", "given_back_and_corrected", "asked_again"
OWN = "a_methodist_who_collects"

STORIES: tuple[Story, ...] = (
    *stories(
        RequestStates.list,
        (ASKED, *LIST),
        (BACK, *LIST),
        (NEXT, *LIST),
        (OWN, *LIST),
        ("registered", *LIST),
        ("closed_before_the_answer", *LIST),
    ),
    *stories(
        RequestStates.card,
        (ASKED, *CARD),
        (ASKED, *CARD, "📎no table"),
        (ASKED, *FIELD, "back"),
        (HALF, *CARD),
        (ALL, *CARD),
        ("handed_in", *CARD),
        (BACK, *CARD),
        (CORRECTED, *CARD),
        ("accepted", *CARD),
        ("overdue", *CARD),
        ("closed_before_the_answer", *CARD),
        (OWN, *CARD),
    ),
    *stories(
        RequestStates.field,
        (ASKED, *FIELD),
        (ASKED, *FIELD, "«двенадцать»"),
        (ASKED, *FIELD, "«40 чел.»"),
        (ASKED, *FIELD, "«40»", "«41»"),
        (ASKED, *FIELD, "«40»", "known"),
        (ASKED, *FIELD, "📎no table"),
        (ASKED, *FIELD, "skip", "skip", "skip"),
        (ASKED, *TO_SHARE, "«101»"),
        (ASKED, *TO_SHARE, "back"),
        (ASKED, *TO_TEXT),
        (HALF, *CARD, "go_on", "back"),
        (ALL, *ANSWERS, "field:plans"),
        (BACK, *CARD, "correct"),
        (BACK, *CARD, "correct", "«8»"),
        (NEXT, *FIELD, "«12»", "«нет»"),
        (NEXT, *FIELD, "«12»", "«12»"),
        (NEXT, *FIELD, "«12»", "«Верно.»"),
        (NEXT, *FIELD),
        (OWN, *FIELD),
    ),
    *stories(
        RequestStates.no_data,
        (ASKED, *FIELD, "no_data"),
        (ASKED, *FIELD, "«нет данных»"),
        (ASKED, *FIELD, "no_data", "«" + "ж" * 401 + "»"),
    ),
    *stories(RequestStates.jump, (NEXT, *FIELD, "«12»"), (NEXT, *FIELD, "«12»", "«13 чел.»")),
    *stories(RequestStates.conflict, ("answering_at_once", "«41»")),
    *stories(
        RequestStates.evidence,
        (ALL, *ANSWERS, "field:plans", "file"),
        (ALL, *BARE),
        (ALL, *BARE, "📎no table"),
        (ALL, *BARE, "«привет»"),
        (ALL, *BARE, "back", "📎no table"),
        (ALL, *BARE, "back", "all", "attach"),
    ),
    *stories(
        RequestStates.summary,
        (HALF, *ANSWERS),
        (ALL, *ANSWERS),
        (ALL, *ANSWERS, "explain", f"«{WHY}»"),
        (ALL, *ANSWERS, "explain", "skip"),
        (ALL, *ANSWERS, "field:staff", "«42»"),
        ("answered_and_explained", *ANSWERS),
        ("handed_in", *ANSWERS),
        (BACK, *ANSWERS),
        (CORRECTED, *ANSWERS),
        (ASKED, *TO_TEXT, f"«{LONG}»"),
        (ASKED, *TO_TEXT, f"«{PLAN}»"),
        (ALL, *BARE, "back", "all"),
        (OWN, *CARD, "begin", "all"),
    ),
    *stories(
        RequestStates.low,
        (ALL, *ANSWERS, "explain"),
        (ALL, *ANSWERS, "explain", "«   »"),
        ("answered_and_explained", *ANSWERS, "reword"),
    ),
    *stories(
        RequestStates.submit,
        (ALL, *ANSWERS, "submit"),
        (CORRECTED, *CARD, "resubmit", "submit"),
        ("overdue_and_answered", *CARD, "finish", "submit"),
    ),
    *stories(
        RequestStates.done,
        (ALL, *ANSWERS, "submit", "yes"),
        ("overdue_and_answered", *CARD, "finish", "submit", "yes"),
        (OWN, *FIELD, "skip", "«7»", "«Стало лучше <b>&»", "submit", "yes"),
    ),
    *stories(
        RequestStates.history,
        (HALF, *CARD, "history"),
        ("accepted", *CARD, "history"),
        ("accepted", *CARD, "history", "later"),
    ),
)
