"""Names of roles and people as the screens of roles show them."""

from __future__ import annotations

from bot.context import Ctx
from bot.titles import role_title
from services.roles import Held


def held_title(ctx: Ctx, held: Held) -> str:
    """«Координатор школы — СОШ № 5»."""
    return role_title(ctx, held.role, held.school, held.direction)


def short_role(ctx: Ctx, role: str) -> str:
    """A role in a word or two."""
    return ctx.l10n.plain(f"role-short-{role}")


def name_or_none(ctx: Ctx, name: str | None) -> str:
    """The name of a person, who may not have told it yet."""
    return name or ctx.l10n.plain("nameless")
