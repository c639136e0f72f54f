"""What the control API's endpoints share: reading a body, answering, refusing."""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from sandbox.encoding import to_json
from sandbox.world.chats import Group, PrivateChat
from sandbox.world.state import World

MAX_JSON = 1024 * 1024
PERSON = r"/control/people/{id:\d{1,16}}"
CHAT = r"/control/chats/{id:-?\d{1,16}}"

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=64)]


class Refusal(Exception):
    """An answer other than success: HTTP status and one sentence."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(status, reason)
        self.status = status
        self.reason = reason


class Body(BaseModel):
    """The JSON object of a request: exact types, no fields that nobody reads."""

    model_config = ConfigDict(extra="forbid", strict=True)


class Nothing(Body):
    """A body without fields."""


class Query(BaseModel):
    """The query string of a request."""

    model_config = ConfigDict(extra="forbid")


B = TypeVar("B", bound=Body)
Q = TypeVar("Q", bound=Query)


async def read(request: web.Request, model: type[B]) -> B:
    """The body of a request; an empty one counts as `{}`. Raises `Refusal` 400, 413."""
    data = await request.clone(client_max_size=MAX_JSON).read()
    try:
        return model.model_validate_json(data or b"{}")
    except ValidationError as error:
        raise Refusal(400, told(error)) from None


def query(request: web.Request, model: type[Q]) -> Q:
    """The query of a request. Raises `Refusal` 400."""
    try:
        return model.model_validate(dict(request.query))
    except ValidationError as error:
        raise Refusal(400, told(error)) from None


def reply(value: Any, status: int = 200) -> web.Response:
    """A JSON answer."""
    headers = {
        "Content-Type": "application/json",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(status=status, body=to_json(value), headers=headers)


def told(error: ValidationError) -> str:
    """The first thing that is wrong with the input, as a sentence that names the field."""
    problem = error.errors(include_url=False)[0]
    field = ".".join(map(str, problem["loc"]))
    if problem["type"] == "json_invalid":
        return f"the body is not JSON: {problem['ctx']['error']}"
    if problem["type"] == "extra_forbidden":
        return f"there is no field {field} here"
    if problem["type"] == "missing":
        return f"the field {field} is required"
    reason = problem["msg"].removeprefix("Value error, ")
    return f"{field}: {reason}" if field else reason


def person_of(world: World, user_id: int) -> PrivateChat:
    """The private chat of a person. Raises `Refusal` 404."""
    chat = world.person(user_id)
    if chat is None:
        raise Refusal(404, f"there is no person {user_id}")
    return chat


def group_of(world: World, group_id: int) -> Group:
    """A group or supergroup. Raises `Refusal` 404."""
    chat = world.chats.get(group_id)
    if not isinstance(chat, Group):
        raise Refusal(404, f"there is no group {group_id}")
    return chat
