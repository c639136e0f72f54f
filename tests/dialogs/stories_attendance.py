"""At events and after them: checking in, the organiser's list, feedback, materials."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.states import AttendanceStates, EventStates
from tests.dialogs.situations import situation
from tests.dialogs.staff import TELEGRAM_ID, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.happenings import publish

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
GUEST = 700_000_400
NAMES = (
    "Ёлкин Пётр Львович",
    "Абрамова Инна Олеговна",
    "О’Брайен-Smith Мэри-Энн",
    "Чернов Олег Ильич",
    "Щукина Юлия Геннадьевна",
    "Яковлева Зоя Марковна",
    "Бородин Илья Андреевич",
    "Вершинин Лев Романович",
)
TITLE, LONG = "Семинар <b>&", ("Функциональная грамотность <b>& " * 8)[:200]
WORDS = "Спасибо, много полезного <b>&"
LINK, NAMED = "https://example.org/<5>&", "Запись <b>& https://example.org/video"
CODE = "40718"
COMMENT, LONGEST = (WORDS * 40)[:1000], ("<b>& Ж" * 200)[:1000]
TYPED = (
    COMMENT,
    LONGEST,
    TITLE,
    LONG,
    WORDS,
    LINK,
    NAMED,
    "Запись <b>&",
    "https://example.org/video",
    CODE,
)
PLACE, ORGANISER = "Школа № 1, актовый зал", "Соколова М. И."


async def _hands(world: World, telegram_id: int) -> int:
    """The phone in other hands for a moment; whose they are."""
    world.becomes(telegram_id)
    return await world.my_id()


async def happening(world: World, after: timedelta, **fields: Any) -> int:
    """An event; its number."""
    world.typed += (*TYPED, PLACE, ORGANISER, *(str(value) for value in fields.values()))
    return await publish(world.services, after=after, **{"title": TITLE, "code": CODE, **fields})


@situation(after="a_methodist")
async def a_methodist_at_a_seminar(world: World) -> None:
    """An event is on: eight people have a place, one of them is there, two wait.

    It is number 1. Number 2 is ahead, without anybody.
    """
    services, owner = world.services, world.user
    on = await happening(world, HOUR / 2, seats=8)
    await happening(world, 10 * DAY, title=LONG)
    people = [await signs_up(world, GUEST + n, name) for n, name in enumerate(NAMES)]
    teacher = await _hands(world, TELEGRAM_ID)
    world.user = owner
    for person in (*people, teacher, await world.my_id()):
        await services.events.places.register(person, on)
    token = (await services.events.attendance.check_in_desk(await world.my_id(), on)).event.token
    await services.events.attendance.check_in_by_link(people[0], token)


@situation(after="a_methodist_at_a_seminar")
async def a_methodist_after_a_seminar(world: World) -> None:
    """The same a day later: those who came have rated it, and there are materials."""
    services, me = world.services, await world.my_id()
    events = services.events
    for person in await _people(world):
        await events.attendance.mark(me, 1, person, True)
    world.clock.advance(DAY)
    await events.closing.close_ended()
    *others, teacher = await _people(world)
    await events.feedback.rate(teacher, 1, 4)
    for number, person in enumerate(others):
        await events.feedback.rate(person, 1, 5 - number % 3)
        await events.feedback.comment(person, 1, WORDS if number else COMMENT)
    await events.materials.add_file(me, 1, "document", "file", "Слайды <b>&.pdf")
    await events.materials.add_file(me, 1, "photo", "photo", "Доска <b>&")
    for _ in range(2):
        await events.materials.add_link(me, 1, NAMED)
    world.typed += ("Слайды <b>&.pdf", "Доска <b>&")


async def _people(world: World) -> list[int]:
    """Four of the people, and the teacher."""
    owner = world.user
    found = [await _hands(world, one) for one in (*range(GUEST, GUEST + 4), TELEGRAM_ID)]
    world.user = owner
    return found


@situation(after="a_methodist_after_a_seminar")
async def a_methodist_long_after_a_seminar(world: World) -> None:
    world.clock.advance(30 * DAY)


@situation(after="a_methodist_at_a_seminar")
async def at_a_seminar(world: World) -> None:
    """The teacher, who has a place at two events that are on at once, holds the phone."""
    other = await happening(world, HOUR / 2, title=LONG)
    me = await _hands(world, TELEGRAM_ID)
    for event in (1, other):
        async with world.services.access.uow.writing() as store:
            await store.registrations.put(event, me, "registered", world.clock.now())


@situation(after="a_methodist_after_a_seminar")
async def after_a_seminar(world: World) -> None:
    """The teacher, who has come and rated it, holds the phone."""
    await _hands(world, TELEGRAM_ID)


@situation(after="a_methodist")
async def a_methodist_with_a_crowd(world: World) -> None:
    """An event with the longest title, a crowd, and the longest words."""
    services, me = world.services, await world.my_id()
    on = await happening(world, HOUR / 2, title=LONG)
    owner = world.user
    for number in range(12):
        name = f"Константинопольский-Новосеребренниковский Христофор-Александр{'и' * number}"
        world.typed += (name,)
        person = await signs_up(world, GUEST + number, name)
        await services.events.attendance.mark(me, on, person, True)
    world.user = owner
    world.clock.advance(DAY)
    for number in range(12):
        person = await _hands(world, GUEST + number)
        await services.events.feedback.rate(person, on, 1)
        await services.events.feedback.comment(person, on, LONGEST)
    world.user = owner
    for number in range(20):
        title = f"{'Ж' * 118}{number:02}"
        world.typed += (title,)
        await services.events.materials.add_file(me, on, "document", "file", title)


ON, AFTER, OLD = (
    "a_methodist_at_a_seminar",
    "a_methodist_after_a_seminar",
    "a_methodist_with_a_crowd",
)
CARD = ("/event_desk", "event:1")
PAST = ("/event_desk", "part:past", "event:1")
PEOPLE, PAST_PEOPLE = (*CARD, "participants"), (*PAST, "participants")
MORE, PAST_MORE = (*PEOPLE, "more"), (*PAST_PEOPLE, "more")
NEXT = ("/event_desk", "event:2")
MINE = ("/events", "mine", "past", "event:1")

STORIES: tuple[Story, ...] = (
    *stories(
        AttendanceStates.participants,
        (ON, *PEOPLE),
        (ON, *PEOPLE, "later"),
        (ON, *PEOPLE, "person"),
        (ON, *PEOPLE, "part"),
        (ON, *PEOPLE, "part", "part"),
        (ON, *PEOPLE, "part", "part", "part"),
        (ON, *PEOPLE, "mode"),
        (ON, *PEOPLE, "«Щукина»"),
        (ON, *PEOPLE, "«ъъъ <b>&»"),
        (ON, *NEXT, "participants"),
        (ON, *MORE, "everybody", "everybody_yes"),
        (AFTER, *PAST_PEOPLE),
        ("a_methodist_long_after_a_seminar", *PAST_PEOPLE),
        (OLD, *PAST_PEOPLE),
    ),
    *stories(
        AttendanceStates.actions,
        (ON, *MORE),
        (ON, *NEXT, "participants", "more"),
        (AFTER, *PAST_MORE),
        (ON, *MORE, "«привет»"),
    ),
    *stories(AttendanceStates.everybody, (ON, *MORE, "everybody")),
    *stories(
        AttendanceStates.guest,
        (ON, *MORE, "guest"),
        (ON, *MORE, "guest", "«Ларина»"),
        (ON, *MORE, "guest", "«Ларина»", "guest"),
        (ON, *MORE, "guest", "«ъъъ <b>&»"),
    ),
    *stories(
        AttendanceStates.person,
        (ON, *PEOPLE, "mode", "person"),
        (ON, *PEOPLE, "mode", "person", "mark"),
        (ON, *PEOPLE, "part", "part", "part", "mode", "person"),
        (AFTER, *PAST_PEOPLE, "part", "part", "mode", "person"),
        (AFTER, *PAST_PEOPLE, "part", "part", "mode", "person", "unmark"),
        (OLD, *PAST_PEOPLE, "mode", "person"),
    ),
    *stories(
        AttendanceStates.checkin,
        (ON, *CARD, "checkin"),
        (ON, *MORE, "checkin"),
        (ON, *NEXT, "checkin"),
        (AFTER, *PAST_MORE, "checkin"),
        (OLD, *PAST_MORE, "checkin"),
    ),
    *stories(
        AttendanceStates.feedback,
        (ON, *MORE, "feedback"),
        (AFTER, *PAST_MORE, "feedback"),
        (AFTER, *PAST_MORE, "feedback", "later"),
        (OLD, *PAST_MORE, "feedback"),
    ),
    *stories(
        AttendanceStates.materials,
        (ON, *MORE, "materials"),
        (ON, *MORE, "materials", "«просто слова»"),
        (ON, *MORE, "materials", f"«{NAMED}»"),
        (ON, *MORE, "materials", "📎no table"),
        (AFTER, *PAST_MORE, "materials", "later"),
        (AFTER, *PAST_MORE, "materials", "open"),
        (AFTER, *PAST_MORE, "materials", "hand_out", "hand_out_yes"),
        (AFTER, *PAST_MORE, "materials", "material", "remove"),
        (OLD, *PAST_MORE, "materials", "📎no table"),
    ),
    *stories(
        AttendanceStates.material,
        (AFTER, *PAST_MORE, "materials", "material"),
        (AFTER, *PAST_MORE, "materials", "later", "material"),
        (OLD, *PAST_MORE, "materials", "material"),
    ),
    *stories(
        AttendanceStates.hand_out,
        (AFTER, *PAST_MORE, "materials", "hand_out"),
        (AFTER, *PAST_MORE, "materials", "open", "hand_out"),
    ),
    *stories(
        EventStates.code,
        ("at_a_seminar", "/menu", "here"),
        ("at_a_seminar", "/menu", "here", f"«{CODE}»"),
        ("at_a_seminar", "/menu", "here", f"«{CODE}»", f"«{CODE}»"),
        ("at_a_seminar", "/menu", "here", "«00000»"),
        ("at_a_seminar", "/menu", "here", "«?»"),
    ),
    *stories(
        EventStates.rate,
        ("after_a_seminar", *MINE, "rate"),
        ("after_a_seminar", *MINE, "rate", "«пять»"),
    ),
    *stories(
        EventStates.comment,
        ("after_a_seminar", *MINE, "rate", "rating:4"),
        ("after_a_seminar", *MINE, "rate", "words"),
        ("after_a_seminar", *MINE, "rate", "words", f"«{WORDS}»"),
        ("after_a_seminar", *MINE, "rate", "words", "«" + "ж" * 1001 + "»"),
    ),
    *stories(EventStates.card, ("after_a_seminar", *MINE)),
)
