"""Every screen and every button of it, tried by every role: what is not allowed changes nothing.

A forged callback reaches every widget of the screen that somebody's conversation stands on, hidden
ones too. So each screen is forced upon each role, with the ids of people and things of a school
that the role has nothing to do with; then every widget is pressed, and a text is typed.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.filters import Command
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, Message
from aiogram_dialog import Dialog, DialogManager, ShowMode, StartMode, Window
from aiogram_dialog.api.internal import Widget
from aiogram_dialog.widgets.kbd import Select

from bot.dialogs import build_dialogs
from bot.states.guards import permission_of
from services.permissions import OWN, Role
from tests.dialogs.country import Country
from tests.dialogs.everybody import PLAYERS, POWERLESS, player, roles_of, things
from tests.dialogs.phone import Reaction
from tests.dialogs.world import World

pytestmark = pytest.mark.usefixtures("quick_reports")

SEPARATOR = "\x1d"
# The first two are numbers of things of others; no player has to do with them.
FORGED_ITEMS = ("1", "2", "admin", "1:1")


def windows() -> Iterator[Window]:
    for dialog in build_dialogs().sub_routers:
        if isinstance(dialog, Dialog):
            yield from dialog.windows.values()


def is_locked(window: Window) -> bool:
    return permission_of(window.get_state()) is not OWN


def reaches(role: Role, window: Window) -> bool:
    """Whether the role may do this to things of a school it has nothing to do with.

    What everybody may is refused by the thing, whatever the role: three of them stand for all.
    """
    everywhere = permission_of(window.get_state()).everywhere
    if Role.TEACHER in everywhere:
        return role not in (Role.TEACHER, Role.COORDINATOR, Role.METHODIST)
    return role in everywhere


def stranger(number: int, window: Window) -> Role:
    """One of the roles that it is not for, in turn, screen by screen.

    The services are tried with every role at every use case.
    """
    found = [role for role in PLAYERS if not reaches(role, window)]
    return found[number % len(found)]


REFUSED = [
    pytest.param(window.get_state(), role, id=f"{window.get_state().state}-{role}")
    for number, window in enumerate(windows())
    if is_locked(window)
    for role in [stranger(number, window)]
]


def widget_ids(window: Window) -> Iterator[str]:
    """What callbacks of the window may carry: ids of buttons, ids of lists with forged items."""

    def walk(widget: Widget) -> Iterator[str]:
        name = getattr(widget, "widget_id", None)
        if isinstance(widget, Select):
            yield from (f"{name}:{item}" for item in FORGED_ITEMS)
        elif name:
            yield name
        for inner in getattr(widget, "buttons", ()):
            yield from walk(inner)

    return walk(window.keyboard)


class Intruder:
    """Somebody whose conversation was forced to a screen."""

    def __init__(self, world: World, role: Role) -> None:
        self.world = world
        world.becomes(PLAYERS[role])

    async def is_put_on(self, state: State) -> None:
        """Stand on the screen, before it is shown."""
        kept = await things(self.world)

        async def force(_message: Message, dialog_manager: DialogManager, **_: Any) -> None:
            await dialog_manager.start(
                state, dict(kept), mode=StartMode.RESET_STACK, show_mode=ShowMode.NO_UPDATE
            )
            dialog_manager.dialog_data.update(kept)

        await self.world.sends("/menu")
        observer = self.world.dispatcher.message
        observer.register(force, Command("force"))
        try:
            await self.world.sends("/force")
        finally:
            observer.handlers.pop()

    async def looks(self) -> Reaction:
        """Have the screen drawn: a text makes it show itself anew."""
        return await self.world.sends("«Школа № 5»")

    async def presses(self, widget: str) -> Reaction:
        """Send a callback of the forced screen."""
        records = {key.destiny: record.data for key, record in self.world.storage.storage.items()}
        intent = json.loads(records["aiogd:stack:"])["intents"][-1]
        button = InlineKeyboardButton(text="x", callback_data=f"{intent}{SEPARATOR}{widget}")
        return await self.world.presses(button, self.world.phone.newest)


def stored(world: World) -> list[str]:
    """Everything in the database."""
    with sqlite3.connect(world.path) as database:
        return list(database.iterdump())


@pytest.mark.parametrize(("state", "role"), REFUSED)
async def test_a_screen_that_is_not_for_a_role_refuses_and_changes_nothing(
    country: Country, state: State, role: Role
) -> None:
    world = await country.at("everybody")
    window = next(one for one in windows() if one.get_state() == state)
    intruder = Intruder(world, role)
    await intruder.is_put_on(state)
    before, moment = stored(world), world.keep("forced")
    faults = []
    for widget in ("", *widget_ids(window)):
        world.back_to(moment)
        reaction = await (intruder.presses(widget) if widget else intruder.looks())
        faults += [f"[{widget}] {fault}" for fault in reaction.faults]
        if not reaction.said:
            faults.append(f"[{widget}] got no answer")
        if world.state == state.state and not {role, Role.TEACHER} & permission_of(state).roles:
            faults.append(f"[{widget}] the screen is shown: {reaction.said}")
        if world.has_changed() and stored(world) != before:
            faults.append(f"[{widget}] changed the database: {reaction.said}")
        if reaction.files:
            faults.append(f"[{widget}] sent {reaction.files}")
    assert not faults, "\n".join(faults)


async def test_everybody_is_what_the_table_of_players_says(country: Country) -> None:
    world = await country.at("everybody")
    for role in PLAYERS:
        person = await player(world, role)
        async with world.services.access.uow.reading() as store:
            grants = await store.roles.held(person.id)
        roles = world.services.access.roles(person, grants)
        assert roles == {role, Role.TEACHER, *roles_of(role)}
    assert {*POWERLESS, *PLAYERS} == set(Role)
