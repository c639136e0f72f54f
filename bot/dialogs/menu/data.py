"""What the menu says, and which doors it shows."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager

from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import cut
from bot.event_words import near_words
from bot.titles import scope_title
from services.desk import Overview
from services.errors import Refusal
from services.fields import polite_name
from services.people import Person
from services.permissions import (
    ADMINISTER,
    BROADCAST,
    FIND_PEOPLE,
    GRANT_ROLES,
    MANAGE_EVENTS,
    MONITOR,
    SEE_INDICATORS,
    SEE_STATISTICS,
)

TITLE, LONG_TITLE = 22, 80  # characters of the name of an event on a button and in the text


async def menu_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Name, place, roles and what waits."""
    ctx = ctx_of(dialog_manager)
    me = ctx.me
    if me.registered_at is None:
        raise Refusal("signup-needed")
    name = polite_name(me.full_name or "")
    return {
        "name": name or "",
        "named": name is not None,
        "nameless": name is None,
        "service": ctx.services.profile.bot_name.get(ctx.locale),
        "place": ctx.services.profile.title.get(ctx.locale),
        **await _assessment(ctx, me),
        **await _events(ctx, me),
        **_work(ctx, await ctx.services.desk.overview(me.id)),
    }


async def _assessment(ctx: Ctx, me: Person) -> dict[str, Any]:
    """What there is to take and to read; nothing to take without a position."""
    if me.position is None:
        passes = len(await ctx.services.results.history(me.id))
        nothing = {"open": False, "fresh": False, "first_time": False, "no_position": True}
        return {**nothing, "has_results": passes > 0, "results": passes}
    overview = await ctx.services.assessments.overview(me.id)
    attempt = overview.attempt
    return {
        "no_position": False,
        "open": attempt is not None,
        "fresh": attempt is None,
        "answered": attempt.answered if attempt else 0,
        "items": attempt.items if attempt else len(overview.variant.items),
        "minutes": overview.variant.estimated_minutes,
        "has_results": overview.passes > 0,
        "first_time": overview.passes == 0 and attempt is None,
        "results": overview.passes,
    }


async def _events(ctx: Ctx, me: Person) -> dict[str, Any]:
    """What is coming, the nearest event of one's own, and the one that is on."""
    coming = await ctx.services.events.calendar.coming(me.id)
    on = await ctx.services.events.attendance.on_now(me.id)
    begins, clock = coming.next.starts_at if coming.next else None, ctx.services.clock
    return {
        "coming": coming.total,
        "has_next": begins is not None and not coming.waits,
        "waits": begins is not None and coming.waits,
        "next": cut(coming.next.title, LONG_TITLE) if coming.next else "",
        "when": near_words(ctx.l10n, clock.zone, begins, clock.now()) if begins else "",
        "on": bool(on),
        "on_title": cut(on[0].title, TITLE) if on else "",
    }


def _work(ctx: Ctx, desk: Overview) -> dict[str, Any]:
    """Roles in words, what waits, and which doors are open."""
    first = desk.held[0] if desk.held else None
    scope = scope_title(ctx, first.school, first.direction) if first else ""
    title = ctx.l10n.plain(f"role-{first.role}") if first else ""
    finds_all = desk.may_everywhere(FIND_PEOPLE)
    return {
        "role": title[:1].lower() + title[1:],
        "scope": scope,
        "more": len(desk.held) - 1,
        "has_role": first is not None and not scope,
        "has_role_somewhere": bool(scope),
        "waiting": desk.waiting.total,
        "has_queue": desk.waiting.total > 0,
        "finds": desk.may(FIND_PEOPLE),
        "finds_all": finds_all,
        "finds_some": desk.may(FIND_PEOPLE) and not finds_all,
        "makes_events": desk.may(MANAGE_EVENTS),
        "broadcasts": desk.may(BROADCAST),
        "appoints": desk.may(GRANT_ROLES),
        "administers": desk.may(ADMINISTER),
        "counts": desk.may(SEE_STATISTICS) and not desk.may(ADMINISTER),
        **_monitoring(desk),
    }


def _monitoring(desk: Overview) -> dict[str, Any]:
    """What monitoring asks of this person, and shows; in the rows of the service for its people."""
    duties, serves = desk.duties, desk.may(GRANT_ROLES)
    return {
        "asked": duties.asked,
        "recommended": duties.recommended,
        "answers": duties.requests > 0 and not serves,
        "answers_too": duties.requests > 0 and serves,
        "follows": duties.recommendations > 0 and not serves,
        "follows_too": duties.recommendations > 0 and serves,
        "monitors": desk.may(MONITOR),
        "sees_indicators": desk.may(SEE_INDICATORS) and not desk.may(MONITOR),
    }
