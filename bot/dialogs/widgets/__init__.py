"""Small widgets that every screen uses."""

from __future__ import annotations

from bot.dialogs.widgets.buttons import (
    Action,
    Choice,
    PickAction,
    mark_of,
    marked,
    number_of,
    page_number,
    pager,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.dialogs.widgets.inputs import READ, FileAction, TypedAction, no_typing, sent_file, typed
from bot.dialogs.widgets.texts import (
    LABEL_LIMIT,
    Label,
    Problem,
    T,
    bar,
    cut,
    listed,
    paragraphs,
    toast,
)

__all__ = [
    "LABEL_LIMIT",
    "READ",
    "Action",
    "Choice",
    "FileAction",
    "Label",
    "PickAction",
    "Problem",
    "T",
    "TypedAction",
    "bar",
    "cut",
    "listed",
    "mark_of",
    "marked",
    "no_typing",
    "number_of",
    "page_number",
    "pager",
    "paragraphs",
    "person_id",
    "picks",
    "press",
    "sent_file",
    "to_menu",
    "toast",
    "typed",
]
