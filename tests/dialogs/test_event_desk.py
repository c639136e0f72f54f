"""What the desk of events keeps, and what it asks before people are told."""

from __future__ import annotations

from aiogram.types import Message, PhotoSize

from bot.states import EventDeskStates
from services.events import Event
from tests.dialogs.country import Country
from tests.dialogs.phone import DATE, Reaction, chat_of
from tests.dialogs.stories_event_desk import (
    BARE,
    DESK,
    EMPTY,
    FREE,
    NEW_PLACE,
    PLACE,
    TITLE,
    WHO,
    draft,
    fields,
)
from tests.dialogs.world import World


async def event(world: World, number: int) -> Event:
    card = await world.services.events.desk.made_event(await world.my_id(), number)
    return card.event


async def sends_photo(world: World) -> Reaction:
    sizes = [
        PhotoSize(file_id=name, file_unique_id=name, width=side, height=side)
        for name, side in (("small", 90), ("large", 1280))
    ]
    message = Message(
        message_id=world.phone.next_id(),
        date=DATE,
        chat=chat_of(world.user.id),
        from_user=world.user,
        photo=sizes,
    )
    return await world.happens(message=message)


async def test_a_sent_photo_becomes_the_picture(country: Country) -> None:
    world = await country.at(WHO)
    await world.follows(*draft(EMPTY, "others", "field:picture"))
    await sends_photo(world)
    assert (await event(world, EMPTY)).picture == "large"
    assert world.state == EventDeskStates.details.state


async def test_a_draft_is_there_as_soon_as_it_has_a_title(country: Country) -> None:
    world = await country.at("a_methodist")
    await world.follows(*DESK, "new", f"«{TITLE}»", "/menu", *DESK, "part:drafts", "event")
    assert world.state == EventDeskStates.fields.state
    assert TITLE in world.phone.newest.text


async def test_a_new_place_waits_for_a_yes_where_somebody_is_told(country: Country) -> None:
    world = await country.at(WHO)
    await world.follows(*fields(FREE, "field:place", f"«{NEW_PLACE}»"))
    assert (await event(world, FREE)).place == PLACE
    await world.follows("back", "field:title", "back")
    assert (await event(world, FREE)).place == PLACE
    await world.follows("field:place", f"«{NEW_PLACE}»", "apply")
    assert (await event(world, FREE)).place == NEW_PLACE


async def test_nobody_is_asked_about_where_nobody_is_told(country: Country) -> None:
    world = await country.at(WHO)
    await world.follows(*fields(BARE, "field:place", f"«{NEW_PLACE}»"))
    assert (await event(world, BARE)).place == NEW_PLACE


async def test_a_time_that_makes_no_sense_is_refused_before_anybody_is_asked(
    country: Country,
) -> None:
    world = await country.at(WHO)
    await world.follows(*fields(FREE, "field:when", "«завтра 16:00–15:00»"))
    assert world.state == EventDeskStates.when.state
    assert "Конец раньше начала" in world.phone.newest.text
