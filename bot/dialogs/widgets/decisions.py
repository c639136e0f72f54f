"""Decisions and recommendations in words."""

from __future__ import annotations

from bot.context import Ctx
from bot.dialogs.widgets.texts import cut
from bot.l10n import Safe
from services.monitoring.council.decisions import Decision

SIGNS = {"draft": "✎", "open": "○", "overdue": "⚠", "reported": "❗", "done": "✓"}
_LINE = 160


def state_of(decision: Decision) -> str:
    """The state, where being late is one too."""
    return "overdue" if decision.overdue else decision.state


def sign_of(decision: Decision) -> str:
    """The state as a sign."""
    return SIGNS.get(state_of(decision), "·")


def short_text(decision: Decision) -> str:
    """The text in one line."""
    return " ".join(decision.text.split())


def due_words(ctx: Ctx, decision: Decision) -> str:
    """«до 15 декабря 2026 г.»; a word where no day is set."""
    if decision.due_on is None:
        return ctx.l10n.plain("decision-no-due")
    return ctx.l10n.plain("decision-until", date=ctx.l10n.date(decision.due_on))


def decision_line(ctx: Ctx, decision: Decision, *, whose: bool = True) -> Safe:
    """Sign and text, then for whom, until when and what became of it."""
    school = decision.school.title(ctx.locale) if decision.school and whose else ""
    # What a school reported waits for the methodist: nothing to be alarmed at in the school.
    told = decision.state == "reported" and not whose
    state = "recommendation-waits" if told else f"decision-state-{state_of(decision)}"
    parts = (school, due_words(ctx, decision), ctx.l10n.plain(state))
    return ctx.l10n(
        "decision-line",
        sign=SIGNS["open"] if told else sign_of(decision),
        text=cut(short_text(decision), _LINE),
        about=" · ".join(filter(None, parts)),
    )
