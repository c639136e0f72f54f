"""Who looked at my data, or did something about me."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.audit_words import deed, moment, name_of
from bot.context import Ctx, ctx_of
from bot.dialogs.widgets import (
    T,
    cut,
    no_typing,
    page_number,
    pager,
    paragraphs,
    press,
    to_menu,
)
from bot.l10n import Safe
from bot.states import OwnDataStates
from services.audit_log import Entry
from services.own_data import Looks

LINE = 200


async def lookers_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of what others did, the newest first."""
    ctx = ctx_of(dialog_manager)
    number = page_number(dialog_manager, "page")
    found = await ctx.services.own_data.looks(ctx.known.id, number)
    page = found.page
    return {
        "lines": Safe("\n\n".join(_line(ctx, found, entry) for entry in page.entries)),
        "any": page.total > 0,
        "nobody": page.total == 0,
        "total": page.total,
        "page": page.number + 1,
        "pages": page.pages,
        "many_pages": page.pages > 1,
    }


def _line(ctx: Ctx, found: Looks, entry: Entry) -> Safe:
    return ctx.l10n(
        "own-data-look",
        moment=moment(ctx, entry.at),
        who=_who(ctx, found, entry),
        deed=cut(deed(ctx, entry), LINE),
    )


def _who(ctx: Ctx, found: Looks, entry: Entry) -> str:
    """The name with the roles held now."""
    actor = entry.actor
    if actor is not None and actor.gone:
        return ctx.l10n.plain("own-data-gone")
    name = name_of(ctx, actor)
    roles = found.roles.get(actor.id, ()) if actor else ()
    titles = ", ".join(ctx.l10n.plain(f"role-{role}") for role in roles)
    return cut(f"{name} ({titles})" if titles else name, LINE)


async def to_overview(manager: DialogManager) -> None:
    """Back to what is stored."""
    await manager.switch_to(OwnDataStates.overview)


def window() -> Window:
    """The list."""
    return Window(
        paragraphs(
            T("own-data-looks", when="any"),
            T("own-data-lines", when="any"),
            T("own-data-nobody", when="nobody"),
        ),
        pager("page", when="many_pages"),
        press("back", to_overview, id="back"),
        to_menu(),
        no_typing(),
        state=OwnDataStates.lookers,
        getter=lookers_data,
    )
