"""When an event is, as people type it: «25.11 в 14:30, 1,5 часа», "tomorrow 3 pm – 5 pm"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from services.dates import typed_date
from services.errors import Refusal
from services.fields import plain

USUAL_LENGTH = timedelta(minutes=90)
# «22:00–01:00» ends on the next day; what would last longer is a slip.
LONGEST_NIGHT = timedelta(hours=8)

_DASHES = re.compile(r"\s*[-‐‑‒–—−]\s*")
_GLUE = " ,;."
_FULL_DATE = re.compile(r"(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2}))(?!\d)")
_DAY_MONTH = re.compile(r"(\d{1,2})[./](\d{1,2})(?![\d:])")
_DAY_WORD = re.compile(r"(\d{1,2})(?:-?[^\W\d_]{2})? ([^\W\d_]{3,})\.?(?:,? (\d{4})(?!\d))?")
_WORD_DAY = re.compile(
    r"([^\W\d_]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?![\d:.])(?:,? (\d{4})(?!\d))?"
)
_YEAR_WORD = re.compile(r"\s*г(?:ода|\.)?(?!\w)")
_RELATIVE = ((r"сегодня|today", 0), (r"завтра|tomorrow", 1), (r"послезавтра", 2))
_WEEKDAYS = (
    r"понедельник|пн|monday|mon", r"вторник|вт|tuesday|tue", r"сред[ау]|ср|wednesday|wed",
    r"четверг|чт|thursday|thu", r"пятниц[ау]|пт|friday|fri", r"суббот[ау]|сб|saturday|sat",
    r"воскресенье|вс|sunday|sun",
)  # fmt: skip
_ON = r"(?:(?:во?|on) )?"
# Hours and minutes: 14:30, 14.30, 14-30, «14 ч 30 мин», «14 часов», «3 часа дня», 3 pm.
_TIME = re.compile(
    r"(?:(?:во?|со?|к|at|from) )?(\d{1,2})"
    r"(?:(?:[:.]|-(?=00|2[5-9]|[3-5]\d)| ?ч(?:ас(?:ов|а)?)?\.? ?(?=\d\d ?мин))(\d{2})(?!\d)"
    r"(?: ?мин(?:ут[аы]?)?\.?)?)?"
    r"(?: ?(?:ч(?:ас(?:ов|а)?)?|h)\b\.?(?! ?\d))?(?: ?(am|a\.m\.|pm|p\.m\.|утра|дня|вечера))?(?!\w)"
)
_AFTERNOON = ("pm", "p.m.", "дня", "вечера")
_UNTIL = re.compile(r"(?:-|(?:до|по|till|until|to) )")
_FOR = r"(?:(?:на|for|продолжительность(?:ю)?) )?"
_HOURS, _MINUTES = (
    r"(?:часов|часа|час|ч|hours?|hrs?|h)\.?",
    r"(?:минут[аы]?|мин|м|minutes|mins?|m)\.?",
)
_LENGTH = re.compile(
    rf"{_FOR}(?:(\d{{1,2}})(?:[.,](\d{{1,2}}))? ?{_HOURS})?"
    rf"(?: ?(?:и |and )?(\d{{1,3}}) ?{_MINUTES})?"
)
_LENGTH_WORDS = (
    (r"полтора часа|an hour and a half", 90), (r"полчаса|half an hour", 30),
    (r"час|an hour", 60), (r"(?:2|два) с половиной часа", 150),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """From when until when, in UTC."""

    start: datetime
    end: datetime


def typed_period(raw: str, now: datetime, zone: ZoneInfo, known: Period | None = None) -> Period:
    """When an event is, in local time: a day, a beginning, and an end or a length if one is given.

    What is missing stays as it is in `known`; a new one lasts `USUAL_LENGTH`.
    """
    text = _smooth(raw)
    today = now.astimezone(zone).date()
    day, start, rest = _beginning(text, today)
    day, start = _completed(day, start, known, zone, raw)
    begins = _moment(day, start, zone)
    if not rest:
        return Period(begins, begins + (known.end - known.start if known else USUAL_LENGTH))
    if length := _length(rest):
        return Period(begins, begins + length)
    return Period(begins, _end(rest, begins, today, zone, raw))


def typed_moment(raw: str, now: datetime, zone: ZoneInfo) -> datetime:
    """A moment until which something is possible: a day alone means until its end."""
    day, at, rest = _beginning(_smooth(raw), now.astimezone(zone).date())
    if day is None or rest:
        raise Refusal("when-day") if at and not rest else _unclear(raw)
    return _moment(day, at or time(23, 59), zone)


def _smooth(raw: str) -> str:
    """One line of small letters, with one kind of dash and no air around it."""
    return _DASHES.sub("-", plain(raw).lower().replace("ё", "е")).strip(_GLUE)


def _beginning(text: str, today: date) -> tuple[date | None, time | None, str]:
    """Day and time in either order, and what follows."""
    day, rest = _day(text, today)
    at, rest = _time(rest)
    if day is None and at is not None:
        day, rest = _day(rest, today)
    return day, at, rest


def _unclear(raw: str) -> Refusal:
    return Refusal("when-unclear", text=plain(raw)[:30])


def _completed(
    day: date | None, start: time | None, known: Period | None, zone: ZoneInfo, raw: str
) -> tuple[date, time]:
    """Day and time of the beginning; one of both may be known already."""
    if day is None and start is None:
        raise _unclear(raw)
    local = known.start.astimezone(zone) if known else None
    if local is not None:
        day, start = day or local.date(), start or local.time()
    if day is None:
        raise Refusal("when-day")
    if start is None:
        raise Refusal("when-time")
    return day, start


def _day(text: str, today: date) -> tuple[date | None, str]:
    """The day that a text begins with, and what follows."""
    if found := _FULL_DATE.match(text):
        return typed_date(found[1], today), _after_year(text, found)
    if (found := _DAY_MONTH.match(text)) and 1 <= int(found[2]) <= 12:
        return _next(found[1], found[2], "", ".", today), _after(text, found)
    for pattern, day, month in ((_DAY_WORD, 1, 2), (_WORD_DAY, 2, 1)):
        found = pattern.match(text)
        if found and _is_month(found[month]):
            day_of = _next(found[day], found[month], found[3] or "", " ", today)
            return day_of, _after_year(text, found)
    return _named_day(text, today)


def _named_day(text: str, today: date) -> tuple[date | None, str]:
    for words, ahead in _RELATIVE:
        if found := re.match(rf"(?:{words})(?!\w)", text):
            return today + timedelta(days=ahead), _after(text, found)
    for number, words in enumerate(_WEEKDAYS):
        if found := re.match(rf"{_ON}(?:{words})(?!\w)", text):
            day, rest = _day(_after(text, found), today)
            if day is not None and day.weekday() != number:
                raise Refusal("when-weekday", text=f"{day:%d.%m.%Y}")
            ahead = (number - today.weekday() - 1) % 7 + 1
            return day or today + timedelta(days=ahead), rest
    return None, text


def _is_month(word: str) -> bool:
    try:
        typed_date(f"1 {word} 2000", date(2000, 1, 1))
    except Refusal:
        return False
    return True


def _next(day: str, month: str, year: str, between: str, today: date) -> date:
    """The day in the year given, or the next such day."""
    if year:
        return typed_date(f"{day}{between}{month}{between}{year}", today)
    for ahead in range(8):  # until the next 29th of February
        typed = f"{day}{between}{month}{between}{today.year + ahead}"
        try:
            found = typed_date(typed, today)
        except Refusal:
            continue
        if found >= today:
            return found
    raise Refusal("date-none", text=f"{day}{between}{month}")


def _after(text: str, found: re.Match[str]) -> str:
    return text[found.end() :].strip(_GLUE)


def _after_year(text: str, found: re.Match[str]) -> str:
    rest = text[found.end() :]
    word = _YEAR_WORD.match(rest)
    return rest[word.end() if word else 0 :].strip(_GLUE)


def _time(text: str) -> tuple[time | None, str]:
    """The time of day that a text begins with, and what follows."""
    found = _TIME.match(text)
    if not found:
        return None, text
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] in _AFTERNOON and hour < 12:
        hour += 12
    if hour > 23 or minute > 59:
        raise Refusal("when-no-such-time", text=found[0][found.start(1) - found.start() :].strip())
    return time(hour, minute), _after(text, found)


def _length(text: str) -> timedelta | None:
    for words, minutes in _LENGTH_WORDS:
        if re.fullmatch(rf"{_FOR}(?:{words})", text):
            return timedelta(minutes=minutes)
    found = _LENGTH.fullmatch(text)
    if not found or not (found[1] or found[3]):
        return None
    hours = float(f"{found[1] or 0}.{found[2] or 0}")
    return timedelta(minutes=round(hours * 60) + int(found[3] or 0))


def _end(text: str, begins: datetime, today: date, zone: ZoneInfo, raw: str) -> datetime:
    """The end, on the day of the beginning unless another day is given, or the night is meant."""
    until = _UNTIL.match(text)
    if not until:
        raise _unclear(raw)
    another, rest = _day(_after(text, until), today)
    at, rest = _time(rest)
    if at is None or rest:
        raise _unclear(raw)
    day = another or begins.astimezone(zone).date()
    end = _moment(day, at, zone)
    if another is None and end <= begins:
        next_day = _moment(day + timedelta(days=1), at, zone)
        return next_day if next_day - begins <= LONGEST_NIGHT else end
    return end


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    """The moment in UTC; of an hour that comes twice, the first."""
    local = datetime.combine(day, at, zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise Refusal("when-gap", text=f"{at:%H:%M}")
    return moment
