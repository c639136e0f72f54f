"""Texts of screens: messages of the locale, what was wrong, lists, progress."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.common import WhenCondition
from aiogram_dialog.widgets.text import Multi, Text

from bot.context import PROBLEM, Ctx, ctx_of
from bot.l10n import Safe
from bot.screens import ScreenManager
from services.errors import Refusal

_WHOLE_WORDS = 24  # characters: a shorter text is cut within a word
LABEL_LIMIT = 64


class T(Text):
    """A message of the locale as HTML; its variables come from the getter."""

    def __init__(self, key: str, when: WhenCondition = None) -> None:
        super().__init__(when=when)
        self.key = key

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return ctx_of(manager).l10n.pick(self.key, data, markup=True)


class Label(T):
    """A message of the locale as plain text, for buttons."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        return cut(ctx_of(manager).l10n.pick(self.key, data, markup=False), LABEL_LIMIT)


def paragraphs(*texts: Text) -> Multi:
    """The text of a screen: what was wrong, if anything, then its parts with air between."""
    return Multi(Problem(), *texts, sep="\n\n")


class Problem(Text):
    """What was wrong with the typed text, above the question that is asked again."""

    async def _render_text(self, data: dict[str, Any], manager: DialogManager) -> str:
        refusal = manager.middleware_data.get(PROBLEM)
        if not isinstance(refusal, Refusal):
            return ""
        l10n = ctx_of(manager).l10n
        reason = l10n(f"refusal-{refusal.reason}", **refusal.facts)
        return l10n("problem", reason=reason)


def toast(manager: DialogManager, key: str, **facts: Any) -> None:
    """A short note over the screen, when the button is answered."""
    screens = getattr(manager, "message_manager", None)
    if isinstance(manager.event, CallbackQuery) and isinstance(screens, ScreenManager):
        screens.note(manager.event, ctx_of(manager).l10n.plain(key, **facts))


def cut(text: str, limit: int) -> str:
    """A text of at most so many characters: whole words where that costs little, and no stop
    before the ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    whole = kept if text[limit - 1].isspace() else kept.rpartition(" ")[0]
    if len(whole) >= max(_WHOLE_WORDS, limit * 2 // 3):
        kept = whole
    return kept.rstrip(" .,:;·—") + "…"


def listed(ctx: Ctx, lines: Sequence[str], room: int) -> Safe:
    """Lines of HTML that fit into `room` characters, and how many more there are."""
    kept: list[str] = []
    for line in lines:
        room -= len(line) + 1
        if room < 0 and kept:
            kept.append(ctx.l10n("and-more", count=len(lines) - len(kept)))
            break
        kept.append(line)
    return Safe("\n".join(kept))


def bar(done: int, total: int, width: int = 10) -> str:
    """Progress as text: ▓▓▓░░░░░░░."""
    filled = width * done // total if total else 0
    return "▓" * filled + "░" * (width - filled)
