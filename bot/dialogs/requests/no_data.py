"""Why there are no data."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.requests.data import field_key, field_of, request_id, seen, to_field
from bot.dialogs.requests.field import after_answer
from bot.dialogs.widgets import Choice, T, paragraphs, person_id, picks, press, to_menu, typed
from bot.states import RequestStates
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.answers.answering import Given
from services.monitoring.answers.given import NOTE_LIMIT

WHY = ("uncollected", "unrecorded", "foreign")


async def no_data_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The field, and the usual reasons."""
    ctx, field = await field_of(dialog_manager)
    return {
        "title": field.variable.title.get(ctx.locale),
        "reasons": [Choice(key, ctx.l10n.plain(f"no-data-because-{key}")) for key in WHY],
    }


async def choose(manager: DialogManager, item: str) -> None:
    """One of the usual reasons."""
    if item not in WHY:
        raise Refusal("choice-gone")
    ctx, _ = person_id(manager)
    await write(manager, ctx.l10n.plain(f"no-data-because-{item}"))


async def write(manager: DialogManager, text: str) -> None:
    """A reason in own words."""
    ctx, me = person_id(manager)
    given = Given(no_data=True, note=free_text(text, NOTE_LIMIT))
    about, key = request_id(manager), field_key(manager)
    answering = ctx.services.monitoring.answering
    await after_answer(manager, await answering.give_answer(me, about, key, given, seen(manager)))


def window() -> Window:
    """The question."""
    return Window(
        paragraphs(T("no-data-ask")),
        picks("why", choose, items="reasons"),
        Row(press("back", to_field, id="back"), to_menu()),
        *typed(write),
        state=RequestStates.no_data,
        getter=no_data_data,
    )
