"""Trouble on demand: faults, limits on sending, a revoked token."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from aiohttp import web

from sandbox.api.faults import Armed, Fault
from sandbox.control.exchange import Body, Refusal, read, reply
from sandbox.world.polling import HASTY_PAUSE

if TYPE_CHECKING:
    from sandbox.box import Sandbox


class NewFault(Fault, Body):
    """A fault to be armed."""


class Switches(Body):
    """Which limits to switch on or off; those left out stay as they are."""

    overall: bool | None = None
    chat: bool | None = None
    group: bool | None = None
    hasty: bool | None = None


class Token(Body):
    """Whether the token opens nothing any more."""

    revoked: bool


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoints of trouble."""
    return [
        web.get("/control/faults", partial(_faults, box)),
        web.post("/control/faults", partial(_add, box)),
        web.delete("/control/faults", partial(_clear, box)),
        web.delete(r"/control/faults/{id:\d{1,16}}", partial(_remove, box)),
        web.get("/control/limits", partial(_limits, box)),
        web.post("/control/limits", partial(_switch, box)),
        web.post("/control/token", partial(_token, box)),
    ]


def _shape(armed: Armed) -> dict[str, Any]:
    facts = armed.fault.model_dump(exclude_defaults=True)
    return {"id": armed.id, **facts, "struck": armed.struck, "spent": armed.spent}


async def _faults(box: Sandbox, request: web.Request) -> web.Response:
    return reply([_shape(armed) for armed in box.faults.all()])


async def _add(box: Sandbox, request: web.Request) -> web.Response:
    return reply(_shape(box.faults.add(await read(request, NewFault))), 201)


async def _clear(box: Sandbox, request: web.Request) -> web.Response:
    box.faults.clear()
    return reply({})


async def _remove(box: Sandbox, request: web.Request) -> web.Response:
    try:
        box.faults.remove(int(request.match_info["id"]))
    except KeyError:
        raise Refusal(404, f"there is no fault {request.match_info['id']}") from None
    return reply({})


async def _limits(box: Sandbox, request: web.Request) -> web.Response:
    return reply({**box.limits.shown(), "hasty": box.world.updates.polling.pause > 0})


async def _switch(box: Sandbox, request: web.Request) -> web.Response:
    wanted = (await read(request, Switches)).model_dump(exclude_none=True)
    if (hasty := wanted.pop("hasty", None)) is not None:
        box.world.updates.polling.pause = HASTY_PAUSE if hasty else 0.0
    box.limits.switch(**wanted)
    return await _limits(box, request)


async def _token(box: Sandbox, request: web.Request) -> web.Response:
    box.server.revoke((await read(request, Token)).revoked)
    return reply({})
