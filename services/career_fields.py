"""Reading what people type about courses and about results of diagnoses made elsewhere."""

from __future__ import annotations

import re

from services.errors import Refusal
from services.fields import free_text, plain

TITLE_LIMIT, OUTCOME_LIMIT = 200, 500
HOURS_LIMIT = 2000
EXTERNAL_SINCE = 2000

_LETTERS = 3
# Hours with their unit: `72`, «72 ч.», «72 академических часа».
_HOURS = re.compile(r"(\d{1,5})(?:\s*[^\W\d_]+\.?){0,2}")
# Name, year and outcome: «ФИОКО, 2022, 64 балла»; a short word may follow the year: «2022 г.,».
_EXTERNAL = re.compile(
    r"(?s)(\S.*?)[\s,;:(—–-]+(\d{4})\b(?:\s*[^\W\d_]{1,4}\.?(?=\s*[,;:—–\n-]))?[\s,;:).—–-]*(.*)"
)


def course_title(raw: str) -> str:
    """What a course is called on its certificate."""
    return _title(plain(raw))


def course_hours(raw: str) -> int:
    """Hours of a course: `72`, «72 ч.»."""
    text = plain(raw)
    found = _HOURS.fullmatch(text)
    if not found:
        raise Refusal("hours-number", text=text[:30])
    return possible_hours(int(found[1]))


def possible_hours(hours: int) -> int:
    """Hours of a course, 1 to `HOURS_LIMIT`."""
    if not 1 <= hours <= HOURS_LIMIT:
        raise Refusal("hours-range", limit=HOURS_LIMIT, hours=hours)
    return hours


def external_result(raw: str, this_year: int) -> tuple[str, int, str]:
    """Name, year and outcome of a diagnosis made elsewhere, typed one after the other."""
    text = free_text(raw, TITLE_LIMIT + OUTCOME_LIMIT)
    found = _EXTERNAL.fullmatch(text)
    if not found or not found[3].strip():
        raise Refusal("external-form")
    title, year, outcome = _title(plain(found[1])), int(found[2]), found[3].strip()
    if not EXTERNAL_SINCE <= year <= this_year:
        raise Refusal("external-year", first=EXTERNAL_SINCE, last=this_year)
    if len(outcome) > OUTCOME_LIMIT:
        raise Refusal("text-too-long", limit=OUTCOME_LIMIT, length=len(outcome))
    return title, year, outcome


def _title(text: str) -> str:
    if len(text) > TITLE_LIMIT:
        raise Refusal("title-too-long", limit=TITLE_LIMIT, length=len(text))
    if sum(ch.isalpha() for ch in text) < _LETTERS:
        raise Refusal("title-too-short")
    return text
