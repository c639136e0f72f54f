"""When a broadcast is to go, as people type it: «завтра 9:00», «через 2 часа», "25.11 14:30"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from services.errors import Refusal
from services.events.times import typed_period
from services.fields import plain

LATEST = timedelta(days=366)

_IN = r"(?:через|in|after)\s+"
_UNITS = {
    "minutes": r"(?:минут[уы]?|мин\.?|minutes?|mins?)",
    "hours": r"(?:час(?:а|ов)?|ч\.?|hours?|h)",
    "days": r"(?:день|дня|дней|сутки|суток|days?)",
    "weeks": r"(?:недел[юи]|недель|weeks?)",
}
_HALF = re.compile(rf"{_IN}(?:полчаса|half\s+an\s+hour)", re.IGNORECASE)
_ONE_AND_A_HALF = re.compile(rf"{_IN}(?:полтора\s+часа|an\s+hour\s+and\s+a\s+half)", re.IGNORECASE)
_PARTS = [
    (unit, re.compile(rf"{_IN}(?:(\d{{1,4}})\s*|an?\s+)?{word}", re.IGNORECASE))
    for unit, word in _UNITS.items()
]


def typed_sending(raw: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The moment in UTC; a time alone is today's, or tomorrow's once it has passed."""
    text = plain(raw).rstrip(".")
    if ahead := _ahead(text):
        return now + ahead
    try:
        return typed_period(text, now, zone).start
    except Refusal as refusal:
        if refusal.reason != "when-day":
            raise
    moment = typed_period(f"today {text}", now, zone).start
    return moment if moment > now else typed_period(f"tomorrow {text}", now, zone).start


def _ahead(text: str) -> timedelta | None:
    """How far ahead «через 2 часа» is."""
    if _HALF.fullmatch(text):
        return timedelta(minutes=30)
    if _ONE_AND_A_HALF.fullmatch(text):
        return timedelta(minutes=90)
    for unit, pattern in _PARTS:
        if found := pattern.fullmatch(text):
            return timedelta(**{unit: int(found[1] or 1)})
    return None
