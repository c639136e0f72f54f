"""Which content is in force, and taking over changed files."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import DialogManager, Window

from bot.context import Ctx
from bot.dialogs.administration.words import again, moment_of, to_panel
from bot.dialogs.widgets import (
    Choice,
    T,
    listed,
    no_typing,
    paragraphs,
    person_id,
    picks,
    press,
    to_menu,
    toast,
)
from bot.l10n import Safe
from bot.states import AdminStates
from services.reloading import Outlook

_ROOM = 3000


async def content_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What is in force."""
    ctx, me = person_id(dialog_manager)
    live = await ctx.services.reloading.live(me)
    return {
        "place": live.profile.title.get(ctx.locale),
        "profile": live.profile.key,
        "profile_digest": live.profile_digest,
        "questionnaire": live.questionnaire.title.get(ctx.locale),
        "key": live.questionnaire.key,
        "version": live.questionnaire.version,
        "digest": live.questionnaire_digest,
        "published": moment_of(ctx, live.published_at) if live.published_at else "—",
        "consent": live.consent_version,
        "texts": len(ctx.l10n.keys),
    }


async def reload_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What reading the files again would bring."""
    ctx, me = person_id(dialog_manager)
    outlook = await ctx.services.reloading.look(me)
    broken, takes = bool(outlook.problems), outlook.changes and not outlook.restart
    return {
        "broken": broken,
        "count": len(outlook.problems),
        "problems": _problems(ctx, outlook),
        "same": not broken and not outlook.changes and not outlook.later,
        "new_version": bool(outlook.version),
        "version": outlook.version or "",
        "same_version": outlook.same_version,
        "has_sections": bool(outlook.sections),
        "sections": ", ".join(outlook.sections),
        "measures": outlook.measures,
        "has_schools": bool(outlook.schools_added or outlook.schools_changed),
        "added": outlook.schools_added,
        "changed": outlook.schools_changed,
        "restart": outlook.restart,
        "later": outlook.later,
        # The button carries what was looked at: files changed since are not taken over by it.
        "choices": [Choice(outlook.fingerprint, ctx.l10n.plain("content-take"))] if takes else [],
    }


def _problems(ctx: Ctx, outlook: Outlook) -> Safe:
    lines = [ctx.l10n("bullet", text=str(problem)) for problem in outlook.problems]
    return listed(ctx, lines, _ROOM)


async def check(manager: DialogManager) -> None:
    """Read the files and show what they would bring."""
    await manager.switch_to(AdminStates.reload)


async def take_over(manager: DialogManager, fingerprint: str) -> None:
    """Put the files that were looked at in force."""
    ctx, me = person_id(manager)
    await ctx.services.reloading.take_over(me, fingerprint)
    toast(manager, "content-taken")
    await manager.switch_to(AdminStates.content)


async def to_content(manager: DialogManager) -> None:
    """Back to what is in force."""
    await manager.switch_to(AdminStates.content)


def window() -> Window:
    """What is in force."""
    return Window(
        paragraphs(
            T("content-live"),
        ),
        press("content-check", check, id="check"),
        to_panel(),
        to_menu(),
        no_typing(),
        state=AdminStates.content,
        getter=content_data,
    )


def reload_window() -> Window:
    """What would change, and the question whether to."""
    return Window(
        paragraphs(
            T("content-broken", when="broken"),
            T("content-same", when="same"),
            T("content-version", when="new_version"),
            T("content-same-version", when="same_version"),
            T("content-sections", when="has_sections"),
            T("content-measures", when="measures"),
            T("content-schools", when="has_schools"),
            T("content-restart", when="restart"),
            T("content-later", when="later"),
        ),
        picks("take", take_over, items="choices"),
        again(),
        press("back", to_content, id="back"),
        to_menu(),
        no_typing(),
        state=AdminStates.reload,
        getter=reload_data,
    )
