"""Events in lines, by day; one event in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from bot.context import Ctx
from bot.dialogs.widgets import Choice, cut
from bot.event_words import day_words, titles
from bot.l10n import Safe
from services.events.calendar import Shown

LABEL, TITLE = 36, 90  # characters of a title on a button, and in a list


def mark(ctx: Ctx, shown: Shown) -> str:
    """What matters most about an event in a list: my place in it, or whether there are seats."""
    event, now, l10n = shown.event, ctx.services.clock.now(), ctx.l10n
    if event.state == "cancelled":
        return l10n.plain("event-mark-cancelled")
    if shown.attended:
        over = event.ends_at is not None and event.ends_at <= now
        return l10n.plain("event-mark-attended" if over else "event-mark-here")
    if shown.registered:
        return l10n.plain("event-mark-registered")
    if shown.waits:
        return l10n.plain("event-mark-waiting", number=shown.number)
    if event.begun(now):
        return l10n.plain("event-mark-on")
    if shown.barred:
        return l10n.plain("event-mark-barred")
    if event.register_until is not None and event.register_until <= now:
        return l10n.plain("event-mark-closed")
    if event.free is None:
        return l10n.plain("event-mark-open")
    if event.free == 0:
        return l10n.plain("event-mark-full")
    return l10n.plain("event-mark-free", free=event.free, seats=event.seats)


def listed_by_day(ctx: Ctx, events: Sequence[Shown]) -> Safe:
    """Events under their days, numbered through."""
    forms, lines = titles(ctx, "form"), list[str]()
    for day, members in groupby(enumerate(events, 1), lambda one: _day(ctx, one[1])):
        lines += [""] if lines else []
        lines.append(ctx.l10n("event-day", day=day))
        for number, shown in members:
            event = shown.event
            lines.append(
                ctx.l10n(
                    "event-line",
                    number=number,
                    time=f"{_local(ctx, shown):%H:%M}",
                    title=cut(event.title, TITLE),
                )
            )
            about = [forms.get(event.form or "", ""), mark(ctx, shown)]
            lines.append(ctx.l10n("event-line-about", about=" · ".join(filter(None, about))))
    return Safe("\n".join(lines))


def choices(events: Sequence[Shown]) -> list[Choice]:
    """A button for each event of a page, numbered as in the text."""
    return [
        Choice(str(shown.event.id), cut(f"{_sign(shown)}{number}. {shown.event.title}", LABEL))
        for number, shown in enumerate(events, 1)
    ]


def _sign(shown: Shown) -> str:
    return "✓ " if shown.registered or shown.attended else ""


def _local(ctx: Ctx, shown: Shown) -> datetime:
    assert shown.event.starts_at is not None
    return shown.event.starts_at.astimezone(ctx.services.clock.zone)


def _day(ctx: Ctx, shown: Shown) -> str:
    clock = ctx.services.clock
    today = clock.now().astimezone(clock.zone).date()
    return day_words(ctx.l10n, _local(ctx, shown).date(), today)
