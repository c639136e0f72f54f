"""Entries of the audit log in words."""

from __future__ import annotations

from datetime import date, datetime

from bot.context import Ctx
from services.audit import Kind
from services.audit_log import Entry, Who
from services.permissions import Role

KINDS, ROLES = frozenset(Kind), frozenset(Role)


def deed(ctx: Ctx, entry: Entry) -> str:
    """What was done, with the role and the school concerned: «Дана роль: Методист»."""
    what, more = kind_title(ctx, entry.kind), _more(ctx, entry)
    return ctx.l10n.plain("audit-deed", deed=what, more=more) if more else what


def kind_title(ctx: Ctx, kind: str) -> str:
    """A kind in words; one that the program no longer knows stays a key."""
    return ctx.l10n.plain(f"audit-{kind}") if kind in KINDS else kind


def _more(ctx: Ctx, entry: Entry) -> str:
    if moved := entry.facts.get("deadline_on"):
        before, after = (ctx.l10n.date(date.fromisoformat(day)) for day in moved)
        return ctx.l10n.plain("audit-deadline", before=before, after=after)
    role, school = entry.facts.get("role"), entry.school_title(ctx.locale)
    if not isinstance(role, str) or role not in ROLES:
        return school
    title = ctx.l10n.plain(f"role-{role}")
    return ctx.l10n.plain("role-with-scope", role=title, scope=school) if school else title


def name_of(ctx: Ctx, who: Who | None) -> str:
    """Who it is: a name, a bare number, or the program itself."""
    if who is None:
        return ctx.l10n.plain("audit-program")
    if who.gone:
        return ctx.l10n.plain("audit-gone", number=str(who.id))
    return who.name or ctx.l10n.plain("audit-nameless", number=str(who.id))


def moment(ctx: Ctx, at: datetime) -> str:
    """Date and time in the zone of the municipality."""
    local = at.astimezone(ctx.services.clock.zone)
    return f"{ctx.l10n.date(local)}, {local:%H:%M}"
