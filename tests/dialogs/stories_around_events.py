"""Where the rest of the bot leads to events and broadcasts: menu, results, own data."""

from __future__ import annotations

from datetime import timedelta

from bot.states import (
    AdminStates,
    DirectoryStates,
    ForgetStates,
    HelpStates,
    MenuStates,
    OwnDataStates,
    ResultStates,
)
from services.permissions import Role
from tests.dialogs.extremes import words
from tests.dialogs.situations import finish, situation
from tests.dialogs.staff import ADMIN_ID, COLLEAGUE, METHODIST, TELEGRAM_ID, appoint, signs_up
from tests.dialogs.stories_schools import names_are_known
from tests.dialogs.story import Story, stories
from tests.dialogs.world import World
from tests.services.happenings import publish

LONG = words(200, source="Функциональная грамотность: задания к вашим темам <b>& ")
WORDS = "Спасибо, унесла готовые критерии <b>&"
SOON, LATER = timedelta(minutes=30), timedelta(days=4)


async def happens(world: World, after: timedelta, *topics: tuple[str, str], **fields: str) -> int:
    """An event of somebody with the longest title; its number."""
    world.typed += (LONG, "Школа № 1, актовый зал", "Соколова М. И.")
    return await publish(world.services, topics=topics, after=after, **{"title": LONG, **fields})


async def _about_gaps(world: World) -> None:
    variant = world.questionnaire.variant_for("teacher")
    blocks = [("block", block.key) for block in variant.blocks]
    await happens(world, LATER, *blocks, ("rubric", "wellbeing"))
    await happens(world, LATER, *blocks)


@situation(after="a_methodist")
async def a_methodist_and_somebody_who_came(world: World) -> None:
    """The teacher of `registered` came to an event; the methodist holds the phone."""
    names_are_known(world)
    event = await happens(world, SOON)
    teacher = await world.services.people.find(TELEGRAM_ID)
    assert teacher is not None
    await world.services.events.attendance.mark(await world.my_id(), event, teacher.id, True)


@situation(after="with_gaps_everywhere")
async def with_events_about_gaps(world: World) -> None:
    await _about_gaps(world)


@situation(after="with_gaps_everywhere_at_length")
async def with_events_about_gaps_at_length(world: World) -> None:
    await _about_gaps(world)


@situation(after="an_admin")
async def with_everything_in_the_menu(world: World) -> None:
    """An admin who is a methodist too, with a result, people who wait, and an event that is on."""
    await appoint(world, ADMIN_ID, Role.METHODIST)
    await finish(world, 2, 1)
    boss = await signs_up(world, COLLEAGUE, "Ильина Вера Олеговна", school=2)
    await world.services.people.choose_position(boss, "head")
    on = await happens(world, SOON)
    await happens(world, LATER)
    await world.services.events.places.register(await world.my_id(), on)


@situation(after="a_methodist")
async def with_places_words_and_confirmations(world: World) -> None:
    """A teacher came to one event, goes to another, gave up a third, and read a broadcast."""
    services, methodist = world.services, await world.my_id()
    past, coming, given_up = [await happens(world, SOON * number) for number in (1, 200, 300)]
    card = await services.events.desk.made_event(methodist, past)
    drafts = services.broadcasts.drafts
    letter = await drafts.create(methodist)
    await drafts.set_text(methodist, letter, "Новый порядок аттестации")
    await drafts.set_category(methodist, letter, "service")
    await drafts.set_ack(methodist, letter, True)
    await services.broadcasts.control.send(methodist, letter, True)
    while await services.broadcasts.sending.advance():
        pass
    world.becomes(TELEGRAM_ID)
    me = await world.my_id()
    for event in (past, coming, given_up):
        await services.events.places.register(me, event)
    await services.events.places.withdraw(me, given_up)
    await services.events.attendance.check_in_by_code(me, card.event.code)
    world.clock.advance(hours=3)
    await services.events.feedback.rate(me, past, 5)
    await services.events.feedback.comment(me, past, WORDS)
    world.typed += (WORDS,)
    await services.subscriptions.mark(me, "law", True)
    await services.subscriptions.mark(me, "events", False)
    await services.broadcasts.acknowledging.acknowledge(me, letter)


@situation(after="with_places_words_and_confirmations")
async def a_methodist_whose_event_is_past(world: World) -> None:
    world.becomes(METHODIST)


RESULT = ("/results", "pass")
STORIES: tuple[Story, ...] = (
    *stories(
        MenuStates.menu,
        ("with_everything_in_the_menu", "/menu"),
        ("with_places_words_and_confirmations", "/menu"),
    ),
    *stories(
        DirectoryStates.card,
        ("a_methodist_and_somebody_who_came", "/people", "«О’Брайен»", "person"),
    ),
    *stories(AdminStates.statistics, ("a_methodist_whose_event_is_past", "/stats")),
    *stories(HelpStates.help, ("with_everything_in_the_menu", "/help")),
    *stories(
        ResultStates.summary,
        ("with_events_about_gaps", *RESULT),
        ("with_events_about_gaps_at_length", *RESULT),
    ),
    *stories(
        ResultStates.block,
        ("with_events_about_gaps", *RESULT, "blocks"),
        ("with_events_about_gaps_at_length", *RESULT, "blocks"),
    ),
    *stories(
        OwnDataStates.overview,
        ("with_places_words_and_confirmations", "/mydata", "later", "later", "later", "later"),
    ),
    *stories(ForgetStates.confirm, ("with_places_words_and_confirmations", "/forget")),
)
