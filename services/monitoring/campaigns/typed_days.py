"""Days and periods of campaigns, as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from services.dates import shifted, typed_date
from services.errors import Refusal
from services.events.times import typed_moment
from services.fields import plain

_ALL_DAY = time(23, 59)  # what a day without a time is read as
_YEAR = re.compile(r"(\d{4})(?:\s*г(?:од|\.)?)?")
_SCHOOL_YEAR = re.compile(r"(\d{4})\s*[/–—-]\s*(\d{2}|\d{4})(?:\D*)")
_BETWEEN = re.compile(r"\s+[-‐‑‒]\s+|\s*[–—]\s*|\s+(?:по|до|to|till|until)\s+", re.IGNORECASE)
_FROM = re.compile(r"(?:с|со|from)\s+", re.IGNORECASE)
_HAS_YEAR = re.compile(r"\d{4}|\d+\D+\d+\D+\d+")
# A school year, as data are collected for it.
SCHOOL_YEAR = ((9, 1), (5, 31))
_YEARS = range(1990, 2200)  # what somebody may mean


def typed_day(raw: str, now: datetime, zone: ZoneInfo) -> date:
    """A local day: «31.05», «1 июня», «завтра», «в пятницу»; without a year, the next such."""
    local = typed_moment(raw, now, zone).astimezone(zone)
    if local.time() != _ALL_DAY:
        raise Refusal("campaign-day-only")
    return local.date()


def typed_span(raw: str, today: date) -> tuple[date, date]:
    """A period, both ends included: «1.09.2025 – 31.05.2026», «2025/26», «2026»."""
    text = plain(raw)
    if found := _YEAR.fullmatch(text):
        return calendar_year(int(found[1]))
    if (found := _SCHOOL_YEAR.fullmatch(text)) and int(found[2][-2:]) == (int(found[1]) + 1) % 100:
        return school_year(int(found[1]))
    parts = _BETWEEN.split(text)
    if len(parts) != 2:
        raise Refusal("campaign-period-unclear", text=text[:30])
    last = typed_date(parts[1], today)
    return _first(_FROM.sub("", parts[0], count=1), last, today), last


def _first(text: str, last: date, today: date) -> date:
    """The beginning; where its year is left out, it is the last such day before the end."""
    if _HAS_YEAR.search(text):
        return typed_date(text, today)
    between = "." if text[-1:].isdigit() else " "
    day = typed_date(f"{text.rstrip('.')}{between}{last.year}", today)
    return day if day <= last else shifted(day, -12)


def calendar_year(year: int) -> tuple[date, date]:
    """From January to December."""
    _check(year)
    return date(year, 1, 1), date(year, 12, 31)


def school_year(year: int) -> tuple[date, date]:
    """From September of a year to May of the next one."""
    _check(year)
    first, last = SCHOOL_YEAR
    return date(year, *first), date(year + 1, *last)


def _check(year: int) -> None:
    if year not in _YEARS:
        raise Refusal("campaign-period-unclear", text=str(year))
