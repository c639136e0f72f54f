"""What a person does in a chat: write, press, send files, edit, delete."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, Self

from aiohttp import web
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from sandbox.api.values import NOT_UTF8, check_utf8
from sandbox.control.exchange import (
    PERSON,
    Body,
    Name,
    Refusal,
    group_of,
    read,
    reply,
    told,
)
from sandbox.control.people import account_of
from sandbox.people.account import Account, message_in
from sandbox.people.view import inline_rows
from sandbox.world.chats import Chat, Group

if TYPE_CHECKING:
    from sandbox.box import Sandbox

MAX_WAIT = 60.0
MAX_CAPTION = 1024


class Act(Body):
    """`group`: the id of a group where it is done, instead of the chat with the bot."""

    group: int | None = None


class Send(Act):
    """A text message."""

    text: str
    reply_to: int | None = None


class Contact(Act):
    """A phone number, the person's own or somebody else's."""

    phone_number: str | None = Field(None, pattern=r"^\+?[0-9]{3,20}$")
    own: bool = True
    first_name: Name | None = None


class Location(Act):
    """A point on the map, in degrees."""

    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)


class Press(Act):
    """A button named by its data or its text; `wait`: seconds for the bot's answer."""

    message_id: int
    data: str | None = None
    text: str | None = None
    force: bool = False
    wait: float = Field(0, ge=0, le=MAX_WAIT)

    @model_validator(mode="after")
    def _one(self) -> Self:
        if (self.data is None) == (self.text is None):
            raise ValueError("give either data or text of the button")
        if self.force and self.data is None:
            raise ValueError("force needs data")
        return self


class Edit(Act):
    """A new text for an own message."""

    message_id: int
    text: str


class Delete(Act):
    """A message to remove from the chat."""

    message_id: int


class Open(Body):
    """The Start button, or a deep link with its payload."""

    payload: str | None = Field(None, pattern="^[A-Za-z0-9_-]{1,64}$")


class FileForm(BaseModel):
    """The fields beside the file."""

    model_config = ConfigDict(extra="forbid")

    kind: Literal["photo", "document"] = Field(alias="as")
    caption: str | None = Field(None, max_length=MAX_CAPTION)
    group: int | None = None


async def _send(account: Account, body: Send, group: Group | None) -> Any:
    return account.write(body.text, body.reply_to, group)


async def _contact(account: Account, body: Contact, group: Group | None) -> Any:
    return account.contact(body.phone_number, own=body.own, first_name=body.first_name, where=group)


async def _location(account: Account, body: Location, group: Group | None) -> Any:
    return account.location(body.latitude, body.longitude, group)


async def _press(account: Account, body: Press, group: Group | None) -> Any:
    forced = body.data if body.force else None
    data = forced if forced is not None else _data(group or account.chat, body)
    callback = account.press(data, body.message_id, group)
    answer = await account.world.changed.until(lambda: callback.answer, body.wait)
    return {"query_id": callback.id, "answer": answer}


def _data(chat: Chat, body: Press) -> str:
    """The data of the button that is pressed. Raises `Refusal`, `Unknown` if there is none."""
    field, value = ("text", body.text) if body.data is None else ("callback_data", body.data)
    rows = inline_rows(message_in(chat, body.message_id).message)
    button = next((each for row in rows for each in row if each.get(field) == value), None)
    if button is None:
        raise Refusal(409, f"message {body.message_id} has no button {value!r}")
    if "callback_data" not in button:
        raise Refusal(409, f"the button {value!r} sends nothing to the bot")
    return str(button["callback_data"])


async def _edit(account: Account, body: Edit, group: Group | None) -> Any:
    return account.edit(body.message_id, body.text, group)


async def _delete(account: Account, body: Delete, group: Group | None) -> Any:
    account.delete(body.message_id, group)
    return {}


async def _open(account: Account, body: Open, group: None) -> Any:
    return account.write("/start" if body.payload is None else f"/start {body.payload}")


_Action = Callable[[Account, Any, Any], Awaitable[Any]]
_ACTIONS: dict[str, tuple[type[Body], _Action]] = {
    "send": (Send, _send),
    "contact": (Contact, _contact),
    "location": (Location, _location),
    "press": (Press, _press),
    "edit": (Edit, _edit),
    "delete": (Delete, _delete),
    "open": (Open, _open),
}


def routes(box: Sandbox) -> list[web.RouteDef]:
    """One endpoint for each action."""
    return [
        *(
            web.post(f"{PERSON}/{name}", partial(_act, box, model, action))
            for name, (model, action) in _ACTIONS.items()
        ),
        web.post(f"{PERSON}/file", partial(_file, box)),
    ]


async def _act(
    box: Sandbox, model: type[Body], action: _Action, request: web.Request
) -> web.Response:
    account = account_of(box, request)
    body = await read(request, model)
    return reply(await action(account, body, _group(box, body)))


def _group(box: Sandbox, body: Body | FileForm) -> Group | None:
    group_id = getattr(body, "group", None)
    return None if group_id is None else group_of(box.world, group_id)


async def _file(box: Sandbox, request: web.Request) -> web.Response:
    account = account_of(box, request)
    if request.content_type != "multipart/form-data":
        raise Refusal(400, "send the file as multipart/form-data")
    try:
        fields: dict[str, Any] = dict(await request.post())
        file = fields.pop("file", None)
        if not isinstance(file, web.FileField):
            raise Refusal(400, "the field file is required")
        check_utf8((file.filename, file.content_type))
    except UnicodeError:
        raise Refusal(400, NOT_UTF8) from None
    try:
        form = FileForm.model_validate(fields)
    except ValidationError as error:
        raise Refusal(400, told(error)) from None
    data = file.file.read()
    group = _group(box, form)
    if form.kind == "photo":
        return reply(account.photo(data, form.caption, group))
    return reply(account.document(file.filename, data, form.caption, file.content_type, group))
