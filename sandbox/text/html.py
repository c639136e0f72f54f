"""Telegram's HTML parse mode: text with tags in, plain text with entities out.

Follows `parse_html` of TDLib: the same tags, the same leniency with named entities, the same
error texts with offsets in bytes of the UTF-8 text as it was sent. Offsets and lengths of the
entities are UTF-16 code units.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sandbox.text.tags import TYPES, Entity, MarkupError, add_entity, utf16_length

_SPACES = frozenset(" \t\r\n\0\v")
_SPECIAL = re.compile("[<&]")
_NAMED = re.compile("&([A-Za-z]+)")
_NUMERIC = re.compile("&#(?:[xX]([0-9A-Fa-f]{1,8})|([0-9]{1,8}))")
_NAMES = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class _Open(NamedTuple):
    name: str
    attributes: dict[str, str]
    offset: int  # UTF-16 units
    part: int  # index into the list of text parts


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Return plain text and unsorted entities. Raises `MarkupError`."""
    if not _SPECIAL.search(source):
        return source, []
    return _Parser(source).parse()


def decode_entity(text: str, at: int) -> tuple[str, int]:
    """The character that `&...` at this place stands for, and where reading goes on.

    What is not an entity stays literal: `&` itself and the next position.
    """
    end, char = at + 1, "&"
    if named := _NAMED.match(text, at):
        if named.group(1) in _NAMES:
            end, char = named.end(), _NAMES[named.group(1)]
    elif numeric := _NUMERIC.match(text, at):
        code = int(numeric.group(1), 16) if numeric.group(1) else int(numeric.group(2))
        if 0 < code < 0x10FFFF and not 0xD800 <= code <= 0xDFFF and numeric.end() - at < 10:
            end, char = numeric.end(), chr(code)
    if end > at + 1 and text.startswith(";", end):
        end += 1
    return char, end


class _Parser:
    def __init__(self, source: str) -> None:
        # The closing NUL is a space to Telegram and ends every loop below.
        self.text = source + "\0"
        self.size = len(source)
        self.at = 0
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < self.size:
            special = _SPECIAL.search(self.text, self.at)
            stop = special.start() if special else self.size
            if stop > self.at:
                self._emit(self.text[self.at : stop])
                self.at = stop
            elif self.text[self.at] == "&":
                char, self.at = decode_entity(self.text, self.at)
                self._emit(char)
            elif self.text[self.at + 1] == "/":
                self._end_tag(self.at)
            else:
                self._start_tag(self.at)
        if self.open:
            name = self.open[-1].name
            raise MarkupError(f'Can\'t find end tag corresponding to start tag "{name}"')
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        return "".join(self.parts), self.entities

    def _emit(self, text: str) -> None:
        self.parts.append(text)
        self.offset += utf16_length(text)

    def _fail(self, reason: str, at: int, rest: str = "") -> MarkupError:
        offset = len(self.text[:at].encode())
        return MarkupError(f"{reason} at byte offset {offset}{rest}")

    def _skip_spaces(self) -> None:
        while self.at < self.size and self.text[self.at] in _SPACES:
            self.at += 1

    def _word(self, stops: str) -> str:
        begin = self.at
        while self.text[self.at] not in _SPACES and self.text[self.at] not in stops:
            self.at += 1
        return self.text[begin : self.at]

    def _start_tag(self, begin: int) -> None:
        self.at = begin + 1
        name = self._word(">").lower()
        if self.at >= self.size:
            raise self._fail("Unclosed start tag", begin)
        if name not in TYPES:
            raise self._fail(f'Unsupported start tag "{name}"', begin)
        attributes: dict[str, str] = {}
        self._skip_spaces()
        while self.text[self.at] != ">":
            key, value = self._attribute(name, begin)
            attributes[key] = value
            self._skip_spaces()
        self.at += 1
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise self._fail('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(_Open(name, attributes, self.offset, len(self.parts)))

    def _attribute(self, tag: str, begin: int) -> tuple[str, str]:
        self._expect_more(tag, begin)
        name = self._word("=>/\"'").lower()
        if not name:
            raise self._fail(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces()
        self._expect_more(tag, begin)
        if self.text[self.at] != "=":
            return name, ""
        self.at += 1
        self._skip_spaces()
        self._expect_more(tag, begin)
        value = self._value()
        if self.at >= self.size:
            raise self._fail("Unclosed start tag", begin)
        return name, value

    def _expect_more(self, tag: str, begin: int) -> None:
        if self.at >= self.size:
            raise self._fail(f'Unclosed start tag "{tag}"', begin)

    def _value(self) -> str:
        quote = self.text[self.at]
        begin = self.at
        if quote not in "\"'":
            while self.text[self.at].isascii() and (
                self.text[self.at].isalnum() or self.text[self.at] in ".-"
            ):
                self.at += 1
            if self.text[self.at] not in _SPACES and self.text[self.at] != ">":
                raise self._fail("Unexpected end of name token", begin)
            return self.text[begin : self.at].lower()
        value: list[str] = []
        self.at += 1
        while self.at < self.size and self.text[self.at] != quote:
            char, following = self.text[self.at], self.at + 1
            if char == "&":
                char, following = decode_entity(self.text, self.at)
            value.append(char)
            self.at = following
        self.at = min(self.at + 1, self.size)
        return "".join(value)

    def _end_tag(self, begin: int) -> None:
        if not self.open:
            raise self._fail("Unexpected end tag", begin)
        self.at = begin + 2
        name = self._word(">").lower()
        self._skip_spaces()
        if self.text[self.at] != ">":
            raise self._fail("Unclosed end tag", begin)
        tag = self.open.pop()
        if name and name != tag.name:
            rest = f', expected "</{tag.name}>", found "</{name}>"'
            raise self._fail("Unmatched end tag", begin, rest)
        self.at += 1
        if self.offset > tag.offset:
            text = "".join(self.parts[tag.part :])
            place = {"offset": tag.offset, "length": self.offset - tag.offset}
            add_entity(self.entities, tag.name, tag.attributes, place, text)
