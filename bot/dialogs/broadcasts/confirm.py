"""The last look before a broadcast goes: how many, when, how long it takes."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import audience_words, reach_words
from bot.dialogs.broadcasts.data import (
    at_words,
    broadcast_id,
    broadcast_of,
    span_words,
    title_of,
    to_draft,
    to_progress,
)
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.event_words import short_moment
from bot.states import BroadcastStates
from services.broadcasts.views import seconds_for

_AUDIENCE = 600  # characters of it in words


async def confirm_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it reaches, and when it would begin."""
    ctx, me = person_id(dialog_manager)
    one = await broadcast_of(dialog_manager)
    if one.state != "draft":  # sent meanwhile
        return {"gone_out": True, "anybody": False, "nobody": False, **_no_plan()}
    named = await ctx.services.audiences.named(me, one.audience)
    reach = await ctx.services.audiences.reach(me, one.audience, one.category)
    plan = await ctx.services.broadcasts.control.plan(me, one.id)
    clock, asked = ctx.services.clock, plan.asked or plan.moment
    anybody = reach.fitting - reach.unsubscribed > 0
    return {
        "gone_out": False,
        "anybody": anybody,
        "nobody": not anybody,
        "title": title_of(ctx, one),
        "audience": cut(audience_words(ctx, named), _AUDIENCE),
        "reach": reach_words(ctx, reach),
        "span": span_words(ctx, seconds_for(reach.total)),
        "moment": at_words(ctx, plan.moment),
        "later": short_moment(clock.zone, plan.moment, clock.now()),
        "asked": short_moment(clock.zone, asked, clock.now()),
        "at_once": anybody and not plan.held and plan.asked is None,
        "timed": anybody and not plan.held and plan.asked is not None,
        "held_now": anybody and plan.held and plan.asked is None,
        "held_then": anybody and plan.held and plan.asked is not None,
        "free": anybody and not plan.held,
        "held": anybody and plan.held,
    }


def _no_plan() -> dict[str, bool]:
    names = ("at_once", "timed", "held_now", "held_then", "free", "held")
    return dict.fromkeys(names, False)


async def _let_go(manager: DialogManager, *, even_quiet: bool) -> None:
    ctx, me = person_id(manager)
    at = await ctx.services.broadcasts.control.send(me, broadcast_id(manager), even_quiet)
    later = at > ctx.services.clock.now()
    toast(manager, "broadcast-set" if later else "broadcast-sent")
    await to_progress(manager)


async def send(manager: DialogManager) -> None:
    """Let it go, not before people may be disturbed."""
    await _let_go(manager, even_quiet=False)


async def send_anyway(manager: DialogManager) -> None:
    """Let it go although it is quiet."""
    await _let_go(manager, even_quiet=True)


def window() -> Window:
    """What would happen, and the question."""
    return Window(
        paragraphs(
            T("broadcast-confirm", when="anybody"),
            T("broadcast-confirm-nobody", when="nobody"),
            T("broadcast-confirm-now", when="at_once"),
            T("broadcast-confirm-later", when="timed"),
            T("broadcast-confirm-held", when="held_now"),
            T("broadcast-confirm-held-then", when="held_then"),
            T("broadcast-draft-gone-out", when="gone_out"),
        ),
        press("broadcast-send", send, id="send", when="free"),
        press("broadcast-send-then", send, id="send_then", when="held"),
        press("broadcast-send-anyway", send_anyway, id="anyway", when="held_now"),
        press("broadcast-send-anyway-then", send_anyway, id="anyway_then", when="held_then"),
        press("broadcast-open-progress", to_progress, id="progress", when="gone_out"),
        Row(press("back", to_draft, id="back"), to_menu()),
        no_typing(),
        state=BroadcastStates.confirm,
        getter=confirm_data,
    )
