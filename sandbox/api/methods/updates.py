"""getUpdates, answerCallbackQuery and the webhook methods that a polling bot calls."""

from __future__ import annotations

from typing import Any

from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetUpdates,
    GetWebhookInfo,
    SetWebhook,
)

from sandbox.api.methods.base import serves
from sandbox.api.params import Call
from sandbox.errors import STALE_QUERY, bad_request
from sandbox.world.state import World

MAX_ANSWER = 200
MAX_TIMEOUT = 50


@serves(GetUpdates)
async def get_updates(world: World, call: Call) -> list[dict[str, Any]]:
    method: GetUpdates = call.method
    limit = 100 if method.limit is None else max(1, min(method.limit, 100))
    timeout = max(0, min(method.timeout or 0, MAX_TIMEOUT))
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


@serves(DeleteWebhook)
def delete_webhook(world: World, call: Call) -> bool:
    if call.method.drop_pending_updates:
        world.updates.clear()
    return True


@serves(SetWebhook)
def set_webhook(world: World, call: Call) -> bool:
    if call.method.url:
        raise bad_request("the sandbox does not support webhooks yet, use getUpdates")
    world.updates.allow(call.method.allowed_updates)
    if call.method.drop_pending_updates:
        world.updates.clear()
    return True


@serves(GetWebhookInfo)
def get_webhook_info(world: World, call: Call) -> dict[str, Any]:
    info: dict[str, Any] = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if world.updates.allowed:
        info["allowed_updates"] = world.updates.allowed
    return info
