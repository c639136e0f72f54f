"""The screens of the menu: what can be done now, and the language."""

from __future__ import annotations

from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Keyboard, Row

from bot import states
from bot.context import ctx_of
from bot.dialogs.menu.data import menu_data
from bot.dialogs.widgets import T, cut, no_typing, paragraphs, press, to_menu, typed
from bot.states import MenuStates
from services.errors import Refusal
from services.fields import NAME_LIMIT, plain
from services.permissions import FIND_PEOPLE


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


async def only_buttons(manager: DialogManager) -> None:
    """Anything else than text says nothing here; a spreadsheet may be a form that was filled in."""
    sent = manager.event.document if isinstance(manager.event, Message) else None
    if sent is not None and (sent.file_name or "").lower().endswith(".xlsx"):
        raise Refusal("form-elsewhere")
    raise Refusal("only-buttons")


def service_rows() -> list[Keyboard]:
    """What the methodical service works with."""
    return [  # three in a row where need be: somebody may hold every role
        Row(
            press("menu-queue", states.open_queue, id="queue", when="has_queue"),
            press("menu-requests", states.open_requests, id="tasks", when="answers_too"),
            press("menu-monitoring", states.open_campaigns, id="monitoring", when="monitors"),
            press(
                "menu-indicators",
                states.open_periods,
                id="indicators",
                when="sees_indicators",
            ),
        ),
        press("menu-people-of-school", states.open_directory, id="mates", when="finds_some"),
        Row(
            press("menu-event-desk", states.open_event_desk, id="desk", when="makes_events"),
            press("menu-broadcasts", states.open_broadcasts, id="casts", when="broadcasts"),
        ),
        Row(
            press("menu-people", states.open_directory, id="people", when="finds_all"),
            press("menu-schools", states.open_schools, id="schools", when="finds_all"),
            press("menu-roles", states.open_roles, id="roles", when="appoints"),
        ),
        Row(
            press("menu-invitations", states.open_invitations, id="invite", when="appoints"),
            press("menu-advice", states.open_recommendations, id="advice_too", when="follows_too"),
            press("menu-admin", states.open_administration, id="admin", when="administers"),
            press("menu-statistics", states.open_statistics, id="counts", when="counts"),
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
        Row(
            press("menu-requests", states.open_requests, id="asked", when="answers"),
            press("menu-recommendations", states.open_recommendations, id="advice", when="follows"),
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
