"""The menu: what this person can do now, by roles; language."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, LaunchMode, Window
from aiogram_dialog.widgets.kbd import Keyboard, Row

from bot import states
from bot.commands import show_commands
from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, press, to_menu, typed
from bot.event_words import near_words
from bot.states import MenuStates
from bot.titles import scope_title
from services.desk import Overview
from services.errors import Refusal
from services.fields import NAME_LIMIT, plain, polite_name
from services.people import Person
from services.permissions import (
    ADMINISTER,
    BROADCAST,
    FIND_PEOPLE,
    GRANT_ROLES,
    MANAGE_EVENTS,
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
    }


async def check_in(manager: DialogManager) -> None:
    """Say that I am at the event that is on."""
    ctx = ctx_of(manager)
    on = await ctx.services.events.attendance.on_now(ctx.me.id)
    if not on:
        raise Refusal("choice-gone")
    await states.open_event_code(manager, on[0].id)


async def set_language(manager: DialogManager, locale: str) -> None:
    """Speak another language, starting with the menu."""
    ctx = ctx_of(manager)
    await ctx.services.people.set_locale(ctx.me.id, locale)
    manager.middleware_data["ctx"] = await ctx.refreshed()
    await states.open_menu(manager)


async def speak_russian(manager: DialogManager) -> None:
    """Russian from now on."""
    await set_language(manager, "ru")


async def speak_english(manager: DialogManager) -> None:
    """English from now on."""
    await set_language(manager, "en")


async def look_for(manager: DialogManager, text: str) -> None:
    """A typed name is looked for at once, for whom people can be found."""
    ctx = ctx_of(manager)
    desk = await ctx.services.desk.overview(ctx.me.id)
    if not desk.may(FIND_PEOPLE):
        raise Refusal("only-buttons")
    await states.open_directory(manager, cut(plain(text), NAME_LIMIT))


async def only_buttons(_manager: DialogManager) -> None:
    """Anything else than text says nothing here."""
    raise Refusal("only-buttons")


def service_rows() -> list[Keyboard]:
    """What the methodical service works with."""
    return [
        Row(
            press("menu-queue", states.open_queue, id="queue", when="has_queue"),
            press("menu-admin", states.open_administration, id="admin", when="administers"),
            press("menu-statistics", states.open_statistics, id="counts", when="counts"),
        ),
        press("menu-people-of-school", states.open_directory, id="mates", when="finds_some"),
        Row(
            press("menu-event-desk", states.open_event_desk, id="desk", when="makes_events"),
            press("menu-broadcasts", states.open_broadcasts, id="casts", when="broadcasts"),
        ),
        Row(
            press("menu-people", states.open_directory, id="people"),
            press("menu-schools", states.open_schools, id="schools"),
            when="finds_all",
        ),
        Row(
            press("menu-invitations", states.open_invitations, id="invite"),
            press("menu-roles", states.open_roles, id="roles"),
            when="appoints",
        ),
    ]


def menu_window() -> Window:
    """What this person can do now."""
    return Window(
        paragraphs(
            T("menu-hello", when="named"),
            T("menu-hello-nameless", when="nameless"),
            T("menu-role", when="has_role"),
            T("menu-role-somewhere", when="has_role_somewhere"),
            T("menu-first", when="first_time"),
            T("menu-open", when="open"),
            T("menu-no-position", when="no_position"),
            T("menu-next", when="has_next"),
            T("menu-next-waits", when="waits"),
            T("menu-find", when="finds"),
        ),
        press("menu-check-in", check_in, id="here", when="on"),
        press("menu-continue", states.open_assessment, id="go_on", when="open"),
        press("menu-assess", states.open_assessment, id="assess", when="fresh"),
        Row(
            press("menu-results", states.open_results, id="results", when="has_results"),
            press("menu-events", states.open_events, id="events"),
        ),
        *service_rows(),
        Row(
            press("menu-profile", states.open_profile, id="profile"),
            press("menu-help", states.open_help, id="help"),
            press("menu-language", states.open_language, id="lang"),
        ),
        *typed(look_for, only_buttons),
        state=MenuStates.menu,
        getter=menu_data,
    )


def language_window() -> Window:
    """Choice of language."""
    return Window(
        paragraphs(
            T("language-ask"),
        ),
        Row(
            press("language-ru", speak_russian, id="ru"),
            press("language-en", speak_english, id="en"),
        ),
        to_menu(),
        no_typing(),
        state=MenuStates.language,
    )


def dialog() -> Dialog:
    """The menu dialog."""
    return Dialog(
        menu_window(),
        language_window(),
        launch_mode=LaunchMode.ROOT,
        on_start=show_commands,
    )
