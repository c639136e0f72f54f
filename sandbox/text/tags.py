"""Which tags Telegram knows, and the entity that each leaves behind."""

from __future__ import annotations

import re
from typing import Any

from sandbox.text.links import BadLink, checked_link, linked_user_id

Entity = dict[str, Any]

TYPES = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
    "tg-time": "date_time",
}

_NUMBER = re.compile(r"-?\d{1,19}")
_MOMENT = re.compile(r"\d{1,10}")


class MarkupError(ValueError):
    """The markup is refused; the message is what follows "can't parse entities: "."""


def utf16_length(text: str) -> int:
    """Length of the text in UTF-16 code units, the unit of Telegram's entities."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def add_entity(
    entities: list[Entity],
    tag: str,
    attributes: dict[str, str],
    place: dict[str, int],
    text: str,
) -> None:
    """Append the entity of a closed tag around `text`, or join it with the one before."""
    entity: Entity = {**place, "type": TYPES[tag]}
    if tag == "a":
        # A link without an address links to its own text.
        if not add_link(entity, attributes.get("href") or text):
            return
    elif tag == "blockquote" and "expandable" in attributes:
        entity["type"] = "expandable_blockquote"
    elif tag in ("pre", "code"):
        if _joined_code(entities[-1] if entities else {}, entity, attributes.get("class", "")):
            return
    elif tag == "tg-emoji":
        add_emoji(entity, attributes.get("emoji-id", ""))
    elif tag == "tg-time":
        add_time(entity, attributes)
    entities.append(entity)


def _joined_code(last: Entity, entity: Entity, style: str) -> bool:
    """`<pre><code class="language-x">` is one entity, whichever tag is outside."""
    same_place = all(last.get(key) == entity[key] for key in ("offset", "length"))
    if entity["type"] == "pre":
        if same_place and last["type"] == "code" and "language" in last:
            last["type"] = "pre"
            return True
        return False
    language = style.removeprefix("language-") if style.startswith("language-") else ""
    if language and same_place and last["type"] == "pre":
        last["language"] = language
        return True
    if language:
        # Only until the end of the text: code alone has no language.
        entity["language"] = language
    return False


def add_link(entity: Entity, link: str) -> bool:
    """Fill in the address; False if it is invalid: the text then stays plain."""
    try:
        fill_link(entity, link)
    except BadLink:
        return False
    return True


def fill_link(entity: Entity, link: str) -> None:
    """Fill in the address, or the person whom it names. Raises `BadLink`."""
    user_id = linked_user_id(link)
    if user_id is None:
        entity["url"] = checked_link(link)
    else:
        # Whoever turns this into a Message replaces the id by the user, or drops the entity.
        entity.update(type="text_mention", user={"id": user_id})


def add_emoji(entity: Entity, emoji_id: str) -> None:
    """Fill in the identifier of a custom emoji."""
    if not (_NUMBER.fullmatch(emoji_id) and int(emoji_id)):
        raise MarkupError("Invalid custom emoji identifier specified")
    entity["custom_emoji_id"] = emoji_id


def add_time(entity: Entity, attributes: dict[str, str]) -> None:
    """Fill in the moment, and how it is to be shown."""
    unix = attributes.get("unix", "")
    if not _MOMENT.fullmatch(unix):
        raise MarkupError("Invalid date specified")
    entity["unix_time"] = int(unix)
    if shape := attributes.get("format"):
        entity["date_time_format"] = shape
