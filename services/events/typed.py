"""Reading what is typed about an event: say exactly what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from services.errors import Refusal
from services.fields import free_text, plain

TITLE_LIMIT, DESCRIPTION_LIMIT, PLACE_LIMIT, LINK_LIMIT = 200, 2000, 200, 500
ORGANISER_LIMIT, REASON_LIMIT, SEATS_LIMIT = 200, 400, 10_000

_LETTERS = 3
_SEATS = re.compile(r"(\d{1,6})(?: [^\W\d_]+\.?)?")  # `15`, «15 мест»
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?")


def title_of(raw: str) -> str:
    """What an event is called."""
    text = _line(raw, TITLE_LIMIT)
    if sum(ch.isalpha() for ch in text) < _LETTERS:
        raise Refusal("event-title-short")
    return text


def description_of(raw: str) -> str:
    """What an event is about, in several lines."""
    return free_text(raw, DESCRIPTION_LIMIT)


def place_of(raw: str) -> str:
    """Where an event is."""
    return _line(raw, PLACE_LIMIT)


def organiser_of(raw: str) -> str:
    """Who holds an event."""
    return _line(raw, ORGANISER_LIMIT)


def reason_of(raw: str) -> str:
    """Why an event is cancelled."""
    return free_text(raw, REASON_LIMIT)


def link_of(raw: str) -> str:
    """An address of the web; `https://` is added where it is missing."""
    text = plain(raw)
    address = text if _SCHEME.match(text) and "://" in text else f"https://{text}"
    try:
        parts = urlsplit(address)
    except ValueError as error:
        raise Refusal("event-link") from error
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(parts.netloc):
        raise Refusal("event-link")
    if " " in address:
        raise Refusal("event-link")
    return _line(address, LINK_LIMIT)


def seats_of(raw: str) -> int:
    """How many seats there are: `15`, «15 мест»."""
    text = plain(raw)
    found = _SEATS.fullmatch(text)
    if not found:
        raise Refusal("event-seats-number", text=text[:30])
    return possible_seats(int(found[1]))


def possible_seats(seats: int) -> int:
    """A number of seats, 1 to `SEATS_LIMIT`."""
    if not 1 <= seats <= SEATS_LIMIT:
        raise Refusal("event-seats-range", limit=SEATS_LIMIT)
    return seats


def _line(raw: str, limit: int) -> str:
    text = plain(raw)
    if not text:
        raise Refusal("text-empty")
    if len(text) > limit:
        raise Refusal("text-too-long", limit=limit, length=len(text))
    return text


READERS: Mapping[str, Callable[[str], str]] = {
    "title": title_of,
    "description": description_of,
    "place": place_of,
    "link": link_of,
    "organiser": organiser_of,
}
MAY_BE_EMPTY = frozenset(READERS) - {"title"}


def read(field: str, raw: str) -> str:
    """What was typed for a field of text; an empty text takes it away where that is possible."""
    if field not in READERS or (not raw and field not in MAY_BE_EMPTY):
        raise Refusal("choice-gone")
    return READERS[field](raw) if raw else ""
