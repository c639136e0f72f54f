"""What came out of a campaign: indicators, schools, periods, words, files; one's own school."""

from __future__ import annotations

from bot.states import IndicatorStates
from services.permissions import Role
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE, appoint, signs_up
from tests.dialogs.stories_requests import knows_the_words
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.collecting import COORDINATORS
from tests.services.measuring import BEFORE, NOW, WHY, WORDS, answered, measured, school

COUNCIL = COLLEAGUE + 60
SPRING, AUTUMN = "period:1", "period:2"


async def _prepares(world: World, *, full: bool) -> None:
    """Two campaigns; the latest answered by most schools, or by one."""
    knows_the_words(world)
    world.typed += (BEFORE, NOW, WHY, WORDS, "Нет приказа", "Лунина Ада Петровна")
    municipality = world.services.municipality
    profile = municipality.profile
    try:
        found = await measured(world.services, world.clock)
        if full:
            await answered(found, world.clock)
            request = found.autumn.request(1)
            checking = world.services.monitoring.checking
            await checking.give_back(found.methodist, request, {"site": WHY})
        else:
            await school(found.autumn, world.services, 0, (40, 10, 1, 1))
    finally:
        municipality.profile = profile


@situation(after="a_methodist")
async def a_methodist_with_results(world: World) -> None:
    """The methodist holds the phone; two periods can be compared."""
    await _prepares(world, full=True)


@situation(after="a_methodist")
async def a_methodist_with_one_answer(world: World) -> None:
    """The methodist holds the phone; sums are not to be shown yet."""
    await _prepares(world, full=False)


@situation(after="a_methodist_with_results")
async def somebody_of_the_council(world: World) -> None:
    """A member of the council holds the phone."""
    await signs_up(world, COUNCIL, "Лунина Ада Петровна")
    await appoint(world, COUNCIL, Role.COUNCIL)
    world.becomes(COUNCIL)


@situation(after="a_methodist_with_results")
async def a_coordinator_with_results(world: World) -> None:
    """The coordinator of the first school holds the phone."""
    world.becomes(COORDINATORS)


OPEN = ("/indicators", AUTUMN)
RESULTS, FEW, MEMBER = (
    "a_methodist_with_results",
    "a_methodist_with_one_answer",
    "somebody_of_the_council",
)


def indicator(key: str, *more: str) -> tuple[str, ...]:
    """The way to an indicator."""
    return (*OPEN, f"indicator:{key}", *more)


def told(*ways: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Ways of the methodist with results, and of the one with too few."""
    return tuple((who, *way) for who in (RESULTS, FEW) for way in ways)


STORIES: tuple[Story, ...] = (
    *stories(
        IndicatorStates.list,
        ("a_methodist", "/indicators"),
        (RESULTS, *OPEN, "periods"),
        (MEMBER, "/indicators", "«привет»"),
    ),
    *stories(
        IndicatorStates.overview,
        *told(OPEN),
        (RESULTS, "/indicators", SPRING),
        (MEMBER, "/menu", "indicators", AUTUMN),
        (MEMBER, *OPEN),
    ),
    *stories(
        IndicatorStates.indicator,
        *told(indicator("mentoring"), indicator("held")),
        (RESULTS, *indicator("youth")),
        (RESULTS, *indicator("sites")),
    ),
    *stories(
        IndicatorStates.ranking,
        *told(indicator("mentoring", "ranking")),
        (RESULTS, *indicator("sites", "ranking")),
    ),
    *stories(IndicatorStates.schools, *told((*OPEN, "schools")), (MEMBER, *OPEN, "schools")),
    *stories(
        IndicatorStates.school,
        *((RESULTS, *OPEN, "schools", f"school:{number}") for number in (7, 8, 10, 11)),
        (FEW, *indicator("mentoring", "ranking", "school")),
        (MEMBER, *OPEN, "schools", "school"),
    ),
    *stories(
        IndicatorStates.dynamics,
        *told(indicator("mentoring", "dynamics")),
        (RESULTS, "/indicators", SPRING, "indicator:youth", "dynamics"),
        (RESULTS, *indicator("held", "dynamics")),
    ),
    *stories(
        IndicatorStates.words, *told((*OPEN, "words")), (RESULTS, "/indicators", SPRING, "words")
    ),
    *stories(IndicatorStates.files, *told((*OPEN, "files")), (MEMBER, *OPEN, "files", "table")),
    *stories(
        IndicatorStates.own,
        ("a_coordinator_with_results", "/requests", "request", "results"),
    ),
)
