"""A new invitation: for how many, for how long, for whom; and making it."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.invitations.data import clear, draft, step_after
from bot.dialogs.widgets import (
    Choice,
    T,
    number_of,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
    typed,
)
from bot.invitations import offer_title
from bot.reports.invitations import send_link
from bot.states import InvitationStates
from services.errors import Refusal
from services.invitations import TERMS, label_of
from services.roles import SERVICE_ROLES

ONE, MANY = "one", "many"


async def terms_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The draft in words, and the choices with marks."""
    ctx, made = ctx_of(dialog_manager), draft(dialog_manager)
    offer = await ctx.services.invitations.offer(
        ctx.me.id, made["role"], made["school_id"], made["direction"]
    )
    return {
        "role": offer_title(ctx, offer),
        "label": made["label"],
        "labelled": bool(made["label"]),
        "unlabelled": not made["label"],
        "uses": _uses(ctx, made["max_uses"]),
        "can_be_many": made["role"] not in SERVICE_ROLES,
        "only_once": made["role"] in SERVICE_ROLES,
        "terms": [_term(ctx, days, made["days"]) for days in TERMS],
    }


def _uses(ctx: Ctx, max_uses: int | None) -> list[Choice]:
    one, many = ctx.l10n.plain("invitation-for-one"), ctx.l10n.plain("invitation-for-many")
    chosen = MANY if max_uses is None else ONE
    return [_marked(ONE, one, chosen), _marked(MANY, many, chosen)]


def _term(ctx: Ctx, days: int, chosen: int) -> Choice:
    return _marked(str(days), ctx.l10n.plain("invitation-days", days=days), str(chosen))


def _marked(key: str, title: str, chosen: str) -> Choice:
    return Choice(key, f"✓ {title}" if key == chosen else title)


def _set(manager: DialogManager, key: str, value: int, *, before: int) -> None:
    """Keep a choice; a tap on the one that is marked already gets a word, as the screen stays."""
    manager.dialog_data[key] = value
    if value == before:
        toast(manager, "invitation-chosen")


async def choose_uses(manager: DialogManager, key: str) -> None:
    """For one person, or for many."""
    _set(manager, "many", key == MANY, before=bool(manager.dialog_data.get("many")))


async def choose_days(manager: DialogManager, item: str) -> None:
    """How long it may be used."""
    days = number_of(item)
    if days not in TERMS:
        raise Refusal("choice-gone")
    _set(manager, "days", days, before=draft(manager)["days"])


async def save_label(manager: DialogManager, text: str) -> None:
    """Whom it is for."""
    manager.dialog_data["label"] = label_of(text)


async def drop_label(manager: DialogManager) -> None:
    """For nobody in particular."""
    manager.dialog_data.pop("label", None)


async def make(manager: DialogManager) -> None:
    """Make the link and send it; the card shows from now on."""
    ctx, me = person_id(manager)
    created = await ctx.services.invitations.create(me, **draft(manager))
    clear(manager)
    manager.dialog_data["invitation_id"] = created.id
    ctx.background.run(send_link(manager.middleware_data["bot"], ctx, created))
    toast(manager, "invitation-made")
    await manager.switch_to(InvitationStates.card)


async def back(manager: DialogManager) -> None:
    """To what was asked before."""
    step = step_after(ctx_of(manager), draft(manager)["role"])
    await manager.switch_to(InvitationStates.role if step is InvitationStates.terms else step)


def window() -> Window:
    """The terms."""
    return Window(
        paragraphs(
            T("invitation-terms"),
            T("invitation-terms-once", when="only_once"),
            T("invitation-terms-label", when="labelled"),
            T("invitation-terms-no-label", when="unlabelled"),
        ),
        picks("uses", choose_uses, items="uses", width=2, when="can_be_many"),
        picks("days", choose_days, items="terms", width=3),
        press("invitation-drop-label", drop_label, id="drop", when="labelled"),
        press("invitation-make", make, id="make"),
        Row(press("back", back, id="before"), to_menu()),
        *typed(save_label),
        state=InvitationStates.terms,
        getter=terms_data,
    )
