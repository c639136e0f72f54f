"""Trouble on demand: refused calls, gateway pages, lost answers, updates twice or out of order."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from http import HTTPStatus
from itertools import count
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from sandbox.errors import ApiError, too_many
from sandbox.world.updates import UpdateQueue

Update = dict[str, Any]

_CONTENT_TYPE = r"^[A-Za-z0-9.+-]+/[A-Za-z0-9.+-]+( ?; ?[A-Za-z0-9-]+=[A-Za-z0-9._-]+)*$"
_WHATS = ("html", "body", "retry_after", "drop", "lose_answer", "repeat_next", "swap_next")


class Fault(BaseModel):
    """What goes wrong, with which calls, and how often.

    Which: `method` in any letter case ("*": all but getUpdates), `chat_id`; the first `after`
    that fit pass, then `count` are struck (None: until the fault is removed).

    What, one of: `status` with a `description` in Telegram's envelope, or with a `body` of
    `content_type`; `html`, a gateway's page with 502 or the given status; `retry_after` in whole
    seconds, a 429; `drop`, the connection is closed and nothing done; `lose_answer`, the call is
    carried out and then the connection closed. `delay` in seconds comes before any of them, or
    alone.

    Or, of updates instead of calls (only of `chat_id`, if given): `repeat_next`, the update comes
    twice; `swap_next`, it comes after the one that follows it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    method: str = Field("*", min_length=1)
    chat_id: int | None = None
    count: int | None = Field(1, ge=1)
    after: int = Field(0, ge=0)
    status: int | None = Field(None, ge=200, le=599)
    description: str | None = None
    body: str | None = None
    content_type: str = Field("text/html", pattern=_CONTENT_TYPE)
    html: bool = False
    retry_after: int | None = Field(None, ge=1, le=86400)
    delay: float = Field(0.0, ge=0, le=3600)
    drop: bool = False
    lose_answer: bool = False
    repeat_next: bool = False
    swap_next: bool = False

    @property
    def of_updates(self) -> bool:
        """Whether it befalls updates instead of calls."""
        return self.repeat_next or self.swap_next

    @model_validator(mode="after")
    def _is_possible(self) -> Fault:
        whats = [name for name in _WHATS if getattr(self, name) not in (None, False)]
        page = self.html or self.body is not None
        if self.status is not None and not page and (self.status, whats) != (429, ["retry_after"]):
            whats.append("status")
        wrong = {
            f"{' and '.join(whats[:2])} exclude each other": len(whats) > 1,
            f"a fault does one of: status, {', '.join(_WHATS)}, delay": not (whats or self.delay),
            f"{whats and whats[0]} takes no method and no delay": (
                self.of_updates and (self.delay or self.method != "*")
            ),
            "status is 200 or an error, 400 to 599": 200 < (self.status or 200) < 400,
            "a description needs a status": self.description is not None and whats != ["status"],
            "a body needs a status": self.body is not None and self.status is None,
            "content_type needs a body": (
                "content_type" in self.model_fields_set and self.body is None
            ),
        }
        for sentence, is_wrong in wrong.items():
            if is_wrong:
                raise ValueError(sentence)
        return self

    def __str__(self) -> str:
        shown = self.model_dump(exclude_defaults=True)
        return " ".join(f"{name}={value}" for name, value in shown.items()) or "delay"

    async def strike(self) -> None:
        """Befall a call before it is carried out. Raises `ApiError`, `Page` or `Silence`."""
        if self.delay:
            await asyncio.sleep(self.delay)
        if self.drop:
            raise Silence({})
        if self.retry_after is not None:
            raise too_many(self.retry_after)
        if self.html:
            status = self.status or 502
            raise Page(status, _PAGE.format(f"{status} {_phrase(status)}"), "text/html")
        if self.status is not None:
            if self.body is not None:
                raise Page(self.status, self.body, self.content_type)
            raise ApiError(self.status, self.description or _phrase(self.status))


class Silence(Exception):
    """The connection is closed without an answer; `unsent` is the envelope that was lost."""

    def __init__(self, unsent: dict[str, Any]) -> None:
        super().__init__()
        self.unsent = unsent


class Page(Exception):
    """An answer that is not Telegram's envelope."""

    def __init__(self, status: int, body: str, content_type: str) -> None:
        super().__init__(status)
        self.status = status
        self.shown = {"body": body, "content_type": content_type}


@dataclass(slots=True)
class Armed:
    """A fault in force. `struck`: how often so far; `held`: an update that lets another pass."""

    id: int
    fault: Fault
    passed: int = 0
    struck: int = 0
    held: Update | None = None

    @property
    def spent(self) -> bool:
        return self.fault.count is not None and self.struck >= self.fault.count

    def comes(self, chat_id: Any) -> bool:
        """Whether it strikes now something of this chat that fits otherwise."""
        wanted = self.fault.chat_id
        if wanted is not None and str(wanted) != str(chat_id):
            return False
        if self.passed < self.fault.after:
            self.passed += 1
            return False
        return True


class Faults:
    """The faults of one sandbox, in the order in which they were added; the first that fits
    strikes. `armed` are those that may still strike a call."""

    def __init__(self, queue: UpdateQueue) -> None:
        self.armed: list[Armed] = []
        self._all: dict[int, Armed] = {}
        self._numbers = count(1)
        self._queue = queue

    def add(self, fault: Fault | None = None, **facts: Any) -> Armed:
        """Arm a fault, given whole or by its fields. Raises `ValueError` for an impossible one."""
        armed = Armed(next(self._numbers), fault or Fault(**facts))
        self._all[armed.id] = armed
        self._sort()
        return armed

    def remove(self, fault_id: int) -> None:
        """Disarm a fault; an update that it held is delivered. Raises `KeyError`."""
        held = self._all.pop(fault_id).held
        self._sort()
        if held is not None:
            self._queue.put(held)

    def clear(self) -> None:
        """Disarm all."""
        for fault_id in list(self._all):
            self.remove(fault_id)

    def all(self) -> list[Armed]:
        """Those in force and those that have struck their times."""
        return list(self._all.values())

    def take(self, method: str, chat_id: Any) -> Fault | None:
        """The fault that strikes this call to this chat, if any; counts it."""
        name = method.lower()
        for armed in self.armed:
            wanted = armed.fault.method.lower()
            fits = wanted == name or (wanted == "*" and name != "getupdates")
            if fits and armed.comes(chat_id):
                armed.struck += 1
                self._sort()
                return armed.fault
        return None

    def _sort(self) -> None:
        live = [armed for armed in self._all.values() if not armed.spent]
        self.armed = [armed for armed in live if not armed.fault.of_updates]
        of_updates = any(armed.fault.of_updates for armed in live)
        self._queue.meddle = self._meddle if of_updates else None

    def _meddle(self, update: Update) -> list[Update]:
        """What to deliver in the place of an update, one after the other."""
        for armed in self._all.values():
            if armed.spent or not armed.fault.of_updates or not armed.comes(_chat_id(update)):
                continue
            if armed.fault.swap_next and armed.held is None:
                armed.held = update
                return []
            first, armed.held = armed.held, None
            armed.struck += 1
            self._sort()
            return [update, first or update]
        return [update]


_PAGE = (
    "<html>\r\n<head><title>{0}</title></head>\r\n<body>\r\n<center><h1>{0}</h1></center>\r\n"
    "<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Error"


def _chat_id(update: Update) -> Any:
    content = next(value for name, value in update.items() if name != "update_id")
    chat = content.get("chat") or content.get("message", {}).get("chat") or {}
    return chat.get("id")
