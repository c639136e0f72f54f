"""What people said about an event: ratings, and words without names."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.attendance.data import event_id, head, ways_back
from bot.dialogs.widgets import (
    T,
    bar,
    no_typing,
    page_number,
    pager,
    paragraphs,
    person_id,
)
from bot.l10n import Safe
from bot.states import AttendanceStates
from services.events.feedback import RATINGS, FeedbackPage

PAGE = "comments"


async def feedback_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The average, how many gave what, and a page of comments."""
    ctx, me = person_id(dialog_manager)
    number, about = page_number(dialog_manager, PAGE), event_id(dialog_manager)
    found = await ctx.services.events.feedback.feedback(me, about, number)
    average = found.average
    return {
        **head(ctx, found.event),
        "came": found.came,
        "count": found.count,
        "average": _decimal(ctx, average) if average is not None else "",
        "bars": _bars(ctx, found),
        "rated": average is not None,
        "unrated": average is None,
        "comments": _comments(ctx, found),
        "total": found.total,
        "commented": found.total > 0,
        "page": found.number + 1,
        "pages": found.pages,
        "many_pages": found.pages > 1,
    }


def _decimal(ctx: Ctx, value: float) -> str:
    text = f"{value:.1f}"
    return text if ctx.locale == "en" else text.replace(".", ",")


def _bars(ctx: Ctx, found: FeedbackPage) -> Safe:
    lines = [
        ctx.l10n(
            "feedback-bar",
            rating=str(rating),
            bar=bar(found.ratings.get(rating, 0), found.count),
            count=found.ratings.get(rating, 0),
        )
        for rating in reversed(RATINGS)
    ]
    return Safe("\n".join(lines))


def _comments(ctx: Ctx, found: FeedbackPage) -> Safe:
    lines = [
        ctx.l10n("feedback-comment", rating=one.rating, text=one.text) for one in found.comments
    ]
    return Safe("\n\n".join(lines))


def window() -> Window:
    """What people said."""
    return Window(
        paragraphs(
            T("feedback-head"),
            T("feedback-none", when="unrated"),
            T("feedback-ratings", when="rated"),
            T("feedback-comments", when="commented"),
        ),
        pager(PAGE, when="many_pages"),
        ways_back(),
        no_typing(),
        state=AttendanceStates.feedback,
        getter=feedback_data,
    )
