"""The summary of sign-up, which is the profile later: every field can be corrected."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.checkin import check_in_first
from bot.context import Ctx, ctx_of
from bot.dialogs.people.steps import advance
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.states import (
    SIGNUP_STEPS,
    SignupStates,
    open_career,
    open_event,
    open_menu,
    open_own_data,
    open_school,
    open_subscriptions,
)
from bot.titles import role_title
from services.errors import Refusal
from services.people import STEPS, Card
from services.permissions import Role
from services.roles import Held

ROOM = 800  # characters for the roles of somebody who has many


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
    held = await ctx.services.roles.mine(ctx.me.id)
    awaited = await ctx.services.transfers.awaited(ctx.me.id)
    return {
        "fields": Safe("\n".join(lines)),
        "young": "; ".join(young),
        "is_young": bool(young),
        "proposed": bool(card.school and card.school.proposed),
        **_roles(ctx, held),
        "moving": awaited is not None,
        "awaited": awaited.title(ctx.locale) if awaited else "",
        "optional": not card.missing and card.person.position is None,
        "fresh": not registered,
        "registered": registered,
        "choices": [Choice(step, l10n.plain(f"field-{step}")) for step in STEPS],
    }


def _roles(ctx: Ctx, held: tuple[Held, ...]) -> dict[str, Any]:
    """One's roles, and the claims that wait."""
    given, claims = ([one for one in held if one.claimed is waits] for waits in (False, True))
    lines = [ctx.l10n("bullet", text=_title(ctx, one)) for one in given]
    waiting = [ctx.l10n("summary-claim", role=_title(ctx, one)) for one in claims]
    return {
        "roles": listed(ctx, lines, ROOM),
        "has_roles": bool(lines),
        "claims": listed(ctx, waiting, ROOM),
        "has_claims": bool(waiting),
        "leads": any(one.role is Role.HEAD for one in given),
    }


def _title(ctx: Ctx, held: Held) -> str:
    return role_title(ctx, held.role, held.school, held.direction)


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


async def stay(manager: DialogManager) -> None:
    """Take back the wish for another school."""
    ctx, me = person_id(manager)
    await ctx.services.transfers.withdraw(me)
    toast(manager, "summary-stayed")


async def confirm(manager: DialogManager) -> None:
    """All is right: the person is registered."""
    ctx, me = person_id(manager)
    card = await ctx.services.people.card(me)
    if card.missing:
        await advance(manager)
        return
    await ctx.services.people.complete(me)
    manager.middleware_data["ctx"] = await ctx.refreshed()
    await _go_on(manager)


async def _go_on(manager: DialogManager) -> None:
    """To the event that one came for, or to the menu."""
    start = manager.start_data if isinstance(manager.start_data, dict) else {}
    event_id, here = start.get("event_id"), start.get("here")
    if isinstance(here, str):
        await check_in_first(manager, here)
    elif isinstance(event_id, int):
        await open_event(manager, event_id)
    else:
        await open_menu(manager)


async def my_school(manager: DialogManager) -> None:
    """The card of the school that one leads."""
    ctx, me = person_id(manager)
    led = [one.school for one in await ctx.services.roles.mine(me) if one.role is Role.HEAD]
    if not led or led[0] is None:
        raise Refusal("choice-gone")
    await open_school(manager, led[0].id)


def window() -> Window:
    """Summary and profile."""
    return Window(
        paragraphs(
            T("summary-check", when="fresh"),
            T("summary-profile", when="registered"),
            T("summary-fields"),
            T("summary-young", when="is_young"),
            T("summary-proposed", when="proposed"),
            T("summary-moving", when="moving"),
            T("summary-roles", when="has_roles"),
            T("summary-claims", when="has_claims"),
            T("summary-optional", when="optional"),
        ),
        press("summary-confirm", confirm, id="confirm", when="fresh"),
        picks("edit", edit, items="choices", width=2),
        press("summary-stay", stay, id="stay", when="moving"),
        press("school-mine", my_school, id="school", when="leads"),
        Row(
            press("summary-career", open_career, id="career"),
            press("summary-data", open_own_data, id="data"),
            when="registered",
        ),
        Row(
            press("summary-subscriptions", open_subscriptions, id="news"),
            to_menu(),
            when="registered",
        ),
        no_typing(),
        state=SignupStates.summary,
        getter=summary_data,
    )
