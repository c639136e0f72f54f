"""Invitations in words and links, the same for screens and handlers."""

from __future__ import annotations

from aiogram import Bot

from bot.context import Ctx
from bot.l10n import LOCALES
from bot.titles import role_title
from services.errors import Refusal
from services.fields import skeleton
from services.invitations import SHEET_ROLES, Offer
from services.permissions import Role

PREFIX = "i"  # how the start parameter of an invitation begins


async def link_of(bot: Bot, token: str) -> str:
    """The link that opens the bot with this invitation; the bot's name is asked for once."""
    me = await bot.me()
    return f"https://t.me/{me.username}?start={PREFIX}{token}"


def offer_title(ctx: Ctx, offer: Offer) -> str:
    """What an invitation gives: «Координатор школы — СОШ № 5»."""
    return role_title(ctx, offer.role, offer.school, offer.direction)


def role_words(ctx: Ctx) -> dict[str, str]:
    """Roles that a spreadsheet may name, by the `skeleton` of words for them in any language."""
    found: dict[str, str] = {}
    for locale in LOCALES:
        for role in SHEET_ROLES:
            l10n = ctx.localizer[locale]
            words = (*l10n.plain(f"invitation-words-{role}").split(","), l10n.plain(f"role-{role}"))
            found |= {skeleton(word): str(role) for word in words}
    return found


def refusal_text(ctx: Ctx, refusal: Refusal) -> str:
    """The sentence for a refusal, as HTML."""
    return ctx.l10n(f"refusal-{refusal.reason}", **refusal.facts)


async def accept(ctx: Ctx, token: str, *, replayed: str | None = "invitation-again") -> str:
    """Take an invitation for the acting person; what to tell about it, as HTML.

    `replayed` names the text for one that this person had taken before; nothing to tell nothing.
    """
    me = ctx.me
    try:
        accepted = await ctx.services.invitations.accept(me.id, token)
    except Refusal as refusal:
        return refusal_text(ctx, refusal)
    if accepted.again:
        return ctx.l10n(replayed) if replayed else ""
    offer = accepted.offer
    if offer.role != Role.TEACHER or offer.school is None:
        return ctx.l10n("invitation-accepted", role=offer_title(ctx, offer))
    if accepted.school_set or me.school_id == offer.school.id:
        return ctx.l10n("invitation-accepted-school", school=offer.school.title(ctx.locale))
    return ctx.l10n("invitation-accepted-elsewhere")
