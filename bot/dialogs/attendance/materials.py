"""What those who came get: files and links, and telling people of them."""

from __future__ import annotations

from typing import Any

from aiogram.enums import ContentType
from aiogram.types import Message
from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.input import MessageInput
from aiogram_dialog.widgets.kbd import Row

from bot.context import PROBLEM, Ctx
from bot.dialogs.attendance.data import event_id, head, ways_back
from bot.dialogs.widgets import (
    READ,
    Choice,
    T,
    mark_of,
    marked,
    no_typing,
    number_of,
    page_number,
    pager,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.states import AttendanceStates
from services.errors import Refusal
from services.events.materials import LIMIT, Material

PAGE, LINES, MATERIAL = "materials", 3, "material_id"


async def materials_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of materials, and whom they are for."""
    ctx, me = person_id(dialog_manager)
    desk = await ctx.services.events.materials.materials_desk(me, event_id(dialog_manager))
    found = desk.materials
    pages = max(1, -(-len(found) // LINES))
    page = page_number(dialog_manager, PAGE) % pages
    label, chosen = ctx.l10n.plain("materials-open"), {"open"} if desk.open else set()
    return {
        **head(ctx, desk.event),
        "choices": [_choice(ctx, one) for one in found[page * LINES : (page + 1) * LINES]],
        "audience": marked([("open", label)], chosen),
        "whom": "everybody" if desk.open else "came",
        "untold": desk.untold,
        "count": len(found),
        "limit": LIMIT,
        "any": bool(found),
        "empty": not found,
        "sendable": desk.untold > 0,
        "page": page + 1,
        "pages": pages,
        "many_pages": pages > 1,
    }


def _choice(ctx: Ctx, material: Material) -> Choice:
    label = ctx.l10n.plain("material-label", kind=material.kind, title=material.title)
    return Choice(str(material.id), label)


async def receive(message: Message, _input: MessageInput, manager: DialogManager) -> None:
    """Keep what was sent; a refusal is shown above, and nothing is lost."""
    if message.message_id <= manager.dialog_data.get(READ, 0):
        return
    manager.dialog_data[READ] = message.message_id
    try:
        await _keep(message, manager)
    except Refusal as refusal:
        manager.middleware_data[PROBLEM] = refusal


async def _keep(message: Message, manager: DialogManager) -> None:
    ctx, me = person_id(manager)
    materials, about = ctx.services.events.materials, event_id(manager)
    if message.document is not None:
        title = message.caption or message.document.file_name or ctx.l10n.plain("material-file")
        await materials.add_file(me, about, "document", message.document.file_id, title)
    elif message.photo:
        title = message.caption or ctx.l10n.plain("material-photo")
        await materials.add_file(me, about, "photo", message.photo[-1].file_id, title)
    elif message.text:
        await materials.add_link(me, about, message.text)
    else:
        raise Refusal("material-kind")


async def open_material(manager: DialogManager, item: str) -> None:
    """Show one."""
    manager.dialog_data[MATERIAL] = number_of(item)
    await manager.switch_to(AttendanceStates.material)


async def set_audience(manager: DialogManager, item: str) -> None:
    """Also for those who did not come, or not."""
    ctx, me = person_id(manager)
    _, wanted = mark_of(item)
    await ctx.services.events.materials.open_materials(me, event_id(manager), wanted)


async def ask_hand_out(manager: DialogManager) -> None:
    """Say whom it goes to."""
    await manager.switch_to(AttendanceStates.hand_out)


async def hand_out(manager: DialogManager) -> None:
    """Tell people."""
    ctx, me = person_id(manager)
    count = await ctx.services.events.materials.hand_out(me, event_id(manager))
    toast(manager, "materials-handed-out", count=count)
    await to_materials(manager)


async def to_materials(manager: DialogManager) -> None:
    """Back to all materials."""
    await manager.switch_to(AttendanceStates.materials)


def window() -> Window:
    """All materials."""
    return Window(
        paragraphs(
            T("materials-head"),
            T("materials-empty", when="empty"),
            T("materials-list", when="any"),
            T("materials-add"),
        ),
        picks("material", open_material, items="choices"),
        pager(PAGE, when="many_pages"),
        picks("open", set_audience, items="audience"),
        press("materials-hand-out", ask_hand_out, id="hand_out", when="sendable"),
        ways_back(),
        MessageInput(receive, content_types=ContentType.ANY),
        state=AttendanceStates.materials,
        getter=materials_data,
    )


async def material_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """One material."""
    ctx, me = person_id(dialog_manager)
    material = await ctx.services.events.materials.material(me, _material(dialog_manager))
    return {"kind": material.kind, "title": material.title, "url": material.url}


def _material(manager: DialogManager) -> int:
    found = manager.dialog_data.get(MATERIAL)
    return found if isinstance(found, int) else 0


async def remove(manager: DialogManager) -> None:
    """Take it away."""
    ctx, me = person_id(manager)
    await ctx.services.events.materials.remove_material(me, _material(manager))
    toast(manager, "material-removed")
    await to_materials(manager)


def material_window() -> Window:
    """One material, and the question whether to remove it."""
    return Window(
        paragraphs(T("material-card"), T("material-remove-ask")),
        press("material-remove", remove, id="remove"),
        Row(press("back", to_materials, id="to_materials"), to_menu()),
        no_typing(),
        state=AttendanceStates.material,
        getter=material_data,
    )


def hand_out_window() -> Window:
    """Whom it goes to."""
    return Window(
        paragraphs(T("materials-hand-out-ask")),
        press("materials-hand-out-yes", hand_out, id="hand_out_yes", when="sendable"),
        Row(press("back", to_materials, id="to_materials"), to_menu()),
        no_typing(),
        state=AttendanceStates.hand_out,
        getter=materials_data,
    )
