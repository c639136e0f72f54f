"""An event in words, as its card tells of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.audiences import audience_lines
from bot.context import Ctx
from bot.dialogs.widgets import cut
from bot.event_words import day_words, organiser_of, period_words, titles
from bot.l10n import Safe
from services.events import Event
from services.events.calendar import Shown

DESCRIPTION, TOPICS = 1800, 300  # characters; a message has room for 4,096
_DAY = 24  # hours; of what lasts longer the dates say enough


def card_words(ctx: Ctx, shown: Shown) -> dict[str, Any]:
    """Everything about the event, in paragraphs, and what I have in it."""
    event = shown.event
    off = event.state == "cancelled"
    paragraphs = [
        _cancelled(ctx, event) if off else "",
        "\n".join(_facts(ctx, shown)),
        "" if off else "\n".join(_seats(ctx, shown)),
        "\n".join(_about(ctx, shown)),
        ctx.l10n("event-description", text=cut(event.description, DESCRIPTION))
        if event.description
        else "",
    ]
    mine = _mine(ctx, shown)
    return {
        "title": event.title,
        "kinds": _kinds(ctx, event),
        "card": Safe("\n\n".join(filter(None, paragraphs))),
        "mine": mine,
        "has_mine": bool(mine),
    }


def _kinds(ctx: Ctx, event: Event) -> str:
    """«Семинар · Муниципальный · Неформальное»."""
    keys = {"form": event.form, "level": event.level, "vector": event.vector}
    words = [titles(ctx, name).get(key or "", "") for name, key in keys.items()]
    return " · ".join(filter(None, words)) or ctx.l10n.plain("event-of-no-form")


def _cancelled(ctx: Ctx, event: Event) -> str:
    if event.cancel_reason:
        return ctx.l10n("event-cancelled-why", reason=event.cancel_reason)
    return ctx.l10n("event-cancelled")


def _facts(ctx: Ctx, shown: Shown) -> list[str]:
    """When, where, by whom."""
    event, clock, l10n = shown.event, ctx.services.clock, ctx.l10n
    when = period_words(l10n, event, clock.zone, clock.now())
    lines: list[str] = [l10n("event-when", when=when, length=_length(ctx, event))]
    if event.place:
        lines.append(l10n("event-where", place=event.place))
    if event.link and event.state != "cancelled":
        lines.append(l10n("event-link", link=event.link))
    elif shown.link_later and event.state == "published":
        lines.append(l10n("event-link-later"))
    lines.append(l10n("event-by", organiser=organiser_of(ctx, event)))
    return lines


def _length(ctx: Ctx, event: Event) -> str:
    """«1 ч 30 мин»; `none` where it would say nothing."""
    if event.starts_at is None or event.ends_at is None:
        return "none"
    minutes = int((event.ends_at - event.starts_at).total_seconds()) // 60
    hours, rest = divmod(minutes, 60)
    if not 0 < hours < _DAY:
        return "none" if hours else ctx.l10n.plain("event-minutes", minutes=rest)
    parts = [ctx.l10n.plain("event-hours", hours=hours)]
    return " ".join([*parts, *([ctx.l10n.plain("event-minutes", minutes=rest)] if rest else [])])


def _seats(ctx: Ctx, shown: Shown) -> list[str]:
    """How many seats there are, until when to register."""
    event, clock, l10n = shown.event, ctx.services.clock, ctx.l10n
    now = clock.now()
    if event.state != "published" or event.begun(now):
        return [l10n("event-going-on") if _is_on(ctx, event) else l10n("event-is-over")]
    lines: list[str]
    if event.free is None:
        lines = [l10n("event-seats-any", taken=event.taken)]
    elif event.free:
        lines = [l10n("event-seats", seats=event.seats, free=event.free)]
    else:
        lines = [l10n("event-seats-none", seats=event.seats, waiting=event.waiting)]
    if event.register_until is None:
        return lines
    local = event.register_until.astimezone(clock.zone)
    if event.register_until <= now:
        return [*lines, l10n("event-closed")]
    day = day_words(l10n, local.date(), now.astimezone(clock.zone).date())
    return [*lines, l10n("event-until", day=day, time=f"{local:%H:%M}")]


def _is_on(ctx: Ctx, event: Event) -> bool:
    if event.state != "published":
        return False
    return event.ends_at is None or event.ends_at > ctx.services.clock.now()


def _about(ctx: Ctx, shown: Shown) -> list[str]:
    """What it is about, for whom."""
    event, l10n = shown.event, ctx.l10n
    keys = {"subject": event.subjects, "block": event.blocks, "rubric": event.rubrics}
    topics = [_titled(ctx, name, found) for name, found in keys.items() if found]
    lines: list[str] = []
    if topics:
        lines.append(l10n("event-topics", topics=cut("; ".join(topics), TOPICS)))
    if shown.audience is None or (shown.audience.criteria.everybody and not shown.invited):
        return lines
    if shown.audience.criteria.everybody:
        words = l10n.plain("event-for-invited")
    else:
        known = audience_lines(ctx, shown.audience)
        words = cut("; ".join(line[:1].lower() + line[1:] for line in known), TOPICS)
    only = event.audience_only
    return [*lines, l10n("event-for-only", whom=words) if only else l10n("event-for", whom=words)]


def _titled(ctx: Ctx, name: str, keys: Sequence[str]) -> str:
    known = titles(ctx, name)
    return ", ".join(known[key] for key in keys if key in known)


def _mine(ctx: Ctx, shown: Shown) -> str:
    """What I have in it."""
    l10n, event = ctx.l10n, shown.event
    ahead = event.state == "published" and not event.begun(ctx.services.clock.now())
    over = event.ends_at is not None and event.ends_at <= ctx.services.clock.now()
    if shown.attended:
        return l10n("event-i-came") if over else l10n("event-i-am-here")
    if shown.barred and ahead:
        return l10n("event-barred")
    if shown.registered and event.state != "cancelled":
        return l10n("event-i-was-registered") if over else l10n("event-i-am-registered")
    if shown.waits and ahead:
        return l10n("event-i-wait", number=shown.number)
    return ""
