"""Groups: making them, letting the bot in and out, turning them into supergroups."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, Literal

from aiohttp import web
from pydantic import Field, StringConstraints

from sandbox.control.exchange import Body, Nothing, Refusal, group_of, person_of, read, reply
from sandbox.control.shapes import group_info
from sandbox.people.account import Account
from sandbox.people.groups import add_bot, delete, remove_bot, upgrade
from sandbox.world.chats import Group

if TYPE_CHECKING:
    from sandbox.box import Sandbox

GROUP = r"/control/groups/{id:-?\d{1,16}}"


class NewGroup(Body):
    """People in a group; the first of them made it."""

    title: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=128)]
    members: list[int] = Field(min_length=1)
    type: Literal["group", "supergroup"] = "group"


class Member(Body):
    """Who lets the bot in or throws it out."""

    by: int


class Mute(Body):
    """Whether the bot is in the group without the right to write."""

    muted: bool


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoints of groups."""
    return [
        web.post("/control/groups", partial(_create, box)),
        web.post(f"{GROUP}/add_bot", partial(_by_member, box, add_bot)),
        web.post(f"{GROUP}/remove_bot", partial(_by_member, box, remove_bot)),
        web.post(f"{GROUP}/mute", partial(_mute, box)),
        web.post(f"{GROUP}/upgrade", partial(_upgrade, box)),
        web.post(f"{GROUP}/delete", partial(_delete, box)),
    ]


async def _create(box: Sandbox, request: web.Request) -> web.Response:
    body = await read(request, NewGroup)
    for user_id in body.members:
        person_of(box.world, user_id)
    return reply(group_info(box.world.add_group(body.title, body.members, body.type)), 201)


async def _by_member(
    box: Sandbox, act: Callable[[Account, Group], None], request: web.Request
) -> web.Response:
    group = _group(box, request)
    body = await read(request, Member)
    act(Account(box.world, person_of(box.world, body.by), strict=box.strict), group)
    return reply(group_info(group))


async def _mute(box: Sandbox, request: web.Request) -> web.Response:
    group = _group(box, request)
    group.muted = (await read(request, Mute)).muted
    box.world.tell("group", group.id)
    return reply(group_info(group))


async def _upgrade(box: Sandbox, request: web.Request) -> web.Response:
    group = _group(box, request)
    await read(request, Nothing)
    owner = Account(box.world, person_of(box.world, group.owner), strict=box.strict)
    return reply(group_info(upgrade(owner, group)))


async def _delete(box: Sandbox, request: web.Request) -> web.Response:
    group = _group(box, request)
    await read(request, Nothing)
    delete(box.world, group)
    return reply({})


def _group(box: Sandbox, request: web.Request) -> Group:
    group = group_of(box.world, int(request.match_info["id"]))
    if group.deleted or group.successor is not None:
        raise Refusal(409, f"the group {group.info['title']} is no more")
    return group
