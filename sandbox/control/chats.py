"""What a chat looks like to its person, and the files in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from aiohttp import web

from sandbox.control.exchange import CHAT, Refusal, reply
from sandbox.control.shapes import bot_info, clock_info, group_info, person_info
from sandbox.world.chats import Chat, Group
from sandbox.world.commands import commands_for
from sandbox.world.files import StoredFile
from sandbox.world.state import World

if TYPE_CHECKING:
    from sandbox.box import Sandbox

# By their first bytes; the store takes no other pictures as photos.
_PICTURES = {b"\x89P": "image/png", b"\xff\xd8": "image/jpeg", b"GI": "image/gif"}


def routes(box: Sandbox) -> list[web.RouteDef]:
    """The endpoints that show things."""
    return [
        web.get("/control/state", partial(_state, box)),
        web.get(CHAT, partial(_chat, box)),
        web.get(r"/control/files/{file_id:[\w-]+}", partial(_file, box)),
    ]


async def _state(box: Sandbox, request: web.Request) -> web.Response:
    world = box.world
    groups = [chat for chat in world.chats.values() if isinstance(chat, Group)]
    return reply(
        {
            "bot": bot_info(world),
            "clock": await clock_info(box),
            "people": [person_info(chat) for chat in world.people()],
            "groups": [group_info(group) for group in groups],
        }
    )


async def _chat(box: Sandbox, request: web.Request) -> web.Response:
    chat = box.world.chats.get(int(request.match_info["id"]))
    if chat is None:
        raise Refusal(404, f"there is no chat {request.match_info['id']}")
    return reply(
        {
            "messages": [stored.message for stored in chat.messages.values()],
            "keyboard": chat.reply_keyboard,
            "pinned": chat.pinned,
            "commands": commands_for(box.world, chat),
            "description": _description(box.world, chat),
            "menu_button": chat.menu_button or box.world.menu_button or {"type": "commands"},
        }
    )


def _description(world: World, chat: Chat) -> str:
    """What the bot says of itself before Start, in the person's language if it is told in it."""
    keys = (("description", code) for code in (chat.language, ""))
    return next((world.texts[key] for key in keys if key in world.texts), "")


async def _file(box: Sandbox, request: web.Request) -> web.Response:
    stored = box.world.files.by_id(request.match_info["file_id"])
    if stored is None:
        raise Refusal(404, "there is no such file, or it is long gone")
    headers = {"X-Content-Type-Options": "nosniff", **_shown_as(stored)}
    return web.Response(body=stored.data, headers=headers)


def _shown_as(stored: StoredFile) -> dict[str, str]:
    if stored.kind == "Photo":
        return {"Content-Type": _PICTURES.get(stored.data[:2], "image/webp")}
    # A document never opens as a page of the sandbox, whatever it is.
    shown = stored.shape.get("file_name") or stored.path.rpartition("/")[2]
    name = quote(shown, safe="", errors="replace")
    return {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
    }
