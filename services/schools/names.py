"""Names, code and status of a school: reading them, and whether another one has them."""

from __future__ import annotations

from collections.abc import Iterable

from content import Profile
from services.errors import Refusal
from services.fields import SCHOOL_LIMIT, one_alphabet, plain, skeleton
from services.school_names import search_form
from storage.repositories.schools import SchoolRow

FULL_NAME_LIMIT = 200
CODE_LIMIT = 40
# Columns of the table that hold names, and how long each may be.
LIMITS = {"name": FULL_NAME_LIMIT, "short_name": SCHOOL_LIMIT, "english_name": SCHOOL_LIMIT}


def school_name(field: str, typed: str) -> str:
    """A name for one of the columns; only the English one may be empty."""
    text, limit = one_alphabet(plain(typed)), LIMITS[field]
    if len(text) > limit:
        raise Refusal("school-too-long", limit=limit, length=len(text))
    if sum(ch.isalpha() for ch in text) < 3 and (text or field != "english_name"):
        raise Refusal("school-too-short")
    return text


def search_name(short_name: str, english_name: str) -> str:
    """What the search goes by."""
    return search_form(f"{short_name} {english_name}")


def same_name(
    rows: Iterable[SchoolRow], short_name: str, but: int | None = None
) -> SchoolRow | None:
    """Another school whose name looks the same on a button."""
    wanted = skeleton(short_name)
    others = (row for row in rows if row.id != but)
    return next((row for row in others if skeleton(row.short_name) == wanted), None)


def status_key(profile: Profile, text: str) -> str | None:
    """The support status of this key or title; nothing for an empty text."""
    if not text:
        return None
    for status in profile.school_statuses:
        titles = (status.key, status.title.ru, status.title.get("en"))
        if skeleton(text) in {skeleton(title) for title in titles}:
            return status.key
    raise Refusal("choice-gone")
