"""Comparing school names as people type them: forgiving, with the best match first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from services.fields import one_alphabet

_FORMS = frozenset(
    [
        "мбоу",
        "моу",
        "мкоу",
        "маоу",
        "гбоу",
        "гоу",
        "кгбоу",
        "мбу",
        "мау",
        "муниципальное",
        "бюджетное",
        "казенное",
        "автономное",
        "общеобразовательное",
        "образовательное",
        "учреждение",
        "имени",
        "им",
        "г",
        "с",
        "п",
        "пос",
        "д",
        "город",
        "село",
        "в",
        "я",
        "номер",
        "no",
        "школа",
        "school",
        "the",
    ]
)
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_SOUNDS = """shch щ, sch щ, sh ш, ch ч, zh ж, kh х, ts ц, ph ф, yo е, jo е, ye е, yu ю, ju ю, ya я,
ja я, ay аи, ey еи, iy ии, oy ои, ce це, ci ци, a а, b б, c к, d д, e е, f ф, g г, h х, i и, j и,
k к, l л, m м, n н, o о, p п, q к, r р, s с, t т, u у, v в, w в, x кс, y ы, z з"""
_IN_RUSSIAN = dict(re.findall(r"(\w+) (\w+)", _SOUNDS))  # long sounds come first
_GOOD = 72.0


def search_form(name: str) -> str:
    """A name for comparing and sorting: lower case, ё as е, й as и, no quotes or legal forms."""
    words = _WORDS.findall(one_alphabet(name).lower().replace("ё", "е").replace("й", "и"))
    kept = [word for word in words if word not in _FORMS]
    return " ".join(kept or words)


def similarity(query: str, name: str) -> float:
    """How well a typed text fits a name, 0–100; both in `search_form`."""
    if not query or not name:
        return 0.0
    asked, words = query.split(), name.split()
    numbers = {word for word in asked if word.isdigit()}
    if numbers and not numbers & {word for word in words if word.isdigit()}:
        return 0.0
    fits = [max(_word_fit(part, word) for word in words) for part in asked]
    score = sum(fits) / len(fits)
    return score - 0.05 * abs(len(words) - len(asked))


def _word_fit(part: str, word: str) -> float:
    if part.isdigit() or word.isdigit():
        return 100.0 if part == word else 0.0
    if word.startswith(part):
        return 100.0 if len(part) > 1 else 75.0
    if len(part) >= 4 and part in word:
        return 90.0
    beginning = fuzz.ratio(part, word[: len(part)])
    return max(fuzz.ratio(part, word), 0.95 * beginning if len(part) >= 4 else 0.0)


def in_russian(text: str) -> str:
    """Russian words typed in Latin letters, back in their own."""
    for latin, russian in _IN_RUSSIAN.items():
        text = text.replace(latin, russian)
    return text


def best_matches(query: str, names: Iterable[tuple[int, str]], limit: int) -> list[int]:
    """Ids of the names that fit a typed text, best first, at most `limit`."""
    asked = {search_form(query), search_form(in_russian(query.lower()))}
    scored = [(max(similarity(one, name) for one in asked), name, key) for key, name in names]
    good = sorted((-score, name, key) for score, name, key in scored if score >= _GOOD)
    return [key for _, _, key in good[:limit]]
