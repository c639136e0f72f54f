"""Help: what this person can do, by roles, and by which commands."""

from __future__ import annotations

from typing import Any

from aiogram_dialog import Dialog, DialogManager, Window

from bot.commands import SECTIONS, commands_of
from bot.context import ctx_of
from bot.dialogs.widgets import T, no_typing, paragraphs, to_menu
from bot.l10n import L10n, Safe
from bot.states import HelpStates
from services.permissions import FIND_PEOPLE, Role


async def help_data(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Roles, and a section for each thing that they open."""
    ctx = ctx_of(dialog_manager)
    roles = await ctx.services.shown_commands.roles(ctx.me.id)
    sections = [_section(ctx.l10n, section, roles) for section in SECTIONS]
    titles = [ctx.l10n.plain(f"role-{role}") for role in Role if role in roles - {Role.TEACHER}]
    return {
        "roles": " · ".join(titles),
        "with_roles": bool(titles),
        "sections": Safe("\n\n".join(filter(None, sections))),
    }


def _section(l10n: L10n, section: str, roles: frozenset[Role]) -> str:
    """What it is about and its commands; nothing where the roles open none."""
    commands = [command for command in commands_of(roles) if command.section == section]
    if not commands:
        return ""
    about = _about(l10n, section, roles)
    lines = [f"/{one.name} — {l10n(f'command-{one.name}')}" for one in commands]
    return "\n".join([about, *lines])


def _about(l10n: L10n, section: str, roles: frozenset[Role]) -> str:
    """What a section is about; the work of a school and of the council is not all of it."""
    if section != "work" or roles & FIND_PEOPLE.everywhere:
        return l10n(f"help-about-{section}")
    return l10n("help-about-school" if roles & FIND_PEOPLE.school else "help-about-council")


def dialog() -> Dialog:
    """The dialog."""
    return Dialog(
        Window(
            paragraphs(
                T("help-title"),
                T("help-roles", when="with_roles"),
                T("help-text"),
            ),
            to_menu(),
            no_typing(),
            state=HelpStates.help,
            getter=help_data,
        ),
    )
