"""Messages without text and files: locations and contacts."""

from __future__ import annotations

from typing import Any

from aiogram.methods import SendContact, SendLocation

from sandbox.api.methods.base import serves
from sandbox.api.methods.sending import send
from sandbox.api.params import Call
from sandbox.errors import bad_request
from sandbox.world.state import World


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


def _given(call: Call, *names: str) -> dict[str, Any]:
    values = {name: getattr(call.method, name) for name in names}
    return {name: value for name, value in values.items() if value is not None}
