"""How was it? One tap, and some words for those who like."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.events.data import event_id, to_card
from bot.dialogs.widgets import (
    Choice,
    T,
    cut,
    no_typing,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.event_buttons import rating_label
from bot.states import EventStates
from services.events.feedback import COMMENT_LIMIT, RATINGS

TITLE = 120  # characters of a title above the question


async def opinion_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What I said so far."""
    ctx, me = person_id(dialog_manager)
    opinion = await ctx.services.events.feedback.opinion(me, event_id(dialog_manager))
    return {
        "event": cut(opinion.event.title, TITLE),
        "ratings": [Choice(str(one), rating_label(one, opinion.rating)) for one in RATINGS],
        "comment": opinion.comment,
        "said": bool(opinion.comment),
        "unsaid": not opinion.comment,
        "rating": opinion.rating or 0,
        "rated": opinion.rating is not None,
        "limit": COMMENT_LIMIT,
    }


async def rate(manager: DialogManager, item: str) -> None:
    """Keep the rating, and offer to say more."""
    ctx, me = person_id(manager)
    rating = number_of(item)
    await ctx.services.events.feedback.rate(me, event_id(manager), rating)
    toast(manager, "rating-kept", rating=rating)
    await manager.switch_to(EventStates.comment)


async def say(manager: DialogManager, text: str) -> None:
    """Keep the words."""
    ctx, me = person_id(manager)
    await ctx.services.events.feedback.comment(me, event_id(manager), text)


async def to_rating(manager: DialogManager) -> None:
    """Back to the question."""
    await manager.switch_to(EventStates.rate)


async def to_comment(manager: DialogManager) -> None:
    """Say more."""
    await manager.switch_to(EventStates.comment)


def window() -> Window:
    """One to five."""
    return Window(
        paragraphs(T("rating-ask"), T("rating-now", when="rated")),
        picks("rating", rate, items="ratings", width=5),
        press("rating-words", to_comment, id="words", when="rated"),
        Row(press("rating-to-event", to_card, id="to_event"), to_menu()),
        no_typing(),
        state=EventStates.rate,
        getter=opinion_data,
    )


def comment_window() -> Window:
    """Some words."""
    return Window(
        paragraphs(
            T("comment-ask", when="unsaid"),
            T("comment-said", when="said"),
        ),
        Row(
            press("comment-skip", to_card, id="skip", when="unsaid"),
            press("comment-done", to_card, id="done", when="said"),
            press("comment-rating", to_rating, id="to_rating"),
        ),
        to_menu(),
        *typed(say),
        state=EventStates.comment,
        getter=opinion_data,
    )
