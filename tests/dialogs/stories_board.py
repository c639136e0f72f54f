"""The board of a campaign: schools, answers, returning, accepting, reminding, who is asked."""

from __future__ import annotations

from datetime import date, timedelta

from bot.states import BoardStates
from services.monitoring.answers.given import Given
from tests.dialogs.situations import situation
from tests.dialogs.stories_requests import knows_the_words
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.collecting import Collecting, an_open_campaign

TITLE, WHY = "Мониторинг, осень <b>&", "Без совместителей <b>&"
LOW, PLANS, FILE = "В школе ремонт <b>&", "Наставники <b>&", "Приказ <b>&.pdf"
SEEN = 1_000_000
ANSWERS = {
    "staff": Given(number=34),
    "young": Given(number=10),
    "mentored": Given(number=1),
    "site": Given(number=1),
    "covered": Given(number=12.5),
    "plans": Given(text=PLANS),
}
# The schools of the story, by how far they are.
SILENT, BEGUN, SENT, FLAGGED, BACK, DONE, GONE, ORPHAN = range(8)


async def _collects(world: World, schools: int, covers: tuple[date, date]) -> Collecting:
    municipality = world.services.municipality
    profile = municipality.profile
    try:
        return await an_open_campaign(
            world.services, schools, title=TITLE, covers=covers, without=[ORPHAN]
        )
    finally:
        municipality.profile = profile


async def hands_in(world: World, person: int, request: int, **other: Given) -> None:
    """Somebody answers everything and hands it in."""
    answering = world.services.monitoring.answering
    for key, given in (ANSWERS | other).items():
        await answering.give_answer(person, request, key, given, SEEN, sure=True)
    await world.services.monitoring.submitting.submit_request(person, request)


@situation(after="a_methodist")
async def a_methodist_with_a_board(world: World) -> None:
    """The methodist holds the phone; schools are everywhere on their way, one with everything
    there is to notice; an earlier period is there to compare with."""
    knows_the_words(world)
    names = [f"Ершова Ольга {number}-0" for number in range(10)]
    world.typed += (TITLE, WHY, LOW, PLANS, FILE, *names, "Пояснение <b>&", "Проверьте сайт")
    services, day = world.services, date(2026, 1, 1)
    first = await _collects(world, 4, (day, day + timedelta(days=100)))
    await hands_in(world, first.coordinator(FLAGGED), first.request(FLAGGED))
    await services.monitoring.planning.close_campaign(first.methodist, first.id)
    world.clock.advance(days=1)
    found = await _collects(world, 9, (day + timedelta(days=101), day + timedelta(days=200)))
    monitoring, me = services.monitoring, await world.my_id()
    give = monitoring.answering.give_answer
    await give(found.coordinator(BEGUN), found.request(BEGUN), "staff", Given(number=3), SEEN)
    await _flagged(world, found)
    for number in (SENT, BACK, DONE, GONE):
        await hands_in(world, found.coordinator(number), found.request(number))
    reasons = {"staff": WHY, "site": "Проверьте сайт"}
    await monitoring.checking.give_back(me, found.request(BACK), reasons)
    await monitoring.checking.accept(me, found.request(DONE))
    await monitoring.checking.withdraw(me, found.request(GONE))
    world.clock.advance(days=30)


async def _flagged(world: World, found: Collecting) -> None:
    """A jump, no data, a file, a low indicator with a word on it, a correction."""
    monitoring, me = world.services.monitoring, await world.my_id()
    person, request = found.coordinator(FLAGGED), found.request(FLAGGED)
    nothing = Given(no_data=True, note="Пояснение <b>&")
    give = monitoring.answering.give_answer
    await give(person, request, "plans", Given(text=PLANS), SEEN)
    await monitoring.evidence.attach_evidence(person, request, "plans", "document", "file", FILE)
    await give(person, request, "young", Given(number=10), SEEN)
    await give(person, request, "mentored", Given(number=1), SEEN)
    await monitoring.submitting.explain_low(person, request, "mentoring", LOW)
    await hands_in(world, person, request, covered=nothing, staff=Given(number=90))
    await monitoring.checking.give_back(me, request, {"staff": WHY, "site": WHY})
    await give(person, request, "staff", Given(number=80), SEEN, sure=True)
    await monitoring.answering.keep_answer(person, request, "site", SEEN)
    await monitoring.submitting.submit_request(person, request)


@situation(after="a_methodist_with_a_board")
async def a_methodist_with_marks(world: World) -> None:
    """Fields are chosen for a return, of a submitted and of an accepted request."""
    me, checking = await world.my_id(), world.services.monitoring.checking
    for number in (SENT, DONE):
        await checking.mark_for_return(me, _request(number), ["staff", "young"], WHY)


@situation(after="a_methodist_with_a_board")
async def a_methodist_with_a_closed_board(world: World) -> None:
    """The campaign is closed."""
    await world.services.monitoring.planning.close_campaign(await world.my_id(), 2)


@situation(after="a_methodist_with_a_board")
async def a_methodist_who_has_reminded(world: World) -> None:
    """Everybody was reminded today."""
    await world.services.monitoring.nudging.nudge(await world.my_id(), 2)


# Requests are numbered by school: four of the first campaign and its own part come before.
def _request(number: int) -> int:
    return 6 + number


BOARD = ("/monitoring", "campaign:2", "board")
WHO, MARKS = "a_methodist_with_a_board", "a_methodist_with_marks"
CLOSED, REMINDED = "a_methodist_with_a_closed_board", "a_methodist_who_has_reminded"


def school(number: int, *more: str) -> tuple[str, ...]:
    """The way to the request of a school, through the queue's filter of its state."""
    only = {
        SILENT: "expected", ORPHAN: "orphans", BEGUN: "in_work", SENT: "submitted",
        FLAGGED: "submitted", BACK: "returned", DONE: "accepted", GONE: "withdrawn",
    }[number]  # fmt: skip
    return (*BOARD, "filter", f"only:{only}", f"school:{_request(number)}", *more)


def told(*ways: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Ways of the methodist with the board."""
    return tuple((WHO, *way) for way in ways)


STORIES: tuple[Story, ...] = (
    *stories(
        BoardStates.board,
        *told(
            BOARD,
            (*BOARD, "later"),
            (*BOARD, "filter", "only:submitted"),
            (*BOARD, "accept_all", "accept"),
            ("/queue", "checks"),
        ),
        (CLOSED, *BOARD),
        (REMINDED, *BOARD),
    ),
    *stories(BoardStates.filter, *told((*BOARD, "filter"))),
    *stories(BoardStates.more, *told((*BOARD, "more")), (CLOSED, *BOARD, "more")),
    *stories(
        BoardStates.find,
        *told((*BOARD, "«школа»"), (*BOARD, "«Звёздный <b>&»"), (*BOARD, "«школа»", "«сош»")),
    ),
    *stories(
        BoardStates.add,
        *told((*BOARD, "more", "add"), (*BOARD, "more", "add", "«Звёздный <b>&»")),
    ),
    *stories(BoardStates.add_ask, *told((*BOARD, "more", "add", "school"))),
    *stories(
        BoardStates.request,
        *told(
            *(school(number) for number in range(8)),
            (*BOARD, "more", "own"),
            school(SENT, "values", "accept"),
            school(SENT, "accept"),
            school(GONE, "again"),
        ),
        (CLOSED, *school(BACK)),
    ),
    *stories(
        BoardStates.values,
        *told(
            school(FLAGGED, "values"),
            school(FLAGGED, "values", "later"),
            school(FLAGGED, "values", "noticed"),
            school(BACK, "values"),
            school(DONE, "values"),
            school(BEGUN, "values"),
        ),
        (MARKS, *school(SENT, "values")),
    ),
    *stories(
        BoardStates.value,
        *told(
            school(FLAGGED, "values", "field:staff"),
            school(FLAGGED, "values", "later", "field:covered"),
            school(FLAGGED, "values", "later", "field:plans"),
            school(BACK, "values", "field:staff"),
            school(BEGUN, "values", "field:young"),
        ),
        (MARKS, *school(SENT, "values", "field:staff")),
    ),
    *stories(
        BoardStates.fields,
        *told(
            school(SENT, "values", "fields"),
            school(SENT, "values", "fields", "field:staff", "field:young"),
        ),
        (MARKS, *school(SENT, "values", "return", "more")),
    ),
    *stories(
        BoardStates.reason,
        *told(
            school(SENT, "values", "fields", "field:staff", "why"),
            school(SENT, "values", "field:staff", "mark"),
            school(SENT, "values", "field:staff", "mark", f"«{'ж' * 401}»"),
        ),
    ),
    *stories(
        BoardStates.give_back,
        *told(
            school(SENT, "values", "fields", "field:staff", "why", "quick"),
            school(SENT, "values", "fields", "field:staff", "why", f"«{WHY}»"),
        ),
        (MARKS, *school(SENT, "values", "return")),
    ),
    *stories(BoardStates.reopen, (MARKS, *school(DONE, "values", "return"))),
    *stories(BoardStates.accept, *told(school(BACK, "values", "as_is"))),
    *stories(
        BoardStates.accept_all,
        *told((*BOARD, "accept_all"), (*BOARD, "accept_all", "accept", "accept_all")),
    ),
    *stories(BoardStates.withdraw, *told(school(SENT, "withdraw"), school(ORPHAN, "withdraw"))),
    *stories(
        BoardStates.history,
        *told(
            school(FLAGGED, "history"),
            school(FLAGGED, "history", "later"),
            school(FLAGGED, "values", "field:staff", "history"),
            school(SILENT, "history"),
        ),
    ),
    *stories(
        BoardStates.nudge,
        *told((*BOARD, "nudge"), school(SILENT, "nudge")),
        (REMINDED, *BOARD, "nudge"),
        (REMINDED, *school(SILENT, "nudge")),
    ),
    *stories(
        BoardStates.orphans,
        *told(("/queue", "orphans"), (*BOARD, "more", "orphans")),
    ),
)
