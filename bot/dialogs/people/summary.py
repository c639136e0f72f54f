"""The summary of sign-up, which is the profile later: every field can be corrected."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx, ctx_of
from bot.dialogs.people.steps import advance
from bot.dialogs.widgets import Choice, T, no_typing, paragraphs, person_id, picks, press, to_menu
from bot.l10n import Safe
from bot.states import SIGNUP_STEPS, SignupStates, open_menu
from services.errors import Refusal
from services.people import STEPS, Card


async def summary_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """All fields in words, and a button for each."""
    ctx = ctx_of(dialog_manager)
    card = await ctx.services.people.card(ctx.me.id)
    l10n = ctx.l10n
    lines = [
        l10n("summary-line", label=l10n.plain(f"field-{step}"), value=_value(ctx, card, step))
        for step in STEPS
    ]
    grounds = {ground.key: ground for ground in ctx.services.profile.mentoring.young}
    titles = [grounds[key].title.get(ctx.locale) for key in card.young]
    young = [title[:1].lower() + title[1:] for title in titles[:1]]
    registered = card.person.registered_at is not None
    return {
        "fields": Safe("\n".join(lines)),
        "young": "; ".join(young),
        "is_young": bool(young),
        "proposed": bool(card.school and card.school.proposed),
        "fresh": not registered,
        "registered": registered,
        "choices": [Choice(step, l10n.plain(f"field-{step}")) for step in STEPS],
    }


def _value(ctx: Ctx, card: Card, step: str) -> str:
    person, catalogue = card.person, ctx.services.catalogue
    titles = {e.key: e.title.get(ctx.locale) for e in (*catalogue.positions, *catalogue.categories)}
    subjects = [e.title.get(ctx.locale) for e in catalogue.subjects if e.key in card.subjects]
    values = {
        "name": person.full_name,
        "school": card.school.title(ctx.locale) if card.school else None,
        "position": titles.get(person.position or ""),
        "subjects": ", ".join(subjects)
        or (ctx.l10n.plain("subjects-none") if person.subjects_given else None),
        "experience": _years(ctx, person.experience_years),
        "post": _years(ctx, person.post_years),
        "category": titles.get(person.category or ""),
    }
    return values[step] or ctx.l10n.plain("not-given")


def _years(ctx: Ctx, value: int | None) -> str | None:
    return None if value is None else ctx.l10n.plain("years-value", years=value)


async def edit(manager: DialogManager, step: str) -> None:
    """Correct one field."""
    if step not in SIGNUP_STEPS:
        raise Refusal("choice-gone")
    manager.dialog_data["editing"] = True
    await manager.switch_to(SIGNUP_STEPS[step])


async def confirm(manager: DialogManager) -> None:
    """All is right: the person is registered."""
    ctx, me = person_id(manager)
    card = await ctx.services.people.card(me)
    if card.missing:
        await advance(manager)
        return
    await ctx.services.people.complete(me)
    manager.middleware_data["ctx"] = await ctx.refreshed()
    await open_menu(manager)


def window() -> Window:
    """Summary and profile."""
    return Window(
        paragraphs(
            T("summary-check", when="fresh"),
            T("summary-profile", when="registered"),
            T("summary-fields"),
            T("summary-young", when="is_young"),
            T("summary-proposed", when="proposed"),
        ),
        press("summary-confirm", confirm, id="confirm", when="fresh"),
        picks("edit", edit, items="choices", width=2),
        to_menu(when="registered"),
        no_typing(),
        state=SignupStates.summary,
        getter=summary_data,
    )
