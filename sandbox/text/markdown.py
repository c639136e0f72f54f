"""Telegram's MarkdownV2 parse mode: text with marks in, plain text with entities out.

Follows `parse_markdown_v2` of TDLib: the same error texts, with offsets in bytes of the UTF-8 text
as it was sent. Offsets and lengths of the entities are UTF-16 code units.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs

from sandbox.text.tags import Entity, MarkupError, add_emoji, add_link, add_time, utf16_length

# Kind of entity in error messages: the mark that ends it, the type in a Message.
_KINDS = {
    "Bold": ("*", "bold"),
    "Italic": ("_", "italic"),
    "Underline": ("__", "underline"),
    "Strikethrough": ("~", "strikethrough"),
    "Spoiler": ("||", "spoiler"),
    "Code": ("`", "code"),
    "Pre": ("```", "pre"),
    "PreCode": ("```", "pre"),
    "TextUrl": ("]", "text_link"),
    "CustomEmoji": ("]", "custom_emoji"),
    "BlockQuote": ("\n", "blockquote"),
}
_BEGINNINGS = {
    "__": "Underline",
    "_": "Italic",
    "*": "Bold",
    "~": "Strikethrough",
    "||": "Spoiler",
    "[": "TextUrl",
    "![": "CustomEmoji",
    "```": "Pre",
    "`": "Code",
}
_CODE = ("Code", "Pre", "PreCode")
_PLAIN = re.compile(r"[^\\_*\[\]()~`>#+\-=|{}.!\n\0]+")
_PLAIN_IN_CODE = re.compile(r"[^\\`\0]+")
_ESCAPED = re.compile(r"\\([\x01-\x7e])")
_BEGINNING = re.compile(r"__|_|\*|~|\|\||!?\[|```|`")
# The address in brackets after a text; inside it a backslash escapes too.
_ADDRESS = re.compile(r"((?:\\[\x01-\x7e]|[^)\0])*)(\))?")
_LANGUAGE = re.compile(r"([^\s`\0]+)(?=\s)")
_NEW_LINE = re.compile(r"\r\n|\n\r|\n|\r")
_TG_LINK = re.compile(r"tg:(?://)?(\w+)/?\??(.*)", re.IGNORECASE | re.DOTALL)


class _Open(NamedTuple):
    kind: str
    offset: int  # UTF-16 units
    at: int  # index into the source
    part: int  # index into the list of text parts
    language: str = ""


def parse_markdown_v2(source: str) -> tuple[str, list[Entity]]:
    """Return plain text and unsorted entities. Raises `MarkupError`."""
    return _Parser(source).parse()


class _Parser:
    def __init__(self, source: str) -> None:
        # The closing NULs let every look ahead end without a check.
        self.text = source + "\0\0\0"
        self.size = len(source)
        self.at = 0
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []
        self.quoting = False
        self.quote_may_begin = True

    def parse(self) -> tuple[str, list[Entity]]:
        while self.at < self.size:
            plain = _PLAIN_IN_CODE if self._inside(*_CODE) else _PLAIN
            if match := _ESCAPED.match(self.text, self.at) or plain.match(self.text, self.at):
                self._emit(match.group(match.lastindex or 0), match.end())
            elif self.text[self.at] in "\\\0":
                self._emit(self.text[self.at], self.at + 1)
            elif self._at_end():
                self._end()
            elif self.text[self.at] == "\n":
                self._new_line()
            elif self.text[self.at] == ">" and self.quote_may_begin:
                self._begin_quote(self.at)
            else:
                self._begin()
        if self.quoting and (self._inside("BlockQuote") or self._expandable()):
            self._end_quote()
        if self.open:
            raise self._no_end()
        return "".join(self.parts), self.entities

    def _emit(self, text: str, following: int) -> None:
        self.parts.append(text)
        self.offset += utf16_length(text)
        self.at = following
        self.quote_may_begin = False

    def _inside(self, *kinds: str) -> bool:
        return bool(self.open) and self.open[-1].kind in kinds

    def _at_end(self) -> bool:
        if not self.open:
            return False
        if self.quoting and self.text[self.at] == "\n" and self.text[self.at + 1] != ">":
            return True
        kind = self.open[-1].kind
        if kind == "Italic":
            return self.text[self.at] == "_" and self.text[self.at + 1] != "_"
        return kind != "BlockQuote" and self.text.startswith(_KINDS[kind][0], self.at)

    def _begin(self) -> None:
        match = _BEGINNING.match(self.text, self.at)
        if match is None:
            char = self.text[self.at]
            raise MarkupError(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"
            )
        kind, begin, language = _BEGINNINGS[match.group()], self.at, ""
        self.at = match.end()
        if kind == "Pre":
            if named := _LANGUAGE.match(self.text, self.at):
                kind, language, self.at = "PreCode", named.group(1), named.end()
            if line := _NEW_LINE.match(self.text, self.at):
                self.at = line.end()
        self.open.append(_Open(kind, self.offset, begin, len(self.parts), language))

    def _new_line(self) -> None:
        begin = self.at
        self._emit("\n", begin + 1)
        self.quote_may_begin = not self.quoting
        if self.text[self.at] == ">" and self.quoting:
            self.at += 1
        elif self.text[self.at] == ">":
            self._begin_quote(begin)

    def _begin_quote(self, begin: int) -> None:
        self.at += 1
        self.quoting, self.quote_may_begin = True, False
        self.open.append(_Open("BlockQuote", self.offset, begin, len(self.parts)))

    def _end(self) -> None:
        if self.text[self.at] == "\n" and self.quoting:
            if not (self._inside("BlockQuote") or self._expandable()):
                raise self._no_end()
            self._emit("\n", self.at + 1)
            self._end_quote()
            self.quote_may_begin = True
            return
        entity = self.open.pop()
        mark, kind = _KINDS[entity.kind]
        self.at += len(mark)
        shape = {**self._place(entity), "type": kind}
        kept = True
        if entity.kind == "PreCode":
            shape["language"] = entity.language
        elif entity.kind == "TextUrl":
            kept = add_link(shape, self._address("a URL") or "".join(self.parts[entity.part :]))
        elif entity.kind == "CustomEmoji":
            self._add_pictured(shape)
        if kept and shape["length"]:
            self.entities.append(shape)

    def _end_quote(self) -> None:
        kind = "blockquote"
        if self._expandable():
            self.open.pop()
            kind = "expandable_blockquote"
        shape = {**self._place(self.open.pop()), "type": kind}
        if shape["length"]:
            self.entities.append(shape)
        self.quoting = False

    def _expandable(self) -> bool:
        """Whether `||` stands at the end of a quotation and hides nothing."""
        return (
            len(self.open) > 1
            and self.open[-1].kind == "Spoiler"
            and self.open[-2].kind == "BlockQuote"
            and self.text[self.open[-1].at + 2] in "\n\0"
        )

    def _place(self, entity: _Open) -> dict[str, int]:
        return {"offset": entity.offset, "length": self.offset - entity.offset}

    def _address(self, what: str) -> str:
        """The address that follows the text, empty if none does."""
        if self.text[self.at] != "(":
            return ""
        match = _ADDRESS.match(self.text, self.at + 1)
        if match is None or match.group(2) is None:
            begin = self._bytes(self.at + 1)
            raise MarkupError(f"Can't find end of {what} at byte offset {begin}")
        self.at = match.end()
        return _ESCAPED.sub(r"\1", match.group(1))

    def _add_pictured(self, shape: Entity) -> None:
        """`![text](tg://...)`: a custom emoji or a moment."""
        if self.text[self.at] != "(":
            raise MarkupError("Custom emoji entity must contain a tg://emoji URL")
        link = _TG_LINK.fullmatch(self._address("a custom emoji URL"))
        if link is None:
            raise MarkupError("Custom emoji URL must have scheme tg")
        values = {key: found[0] for key, found in parse_qs(link.group(2)).items()}
        if link.group(1).lower() == "time":
            shape["type"] = "date_time"
            add_time(shape, values)
        elif link.group(1).lower() != "emoji":
            raise MarkupError('Custom emoji URL must have host "emoji"')
        elif "id" not in values:
            raise MarkupError("Custom emoji URL must have an emoji identifier")
        else:
            add_emoji(shape, values["id"])

    def _bytes(self, at: int) -> int:
        return len(self.text[:at].encode())

    def _no_end(self) -> MarkupError:
        entity = self.open[-1]
        offset = self._bytes(entity.at)
        return MarkupError(f"Can't find end of {entity.kind} entity at byte offset {offset}")
