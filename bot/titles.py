"""Names of roles and schools as people read them."""

from __future__ import annotations

from bot.context import Ctx
from services.schools import School


def role_title(ctx: Ctx, role: str, school: School | None = None, direction: str = "") -> str:
    """A role with its school or direction: «Координатор школы, СОШ № 5»."""
    title = ctx.l10n.plain(f"role-{role}")
    if school is not None:
        return ctx.l10n.plain("role-with-scope", role=title, scope=school.title(ctx.locale))
    for entry in ctx.services.profile.directions:
        if entry.key == direction:
            scope = entry.title.get(ctx.locale)
            return ctx.l10n.plain("role-with-scope", role=title, scope=scope)
    return title
