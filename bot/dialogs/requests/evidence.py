"""A photo or a document beside an answer."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row

from bot.context import PROBLEM, Ctx
from bot.dialogs.requests.data import (
    FIELD,
    FILES,
    field_key,
    field_of,
    go_on,
    request_id,
    to_field,
    to_summary,
)
from bot.dialogs.widgets import READ, T, paragraphs, person_id, press, to_menu, toast
from bot.request_words import send_evidence
from bot.states import RequestStates
from services.errors import Refusal
from services.monitoring.answers.evidence import DOCUMENT, PHOTO


async def evidence_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is attached."""
    ctx, field = await field_of(dialog_manager)
    value = field.value
    attached = value is not None and value.file_id is not None
    return {
        "title": field.variable.title.get(ctx.locale),
        "file": value.file_name if value and attached else "",
        "attached": attached,
        "missing": not attached,
    }


async def receive(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep what was sent; a refusal is shown above."""
    if message.message_id <= manager.dialog_data.get(READ, 0):
        return
    manager.dialog_data[READ] = message.message_id
    try:
        await keep_file(manager)
    except Refusal as refusal:
        manager.middleware_data[PROBLEM] = refusal


async def keep_file(manager: DialogManager) -> None:
    """Put the file that was sent beside the answer; refuses a message without one."""
    ctx, me = person_id(manager)
    about, key, sent = request_id(manager), field_key(manager), _file(ctx, manager.event)
    await ctx.services.monitoring.evidence.attach_evidence(me, about, key, *sent)


def _file(ctx: Ctx, event: object) -> tuple[str, str, str]:
    """Kind, id and name of a sent file."""
    if isinstance(event, Message) and event.document is not None:
        name = event.document.file_name or ctx.l10n.plain("evidence-document")
        return DOCUMENT, event.document.file_id, name
    if isinstance(event, Message) and event.photo:
        return PHOTO, event.photo[-1].file_id, ctx.l10n.plain("evidence-photo")
    raise Refusal("evidence-kind")


async def remove(manager: DialogManager) -> None:
    """Take the file away."""
    ctx, me = person_id(manager)
    about, key = request_id(manager), field_key(manager)
    await ctx.services.monitoring.evidence.drop_evidence(me, about, key)
    toast(manager, "evidence-removed")


async def show(manager: DialogManager) -> None:
    """Send the file."""
    ctx, field = await field_of(manager)
    if field.value is None or field.value.file_id is None:
        raise Refusal("choice-gone")
    title = field.variable.title.get(ctx.locale)
    ctx.background.run(
        send_evidence(manager.middleware_data["bot"], ctx, field.value.file_id, title)
    )
    toast(manager, "evidence-coming")


async def onward(manager: DialogManager) -> None:
    """The next answer that lacks a file, or the next field that lacks an answer."""
    ctx, me = person_id(manager)
    about, key = request_id(manager), field_key(manager)
    if manager.dialog_data.get(FILES):
        await _next_file(manager, key)
    else:
        await go_on(manager, await ctx.services.monitoring.answering.next_field(me, about, key))


async def collect(manager: DialogManager) -> None:
    """From the summary: one answer after the other that may be confirmed by a file."""
    manager.dialog_data[FILES] = True
    await _next_file(manager, None)


async def _next_file(manager: DialogManager, done: str | None) -> None:
    """The next one behind, or the summary."""
    ctx, me = person_id(manager)
    found = await ctx.services.monitoring.submitting.summary(me, request_id(manager))
    order = [line.variable.key for line in found.lines]
    place = order.index(done) + 1 if done in order else 0
    then = next((key for key in order[place:] if key in found.lacking_files), None)
    if then is None:
        await to_summary(manager)
        return
    manager.dialog_data[FIELD] = then
    await manager.switch_to(RequestStates.evidence)


async def back(manager: DialogManager) -> None:
    """Where the person came from: the summary or the field."""
    if manager.dialog_data.get(FILES):
        await to_summary(manager)
    else:
        await to_field(manager)


def window() -> Window:
    """The file."""
    return Window(
        paragraphs(T("evidence-ask", when="missing"), T("evidence-has", when="attached")),
        press("evidence-show", show, id="show", when="attached"),
        press("evidence-remove", remove, id="remove", when="attached"),
        press("evidence-without", onward, id="without", when="missing"),
        press("forward", onward, id="next", when="attached"),
        Row(press("back", back, id="back"), to_menu()),
        MessageInput(receive, content_types=ContentType.ANY),
        state=RequestStates.evidence,
        getter=evidence_data,
    )
