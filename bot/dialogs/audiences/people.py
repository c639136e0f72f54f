"""Names of those who will get it, and of those who will not. That they are looked at is noted."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window
from aiogram_dialog.widgets.kbd import Row

from bot.audiences import audience_lines
from bot.context import Ctx, ctx_of
from bot.dialogs.audiences.data import owned, owner_of, pages_of, to_overview
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    page_number,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
)
from bot.states import AudienceStates
from services.audiences import REASONS, Member

REASON, PAGE = "reason", "people_page"
_ROOM = 3000


async def open_reached(manager: DialogManager) -> None:
    """Who will get it."""
    await _look(manager, "reached", 0)


async def open_left_out(manager: DialogManager) -> None:
    """Who will not: those whom the bot cannot reach first."""
    ctx, me = person_id(manager)
    found = await owned(manager)
    reach = await ctx.services.audiences.reach(me, found.criteria, found.category)
    await _look(manager, "unreachable" if reach.unreachable else "unsubscribed", 0)


async def take_reason(manager: DialogManager, reason: str) -> None:
    """The others."""
    await _look(manager, reason, 0)


async def earlier(manager: DialogManager) -> None:
    """The page before."""
    await _look(manager, _reason(manager), page_number(manager, PAGE) - 1)


async def later(manager: DialogManager) -> None:
    """The next page."""
    await _look(manager, _reason(manager), page_number(manager, PAGE) + 1)


async def _look(manager: DialogManager, reason: str, page: int) -> None:
    """Note the look, then show the page."""
    ctx, me = person_id(manager)
    await ctx.services.audiences.look(me, *owner_of(manager), reason, page)
    manager.dialog_data.update({REASON: reason, PAGE: page})
    await manager.switch_to(AudienceStates.people)


def _reason(manager: DialogManager) -> str:
    found = manager.dialog_data.get(REASON)
    return found if isinstance(found, str) else REASONS[0]


async def people_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """A page of names, and the other reasons with how many there are."""
    ctx, reason = ctx_of(dialog_manager), _reason(dialog_manager)
    number = page_number(dialog_manager, PAGE)
    owner, me = owner_of(dialog_manager), ctx.me.id
    page = await ctx.services.audiences.people(me, *owner, reason, number)
    found = await owned(dialog_manager)
    reach = await ctx.services.audiences.reach(me, found.criteria, found.category)
    others = [one for one in REASONS if one != reason and reach.of(one)]
    return {
        "title": ctx.l10n.plain(f"audience-people-{reason}", count=page.total),
        "lines": listed(ctx, [_line(ctx, one) for one in page.people], _ROOM),
        "words": "; ".join(audience_lines(ctx, found.named)),
        "any": bool(page.people),
        "none": not page.people,
        "choices": [
            Choice(one, ctx.l10n.plain(f"audience-show-{one}", count=reach.of(one)))
            for one in others
        ],
        **pages_of(page.number, page.pages),
    }


def _line(ctx: Ctx, one: Member) -> str:
    if one.school is None:
        return ctx.l10n("bullet", text=one.name)
    return ctx.l10n("audience-person", name=one.name, school=one.school.title(ctx.locale))


def window() -> Window:
    """The names."""
    return Window(
        paragraphs(
            T("audience-people"),
            T("audience-people-lines", when="any"),
            T("audience-people-none", when="none"),
            T("audience-people-noted", when="any"),
        ),
        Row(
            press("page-earlier", earlier, id="earlier"),
            press("page-number", later, id="number"),
            press("page-later", later, id="later"),
            when="many_pages",
        ),
        picks("reason", take_reason, items="choices"),
        Row(press("back", to_overview, id="back"), to_menu()),
        no_typing(),
        state=AudienceStates.people,
        getter=people_data,
    )
