"""Events for people: the calendar, its filters, cards, one's own places, reminders."""

from __future__ import annotations

from datetime import timedelta

from bot.states import EventStates
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.happenings import publish

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
LIST, MINE = ("/events",), ("/events", "mine")
FILTER = (*LIST, "filter")
LINK, REASON = "https://meet.example/lesson?room=<5>&", "Заболел ведущий <b>&"
TEXT = "Разберём задания <b>&"
USUAL = ("Оценивание на уроке", "Школа № 1, актовый зал", "Соколова М. И.")
LONG_TITLE = ("Формирующее оценивание <b>& " * 8)[:200]
LONG_LINK = f"https://{'x' * 480}.example"
LONG_TEXT = ("Разберём задания, придумаем критерии <i>& " * 60)[:2000]


@situation(after="with_gaps_everywhere")
async def with_events_of_all_kinds(world: World) -> None:
    """A teacher of mathematics with gaps; eight events, in five of which she has a place."""
    services, me = world.services, await world.my_id()
    other = await signs_up(world, COLLEAGUE, "Ильина Вера Олеговна", school=2)
    block = world.questionnaire.variant_for("teacher").blocks[0].key
    now = world.clock.now()
    world.typed += (LINK, REASON, TEXT, *USUAL)
    register = services.events.places.register
    online = await publish(
        services, after=3 * DAY, seats=15, place="", link=LINK, form="webinar", level="municipal",
        description=TEXT, picture="photo", register_until=now + 2 * DAY,
        audience={"positions": ["teacher"], "young": True, "levels": ["partial"]},
        topics=(("block", block), ("subject", "mathematics"), ("rubric", "wellbeing")),
    )  # fmt: skip
    full = await publish(services, after=3 * DAY, seats=1, form="seminar", level="regional")
    awaited = await publish(services, after=4 * DAY, seats=1, form="seminar")
    registered = await publish(
        services, after=5 * DAY, link=LINK, ends_at=now + 6 * DAY, picture="photo",
        vector="informal",
    )  # fmt: skip
    for event in (full, awaited):
        await register(other, event)
    for event in (awaited, registered):
        await register(me, event)
    await publish(
        services, after=8 * DAY, register_until=now, audience_only=True,
        audience={"statuses": ["low_results"]},
    )  # fmt: skip
    await _cancelled(world, me)
    on, past = await publish(services, after=HOUR), await publish(services, after=HOUR / 2)
    await register(me, on)
    await register(me, past)
    async with services.access.uow.writing() as store:
        await store.attendance.come(past, me, "list", now)
        await store.events.change(past, now, ends_at=now + HOUR * 2 / 3)
    world.clock.advance(HOUR)
    assert online < full


async def _cancelled(world: World, me: int) -> None:
    """An event that was called off after people had registered."""
    services, now = world.services, world.clock.now()
    event = await publish(services, after=9 * DAY)
    await services.events.places.register(me, event)
    async with services.access.uow.writing() as store:
        await store.events.change(event, now, state="cancelled", cancel_reason=REASON)


@situation(after="with_two_results_at_length")
async def with_events_at_length(world: World) -> None:
    """Everything as long as it can be."""
    world.typed += (LONG_TITLE, LONG_TEXT, LONG_LINK)
    blocks = [block.key for block in world.questionnaire.variant_for("teacher").blocks]
    for number in range(7):
        await publish(
            world.services, after=(number + 1) * DAY, seats=999, title=LONG_TITLE,
            description=LONG_TEXT, place=LONG_TITLE, link=LONG_LINK,
            organiser=LONG_TITLE, form="webinar", level="municipal",
            topics=tuple(("block", key) for key in blocks), audience={"blocks": blocks},
        )  # fmt: skip


ALL = "with_events_of_all_kinds"
STORIES: tuple[Story, ...] = (
    *stories(
        EventStates.calendar,
        ("registered", *LIST),
        (ALL, *LIST),
        (ALL, *LIST, "later"),
        (ALL, *LIST, "suit"),
        (ALL, *LIST, "«привет»"),
        (ALL, *FILTER, "filter:form", "value:webinar", "show"),
        (ALL, *FILTER, "filter:level", "value:regional", "show", "suit"),
        ("a_registered_head", *LIST),
        ("with_events_about_gaps", "/results", "pass", "about:block.fgos"),
        ("with_events_at_length", *LIST),
        ("with_events_at_length", *FILTER, "filter:block", "value", "show"),
    ),
    *stories(
        EventStates.filter,
        (ALL, *FILTER),
        (ALL, *FILTER, "filter:subject", "value:mathematics"),
        ("with_events_at_length", *FILTER),
        ("with_events_at_length", *FILTER, "filter:block", "value"),
    ),
    *stories(
        EventStates.choice,
        (ALL, *FILTER, "filter:form"),
        (ALL, *FILTER, "filter:block"),
        (ALL, *FILTER, "filter:form", "value:webinar", "filter:form"),
        ("with_events_at_length", *FILTER, "filter:block"),
    ),
    *stories(
        EventStates.mine,
        ("registered", *MINE),
        ("registered", *MINE, "past"),
        (ALL, *MINE),
        (ALL, *MINE, "past"),
    ),
    *stories(
        EventStates.card,
        (ALL, *LIST, "event:1"),
        (ALL, *LIST, "event:1", "register"),
        (ALL, *LIST, "event:2"),
        (ALL, *LIST, "event:2", "wait"),
        (ALL, *LIST, "event:3"),
        (ALL, *LIST, "event:4"),
        (ALL, *LIST, "event:4", "leave", "yes"),
        (ALL, *LIST, "later", "event:5"),
        (ALL, *MINE, "event:7"),
        (ALL, *MINE, "event:6"),
        (ALL, *MINE, "past", "event:8"),
        ("with_events_at_length", *LIST, "event"),
        ("with_events_at_length", *LIST, "event", "register"),
    ),
    *stories(
        EventStates.withdraw,
        (ALL, *LIST, "event:4", "leave"),
        (ALL, *LIST, "event:3", "leave_line"),
        ("with_events_at_length", *LIST, "event", "register", "leave"),
    ),
    *stories(
        EventStates.reminders,
        (ALL, *MINE, "remind"),
        (ALL, *LIST, "event:4", "remind", "when:day"),
        ("registered", *MINE, "remind", "when:week", "when:day", "when:hour"),
    ),
)
