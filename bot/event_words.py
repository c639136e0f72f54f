"""When an event is, in words, in the time zone of the municipality."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_skeleton

from bot.context import Ctx
from bot.l10n import L10n
from services.events import Event


def moment_words(l10n: L10n, zone: ZoneInfo, moment: datetime, now: datetime | None = None) -> str:
    """«среда, 25 ноября, 14:30»; with the year, unless it is that of `now`."""
    local = moment.astimezone(zone)
    today = now.astimezone(zone).date() if now else date.min
    return f"{day_words(l10n, local.date(), today)}, {local:%H:%M}"


def span_words(
    l10n: L10n,
    zone: ZoneInfo,
    start: datetime,
    end: datetime | None,
    now: datetime | None = None,
) -> str:
    """«среда, 25 ноября, 14:30–16:00»; an end on another day comes with its date."""
    begins = moment_words(l10n, zone, start, now)
    if end is None:
        return begins
    if start.astimezone(zone).date() == end.astimezone(zone).date():
        return f"{begins}–{end.astimezone(zone):%H:%M}"
    return f"{begins} — {moment_words(l10n, zone, end, now)}"


def near_words(l10n: L10n, zone: ZoneInfo, moment: datetime, now: datetime) -> str:
    """«сегодня в 14:30», «завтра, 26 ноября, в 14:30»; further away as `moment_words`."""
    local, today = moment.astimezone(zone), now.astimezone(zone).date()
    time = f"{local:%H:%M}"
    if local.date() == today:
        return l10n.plain("notice-today", time=time)
    if local.date() == today + timedelta(days=1):
        locale = "en_GB" if l10n.locale == "en" else l10n.locale
        day = format_skeleton("MMMMd", local, locale=locale)
        return l10n.plain("notice-tomorrow", day=day, time=time)
    return moment_words(l10n, zone, moment, now)


def short_moment(zone: ZoneInfo, moment: datetime, now: datetime) -> str:
    """«25.11, 14:30», with the year where it is another one."""
    local = moment.astimezone(zone)
    same = local.year == now.astimezone(zone).year
    return f"{local:%d.%m, %H:%M}" if same else f"{local:%d.%m.%Y, %H:%M}"


def period_words(l10n: L10n, event: Event, zone: ZoneInfo, now: datetime) -> str:
    """When an event begins and ends; empty where no time is set."""
    if event.starts_at is None:
        return ""
    return span_words(l10n, zone, event.starts_at, event.ends_at, now)


def begins_words(l10n: L10n, event: Event, zone: ZoneInfo, now: datetime) -> str:
    """When an event begins; empty where no time is set."""
    return moment_words(l10n, zone, event.starts_at, now) if event.starts_at else ""


def day_words(l10n: L10n, day: date, today: date) -> str:
    """«среда, 25 ноября», with the year where it is another one than today's."""
    locale = "en_GB" if l10n.locale == "en" else l10n.locale
    if day.year == today.year:
        month_day = format_skeleton("MMMMd", day, locale=locale)
        return f"{format_date(day, 'EEEE', locale=locale)}, {month_day}"
    return format_date(day, "full", locale=locale)


def organiser_of(ctx: Ctx, event: Event) -> str:
    """Who holds an event: the service, unless somebody else is named."""
    return event.organiser or ctx.services.profile.bot_name.get(ctx.locale)


def titles(ctx: Ctx, name: str) -> dict[str, str]:
    """What the keys of a form, level, vector, block, subject or rubric mean."""
    choices = ctx.services.events.desk.choices
    pairs = choices.of_field(name) or choices.of_topics(name)
    return {key: title.get(ctx.locale) for key, title in pairs}
