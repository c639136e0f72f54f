"""Moving the sandbox's time forward."""

from __future__ import annotations

import asyncio
import math
from functools import partial
from typing import TYPE_CHECKING, Literal, Self

from aiohttp import web
from pydantic import Field, model_validator

from sandbox.control.exchange import Body, Refusal, read, reply
from sandbox.control.shapes import clock_info
from sandbox.world.clock import MovableClock

if TYPE_CHECKING:
    from sandbox.box import Sandbox

FARTHEST = 10 * 366 * 86400.0


class Move(Body):
    """By so many seconds, to a Unix moment, or to the next thing that falls due."""

    seconds: float | None = Field(None, ge=0, le=FARTHEST)
    to: float | None = Field(None, ge=0)
    next: Literal[True] | None = None

    @model_validator(mode="after")
    def _one(self) -> Self:
        if [self.seconds, self.to, self.next].count(None) != 2:
            raise ValueError("give one of seconds, to and next")
        return self


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoint of the clock."""
    return [web.post("/control/clock", partial(_move, box, asyncio.Lock()))]


async def _move(box: Sandbox, one_at_a_time: asyncio.Lock, request: web.Request) -> web.Response:
    body = await read(request, Move)
    clock = box.world.clock
    if not isinstance(clock, MovableClock):
        raise Refusal(409, "the clock of this sandbox cannot be moved")
    # What fell due in one move is done before the next begins.
    async with one_at_a_time:
        await clock.move(await _distance(clock, body))
        info = await clock_info(box)
    box.world.tell("clock", **info)
    return reply(info)


async def _distance(clock: MovableClock, body: Move) -> float:
    if body.seconds is not None:
        return body.seconds
    if body.to is None:
        due = await clock.next_due() if clock.next_due is not None else None
        if due is None:
            raise Refusal(409, "nothing is due")
        # What is due at a moment is surely due a second later.
        return max(0.0, math.floor(due) + 1.0 - clock())
    distance = body.to - clock()
    if distance < 0:
        raise Refusal(400, "to: the clock moves forward only")
    if distance > FARTHEST:
        raise Refusal(400, f"to: the clock moves at most {FARTHEST:.0f} seconds at once")
    return distance
