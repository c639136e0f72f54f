"""The refusals of the Bot API, word for word.

An `ApiError` travels from wherever the rule is checked to `server.py`, which turns it into the
failure envelope `{"ok": false, "error_code": N, "description": "..."}` with HTTP status N.
"""

from __future__ import annotations

from typing import Any

STALE_QUERY = "query is too old and response timeout expired or query ID is invalid"
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
TERMINATED_POLL = (
    "Conflict: terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
TERMINATED_BY_WEBHOOK = "Conflict: terminated by setWebhook request"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)


class ApiError(Exception):
    """A refusal: HTTP status, full description, optional `parameters` (retry_after and such)."""

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(code, description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> dict[str, Any]:
        """The JSON body that Telegram sends with this refusal."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(reason: str) -> ApiError:
    """400; the reason's first letter is lower-cased as the real server does it."""
    return ApiError(400, "Bad Request: " + _uncapitalized(reason))


def forbidden(reason: str) -> ApiError:
    """403, for chats that cannot be written to."""
    return ApiError(403, "Forbidden: " + _uncapitalized(reason))


def too_many(seconds: int) -> ApiError:
    """429: the bot has to wait so many seconds."""
    told = f"Too Many Requests: retry after {seconds}"
    return ApiError(429, told, {"retry_after": seconds})


def _uncapitalized(reason: str) -> str:
    # BUTTON_DATA_INVALID and the like keep their capitals.
    if len(reason) > 1 and (reason[1].isupper() or reason[1] == "_"):
        return reason
    return reason[:1].lower() + reason[1:]
