"""What a broadcast may say: as much and as formatted as Telegram takes."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

from services.errors import Refusal
from services.fields import plain

TEXT_LIMIT, CAPTION_LIMIT = 4096, 1024
# The facts of an event stand above the text, and take no more than this.
EVENT_ROOM = 400
LABEL_LIMIT, URL_LIMIT = 36, 500
FILE_NAME_LIMIT = 120
MEDIA = ("photo", "document")

_TAGS = {
    *("a", "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre"),
    *("blockquote", "span", "tg-spoiler", "tg-emoji", "tg-time"),
}
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_][\w-]+")


class _Reader(HTMLParser):
    """Collects what people will see, and tags that Telegram does not know."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self.unknown: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        if tag not in _TAGS:
            self.unknown.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unknown.append(tag)

    def handle_data(self, data: str) -> None:
        self.shown.append(data)


def shown_text(html: str) -> str:
    """The text as people will see it; refuses markup that Telegram would not take."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    if reader.unknown or reader.open:
        raise Refusal("broadcast-markup")
    return "".join(reader.shown).strip()


def beginning(html: str) -> str:
    """A text in one line without its markup, whatever that is."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.shown).split())


def room_for(*, media: bool, event: bool) -> int:
    """How many characters the text may have, without its markup."""
    return (CAPTION_LIMIT if media else TEXT_LIMIT) - (EVENT_ROOM if event else 0)


def shortened(text: str, limit: int) -> str:
    """As many whole words of a plain text as there is room for, and an ellipsis."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    end = max(kept.rfind(" "), kept.rfind("\n"))
    return kept[: end if end > 0 else limit - 1].rstrip(" \n,;:—-") + "…"


def message_text(html: str, *, media: bool, event: bool) -> str:
    """The text of a broadcast, or a caption; empty where nothing is to be seen."""
    shown, limit = shown_text(html), room_for(media=media, event=event)
    if len(shown) > limit:
        if media:
            raise Refusal("broadcast-caption-long", length=len(shown), limit=limit)
        raise Refusal("broadcast-text-long", length=len(shown), limit=limit)
    return html.strip() if plain(shown) else ""


def button_label(raw: str) -> str:
    """What a button says."""
    text = plain(raw)
    if not text:
        raise Refusal("text-empty")
    if len(text) > LABEL_LIMIT:
        raise Refusal("label-long", limit=LABEL_LIMIT, length=len(text))
    return text


def link_address(raw: str) -> str:
    """An address of the web; `https://` is put before a bare one."""
    given = "".join(plain(raw).split())
    text = given if "://" in given else f"https://{given}"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        raise Refusal("link-unclear", text=given[:30]) from None
    if not _SCHEME.match(text) or not _HOST.fullmatch(host) or parts.username is not None:
        raise Refusal("link-unclear", text=given[:30])
    if len(text) > URL_LIMIT:
        raise Refusal("text-too-long", limit=URL_LIMIT, length=len(text))
    return text


def typed_link(raw: str) -> tuple[str, str]:
    """Label and address typed together, as «Программа — example.ru»; the label may be missing."""
    words = raw.split()
    if not words:
        raise Refusal("text-empty")
    url = link_address(words[-1])
    return " ".join(words[:-1]).strip(" -–—:|,"), url
