"""The board in words: how far a school is, when the deadline is, what there is to notice."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from bot.answer_words import answer_words
from bot.context import Ctx
from bot.dialogs.widgets import Choice, cut
from bot.event_words import short_moment
from bot.l10n import Safe
from services.dates import today
from services.monitoring import Campaign
from services.monitoring.checking.board import BoardLine
from services.monitoring.checking.looking import Checked, Looked

SIGNS = {
    "expected": "○",
    "in_work": "◐",
    "submitted": "●",
    "returned": "↩",
    "accepted": "✓",
    "withdrawn": "—",
}
# What stands behind an answer; `returned` and `marked` come with their reasons.
FLAGS = ("jump", "no-data", "evidence", "marked", "returned", "corrected")
_TITLE, _ANSWER, _NOTE = 140, 160, 200


def key_of(state: str) -> str:
    """A state or a filter as it stands in names of texts."""
    return state.replace("_", "-")


def deadline_words(ctx: Ctx, campaign: Campaign) -> str:
    """Until when, and how long that still is."""
    days = (campaign.deadline_on - today(ctx.services.clock)).days
    date = ctx.l10n.date(campaign.deadline_on)
    if campaign.state == "closed":
        return ctx.l10n.plain("board-closed", date=date)
    if days < 0:
        return ctx.l10n.plain("board-over", date=date, days=-days)
    return ctx.l10n.plain("board-due", date=date, days=days)


def line_words(ctx: Ctx, line: BoardLine) -> str:
    """«○ Сосновская СОШ: ещё не начали, ответить некому»."""
    l10n, clock = ctx.l10n, ctx.services.clock
    handed_in = line.handed_in_at
    state = l10n.plain(
        f"board-line-{key_of(line.state)}",
        given=line.given,
        when=short_moment(clock.zone, handed_in, clock.now()) if handed_in else "",
    )
    more = [
        l10n.plain(f"board-also-{key}")
        for key, true in (("late", line.late), ("orphan", line.orphan), ("gone", line.gone))
        if true
    ]
    words = ", ".join([state, *more])
    return l10n("board-line", sign=SIGNS[line.state], school=line.title(ctx.locale), state=words)


def school_choice(ctx: Ctx, line: BoardLine) -> Choice:
    """The button of a school."""
    return Choice(str(line.request_id), f"{SIGNS[line.state]} {line.title(ctx.locale)}")


def name_of(ctx: Ctx, checked: Checked) -> str:
    """Whose request it is."""
    if checked.school is None:
        return ctx.l10n.plain("board-own")
    return checked.school.title(ctx.locale)


def moment(ctx: Ctx, at: datetime | None) -> str:
    """«25.11, 14:30»."""
    clock = ctx.services.clock
    return short_moment(clock.zone, at, clock.now()) if at else ""


def field_title(ctx: Ctx, look: Looked) -> str:
    """What is asked."""
    return look.variable.title.get(ctx.locale)


def answered(ctx: Ctx, look: Looked) -> str:
    """The answer."""
    return cut(answer_words(ctx.l10n, look.variable, look.value), _ANSWER)


def before(ctx: Ctx, look: Looked) -> str:
    """« (было 30)»; empty where there is nothing to compare with."""
    if look.last is None:
        return ""
    last = cut(answer_words(ctx.l10n, look.variable, look.last), _ANSWER)
    return " " + ctx.l10n.plain("board-last", last=last)


def change_words(ctx: Ctx, look: Looked) -> str:
    """«12 → 14», or that it came back unchanged; empty where nothing was corrected."""
    if "corrected" not in look.flags:
        return ""
    if look.unchanged:
        return ctx.l10n.plain("board-flag-unchanged")
    was = cut(answer_words(ctx.l10n, look.variable, look.was), _ANSWER)
    return ctx.l10n.plain("board-flag-corrected", was=was, now=answered(ctx, look))


def flags_words(ctx: Ctx, look: Looked) -> list[str]:
    """What there is to notice about an answer, a line each."""
    return [_flag(ctx, look, flag) for flag in look.flags]


def _flag(ctx: Ctx, look: Looked, flag: str) -> str:
    value = look.value
    assert value is not None
    if flag == "corrected":
        return change_words(ctx, look)
    reason = {
        "marked": value.marked,
        "returned": value.returned,
        "evidence": value.file_name,
        "no-data": value.note,
        "jump": value.note,
    }[flag]
    words = ctx.l10n.plain(f"board-flag-{flag}")
    return f"{words}: {cut(reason, _NOTE)}" if reason else words


def field_line(ctx: Ctx, number: int, look: Looked) -> str:
    """A field in the list: title, answer, the last period's, what there is to notice."""
    flags = "".join(f"\n{ctx.l10n('board-flag', text=text)}" for text in flags_words(ctx, look))
    return ctx.l10n(
        "board-field",
        number=number,
        title=cut(field_title(ctx, look), _TITLE),
        answer=answered(ctx, look),
        last=before(ctx, look),
        flags=Safe(flags),
    )


def state_data(ctx: Ctx, checked: Checked) -> dict[str, Any]:
    """Whose request it is, and how far it is."""
    request = checked.request
    return {
        "title": checked.campaign.title,
        "school": name_of(ctx, checked),
        "deadline": deadline_words(ctx, checked.campaign),
        "state": ctx.l10n.plain(
            f"board-is-{key_of(request.state)}",
            name=checked.submitted_by or "—",
            checker=checked.checked_by or "—",
            when=moment(ctx, request.handed_in_at),
            returned=moment(ctx, checked.returned_at),
            accepted=moment(ctx, checked.accepted_at),
            given=checked.given,
            asked=len(checked.values),
        ),
    }
