"""Events as those who make them see them: the list, fields, changes, what is asked once."""

from __future__ import annotations

from datetime import timedelta

from bot.states import EventDeskStates
from services.permissions import Role
from tests.dialogs.situations import situation
from tests.dialogs.staff import ADMIN_ID, COLLEAGUE, METHODIST, appoint, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import TELEGRAM_ID, World

DESK = ("/event_desk",)
TITLE, PLACE, NEW_PLACE = "Оценивание <b>&", "Школа № 5, <i>зал</i>", "Кабинет 12 & <b>"
LINK, ORGANISER, WHY = "https://meet.example.org/a?b=1&c=2", "Соседи <b>&", "Заболела <b>ведущая"
LONG_TITLE = ("Формирующее оценивание и обратная связь <b>& " * 10)[:200]
LONG_TEXT = ("Разбираем работы вместе <b>& " * 80)[:2000]
LONG_PLACE = ("Аксёновская школа, второй этаж, " * 10)[:200]
FULL, BARE, FREE, DRAFT, EMPTY, OFF, PAST, ON = range(1, 9)
COLLEAGUES = range(COLLEAGUE + 40, COLLEAGUE + 42)


@situation(after="with_gaps_everywhere")
async def a_methodist_with_events(world: World) -> None:
    """The methodist holds the phone; there are events of all kinds, and people in them."""
    world.typed += (TITLE, PLACE, NEW_PLACE, LINK, ORGANISER, WHY, LONG_TITLE, LONG_TEXT)
    world.typed += (LONG_PLACE, "https://" + "a" * 480 + ".org")
    guests = [TELEGRAM_ID, *COLLEAGUES]
    await signs_up(world, ADMIN_ID, "Ларина Ада Игоревна")
    await signs_up(world, METHODIST, "Соколова Мария Ивановна", school=1)
    for guest in COLLEAGUES:
        await signs_up(world, guest, "Щукина Юлия Геннадьевна")
    await appoint(world, METHODIST, Role.METHODIST)
    world.becomes(METHODIST)
    await _full(world, await made(world, days=10))
    await made(world, days=12)
    await made(world, days=14, seats=15, place=PLACE)
    await _full(world, await made(world, days=20, state="draft"), deadline=False)
    await world.services.events.desk.create(await world.my_id(), TITLE)
    off, past = await made(world, days=9), await made(world, days=0.1, seats=10)
    on = await made(world, days=1.02, link=LINK)
    for guest in guests:
        for event in (FULL, FREE, off, past, on):
            await joins(world, guest, event)
    await world.services.events.desk.cancel(await world.my_id(), off, WHY)
    world.clock.advance(days=1.03)


async def made(
    world: World, *, days: float, state: str = "published", seats: int | None = None, **texts: str
) -> int:
    """An event of two hours that begins so many days from now; its number."""
    desk, me, now = world.services.events.desk, await world.my_id(), world.clock.now()
    event = await desk.create(me, TITLE)
    start = now + timedelta(days=days)
    await desk.move(me, event, start, start + timedelta(hours=2))
    await desk.set_seats(me, event, seats)
    for field, text in texts.items():
        await desk.relocate(me, event, field, text)
    if state == "published":
        await desk.publish(me, event)
    return event


async def _full(world: World, event: int, *, deadline: bool = True) -> None:
    """Everything that can be said, as long as it may be."""
    desk, me = world.services.events.desk, await world.my_id()
    await desk.write(me, event, "title", LONG_TITLE)
    await desk.write(me, event, "description", LONG_TEXT)
    await desk.write(me, event, "organiser", ORGANISER)
    await desk.relocate(me, event, "place", LONG_PLACE)
    await desk.relocate(me, event, "link", "https://" + "a" * 480 + ".org")
    await desk.set_seats(me, event, 2)
    await desk.set_picture(me, event, "photo")
    for field in ("form", "level", "vector", "direction"):
        await desk.choose(me, event, field, desk.choices.of_field(field)[-1][0])
    for kind in ("block", "subject", "rubric"):
        for key, _ in desk.choices.of_topics(kind):
            await desk.mark_topic(me, event, kind, key, True)
    if deadline:
        await desk.set_deadline(me, event, world.clock.now() + timedelta(days=9))
    await world.services.audiences.mark(me, "event", event, "positions", "teacher", True)
    await desk.close_to_others(me, event, True)


async def joins(world: World, telegram_id: int, event: int) -> None:
    """Somebody registers."""
    person = await world.services.people.find(telegram_id)
    assert person is not None
    await world.services.events.places.register(person.id, event)


def card(event: int, *more: str) -> tuple[str, ...]:
    """The way to the card of an event to come."""
    return (*DESK, f"event:{event}", *more)


def fields(event: int, *more: str) -> tuple[str, ...]:
    """The way to the fields of a published event."""
    return card(event, "edit", *more)


def draft(event: int, *more: str) -> tuple[str, ...]:
    """The way to the fields of a draft."""
    return (*DESK, "part:drafts", f"event:{event}", *more)


WHO = "a_methodist_with_events"
NEW = (*DESK, "new")


def told(*ways: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Ways of the methodist with events."""
    return tuple((WHO, *way) for way in ways)


STORIES: tuple[Story, ...] = (
    *stories(
        EventDeskStates.list,
        ("a_methodist", *DESK),
        ("a_methodist", *DESK, "part:drafts"),
        *told(
            DESK,
            (*DESK, "«привет»"),
            (*DESK, "part:drafts"),
            (*DESK, "part:past"),
            draft(EMPTY, "others", "discard", "discard"),
        ),
    ),
    *stories(
        EventDeskStates.card,
        *told(
            card(FULL),
            card(BARE),
            card(FREE),
            card(ON),
            (*DESK, "part:past", f"event:{OFF}"),
            (*DESK, "part:past", f"event:{PAST}"),
            card(FREE, "more", "cancel", f"«{WHY}»", "cancel"),
        ),
        ("a_methodist", *NEW, f"«{TITLE}»", "«завтра 15:00»", "publish", "publish"),
    ),
    *stories(
        EventDeskStates.more,
        *told(
            card(FULL, "more"),
            card(ON, "more"),
        ),
    ),
    *stories(
        EventDeskStates.fields,
        ("a_methodist", *NEW, f"«{TITLE}»", "back"),
        ("a_methodist", *NEW, f"«{TITLE}»", "«завтра 15:00»"),
        *told(
            draft(DRAFT),
            draft(EMPTY),
            draft(EMPTY, "«привет»"),
            fields(FULL),
            fields(BARE, "field:place", f"«{PLACE}»"),
            fields(FULL, "field:seats", "no_limit"),
            fields(FREE, "field:place", f"«{NEW_PLACE}»", "apply"),
            fields(FREE, "field:place", f"«{NEW_PLACE}»", "silent"),
            fields(FREE, "field:when", "«завтра 15:00»", "apply"),
            fields(FULL, "field:deadline", "until_start"),
        ),
    ),
    *stories(
        EventDeskStates.details,
        *told(
            draft(DRAFT, "others"),
            draft(EMPTY, "others"),
            draft(DRAFT, "others", "only"),
            fields(FULL, "others"),
            fields(FULL, "others", "field:picture", "remove"),
        ),
    ),
    *stories(
        EventDeskStates.text,
        ("a_methodist", *NEW),
        ("a_methodist", *NEW, "«5»"),
        *told(
            draft(EMPTY, "field:title"),
            draft(DRAFT, "others", "field:description"),
            draft(EMPTY, "others", "field:organiser"),
            draft(DRAFT, "field:place"),
            draft(DRAFT, "field:link"),
            draft(EMPTY, "field:link", "«ftp»"),
            draft(EMPTY, "field:title", f"«{'Ж' * 201}»"),
        ),
    ),
    *stories(
        EventDeskStates.choice,
        *told(
            draft(DRAFT, "field:form"),
            draft(DRAFT, "field:form", "later"),
            draft(EMPTY, "others", "field:level"),
            draft(DRAFT, "others", "field:vector"),
            draft(DRAFT, "others", "field:direction"),
        ),
    ),
    *stories(
        EventDeskStates.topics,
        *told(
            draft(EMPTY, "field:topics"),
            draft(DRAFT, "field:topics", "later"),
            draft(DRAFT, "field:topics", "kind:subject", "topic"),
            draft(DRAFT, "field:topics", "kind:rubric"),
        ),
    ),
    *stories(
        EventDeskStates.when,
        ("a_methodist", *NEW, f"«{TITLE}»"),
        ("a_methodist", *NEW, f"«{TITLE}»", "«потом»"),
        ("a_methodist", *NEW, f"«{TITLE}»", "«завтра 16:00–15:00»"),
        *told(
            fields(FULL, "field:when"),
            fields(ON, "field:when", "«завтра»"),
            card(FULL, "more", "repeat"),
            (*DESK, "part:past", f"event:{PAST}", "again"),
            (*DESK, "part:past", f"event:{OFF}", "repeat"),
        ),
    ),
    *stories(
        EventDeskStates.deadline,
        *told(
            fields(FULL, "field:deadline"),
            fields(BARE, "field:deadline"),
            fields(BARE, "field:deadline", "«31.12.2027»"),
        ),
    ),
    *stories(
        EventDeskStates.seats,
        *told(
            fields(FULL, "field:seats"),
            fields(BARE, "field:seats"),
            fields(FREE, "field:seats", "«1»"),
            fields(FREE, "field:seats", "«сто»"),
        ),
    ),
    *stories(
        EventDeskStates.picture,
        *told(
            draft(EMPTY, "others", "field:picture"),
            draft(DRAFT, "others", "field:picture", "«афиша»"),
        ),
    ),
    *stories(
        EventDeskStates.publish,
        *told(draft(DRAFT, "publish")),
        ("a_methodist", *NEW, f"«{TITLE}»", "«завтра 15:00»", "publish"),
    ),
    *stories(
        EventDeskStates.change,
        *told(
            fields(FREE, "field:when", "«завтра 23:30 – послезавтра 00:30»"),
            fields(FREE, "field:place", f"«{NEW_PLACE}»"),
            fields(FULL, "field:link", "remove"),
        ),
    ),
    *stories(
        EventDeskStates.cancel,
        *told(
            card(FULL, "more", "cancel"),
            card(FULL, "more", "cancel", f"«{WHY}»"),
            card(ON, "more", "cancel", "«" + "ж" * 401 + "»"),
        ),
    ),
    *stories(EventDeskStates.discard, *told(draft(DRAFT, "others", "discard"))),
)
