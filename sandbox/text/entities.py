"""From the text of a request to the text of a message: parsing, cleaning, automatic entities."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from sandbox.errors import bad_request
from sandbox.text.given import given_entities
from sandbox.text.html import parse_html
from sandbox.text.markdown import parse_markdown_v2
from sandbox.text.markdown_legacy import parse_markdown
from sandbox.text.nesting import merged, nested
from sandbox.text.tags import Entity, MarkupError, utf16_length

MAX_SOURCE_BYTES = 32768
MAX_TEXT = 4096
MAX_CAPTION = 1024

_PARSERS = {"html": parse_html, "markdownv2": parse_markdown_v2, "markdown": parse_markdown}

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x0c\x0e-\x1f]")
_DROPPED = re.compile("[\r\u2028-\u202e\u0333\u033f\u030a]")
_UNCLEAN = re.compile(f"{_CONTROL.pattern}|{_DROPPED.pattern}")
# Entities that mean something even when they cover only spaces.
_HIDDEN = frozenset({"text_link", "text_mention", "pre", "code"})

_TLDS = "ru|рф|su|com|org|net|info|edu|gov|me|io|dev|app|pro|online|site|москва|дети|eu|uk|de"
_HINT = re.compile(r"[@#/+$]|\.\w")
_AUTOMATIC = re.compile(
    rf"""
      (?P<email>(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
    | (?P<url>(?<![\w@])(?:https?://[^\s<>"«»]+
        | (?:[\w-]+\.)+(?:{_TLDS})(?![\w@])(?::\d+)?(?:[/?\#][^\s<>"«»]*)?))
    | (?P<mention>(?<![\w/@])@[A-Za-z]\w{{2,31}}(?!\w))
    | (?P<hashtag>(?<![\w/\#])\#\w*[^\W\d]\w*)
    | (?P<cashtag>(?<![\w$])\$[A-Z]{{1,8}}(?!\w))
    | (?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{{1,64}}(?:@[A-Za-z]\w{{2,31}})?(?![\w/<>]))
    | (?P<phone_number>(?<![\w+])\+\d(?:[\s()-]{{0,2}}\d){{9,14}}(?!\w))
    """,
    re.VERBOSE,
)


def formatted(
    text: str,
    parse_mode: str | None,
    entities: Any,
    *,
    allow_empty: bool = False,
) -> tuple[str, list[Entity]]:
    """Return the message text and its sorted entities; raise what Telegram would answer.

    `entities` are those that the bot gives itself, aiogram's models.
    """
    if not text:
        if allow_empty:
            return "", []
        raise bad_request("message text is empty")
    if len(text) > MAX_SOURCE_BYTES // 4 and len(text.encode()) > MAX_SOURCE_BYTES:
        raise bad_request("text is too long")
    if entities:
        return _finished(*_parsed(text, parse_mode, entities), allow_empty)
    plain, found = _remembered(text, parse_mode, allow_empty)
    return plain, [dict(entity) for entity in found]


# Many people see the same screens.
@lru_cache(maxsize=1024)
def _remembered(text: str, parse_mode: str | None, allow_empty: bool) -> tuple[str, list[Entity]]:
    return _finished(*_parsed(text, parse_mode, None), allow_empty)


def _finished(plain: str, found: list[Entity], allow_empty: bool) -> tuple[str, list[Entity]]:
    if _UNCLEAN.search(plain):
        plain, found = _cleaned(plain, found)
    plain, found = _trimmed(plain, found)
    if not plain and not allow_empty:
        raise bad_request("text must be non-empty")
    return plain, with_automatic(plain, nested(found))


def _parsed(text: str, parse_mode: str | None, entities: Any) -> tuple[str, list[Entity]]:
    mode = (parse_mode or "none").lower()
    if mode == "none":
        return text, given_entities(text, entities)
    if mode not in _PARSERS:
        raise bad_request("unsupported parse_mode")
    try:
        return _PARSERS[mode](text)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from None


def _cleaned(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Control characters become spaces; `\\r` and invisible marks vanish, entities move along."""
    text = _CONTROL.sub(" ", text)
    flat = _flat(text)
    holes = [match.start() for match in _DROPPED.finditer(flat)]
    for entity in entities:
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        entity["offset"] -= sum(hole < begin for hole in holes)
        entity["length"] -= sum(begin <= hole < end for hole in holes)
    return _DROPPED.sub("", text), [entity for entity in entities if entity["length"] > 0]


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim as Telegram does: the left end only up to the first entity."""
    right = text.rstrip(" \n")
    if not entities:
        return right.lstrip(" \n"), entities
    flat = _flat(right)
    kept = []
    for entity in entities:
        begin, end = entity["offset"], min(entity["offset"] + entity["length"], len(flat))
        while begin < end and flat[begin] in " \n" and entity["type"] not in _HIDDEN:
            begin += 1
        if begin < end:
            entity["offset"], entity["length"] = begin, end - begin
            kept.append(entity)
    first = min((entity["offset"] for entity in kept), default=len(flat))
    cut = min(len(flat) - len(flat.lstrip(" \n")), first)
    for entity in kept:
        entity["offset"] -= cut
    return right[cut:], kept


def _flat(text: str) -> str:
    """The same text with one character for each UTF-16 unit, to index it by entity offsets."""
    return text if text.isascii() else _ASTRAL.sub("xx", text)


def with_automatic(text: str, entities: list[Entity]) -> list[Entity]:
    """Add the links, mentions, hashtags, commands and phones that Telegram finds by itself."""
    if not _HINT.search(text):
        return entities
    found = [_automatic(text, match) for match in _AUTOMATIC.finditer(text)]
    return merged(entities, found) if found else entities


def _automatic(text: str, match: re.Match[str]) -> Entity:
    kind, value = match.lastgroup or "url", match.group()
    if kind in ("url", "email"):
        value = value.rstrip(".,:;!?)'\"")
    offset = utf16_length(text[: match.start()])
    return {"offset": offset, "length": utf16_length(value), "type": kind}
