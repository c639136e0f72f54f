"""Broadcasts: the list, a draft and its parts, sending, what became of it."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert, update

from bot.states import BroadcastStates
from services.audiences import Criteria
from services.subscriptions import EVENTS, LAW
from storage.models import OutboxMessage
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE, COORDINATOR, signs_up
from tests.dialogs.story import Story, stories
from tests.dialogs.world import ADMIN_ID, TELEGRAM_ID, World
from tests.services.happenings import publish

HELLO, LONG = "Добрый день <b>&", ("Порядок аттестации изменился с сентября. " * 100)[:3600]
LINK, LABEL = "https://school.example/plan?a=<1>&b", "Программа <b>&"
TITLE = "Семинар " + "по функциональной грамотности <b>& " * 4 + "для всех"
FILE = "Положение <b>& " * 9
NAMES = ("Ильина Вера Олеговна", "Белова Инна Олеговна")
TYPED = (
    HELLO,
    LONG,
    LONG[:1000].strip(),
    TITLE,
    LINK,
    LABEL,
    FILE,
    *NAMES,
    "Telegram",
    "TelegramBadRequest",
)
OPEN = ("/broadcasts", "broadcast")
NEW = ("/broadcasts", "new")


async def draft(world: World, text: str = HELLO, category: str = EVENTS) -> int:
    """A draft of the methodist."""
    me, drafts = await world.my_id(), world.services.broadcasts.drafts
    number = await drafts.create(me)
    await drafts.set_text(me, number, text.replace("&", "&amp;").replace("<", "&lt;"))
    await drafts.set_category(me, number, category)
    await drafts.set_ack(me, number, True)
    return number


async def settle(world: World) -> None:
    """Whatever can be done about broadcasts now is done."""
    while await world.services.broadcasts.sending.advance():
        pass


@situation(after="a_methodist")
async def a_methodist_who_writes(world: World) -> None:
    """A methodist, and texts of broadcasts; two more people."""
    world.typed += TYPED
    await signs_up(world, COLLEAGUE, NAMES[0], school=2)
    await signs_up(world, COORDINATOR, NAMES[1])


@situation(after="a_methodist_who_writes")
async def a_short_draft(world: World) -> None:
    """Text and category."""
    await draft(world)


@situation(after="a_methodist_who_writes")
async def an_empty_draft(world: World) -> None:
    """Nothing at all."""
    await world.services.broadcasts.drafts.create(await world.my_id())


@situation(after="a_methodist_who_writes")
async def a_full_draft(world: World) -> None:
    """Everything that can be set, for part of the people, at a moment of the next days."""
    me, broadcasts = await world.my_id(), world.services.broadcasts
    number = await draft(world, LONG[:1000], LAW)
    await broadcasts.drafts.set_media(me, number, "document", "file", FILE, "")
    await broadcasts.drafts.set_link(me, number, LABEL, LINK)
    await broadcasts.drafts.set_ack(me, number, True)
    at = world.clock.now() + timedelta(days=2)
    await broadcasts.control.set_moment(me, number, at)
    async with world.services.access.uow.writing() as store:
        audience = Criteria(positions=("teacher",), young=True, levels=("partial",)).dump()
        await store.broadcasts.change(number, ("draft",), at, audience=audience)


@situation(after="a_short_draft")
async def a_draft_at_night(world: World) -> None:
    """It is midnight."""
    world.clock.advance(hours=14)


@situation(after="a_short_draft")
async def a_draft_for_the_night(world: World) -> None:
    """It is to go at midnight."""
    me, control = await world.my_id(), world.services.broadcasts.control
    await control.set_moment(me, 1, world.clock.now() + timedelta(hours=14))


@situation(after="a_short_draft")
async def a_draft_to_nobody(world: World) -> None:
    """Nobody of the audience is there."""
    async with world.services.access.uow.writing() as store:
        nobody = Criteria(positions=("head",), roles=("expert",)).dump()
        await store.broadcasts.change(1, ("draft",), world.clock.now(), audience=nobody)


@situation(after="a_methodist_who_writes")
async def an_announcement(world: World) -> None:
    """A draft about an event, with its picture."""
    world.typed += ("Оценивание на уроке", "Школа № 1, актовый зал")
    event = await publish(world.services, description=HELLO, seats=15, picture="photo")
    await world.services.broadcasts.drafts.announce(await world.my_id(), event)


@situation(after="an_announcement")
async def an_announcement_of_what_is_off(world: World) -> None:
    """The event is cancelled."""
    async with world.services.access.uow.writing() as store:
        await store.events.change(1, world.clock.now(), state="cancelled")


@situation(after="a_short_draft")
async def a_scheduled_broadcast(world: World) -> None:
    """It waits for tomorrow."""
    me, control = await world.my_id(), world.services.broadcasts.control
    await control.set_moment(me, 1, world.clock.now() + timedelta(days=1))
    await control.send(me, 1, False)


@situation(after="a_short_draft")
async def a_broadcast_on_the_way(world: World) -> None:
    """Its first copies are out: one came, perhaps twice, one failed, one is unreachable."""
    me = await world.my_id()
    await world.services.broadcasts.control.send(me, 1, True)
    await settle(world)
    await _came(world, TELEGRAM_ID, "sent", uncertain=1)
    await _came(world, COLLEAGUE, "unreachable")
    await _came(world, COORDINATOR, "failed", error="TelegramBadRequest: <b>&")


async def _came(world: World, telegram_id: int, state: str, **values: object) -> None:
    person = await world.services.people.find(telegram_id)
    assert person is not None
    copy = update(OutboxMessage).where(OutboxMessage.person_id == person.id)
    now = world.clock.now()
    async with world.database.write() as session:
        await session.execute(copy.values(state=state, sent_at=now, **values))


@situation(after="a_broadcast_on_the_way")
async def a_paused_broadcast(world: World) -> None:
    """It is held."""
    await world.services.broadcasts.control.pause(await world.my_id(), 1)


@situation(after="a_broadcast_on_the_way")
async def a_resting_broadcast(world: World) -> None:
    """It is night, and it was not meant for the night."""
    async with world.services.access.uow.writing() as store:
        now = world.clock.now()
        await store.broadcasts.change(1, ("sending",), now, scheduled_at=now)
    world.clock.advance(hours=14)
    await settle(world)


@situation(after="a_broadcast_on_the_way")
async def a_cancelled_broadcast(world: World) -> None:
    """It is called off."""
    await world.services.broadcasts.control.cancel(await world.my_id(), 1)


@situation(after="a_broadcast_on_the_way")
async def a_broadcast_that_is_over(world: World) -> None:
    """All copies are settled."""
    for one in (ADMIN_ID, world.user.id):
        await _came(world, one, "sent")
    await settle(world)


@situation(after="a_broadcast_that_is_over")
async def many_broadcasts(world: World) -> None:
    """Some pages of drafts, and one of each other kind."""
    me, broadcasts = await world.my_id(), world.services.broadcasts
    for _ in range(7):
        await draft(world, LONG)
    await broadcasts.drafts.create(me)
    event = await publish(world.services, title=TITLE, place="")
    await broadcasts.drafts.announce(me, event)
    for later in (1, 2):
        number = await draft(world)
        await broadcasts.control.set_moment(me, number, world.clock.now() + timedelta(days=later))
        await broadcasts.control.send(me, number, False)
    await broadcasts.control.cancel(me, number)


@situation(after="a_broadcast_that_is_over")
async def a_broadcast_to_many_unreachable(world: World) -> None:
    """Pages of names."""
    now = world.clock.now()
    async with world.services.access.uow.writing() as store:
        people = [await store.people.add(800_000_000 + n, "ru", now) for n in range(45)]
        for person in people:
            await store.people.change(person, now, full_name=NAMES[0])
    async with world.database.write() as session:
        await session.execute(
            insert(OutboxMessage),
            [
                {
                    "person_id": person, "broadcast_id": 1, "kind": "broadcast", "facts": {},
                    "dedupe_key": f"x{person}", "state": "unreachable", "next_at": now,
                    "created_at": now,
                }
                for person in people
            ],
        )  # fmt: skip


STORIES: tuple[Story, ...] = (
    *stories(
        BroadcastStates.list,
        ("a_methodist_who_writes", "/broadcasts"),
        ("a_methodist_who_writes", "/broadcasts", "shelf:going"),
        ("a_methodist_who_writes", "/broadcasts", "shelf:over"),
        ("many_broadcasts", "/broadcasts"),
        ("many_broadcasts", "/broadcasts", "shelf:draft"),
        ("many_broadcasts", "/broadcasts", "shelf:draft", "later"),
        ("many_broadcasts", "/broadcasts", "shelf:over"),
        ("many_broadcasts", "/broadcasts", "«привет»"),
    ),
    *stories(
        BroadcastStates.draft,
        ("a_methodist_who_writes", *NEW, "back"),
        ("an_empty_draft", *OPEN),
        ("a_short_draft", *OPEN),
        ("a_short_draft", *OPEN, "preview"),
        ("a_short_draft", *OPEN, "ask_not"),
        ("a_full_draft", *OPEN),
        ("a_full_draft", *OPEN, "text", "remove", "back"),
        ("an_announcement", *OPEN),
        ("an_announcement", *OPEN, "category", "category:events"),
        ("an_announcement_of_what_is_off", *OPEN),
        ("a_short_draft", *OPEN, "link", f"«{LABEL} {LINK}»"),
        ("a_short_draft", *OPEN, "when", "«25.11 14:30»"),
        ("a_short_draft", *OPEN, "text", "«Иначе»"),
        ("a_short_draft", *OPEN, "text", "📎no table"),
    ),
    *stories(
        BroadcastStates.delete,
        ("a_short_draft", *OPEN, "delete"),
        ("an_empty_draft", *OPEN, "delete"),
    ),
    *stories(
        BroadcastStates.text,
        ("a_methodist_who_writes", *NEW),
        ("an_empty_draft", *OPEN, "text"),
        ("a_full_draft", *OPEN, "text"),
        ("a_short_draft", *OPEN, "text", "«" + "Ш" * 4096 + "»", "text"),
        ("an_announcement", *OPEN, "text", "«" + "Ш" * 1000 + "»"),
    ),
    *stories(
        BroadcastStates.link,
        ("a_short_draft", *OPEN, "link"),
        ("a_full_draft", *OPEN, "link"),
        ("a_short_draft", *OPEN, "link", "«нет»"),
    ),
    *stories(
        BroadcastStates.category,
        ("a_short_draft", *OPEN, "category"),
        ("a_methodist_who_writes", *NEW, f"«{HELLO}»"),
    ),
    *stories(
        BroadcastStates.when,
        ("a_short_draft", *OPEN, "when"),
        ("a_full_draft", *OPEN, "when"),
        ("a_short_draft", *OPEN, "when", "«когда-нибудь»"),
        ("a_short_draft", *OPEN, "when", "«01.05.2020 10:00»"),
    ),
    *stories(
        BroadcastStates.confirm,
        ("a_short_draft", *OPEN, "next"),
        ("a_full_draft", *OPEN, "next"),
        ("a_draft_at_night", *OPEN, "next"),
        ("a_draft_for_the_night", *OPEN, "next"),
        ("a_draft_to_nobody", *OPEN, "next"),
    ),
    *stories(
        BroadcastStates.progress,
        ("a_scheduled_broadcast", *OPEN),
        ("a_broadcast_on_the_way", *OPEN),
        ("a_broadcast_on_the_way", *OPEN, "pause"),
        ("a_paused_broadcast", *OPEN),
        ("a_resting_broadcast", *OPEN),
        ("a_cancelled_broadcast", *OPEN),
        ("a_broadcast_that_is_over", *OPEN),
        ("a_short_draft", *OPEN, "next", "send"),
    ),
    *stories(
        BroadcastStates.cancel,
        ("a_broadcast_on_the_way", *OPEN, "cancel"),
        ("a_scheduled_broadcast", *OPEN, "cancel"),
    ),
    *stories(BroadcastStates.remind, ("a_broadcast_that_is_over", *OPEN, "remind")),
    *stories(
        BroadcastStates.names,
        ("a_broadcast_that_is_over", *OPEN, "lost"),
        ("a_broadcast_that_is_over", *OPEN, "failed"),
        ("a_broadcast_that_is_over", *OPEN, "silent"),
        ("a_broadcast_to_many_unreachable", *OPEN, "lost"),
        ("a_broadcast_to_many_unreachable", *OPEN, "lost", "later", "later"),
    ),
)
