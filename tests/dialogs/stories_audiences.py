"""Audiences, from what has one; and which broadcasts somebody wants."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from bot.dialogs.audiences.files import layout
from bot.states import AudienceStates, SubscriptionStates
from services.audiences import PLACES, Criteria
from services.sheets import read_sheet
from tests.dialogs.files import FILES
from tests.dialogs.situations import situation
from tests.dialogs.staff import COLLEAGUE
from tests.dialogs.stories_broadcasts import OPEN
from tests.dialogs.stories_event_desk import NEW
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.happenings import publish

AUDIENCE = (*OPEN, "audience")
CRITERIA = (*AUDIENCE, "change")
SAVED = (*AUDIENCE, "kept")
FILE = (*CRITERIA, "kind:list")
EVENT = (*NEW, "«Семинар <b>&»", "back")
NAME, TITLE = "Молодые <b>физики</b> &", "Оценивание <b>&"
TYPED = (NAME, TITLE, "Ильина Вера Олеговна", "Ильина Вера Алеговна", "Синицын <b>Пётр</b>")


async def an_event(world: World, title: str = TITLE) -> int:
    """A published event with people in it."""
    return await publish(world.services, title=title)


@situation(after="a_short_draft")
async def who_narrows_a_broadcast(world: World) -> None:
    """Some of everything is chosen; a saved audience, a list, an event; people left out."""
    me, audiences, owner = await world.my_id(), world.services.audiences, ("broadcast", 1)
    world.typed += TYPED
    event, mark = await an_event(world), partial(audiences.mark, me, *owner)
    school = (await world.services.schools.page(0)).schools[0]
    await mark("positions", "teacher", True)
    await mark("schools", str(school.id), True)
    await audiences.save(me, *owner, NAME)
    await mark("blocks", world.questionnaire.variants[0].blocks[0].key, True)
    await mark("levels", "pronounced", True)
    await mark("roles", "member", True)
    await audiences.mark_young(me, *owner, True)
    await audiences.choose_event(me, *owner, event)
    for place in PLACES:
        await mark("places", place, True)
    await keep_list(world)


async def keep_list(world: World) -> None:
    """The list of the file `people`, for the first broadcast."""
    me, audiences = await world.my_id(), world.services.audiences
    name, data = FILES["people"]()
    sheet = read_sheet(data, name, layout())
    plan = await audiences.plan_list(me, sheet)
    assert await audiences.keep_list(me, "broadcast", 1, sheet, plan.digest, name) is None


@situation(after="a_short_draft")
async def who_leaves_people_out(world: World) -> None:
    """Of all who want news of law somebody blocked the bot, and somebody unsubscribed."""
    me, now = await world.my_id(), world.clock.now()
    subscriptions = world.services.subscriptions
    gone = await world.services.people.find(COLLEAGUE)
    assert gone is not None
    await subscriptions.mark(gone.id, "law", True)
    await subscriptions.mark(me, "law", True)
    async with world.services.access.uow.writing() as store:
        await store.people.change(gone.id, now, unreachable_at=now)


@situation(after="a_short_draft")
async def whose_broadcast_was_called_off(world: World) -> None:
    """The audience is on the screen, but it cannot be changed any more."""
    await world.follows(*AUDIENCE)
    async with world.services.access.uow.writing() as store:
        await store.broadcasts.change(1, ("draft",), world.clock.now(), state="cancelled")


@situation(after="who_narrows_a_broadcast")
async def whose_choices_have_vanished(world: World) -> None:
    """The event, the list and the school of the audience are gone."""
    async with world.services.access.uow.writing() as store:
        audience = Criteria(
            schools=(99_999,), event_id=99_999, not_at=99_998, list_id=99_999, roles=("king",)
        )
        now = world.clock.now()
        await store.broadcasts.change(1, ("draft",), now, audience=audience.dump())


@situation(after="a_short_draft")
async def with_many_events(world: World) -> None:
    """Events on several pages, one with the longest title."""
    title = "Ж" * 200
    world.typed += (title, TITLE)
    for number in range(7):
        name = title if number == 3 else TITLE
        after = timedelta(days=number + 1)
        await publish(world.services, after=after, title=name)


STORIES: tuple[Story, ...] = (
    *stories(
        AudienceStates.overview,
        ("a_short_draft", *AUDIENCE),
        ("a_short_draft", *AUDIENCE, "«всем»"),
        ("who_narrows_a_broadcast", *AUDIENCE),
        ("who_narrows_a_broadcast", *AUDIENCE, "clear"),
        ("who_narrows_a_broadcast", *AUDIENCE, "save", "«Физики»"),
        ("who_leaves_people_out", *AUDIENCE),
        ("whose_choices_have_vanished", *AUDIENCE),
        ("whose_broadcast_was_called_off", "kept", "back"),
        ("a_methodist", *EVENT, "audience"),
        ("a_methodist", *EVENT, "audience", "change", "kind:young", "ready"),
        ("a_short_draft", *FILE, "📎people", "keep"),
        ("a_short_draft", *FILE, "«Ильина Вера»"),
    ),
    *stories(
        AudienceStates.criterion,
        ("a_short_draft", *CRITERIA),
        ("a_short_draft", *CRITERIA, "kind:young"),
        ("who_narrows_a_broadcast", *CRITERIA),
        ("whose_choices_have_vanished", *CRITERIA),
    ),
    *stories(
        AudienceStates.choice,
        ("a_short_draft", *CRITERIA, "kind:roles"),
        ("a_short_draft", *CRITERIA, "kind:roles", "later", "value"),
        ("a_short_draft", *CRITERIA, "kind:positions", "value"),
        ("a_short_draft", *CRITERIA, "kind:subjects", "value", "later"),
        ("a_short_draft", *CRITERIA, "kind:statuses", "value"),
        ("a_short_draft", *CRITERIA, "kind:blocks", "later", "value"),
        ("a_short_draft", *CRITERIA, "kind:levels", "value", "value"),
        ("who_narrows_a_broadcast", *CRITERIA, "kind:blocks", "drop"),
        ("who_narrows_a_broadcast", *CRITERIA, "kind:event", "event"),
    ),
    *stories(
        AudienceStates.school,
        ("a_short_draft", *CRITERIA, "kind:schools"),
        ("a_short_draft", *CRITERIA, "kind:schools", "school", "later", "school"),
        ("a_short_draft", *CRITERIA, "kind:schools", "«Аксен»", "school"),
        ("a_short_draft", *CRITERIA, "kind:schools", "«ъъъ <b>&»"),
        ("who_narrows_a_broadcast", *CRITERIA, "kind:schools", "drop"),
    ),
    *stories(
        AudienceStates.event,
        ("a_short_draft", *CRITERIA, "kind:event"),
        ("who_narrows_a_broadcast", *CRITERIA, "kind:event"),
        ("who_narrows_a_broadcast", *CRITERIA, "kind:event", "drop"),
        ("with_many_events", *CRITERIA, "kind:event", "later"),
    ),
    *stories(
        AudienceStates.saved,
        ("a_short_draft", *SAVED),
        ("who_narrows_a_broadcast", *SAVED),
        ("who_narrows_a_broadcast", *SAVED, "saved:1", "drop", "yes"),
    ),
    *stories(
        AudienceStates.card,
        ("who_narrows_a_broadcast", *SAVED, "saved:1"),
        ("who_narrows_a_broadcast", *SAVED, "saved:2"),
    ),
    *stories(AudienceStates.drop, ("who_narrows_a_broadcast", *SAVED, "saved:1", "drop")),
    *stories(
        AudienceStates.save,
        ("who_narrows_a_broadcast", *AUDIENCE, "save"),
        ("who_narrows_a_broadcast", *AUDIENCE, "save", f"«{NAME}»"),
        ("who_narrows_a_broadcast", *AUDIENCE, "save", "«" + "ж" * 90 + "»"),
    ),
    *stories(
        AudienceStates.file,
        ("a_short_draft", *FILE),
        ("a_short_draft", *FILE, "«Синицын <b>Пётр</b>»"),
        ("a_short_draft", *FILE, "📎no table"),
        ("who_narrows_a_broadcast", *FILE),
        ("who_narrows_a_broadcast", *FILE, "drop"),
    ),
    *stories(
        AudienceStates.preview,
        ("who_narrows_a_broadcast", *FILE, "📎people"),
        ("who_narrows_a_broadcast", *FILE, "📎people", "«да»"),
        ("who_narrows_a_broadcast", *FILE, "📎unknown people"),
    ),
    *stories(
        AudienceStates.people,
        ("a_short_draft", *AUDIENCE, "who"),
        ("who_leaves_people_out", *AUDIENCE, "left"),
        ("who_leaves_people_out", *AUDIENCE, "left", "reason"),
    ),
    *stories(
        SubscriptionStates.list,
        ("registered", "/subscriptions"),
        ("registered", "/subscriptions", "category", "category:law"),
        ("a_registered_head", "/subscriptions"),
        ("registered", "/subscriptions", "«привет»"),
        ("registered_at_length", "/subscriptions"),
    ),
)
