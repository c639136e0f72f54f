"""The menu: what this person can do now; help; language."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, LaunchMode, Window
from aiogram_dialog.widgets.kbd import Row

from bot import states
from bot.context import ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, press, to_menu
from bot.states import MenuStates
from services.errors import Refusal
from services.fields import polite_name


async def menu_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Name, place and what waits."""
    ctx = ctx_of(dialog_manager)
    me = ctx.me
    if me.registered_at is None:
        raise Refusal("signup-needed")
    overview = await ctx.services.assessments.overview(me.id)
    attempt, name = overview.attempt, polite_name(me.full_name or "")
    return {
        "name": name or "",
        "named": name is not None,
        "nameless": name is None,
        "service": ctx.services.profile.bot_name.get(ctx.locale),
        "place": ctx.services.profile.title.get(ctx.locale),
        "open": attempt is not None,
        "fresh": attempt is None,
        "answered": attempt.answered if attempt else 0,
        "items": attempt.items if attempt else len(overview.variant.items),
        "minutes": overview.variant.estimated_minutes,
        "has_results": overview.passes > 0,
        "first_time": overview.passes == 0 and attempt is None,
        "results": overview.passes,
    }


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


def dialog() -> Dialog:
    """The menu dialog."""
    return Dialog(
        Window(
            paragraphs(
                T("menu-hello", when="named"),
                T("menu-hello-nameless", when="nameless"),
                T("menu-first", when="first_time"),
                T("menu-open", when="open"),
            ),
            press("menu-continue", states.open_assessment, id="go_on", when="open"),
            press("menu-assess", states.open_assessment, id="assess", when="fresh"),
            press("menu-results", states.open_results, id="results", when="has_results"),
            press("menu-profile", states.open_profile, id="profile"),
            Row(
                press("menu-help", states.open_help, id="help"),
                press("menu-language", states.open_language, id="lang"),
            ),
            no_typing(),
            state=MenuStates.menu,
            getter=menu_data,
        ),
        Window(
            paragraphs(
                T("help-text"),
            ),
            to_menu(),
            no_typing(),
            state=MenuStates.help,
            getter=menu_data,
        ),
        Window(
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
        ),
        launch_mode=LaunchMode.ROOT,
    )
