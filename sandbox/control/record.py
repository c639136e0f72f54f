"""What went between the bot and the server: API calls and updates."""

from __future__ import annotations

from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING, Any

from aiohttp import web
from pydantic import Field

from sandbox.api.server import RecordedCall
from sandbox.control.exchange import Query, Refusal, query, reply
from sandbox.world.state import World

if TYPE_CHECKING:
    from sandbox.box import Sandbox


class Latest(Query):
    """How many of the latest entries to show."""

    limit: int = Field(100, ge=1, le=1000)


class Calls(Latest):
    """Which calls to show: of this method, to this chat."""

    method: str | None = None
    chat: int | None = None


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoints of calls and updates."""
    return [
        web.get("/control/calls", partial(_calls, box)),
        web.delete("/control/calls", partial(_clear, box)),
        web.get("/control/updates", partial(_updates, box)),
        web.post(r"/control/updates/{id:\d{1,16}}/repeat", partial(_repeat, box)),
    ]


async def _calls(box: Sandbox, request: web.Request) -> web.Response:
    wanted = query(request, Calls)
    calls = [call for call in box.calls if _fits(box.world, call, wanted)]
    return reply([_shape(call) for call in calls[-wanted.limit :]])


def _fits(world: World, call: RecordedCall, wanted: Calls) -> bool:
    if wanted.method is not None and call.method.lower() != wanted.method.lower():
        return False
    if wanted.chat is None:
        return True
    return str(world.chat_of(call.params)) == str(wanted.chat)


def _shape(call: RecordedCall) -> dict[str, Any]:
    values = {field.name: getattr(call, field.name) for field in fields(call)}
    return {"n": call.n, **{name: value for name, value in values.items() if value is not None}}


async def _clear(box: Sandbox, request: web.Request) -> web.Response:
    box.calls.clear()
    return reply({})


async def _updates(box: Sandbox, request: web.Request) -> web.Response:
    return reply(box.updates[-query(request, Latest).limit :])


async def _repeat(box: Sandbox, request: web.Request) -> web.Response:
    try:
        return reply(box.world.updates.repeat(int(request.match_info["id"])))
    except KeyError:
        raise Refusal(404, f"there is no update {request.match_info['id']}") from None
