"""People: who there is, making new ones, blocking the bot and leaving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web
from pydantic import Field

from sandbox.control.exchange import PERSON, Body, Name, Nothing, Refusal, person_of, read, reply
from sandbox.control.shapes import person_info
from sandbox.people.account import Account
from sandbox.world.chats import Note

if TYPE_CHECKING:
    from sandbox.box import Sandbox


class NewPerson(Body):
    """A user of Telegram, with the limits that Telegram sets."""

    first_name: Name
    last_name: Name | None = None
    username: str | None = Field(None, pattern=r"^[A-Za-z][A-Za-z0-9_]{3,31}$")
    language_code: str | None = Field("ru", pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
    user_id: int | None = Field(None, gt=0, lt=2**52)
    note: Note | None = None


def account_of(box: Sandbox, request: web.Request) -> Account:
    """The account of the person whom the address names. Raises `Refusal` 404."""
    chat = person_of(box.world, int(request.match_info["id"]))
    return Account(box.world, chat, strict=box.strict)


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoints of people."""
    changes: dict[str, Callable[[Account], None]] = {
        "block": lambda account: account.set_blocked(True),
        "unblock": lambda account: account.set_blocked(False),
        "deactivate": Account.deactivate,
    }
    return [
        web.get("/control/people", partial(_everybody, box)),
        web.post("/control/people", partial(_create, box)),
        web.get(PERSON, partial(_show, box)),
        *(
            web.post(f"{PERSON}/{name}", partial(_change, box, change))
            for name, change in changes.items()
        ),
    ]


async def _everybody(box: Sandbox, request: web.Request) -> web.Response:
    return reply([person_info(chat) for chat in box.world.people()])


async def _create(box: Sandbox, request: web.Request) -> web.Response:
    body = await read(request, NewPerson)
    if body.user_id == box.world.bot["id"]:
        raise Refusal(409, f"user_id {body.user_id} is the bot's")
    try:
        person = box.person(**body.model_dump())
    except ValueError as taken:
        raise Refusal(409, str(taken)) from None
    return reply(person_info(person.chat), 201)


async def _show(box: Sandbox, request: web.Request) -> web.Response:
    return reply(person_info(account_of(box, request).chat))


async def _change(
    box: Sandbox, change: Callable[[Account], None], request: web.Request
) -> web.Response:
    account = account_of(box, request)
    await read(request, Nothing)
    change(account)
    return reply(person_info(account.chat))
