"""Messages without text and files: locations, contacts, dice, polls."""

from __future__ import annotations

import secrets
from typing import Any

from aiogram.methods import SendContact, SendDice, SendLocation, SendPoll

from sandbox.api.methods.base import serves
from sandbox.api.methods.sending import send
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.state import World

MAX_QUESTION = 300
MAX_OPTION = 100
MAX_OPTIONS = 12

# The highest value of each kind of dice.
_DICE = {"🎲": 6, "🎯": 6, "🎳": 6, "🏀": 5, "⚽": 5, "🎰": 64}


@serves(SendLocation)
def send_location(world: World, call: Call) -> dict[str, Any]:
    location = _given(call, "latitude", "longitude", "horizontal_accuracy", "live_period")
    if not (abs(location["latitude"]) <= 90 and abs(location["longitude"]) <= 180):
        raise bad_request("wrong latitude or longitude specified")
    return send(world, call, {"location": location})


@serves(SendContact)
def send_contact(world: World, call: Call) -> dict[str, Any]:
    contact = _given(call, "phone_number", "first_name", "last_name", "vcard")
    return send(world, call, {"contact": contact})


@serves(SendDice)
def send_dice(world: World, call: Call) -> dict[str, Any]:
    emoji = (call.method.emoji or "🎲").removesuffix("\ufe0f")
    if emoji not in _DICE:
        raise bad_request("wrong dice emoji specified")
    value = secrets.randbelow(_DICE[emoji]) + 1
    return send(world, call, {"dice": {"emoji": emoji, "value": value}})


@serves(SendPoll)
def send_poll(world: World, call: Call) -> dict[str, Any]:
    method: SendPoll = call.method
    texts = [each if isinstance(each, str) else each.text for each in method.options]
    _check_poll(method.question, texts)
    options = [
        {"persistent_id": str(number), "text": text, "voter_count": 0}
        for number, text in enumerate(texts)
    ]
    poll = {
        "id": str(secrets.randbits(62)),
        "question": method.question,
        "options": options,
        "total_voter_count": 0,
        "is_closed": method.is_closed is True,
        "is_anonymous": method.is_anonymous is not False,
        "type": method.type or "regular",
        "allows_multiple_answers": method.allows_multiple_answers is True,
        "allows_revoting": method.allows_revoting is not False,
        "members_only": method.members_only is True,
    }
    return send(world, call, {"poll": poll})


def _check_poll(question: str, options: list[str]) -> None:
    if not question.strip():
        raise bad_request("poll question must be non-empty")
    if len(question) > MAX_QUESTION:
        raise bad_request(f"poll question length must not exceed {MAX_QUESTION}")
    if not options:
        raise bad_request("poll must have at least 1 option")
    if len(options) > MAX_OPTIONS:
        raise bad_request(f"poll can't have more than {MAX_OPTIONS} options")
    if not all(map(str.strip, options)):
        raise bad_request("poll options must be non-empty")
    if max(map(len, options)) > MAX_OPTION:
        raise bad_request(f"poll options length must not exceed {MAX_OPTION}")


def _given(call: Call, *names: str) -> dict[str, Any]:
    values = {name: getattr(call.method, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
