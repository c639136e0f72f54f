"""How updates come to the bot: getUpdates or a webhook; answerCallbackQuery; leaving."""

from __future__ import annotations

from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    Close,
    DeleteWebhook,
    GetUpdates,
    GetWebhookInfo,
    LogOut,
    SetWebhook,
)

from sandbox.api.methods.base import Told, serves
from sandbox.api.params import Call
from sandbox.api.target import Settings
from sandbox.errors import STALE_QUERY, TERMINATED_BY_WEBHOOK, ApiError, bad_request
from sandbox.world.state import World

MAX_ANSWER = 200
MAX_TIMEOUT = 50
DEFAULT_CONNECTIONS, MAX_CONNECTIONS = 40, 100


@serves(GetUpdates)
async def get_updates(world: World, call: Call) -> list[dict[str, Any]]:
    method: GetUpdates = call.method
    limit = 100 if method.limit is None else max(1, min(method.limit, 100))
    timeout = max(0, min(method.timeout or 0, MAX_TIMEOUT))
    if world.updates.deliver is None:
        world.updates.allow(method.allowed_updates)
    batch = await world.updates.take(method.offset or 0, limit, timeout)
    world.changed.ring()
    return batch


@serves(AnswerCallbackQuery)
def answer_callback(world: World, call: Call) -> bool:
    method: AnswerCallbackQuery = call.method
    text = method.text or ""
    if len(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    callback = world.open_callback(method.callback_query_id)
    if callback is None:
        raise bad_request(STALE_QUERY)
    if callback.answer is None:
        callback.answer = {"text": text, "show_alert": bool(method.show_alert)}
        if method.url:
            callback.answer["url"] = method.url
        if text:
            callback.person.alerts.append({"text": text, "show_alert": bool(method.show_alert)})
        world.tell("answer", callback.person.id, query_id=callback.id, **callback.answer)
    return True


class _SetWebhook(SetWebhook):
    """Without an address it removes the webhook."""

    url: str = ""
    certificate: Any = None  # none is needed to call this machine


@serves(_SetWebhook)
def set_webhook(world: World, call: Call) -> Told:
    method: SetWebhook = call.method
    if not method.url:
        return _without_webhook(world, call)
    world.webhook.check_haste()
    connections = DEFAULT_CONNECTIONS if method.max_connections is None else method.max_connections
    connections = max(1, min(connections, MAX_CONNECTIONS))
    wanted = Settings(method.url, connections, method.secret_token or "")
    same = wanted == world.webhook.settings and not method.drop_pending_updates
    if not same:
        world.updates.polling.interrupt(ApiError(409, TERMINATED_BY_WEBHOOK))
        world.webhook.remove()
        if method.drop_pending_updates:
            world.updates.clear()
        world.webhook.set(wanted)
    world.updates.allow(method.allowed_updates)
    return Told(True, "Webhook is already set" if same else "Webhook was set")


@serves(DeleteWebhook)
def delete_webhook(world: World, call: Call) -> Told:
    return _without_webhook(world, call)


def _without_webhook(world: World, call: Call) -> Told:
    was_set = world.webhook.settings is not None
    world.webhook.remove()
    if call.method.drop_pending_updates:
        world.updates.clear()
    return Told(True, "Webhook was deleted" if was_set else "Webhook is already deleted")


@serves(GetWebhookInfo)
def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    info = {**world.webhook.info(), "pending_update_count": len(world.updates.pending())}
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info


@serves(LogOut)
def log_out(world: World, call: Call) -> bool:
    lock(world, (400, "Logged out"))
    return True


@serves(Close)
def close(world: World, call: Call) -> bool:
    """The next call opens the bot again."""
    world.updates.close()
    return True


def lock(world: World, refusal: tuple[int, str] | None) -> None:
    """Refuse every call from now on, with this status and description; None ends that."""
    world.locked = refusal
    if refusal is not None:
        world.updates.polling.interrupt(ApiError(*refusal))
        world.webhook.remove()
