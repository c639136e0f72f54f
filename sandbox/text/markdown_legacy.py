"""Telegram's first Markdown parse mode, kept for old bots: no nesting, four marks.

Follows `parse_markdown` of TDLib.
"""

from __future__ import annotations

import re

from sandbox.text.tags import Entity, MarkupError, add_link, utf16_length

_MARK = re.compile(r"\\(?P<escaped>[_*`\[])|(?P<mark>```|[_*`\[])")
_ENDS = {"```": "```", "[": "]"}
_TYPES = {"_": "italic", "*": "bold", "`": "code", "```": "pre", "[": "text_link"}
# A language, and one line break that is not part of the code.
_PRE_HEAD = re.compile(r"(?:([^\s`]+)(?=\s))?(?:\r\n|\n\r|\n|\r)?")
_ADDRESS = re.compile(r"\(([^)]*)\)?")


def parse_markdown(source: str) -> tuple[str, list[Entity]]:
    """Return plain text and entities. Raises `MarkupError`."""
    parts: list[str] = []
    entities: list[Entity] = []
    at = offset = 0
    while match := _MARK.search(source, at):
        before = source[at : match.start()] + (match["escaped"] or "")
        parts.append(before)
        offset += utf16_length(before)
        at = match.end()
        if mark := match["mark"]:
            entity, text, at = _entity(source, mark, match.start())
            entity["offset"], entity["length"] = offset, utf16_length(text)
            if entity["length"] and "type" in entity:
                entities.append(entity)
            parts.append(text)
            offset += entity["length"]
    parts.append(source[at:])
    return "".join(parts), entities


def _entity(source: str, mark: str, begin: int) -> tuple[Entity, str, int]:
    """The entity that begins here, its text, and where reading goes on; no type: plain text."""
    at = begin + len(mark)
    entity: Entity = {"offset": 0, "length": 0, "type": _TYPES[mark]}
    if mark == "```" and (head := _PRE_HEAD.match(source, at)):
        if head.group(1):
            entity["language"] = head.group(1)
        at = head.end()
    end = source.find(_ENDS.get(mark, mark), at)
    if end < 0:
        offset = len(source[:begin].encode())
        raise MarkupError(f"Can't find end of the entity starting at byte offset {offset}")
    text, at = source[at:end], end + len(mark)
    if mark == "[":
        address = _ADDRESS.match(source, at)
        if address is not None:
            at = address.end()
        if not add_link(entity, address.group(1) if address else text):
            del entity["type"]
    return entity, text, at
