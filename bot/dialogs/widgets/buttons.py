"""Buttons: an action, a choice of a list, pages, the way home."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.api.internal import RawKeyboard
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.kbd import Button, Column, Group, Row, Select
from aiogram_dialog.widgets.kbd.base import Keyboard
from aiogram_dialog.widgets.text import Format

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets.texts import LABEL_LIMIT, Label, cut
from bot.states import open_menu
from services.errors import Refusal

Action = Callable[[DialogManager], Awaitable[None]]
PickAction = Callable[[DialogManager, str], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a list: what its callback carries, and what it says."""

    id: str
    label: str

    @property
    def shown(self) -> str:
        """The label, cut where no phone shows more."""
        return cut(self.label, LABEL_LIMIT)


def press(key: str, action: Action, *, id: str, when: WhenCondition = None) -> Button:
    """A button with a text of the locale and an action."""

    async def on_click(_event: CallbackQuery, _button: Button, manager: DialogManager) -> None:
        await action(manager)

    return Button(Label(key), id=id, on_click=on_click, when=when)


class Columns(Group):
    """Buttons in as many columns as the getter says under `key`."""

    def __init__(self, *buttons: Keyboard, key: str, when: WhenCondition) -> None:
        super().__init__(*buttons, when=when)
        self.key = key

    async def _render_keyboard(self, data: dict[str, Any], manager: DialogManager) -> RawKeyboard:
        rows = await super()._render_keyboard(data, manager)
        buttons, width = [button for row in rows for button in row], int(data[self.key])
        return [buttons[first : first + width] for first in range(0, len(buttons), width)]


def picks(
    id: str, action: PickAction, *, items: str, width: int | str = 1, when: WhenCondition = None
) -> Keyboard:
    """Buttons for the `Choice`s under `items` of the getter's data; `width` may be a key too."""

    async def on_click(
        _event: CallbackQuery, _widget: Any, manager: DialogManager, item_id: str
    ) -> None:
        await action(manager, item_id)

    select: Select[str] = Select(
        Format("{item.shown}"),
        id=id,
        item_id_getter=lambda choice: choice.id,
        items=items,
        on_click=on_click,
        when=when,
    )
    if isinstance(width, str):
        return Columns(select, key=width, when=when)
    return Column(select) if width == 1 else Group(select, width=width)


def to_menu(when: WhenCondition = None) -> Button:
    """The way home."""
    return press("to-menu", open_menu, id="menu", when=when)


def pager(key: str, when: WhenCondition = None) -> Row:
    """Turns pages round and round; the number lies in `dialog_data[key]`, unbounded."""

    async def turn(manager: DialogManager, by: int) -> None:
        manager.dialog_data[key] = page_number(manager, key) + by

    async def earlier(manager: DialogManager) -> None:
        await turn(manager, -1)

    async def later(manager: DialogManager) -> None:
        await turn(manager, 1)

    return Row(
        press("page-earlier", earlier, id="earlier"),
        press("page-number", later, id="page"),
        press("page-later", later, id="later"),
        when=when,
    )


def page_number(manager: DialogManager, key: str) -> int:
    """The page a pager stands on; the getter brings it inside the bounds."""
    found = manager.dialog_data.get(key, 0)
    return found if isinstance(found, int) else 0


def marked(choices: Sequence[tuple[str, str]], chosen: set[str]) -> list[Choice]:
    """Choices of a list with several marks. A callback carries the wanted state, so that the
    same tap twice is the same as once."""
    return [
        Choice(f"{key}:{int(key not in chosen)}", f"✓ {label}" if key in chosen else label)
        for key, label in choices
    ]


def mark_of(item_id: str) -> tuple[str, bool]:
    """Key and wanted state of a tapped mark."""
    key, _, wanted = item_id.rpartition(":")
    return key, wanted == "1"


def number_of(text: str) -> int:
    """A number out of a callback; forged rubbish is refused."""
    if not text.isascii() or not text.lstrip("-").isdecimal() or len(text) > 12:
        raise Refusal("choice-gone")
    return int(text)


def person_id(manager: DialogManager) -> tuple[Ctx, int]:
    """Context and id of the acting person, who has given consent."""
    ctx = ctx_of(manager)
    return ctx, ctx.me.id
