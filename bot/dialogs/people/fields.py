"""Simple fields: name, position, years, category."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import ctx_of
from bot.dialogs.people.steps import advance, back_button, step_data
from bot.dialogs.widgets import Choice, T, no_typing, paragraphs, person_id, picks, typed
from bot.states import SignupStates
from services.fields import suggested_name

YEARS = (0, 1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30)


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


def name_window() -> Window:
    """Full name."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-name"),
        ),
        picks("suggest", take_suggestion, items="suggestions"),
        back_button(),
        *typed(save_name),
        state=SignupStates.name,
        getter=[step_data, name_data],
    )


async def position_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Positions of the catalogue."""
    ctx = ctx_of(dialog_manager)
    entries = ctx.services.catalogue.positions
    chosen = ctx.me.position
    return {"choices": [_choice(e.key, e.title.get(ctx.locale), chosen) for e in entries]}


async def choose_position(manager: DialogManager, key: str) -> None:
    """Take a position."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_position(me, key)
    await advance(manager)


def position_window() -> Window:
    """Position."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-position"),
        ),
        picks("position", choose_position, items="choices"),
        back_button(),
        no_typing(),
        state=SignupStates.position,
        getter=[step_data, position_data],
    )


async def years_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Usual answers as buttons; the rest is typed."""
    l10n = ctx_of(dialog_manager).l10n
    return {
        "choices": [
            Choice(str(number), l10n.plain("years-button", years=number)) for number in YEARS
        ]
    }


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


def experience_window() -> Window:
    """Years in education."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-experience"),
        ),
        picks("years", save_experience, items="choices", width=3),
        back_button(),
        *typed(save_experience),
        state=SignupStates.experience,
        getter=[step_data, years_data],
    )


async def post_years_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Usual answers that do not exceed the years in education."""
    data = await years_data(dialog_manager)
    ctx = ctx_of(dialog_manager)
    limit = (await ctx.services.people.card(ctx.me.id)).person.experience_years
    if limit is not None:
        data["choices"] = [choice for choice in data["choices"] if int(choice.id) <= limit]
    return data


def post_window() -> Window:
    """Years in the present post."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-post"),
        ),
        picks("years", save_post_years, items="choices", width=3),
        back_button(),
        *typed(save_post_years),
        state=SignupStates.post,
        getter=[step_data, post_years_data],
    )


async def category_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Categories of the catalogue."""
    ctx = ctx_of(dialog_manager)
    entries = ctx.services.catalogue.categories
    chosen = ctx.me.category
    return {"choices": [_choice(e.key, e.title.get(ctx.locale), chosen) for e in entries]}


async def choose_category(manager: DialogManager, key: str) -> None:
    """Take a category."""
    ctx, me = person_id(manager)
    await ctx.services.people.choose_category(me, key)
    await advance(manager)


def category_window() -> Window:
    """Qualification category."""
    return Window(
        paragraphs(
            T("signup-progress", when="fresh"),
            T("signup-category"),
        ),
        picks("category", choose_category, items="choices"),
        back_button(),
        no_typing(),
        state=SignupStates.category,
        getter=[step_data, category_data],
    )


def _choice(key: str, label: str, chosen: str | None) -> Choice:
    return Choice(key, f"✓ {label}" if key == chosen else label)
