"""Simple fields: name, position, years, category."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd.base import Keyboard

from bot.context import ctx_of
from bot.dialogs.people.steps import advance, back_button, step_data
from bot.dialogs.widgets import Choice, T, no_typing, paragraphs, person_id, picks, typed
from bot.states import SIGNUP_STEPS
from content import Entry
from services.fields import suggested_name

YEARS = (0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30)


def _window(step: str, getter: Any, keyboard: Keyboard, *inputs: MessageInput) -> Window:
    """One field: where we are, the question, the usual answers, the way back."""
    return Window(
        paragraphs(T("signup-progress", when="fresh"), T(f"signup-{step}")),
        keyboard,
        back_button(),
        *inputs,
        state=SIGNUP_STEPS[step],
        getter=[step_data, getter],
    )


def name_window() -> Window:
    """Full name."""
    suggestion = picks("suggest", take_suggestion, items="suggestions")
    return _window("name", name_data, suggestion, *typed(save_name))


def position_window() -> Window:
    """Position."""
    positions = picks("position", choose_position, items="choices")
    return _window("position", position_data, positions, no_typing())


def experience_window() -> Window:
    """Years in education."""
    years = picks("years", save_experience, items="choices", width=3)
    return _window("experience", years_data, years, *typed(save_experience))


def post_window() -> Window:
    """Years in the present post."""
    years = picks("years", save_post_years, items="choices", width=3)
    return _window("post", post_years_data, years, *typed(save_post_years))


def category_window() -> Window:
    """Qualification category."""
    categories = picks("category", choose_category, items="choices")
    return _window("category", category_data, categories, no_typing())


async def name_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The name known, or the one that Telegram suggests."""
    ctx = ctx_of(dialog_manager)
    name = ctx.me.full_name or suggested_name(ctx.user.first_name, ctx.user.last_name)
    return {"suggestions": [Choice("same", name)] if name else []}


async def save_name(manager: DialogManager, text: str) -> None:
    """Take the typed name."""
    ctx, me = person_id(manager)
    await ctx.services.people.save_name(me, text)
    await advance(manager)


async def take_suggestion(manager: DialogManager, _item: str) -> None:
    """Take the suggested name."""
    suggestions = (await name_data(manager))["suggestions"]
    if suggestions:
        await save_name(manager, suggestions[0].label)


async def position_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Positions of the catalogue."""
    ctx = ctx_of(dialog_manager)
    return _choices(ctx.services.catalogue.positions, ctx.me.position, ctx.locale)


async def choose_position(manager: DialogManager, key: str) -> None:
    """Take a position."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_position(me, key)
    await advance(manager)


async def category_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Categories of the catalogue."""
    ctx = ctx_of(dialog_manager)
    return _choices(ctx.services.catalogue.categories, ctx.me.category, ctx.locale)


async def choose_category(manager: DialogManager, key: str) -> None:
    """Take a category."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_category(me, key)
    await advance(manager)


def _choices(entries: tuple[Entry, ...], chosen: str | None, locale: str) -> dict[str, Any]:
    titles = [(entry.key, entry.title.get(locale)) for entry in entries]
    marks = [Choice(key, f"✓ {title}" if key == chosen else title) for key, title in titles]
    return {"choices": marks}


async def years_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Usual answers as buttons; the rest is typed."""
    l10n = ctx_of(dialog_manager).l10n
    titles = [(str(number), l10n.plain("years-button", years=number)) for number in YEARS]
    return {"choices": [Choice(*title) for title in titles]}


async def post_years_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Usual answers that do not exceed the years in education."""
    data = await years_data(dialog_manager)
    ctx = ctx_of(dialog_manager)
    limit = (await ctx.services.people.card(ctx.me.id)).person.experience_years
    if limit is not None:
        data["choices"] = [choice for choice in data["choices"] if int(choice.id) <= limit]
    return data


async def save_experience(manager: DialogManager, text: str) -> None:
    """Take the years in education."""
    ctx, me = person_id(manager)
    await ctx.services.people.save_experience(me, text)
    await advance(manager)


async def save_post_years(manager: DialogManager, text: str) -> None:
    """Take the years in the present post."""
    ctx, me = person_id(manager)
    await ctx.services.people.save_post_years(me, text)
    await advance(manager)
