"""How entities may overlap: Telegram cuts, merges and drops them until they nest properly.

Follows `fix_entities` of TDLib. Bold, italic, underline, strikethrough and spoiler are cut at the
borders of other entities; links, mentions and code never overlap each other; code holds nothing
and lies in nothing but a quotation.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

Entity = dict[str, Any]

_SPLITTABLE = ("bold", "italic", "underline", "strikethrough", "spoiler")
_QUOTES = ("blockquote", "expandable_blockquote")
_CODE = ("pre", "code")
_PRIORITY = {
    "blockquote": 0,
    "expandable_blockquote": 0,
    "pre": 10,
    "code": 20,
    "text_mention": 30,
    "text_link": 49,
    "bold": 90,
    "italic": 91,
    "underline": 92,
    "strikethrough": 93,
    "spoiler": 94,
    "custom_emoji": 99,
}
_ORDINARY = 50
_INFINITY = 1 << 62


def nested(entities: list[Entity]) -> list[Entity]:
    """The same formatting as sorted, properly nested entities."""
    entities = sorted(entities, key=_order)
    if _apart(entities):
        return entities
    solid = _first_ones([entity for entity in entities if _is_solid(entity)])
    quotes = _first_ones([entity for entity in entities if entity["type"] in _QUOTES])
    solid = _around_quotes(solid, quotes)
    return _resplit(entities, sorted(solid + quotes, key=_order))


def merged(entities: list[Entity], found: list[Entity]) -> list[Entity]:
    """Add automatically found entities where no link, mention or code is."""
    solid = [entity for entity in entities if _is_solid(entity)]
    quotes = [entity for entity in entities if entity["type"] in _QUOTES]
    free = [
        new
        for new in _around_quotes(found, quotes)
        if all(_end(new) <= old["offset"] or _end(old) <= new["offset"] for old in solid)
    ]
    if not free:
        return entities
    return _resplit(entities, sorted(solid + quotes + free, key=_order))


def _order(entity: Entity) -> tuple[int, int, int]:
    return entity["offset"], -entity["length"], _PRIORITY.get(entity["type"], _ORDINARY)


def _end(entity: Entity) -> int:
    return int(entity["offset"] + entity["length"])


def _is_solid(entity: Entity) -> bool:
    return entity["type"] not in _SPLITTABLE and entity["type"] not in _QUOTES


def _apart(entities: list[Entity]) -> bool:
    """Whether nothing overlaps and no neighbours of one type can be joined."""
    return all(
        _end(one) < other["offset"] + (one["type"] != other["type"])
        for one, other in pairwise(entities)
    )


def _first_ones(entities: list[Entity]) -> list[Entity]:
    """Of overlapping entities the first stays."""
    kept: list[Entity] = []
    for entity in entities:
        if not kept or entity["offset"] >= _end(kept[-1]):
            kept.append(entity)
    return kept


def _around_quotes(solid: list[Entity], quotes: list[Entity]) -> list[Entity]:
    """A quotation may hold links and code whole, but they cannot cross its borders."""
    return [
        entity
        for entity in solid
        if all(
            _end(quote) <= entity["offset"]
            or _end(entity) <= quote["offset"]
            or (quote["offset"] <= entity["offset"] and _end(entity) <= _end(quote))
            for quote in quotes
        )
    ]


def _resplit(entities: list[Entity], solid: list[Entity]) -> list[Entity]:
    splittable = [entity for entity in entities if entity["type"] in _SPLITTABLE]
    if not splittable:
        return solid
    return sorted(solid + _Splitter(splittable).split(solid), key=_order)


class _Splitter:
    """Cuts bold and the like at the borders of other entities, joining what touches."""

    def __init__(self, entities: list[Entity]) -> None:
        self.entities = entities
        self.next = 0
        self.begins: dict[str, int] = {}
        self.ends: dict[str, int] = {}
        self.result: list[Entity] = []

    def split(self, others: list[Entity]) -> list[Entity]:
        around: list[Entity] = []
        for other in others:
            self._pass(other["offset"], around)
            around.append(other)
        self._pass(_INFINITY, around)
        return self.result

    def _pass(self, offset: int, around: list[Entity]) -> None:
        while around and offset >= _end(around[-1]):
            closed = around.pop()
            before = len(self.result)
            self._advance(_end(closed))
            if closed["type"] in _CODE:
                del self.result[before:]
        self._advance(offset)

    def _advance(self, offset: int) -> None:
        while self.next < len(self.entities) and self.entities[self.next]["offset"] < offset:
            entity = self.entities[self.next]
            kind = entity["type"]
            if kind in self.ends and entity["offset"] <= self.ends[kind]:
                self.ends[kind] = max(self.ends[kind], _end(entity))
            else:
                self._flush(entity["offset"])
                self.begins[kind], self.ends[kind] = entity["offset"], _end(entity)
            self.next += 1
        self._flush(offset)

    def _flush(self, offset: int) -> None:
        for kind in _SPLITTABLE:
            begin, end = self.begins.get(kind, _INFINITY), self.ends.get(kind)
            if end is None or begin >= offset:
                continue
            stop = min(end, offset)
            self.result.append({"offset": begin, "length": stop - begin, "type": kind})
            if end <= offset:
                del self.begins[kind], self.ends[kind]
            else:
                self.begins[kind] = offset
