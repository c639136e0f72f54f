"""Reading what people type: accept the usual variants, say exactly what is wrong."""

from __future__ import annotations

import re
import unicodedata

from services.errors import Refusal

NAME_LIMIT = 100
SCHOOL_LIMIT = 120
YEARS_LIMIT = 70

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:['’ʼ-]{_LETTER}+)*\.?")
_BEGINNING = re.compile(rf"{_LETTER}(?:['’ʼ]{_LETTER})?")  # О'Коннор, but Дем'янова
_DASH = re.compile(r"\s*[-‐‑‒–—−]\s*")
_INITIALS = re.compile(rf"\.(?={_LETTER})")
_PATRONYMICS = ("ич", "вна", "ична", "ich", "vna", "ichna")
# Latin letters that look like Russian ones on the screen, and those ones.
_TWINS = str.maketrans("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху")
_SHAPES = str.maketrans("abcehkmoptxy", "авсенкмортху")
_ALIKE = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"(?=.*[А-ЯЁа-яё])[А-ЯЁа-яёABCEHKMOPTXYaceopxy]+")
_YEARS = re.compile(r"(\d{1,3})(?:\s*(?:лет|года?|г\.?|years?|y\.?))?", re.IGNORECASE)
_LESS_THAN_YEAR = re.compile(
    r"(?:меньше|менее)\s+года|нет\s+года|полгода|less\s+than\s+a\s+year|нет\s+стажа|без\s+стажа",
    re.IGNORECASE,
)


def plain(raw: str) -> str:
    """Text in one line: control and invisible characters out, spaces squeezed."""
    kept = (" " if ch.isspace() else ch for ch in unicodedata.normalize("NFC", raw))
    visible = "".join(ch for ch in kept if unicodedata.category(ch) not in {"Cc", "Cf", "Co", "Cs"})
    return " ".join(visible.split())


def one_alphabet(text: str) -> str:
    """Words that mix Russian letters with Latin ones of the same look, all in Russian."""
    return _ALIKE.sub(_russian_if_mixed, text)


def _russian_if_mixed(word: re.Match[str]) -> str:
    found = word.group()
    return found.translate(_TWINS) if _MIXED.fullmatch(found) else found


def skeleton(text: str) -> str:
    """Letters and digits of a text for comparing: how it looks, whatever alphabet it is in."""
    look = text.lower().replace("ё", "е").translate(_SHAPES)
    return "".join(ch for ch in look if ch.isalnum())


def full_name(raw: str) -> str:
    """A person's full name: two to five words of letters.

    Small letters at the start of words are raised: «иванова анна» becomes «Иванова Анна».
    """
    text = _INITIALS.sub(". ", _DASH.sub("-", plain(raw)))
    if len(text) > NAME_LIMIT:
        raise Refusal("name-too-long", limit=NAME_LIMIT, length=len(text))
    words = text.split()
    wrong = [word for word in words if not _WORD.fullmatch(word)]
    if wrong:
        raise Refusal("name-letters", word=wrong[0][:30])
    if not 2 <= len(words) <= 5 or sum(len(word.rstrip(".")) > 1 for word in words) < 1:
        raise Refusal("name-words")
    if text in (text.lower(), text.upper()):
        words = [_capital(word) for word in words]
    return " ".join(words)


def _capital(word: str) -> str:
    return "-".join(_BEGINNING.sub(_raised, part.lower(), count=1) for part in word.split("-"))


def _raised(beginning: re.Match[str]) -> str:
    return beginning.group().upper()


def suggested_name(first_name: str, last_name: str | None) -> str | None:
    """A full name made of Telegram's fields, in the Russian order, when it would be accepted."""
    try:
        return full_name(f"{last_name or ''} {first_name}")
    except Refusal:
        return None


def polite_name(name: str) -> str | None:
    """Name and patronymic of a full name in either order; nothing where that is not sure."""
    words = name.split()
    ends = [number for number, word in enumerate(words) if word.lower().endswith(_PATRONYMICS)]
    last = ends[-1] if ends else 0
    return f"{words[last - 1]} {words[last]}" if last else None


def years(raw: str) -> int:
    """Whole years: `12`, `12 лет`, «меньше года» is 0."""
    text = plain(raw)
    if _LESS_THAN_YEAR.fullmatch(text):
        return 0
    found = _YEARS.fullmatch(text)
    if not found:
        raise Refusal("years-number", text=text[:30])
    value = int(found.group(1))
    if value > YEARS_LIMIT:
        raise Refusal("years-range", limit=YEARS_LIMIT, value=value)
    return value


def school_title(raw: str) -> str:
    """The name of a school that is not in the list."""
    text = one_alphabet(plain(raw))
    if len(text) > SCHOOL_LIMIT:
        raise Refusal("school-too-long", limit=SCHOOL_LIMIT, length=len(text))
    if sum(ch.isalpha() for ch in text) < 3:
        raise Refusal("school-too-short")
    return text


def free_text(raw: str, limit: int) -> str:
    """An answer in own words; line breaks stay."""
    lines = [plain(line) for line in raw.strip().splitlines()]
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
    if not text:
        raise Refusal("text-empty")
    if len(text) > limit:
        raise Refusal("text-too-long", limit=limit, length=len(text))
    return text
