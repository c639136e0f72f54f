"""Names of roles and schools as people read them."""

from __future__ import annotations

from bot.context import Ctx
from bot.l10n import L10n
from content import Profile
from services.schools import School
from services.subscriptions import NEWS, categories


def role_title(ctx: Ctx, role: str, school: School | None = None, direction: str = "") -> str:
    """A role with its school or direction: «Координатор школы — СОШ № 5»."""
    return title_of_role(ctx.l10n, ctx.services.profile, role, school, direction)


def title_of_role(
    l10n: L10n, profile: Profile, role: str, school: School | None = None, direction: str = ""
) -> str:
    """The same for somebody who is not acting."""
    title = l10n.plain(f"role-{role}")
    if school is not None:
        return l10n.plain("role-with-scope", role=title, scope=school.title(l10n.locale))
    for entry in profile.directions:
        if entry.key == direction:
            scope = entry.title.get(l10n.locale)
            return l10n.plain("role-with-scope", role=title, scope=scope)
    return title


def scope_title(ctx: Ctx, school: School | None, direction: str = "") -> str:
    """School or direction of a role, empty where it has none."""
    if school is not None:
        return school.title(ctx.locale)
    titles = {entry.key: entry.title for entry in ctx.services.profile.directions}
    return titles[direction].get(ctx.locale) if direction in titles else ""


def title_of_category(l10n: L10n, profile: Profile, key: str) -> str:
    """A category of broadcasts; of a rubric that has left the profile only that it is news."""
    for category in categories(profile):
        if category.key == key:
            title = category.title
            return title.get(l10n.locale) if title else l10n.plain(f"category-{category.kind}")
    return l10n.plain(f"category-{NEWS}")
