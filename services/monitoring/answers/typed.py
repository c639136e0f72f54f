"""Answers as people type them: «12 чел.», «1 200», «12,5 %», «да», «нет данных»."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from content.profile.measures import Variable
from services.errors import Refusal
from services.fields import free_text, plain
from services.monitoring.answers.given import TEXT_LIMIT, Given

NUMBER_LIMIT = 1_000_000

_GROUPED = r"(?:[0-9]{1,3}(?:[ '][0-9]{3})+|[0-9]+)"
# A number, perhaps with a fraction, and a word such as «чел.» or «шт.» after it.
_NUMBER = re.compile(rf"([+-])?({_GROUPED})(?:[.,]([0-9]+))?\s*(%|[^\W\d_][^\d%]*)?")
_PERCENT = re.compile(r"%|проц|perc", re.IGNORECASE)
_BARE = re.compile(rf"[+-]?{_GROUPED}(?:[.,][0-9]+)?\s*(?:%|чел[^\W\d_]*\.?|шт\.?)?", re.IGNORECASE)
_RIGHT = re.compile(
    r"да|(?:вс[её]\s+)?(?:верно|правильно)|yes|(?:it\s+is\s+)?right|ok|ок", re.IGNORECASE
)
_WRONG = re.compile(r"нет|не\s*верно|исправить|ошибка|опечатка|no|wrong|mistake", re.IGNORECASE)
_DASHES = str.maketrans("‐‑‒–—−", "------")
_NO_DATA = re.compile(
    r"нет\s+данных|данных\s+нет|данные\s+отсутствуют|н\s*[./]\s*д\.?|нд|no\s+data|n\s*/\s*a",
    re.IGNORECASE,
)
_YES = re.compile(r"да|есть|имеется|yes|y|\+|1|true|истина", re.IGNORECASE)
_NO = re.compile(r"нет|не\s+имеется|отсутствует|no|n|-|0|false|ложь", re.IGNORECASE)
_THOUSANDS = 3  # digits: «1,000» and «1.000» may mean a thousand, and may mean one


def typed_answer(variable: Variable, raw: str) -> Given:
    """What somebody typed as the answer to a variable; refuses what is none, saying why."""
    if _NO_DATA.fullmatch(plain(raw)):
        return Given(no_data=True)
    match variable.input:
        case "text":
            return Given(text=free_text(raw, TEXT_LIMIT))
        case "yes_no":
            return Given(number=_yes_no(raw))
        case "share":
            return Given(number=_share(raw))
        case "number":
            return Given(number=_whole(raw))


def meant(raw: str) -> Literal["answer", "yes", "no", "words"]:
    """How to take what was typed when a number was asked about: another answer, yes, no, or why."""
    text = _plainly(raw).rstrip(".!")
    if _NO_DATA.fullmatch(plain(raw)) or _BARE.fullmatch(text):
        return "answer"
    if _RIGHT.fullmatch(text):
        return "yes"
    return "no" if _WRONG.fullmatch(text) else "words"


def _yes_no(raw: str) -> float:
    text = _plainly(raw).rstrip(".!")
    if _YES.fullmatch(text):
        return 1
    if _NO.fullmatch(text):
        return 0
    raise Refusal("data-yes-no", text=text[:30])


def _whole(raw: str) -> float:
    sign, whole, fraction, unit, text = _parts(raw)
    if unit and _PERCENT.match(unit):
        raise Refusal("data-percent-not-asked")
    if fraction.strip("0") or len(fraction) == _THOUSANDS:
        raise Refusal("data-whole", text=text[:30])
    if sign == "-" and whole:
        raise Refusal("data-negative")
    if whole > NUMBER_LIMIT:
        raise Refusal("data-too-large", limit=NUMBER_LIMIT)
    return float(whole)


def _share(raw: str) -> float:
    sign, whole, fraction, _unit, _text = _parts(raw)
    value = Decimal(f"{whole}.{fraction or 0}")
    if (sign == "-" and value) or value > 100:
        raise Refusal("data-share-range")
    return float(value.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _parts(raw: str) -> tuple[str, int, str, str, str]:
    """Sign, whole part, digits of the fraction and word of a typed number, and the text itself."""
    text = _plainly(raw)
    found = _NUMBER.fullmatch(text)
    raised = any(unicodedata.category(ch) == "No" for ch in raw)  # «5²» would be read as 52
    if found is None or raised or len(text) > 60:
        raise Refusal("data-number", text=plain(raw)[:30])
    sign, whole, fraction, unit = found.groups()
    return sign or "", int(re.sub(r"\D", "", whole)), fraction or "", unit or "", text


def _plainly(raw: str) -> str:
    return plain(unicodedata.normalize("NFKC", raw)).translate(_DASHES)
