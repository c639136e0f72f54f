"""One invitation: its terms, who came, and taking it back."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.context import Ctx, ctx_of
from bot.dialogs.invitations.data import invitation_id, state_title, to_list
from bot.dialogs.widgets import (
    T,
    listed,
    no_typing,
    paragraphs,
    person_id,
    press,
    to_menu,
    toast,
)
from bot.invitations import offer_title
from bot.l10n import Safe
from bot.reports.invitations import last_day, send_link
from bot.states import InvitationStates
from services.invitations import Guest, InvitationCard

_ROOM = 2500  # characters for the names


async def card_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The invitation in words."""
    ctx = ctx_of(dialog_manager)
    card = await ctx.services.invitations.card(ctx.me.id, invitation_id(dialog_manager))
    one = card.invitation
    return {
        "role": offer_title(ctx, one.offer),
        "state": state_title(ctx, one),
        "date": last_day(ctx, one.expires_at),
        "label": one.label,
        "labelled": bool(one.label),
        "once": one.once,
        "many": not one.once,
        "uses": one.uses,
        "guests": _guests(ctx, card),
        "came": bool(card.guests),
        "renewable": card.changeable and one.state != "used",
        "revocable": card.changeable and one.state == "open",
    }


def _guests(ctx: Ctx, card: InvitationCard) -> Safe:
    more = card.invitation.uses - len(card.guests)
    lines = [_guest(ctx, guest) for guest in card.guests]
    if more > 0:
        lines.append(ctx.l10n("and-more", count=more))
    return listed(ctx, lines, _ROOM)


def _guest(ctx: Ctx, guest: Guest) -> str:
    date = ctx.l10n.date(guest.came_at.astimezone(ctx.services.clock.zone))
    name = guest.name or ctx.l10n.plain("invitation-guest-nameless")
    return ctx.l10n("invitation-guest", name=name, date=date)


async def ask_renewal(manager: DialogManager) -> None:
    """Say what a new link means."""
    await manager.switch_to(InvitationStates.renew)


async def ask_revoking(manager: DialogManager) -> None:
    """Say what revoking means."""
    await manager.switch_to(InvitationStates.revoke)


async def to_card(manager: DialogManager) -> None:
    """Back to the card."""
    await manager.switch_to(InvitationStates.card)


async def renew(manager: DialogManager) -> None:
    """A new link in place of this one."""
    ctx, me = person_id(manager)
    created = await ctx.services.invitations.renew(me, invitation_id(manager))
    manager.dialog_data["invitation_id"] = created.id
    ctx.background.run(send_link(manager.middleware_data["bot"], ctx, created))
    toast(manager, "invitation-made")
    await manager.switch_to(InvitationStates.card)


async def revoke(manager: DialogManager) -> None:
    """Nobody comes by it any more."""
    ctx, me = person_id(manager)
    await ctx.services.invitations.revoke(me, invitation_id(manager))
    toast(manager, "invitation-revoked")
    await manager.switch_to(InvitationStates.card)


def window() -> Window:
    """The card."""
    return Window(
        paragraphs(
            T("invitation-card"),
            T("invitation-card-label", when="labelled"),
            T("invitation-card-once", when="once"),
            T("invitation-card-many", when="many"),
            T("invitation-card-guests", when="came"),
            T("invitation-card-lost", when="revocable"),
        ),
        Row(
            press("invitation-renew", ask_renewal, id="renew", when="renewable"),
            press("invitation-revoke", ask_revoking, id="revoke", when="revocable"),
        ),
        Row(press("invitations-to-list", to_list, id="to_list"), to_menu()),
        no_typing(),
        state=InvitationStates.card,
        getter=card_data,
    )


def renew_window() -> Window:
    """What a new link means."""
    return Window(
        paragraphs(T("invitation-renew-ask")),
        press("invitation-renew-yes", renew, id="renew_yes"),
        Row(press("back", to_card, id="to_card"), to_menu()),
        no_typing(),
        state=InvitationStates.renew,
        getter=card_data,
    )


def revoke_window() -> Window:
    """What revoking means."""
    return Window(
        paragraphs(T("invitation-revoke-ask")),
        press("invitation-revoke-yes", revoke, id="revoke_yes"),
        Row(press("back", to_card, id="to_card"), to_menu()),
        no_typing(),
        state=InvitationStates.revoke,
        getter=card_data,
    )
