"""Taking people out as a spreadsheet: what it will hold, then the file."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.dialogs.directory.data import back_to_list, filter_words, role_wanted, school_wanted
from bot.dialogs.widgets import T, no_typing, paragraphs, person_id, press, to_menu, toast
from bot.reports.people_table import send_people
from bot.states import DirectoryStates


async def export_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """How many people, and which."""
    ctx, me = person_id(dialog_manager)
    school_id, role = school_wanted(dialog_manager), role_wanted(dialog_manager)
    count = await ctx.services.people_export.exportable(me, school_id, role)
    page = await ctx.services.directory.find(me, "", school_id, role)
    words = filter_words(ctx, page.school, role)
    return {
        "count": count,
        "any": count > 0,
        "nobody": count == 0,
        "filters": words,
        "filtered": bool(words),
    }


async def download(manager: DialogManager) -> None:
    """Send the file."""
    ctx, me = person_id(manager)
    school_id, role = school_wanted(manager), role_wanted(manager)
    await ctx.services.people_export.exportable(me, school_id, role)
    ctx.background.run(send_people(manager.middleware_data["bot"], ctx, school_id, role))
    toast(manager, "people-table-coming")
    await back_to_list(manager)


def window() -> Window:
    """What the spreadsheet will hold."""
    return Window(
        paragraphs(
            T("people-table-ask", when="any"),
            T("people-nobody-there", when="nobody"),
            T("people-filters", when="filtered"),
            T("people-table-noted", when="any"),
        ),
        press("people-table-download", download, id="download", when="any"),
        Row(press("back", back_to_list, id="back"), to_menu()),
        no_typing(),
        state=DirectoryStates.export,
        getter=export_data,
    )
