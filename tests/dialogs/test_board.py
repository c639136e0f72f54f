"""What the board does: opens what it promises, asks once, and takes a second tap as none."""

from __future__ import annotations

from sqlalchemy import func, select

from bot.states import BoardStates, InvitationStates
from services.permissions import Role
from storage.models import OutboxMessage
from tests.dialogs.country import Country
from tests.dialogs.stories_board import (
    BOARD,
    FLAGGED,
    MARKS,
    ORPHAN,
    SENT,
    WHO,
    WHY,
    school,
)
from tests.dialogs.world import World
from tests.services.collecting import METHODIST, somebody


async def owed(world: World, kind: str) -> int:
    """How many notices of a kind there are."""
    query = select(func.count()).where(OutboxMessage.kind == kind)
    async with world.database.read() as session:
        return int((await session.execute(query)).scalar_one())


async def test_the_file_beside_an_answer_is_sent(country: Country) -> None:
    world = await country.at(WHO)
    sent = await world.follows(*school(FLAGGED, "values", "later", "field:plans", "file"))
    assert sent.files


async def test_an_invitation_begins_with_the_school_that_lacks_somebody(country: Country) -> None:
    world = await country.at(WHO)
    await world.follows(*school(ORPHAN))
    name = world.phone.newest.text.splitlines()[0]
    await world.follows("invite")
    assert world.state == InvitationStates.terms.state
    assert name in world.phone.newest.text


async def test_one_reason_for_several_fields_is_sent_once(country: Country) -> None:
    world = await country.at(WHO)
    way = ("values", "fields", "field:staff", "field:young", "why", f"«{WHY}»")
    await world.follows(*school(SENT, *way))
    screen, before = world.phone.newest, await owed(world, "data-returned")
    (button,) = (one for one in screen.buttons if one.text == "Вернуть")
    for _ in range(2):
        await world.presses(button, screen)
    assert await owed(world, "data-returned") == before + 1
    assert world.state == BoardStates.request.state


async def test_a_colleague_who_comes_second_hears_who_was_first(country: Country) -> None:
    world = await country.at(MARKS)
    await world.follows(*school(SENT, "values", "return"))
    other = await somebody(world.services, METHODIST, "Мерц Зоя Павловна", Role.METHODIST)
    checking = world.services.monitoring.checking
    await checking.give_back(other, 8)
    screen = world.phone.newest
    pressed = await world.presses(screen.buttons[0], screen)
    assert "Мерц Зоя Павловна" in " ".join(pressed.said)


async def test_reminding_all_asks_once_a_day(country: Country) -> None:
    world = await country.at(WHO)
    await world.follows(*BOARD, "nudge", "nudge")
    assert await owed(world, "data-nudge") == 4
    await world.follows("nudge")
    assert "Сегодня уже напоминали" in world.phone.newest.text
