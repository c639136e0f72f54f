"""Finding people by a name as it is typed: any order, initials, misspelt, in Latin letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from unicodedata import combining

from rapidfuzz import process
from rapidfuzz.distance import OSA

from services.fields import one_alphabet, plain
from services.school_names import in_russian

_WORDS = re.compile(r"[^\W\d_]+")
# Typed one for the other or not at all: «Наталья» and «Наталия», «Геннадиевна», “Natalia”.
_ALIKE = [("ё", "е"), ("й", "и"), ("ь", ""), ("ъ", ""), ("'", ""), ("’", ""), ("ʼ", "")]
_ALIKE += [("ия", "я"), ("иа", "я"), ("ие", "е")]
_LATIN = re.compile(r"[a-z]")

_EXACT, _BEGINNING, _INITIAL = 100.0, 99.0, 96.0
_PER_TYPO = 14.0
_ASKED_WORDS = 6
# Worse than the best by more than this is noise beside it.
_SPREAD = 30.0


def name_words(name: str) -> list[str]:
    """The words of a name for comparing: small Russian letters, alike ones made the same."""
    text = name.lower()
    if _LATIN.search(text):
        text = in_russian(one_alphabet(text))
    for letter, instead in _ALIKE:
        text = text.replace(letter, instead)
    return _WORDS.findall(text)


def best_names(query: str, names: Iterable[tuple[int, str]], limit: int) -> list[int]:
    """Ids of the names that fit a typed text, best first, at most `limit`."""
    plainly = "".join(letter for letter in plain(query) if not combining(letter))
    asked = sorted(name_words(plainly)[:_ASKED_WORDS], key=len, reverse=True)
    if not asked:
        return []
    people = [(key, name, name_words(name)) for key, name in names]
    known = list({word for _, _, words in people for word in words})
    fits = [_fits(part, known) for part in asked]
    scored = ((_score(fits, words), name, key) for key, name, words in people)
    good = sorted((-score, name, key) for score, name, key in scored if score > 0)
    best = -good[0][0] if good else 0.0
    # Where somebody's name is just what was typed, those who only resemble it are not meant.
    worst = best - _SPREAD if best < _INITIAL else _INITIAL
    return [key for score, _, key in good[:limit] if -score >= worst]


def _score(fits: Sequence[dict[str, float]], words: list[str]) -> float:
    """How well a name fits, 0–100: each typed word needs a word of its own, long ones first."""
    left, total = list(words), 0.0
    for fit in fits:
        best = max(left, key=lambda word: fit.get(word, 0.0), default="")
        if best not in fit:
            return 0.0
        left.remove(best)
        total += fit[best]
    return total / len(fits)


def _fits(part: str, known: Sequence[str]) -> dict[str, float]:
    """Words that a typed word may mean, and how likely."""
    typos = 0 if len(part) < 3 else 1 if len(part) < 6 else 2
    fits = _near(part, known, typos, _EXACT)
    beginnings: dict[str, list[str]] = {}
    for word in known:
        if len(word) == 1 and part.startswith(word):
            fits[word] = max(fits.get(word, 0.0), _INITIAL)
        if len(word) > len(part):
            beginnings.setdefault(word[: len(part)], []).append(word)
    best = _BEGINNING if len(part) > 1 else _INITIAL
    typos = 0 if len(part) < 4 else typos  # three wrong letters begin too many names
    for beginning, score in _near(part, list(beginnings), typos, best).items():
        for word in beginnings[beginning]:
            fits[word] = max(fits.get(word, 0.0), score)
    return fits


def _near(part: str, words: Sequence[str], typos: int, best: float) -> dict[str, float]:
    found = process.extract(part, words, scorer=OSA.distance, score_cutoff=typos, limit=None)
    return {word: best - _PER_TYPO * distance for word, distance, _ in found}
