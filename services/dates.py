"""Dates as people type them, and steps of whole months."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from babel.dates import get_month_names

from services.clock import Clock
from services.errors import Refusal
from services.fields import plain

_WORD = r"([^\W\d_]{3,})\.?,?"
_YEAR = r"(\d{4}|\d{2})"
_BETWEEN = r"[\s.,/–—-]+"
_BY_NUMBERS = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}{_YEAR}")
_IN_A_ROW = re.compile(r"(\d\d)(\d\d)(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_BY_WORD = re.compile(rf"(\d{{1,2}})(?:-?[^\W\d_]{{2}})?\s+{_WORD}\s*{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_WORD}\s+(\d{{1,2}})(?:[^\W\d_]{{2}})?,?\s+{_YEAR}")
# A word after the year: «г.», «года».
_AFTER_YEAR = re.compile(r"(?<=\d)\s*[^\W\d_]{1,4}\.?$")
# A year of two digits lies at most so far ahead; others are of the last century.
_AHEAD = 20


def today(clock: Clock) -> date:
    """The date in the municipality."""
    return clock.now().astimezone(clock.zone).date()


def shifted(day: date, months: int) -> date:
    """The same day some months later, or earlier; the last of the month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def typed_date(raw: str, now: date) -> date:
    """A date: `1.5.2025`, `01/05/2025`, `2025-05-01`, «1 мая 2025 г.», `May 1, 2025`."""
    text = plain(raw)
    parts = _parts(_AFTER_YEAR.sub("", text.rstrip(".")), now)
    if parts is None:
        raise Refusal("date-unclear", text=text[:30])
    try:
        return date(*parts)
    except ValueError as error:
        raise Refusal("date-none", text=text[:30]) from error


def _parts(text: str, now: date) -> tuple[int, int, int] | None:
    """Year, month and day, which need not exist."""
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return year, month, day
    if found := _BY_NUMBERS.fullmatch(text) or _IN_A_ROW.fullmatch(text):
        return _year(found[3], now), int(found[2]), int(found[1])
    day_first, month_first = _BY_WORD.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    if day_first and (number := _month(day_first[2])):
        return _year(day_first[3], now), number, int(day_first[1])
    if month_first and (number := _month(month_first[1])):
        return _year(month_first[3], now), number, int(month_first[2])
    return None


def _year(digits: str, now: date) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return 2000 + year if 2000 + year <= now.year + _AHEAD else 1900 + year


def _month(word: str) -> int | None:
    """The month whose name begins like this, if there is exactly one."""
    found = {number for number, name in _names() if name.startswith(word.lower())}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[int, str], ...]:
    """Numbers and names of months, in the forms of both languages."""
    return tuple(
        (number, name.lower())
        for locale in ("ru", "en")
        for context in ("format", "stand-alone")
        for number, name in get_month_names("wide", context, locale).items()
    )
