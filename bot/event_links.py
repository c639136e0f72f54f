"""Links of events: into the bot, to share, and the way there."""

from __future__ import annotations

from urllib.parse import quote

PREFIX = "event-"  # how the start parameter of an event begins


def deep_link(bot_name: str, event_id: int) -> str:
    """The link that opens the bot with the card of an event."""
    return f"https://t.me/{bot_name}?start={PREFIX}{event_id}"


def share_link(bot_name: str, event_id: int, words: str) -> str:
    """The link that lets one choose a chat to send the event to."""
    link = quote(deep_link(bot_name, event_id), safe="")
    return f"https://t.me/share/url?url={link}&text={quote(words, safe='')}"


def route_link(place: str, municipality: str) -> str:
    """The place on a map; places are known by names, not by coordinates."""
    return f"https://yandex.ru/maps/?text={quote(f'{municipality}, {place}', safe='')}"


def event_of_link(argument: str) -> int | None:
    """The event that a start parameter names, if it names one."""
    number = argument.removeprefix(PREFIX)
    if number == argument or not (number.isascii() and number.isdecimal()) or len(number) > 12:
        return None
    return int(number)
