"""Who may go in: consent and sign-up come first, then the role."""

from __future__ import annotations

from aiogram.types import Message
from aiogram_dialog import DialogManager

from bot import states
from bot.commands import Opener
from bot.context import PROBLEM, Ctx
from bot.handlers.consent import greet
from services.errors import Refusal
from services.permissions import OWN, Permission

# Whoever is stored may see and erase it, also without consent to the document of today.
_OF_RIGHT = (states.open_own_data, states.open_forget)


async def open_for(message: Message, ctx: Ctx, manager: DialogManager, opener: Opener) -> None:
    """Open a screen for somebody who may see it; others first agree and sign up."""
    if ctx.person is not None and opener in _OF_RIGHT:
        await opener(manager)
    elif not ctx.services.people.consented(ctx.person):
        await manager.reset_stack()
        await greet(message, ctx)
    elif ctx.me.registered_at is None:
        await sign_up_first(ctx, manager, asked=not (message.text or "").startswith("/start"))
    else:
        await opener(manager)


async def sign_up_first(
    ctx: Ctx,
    manager: DialogManager,
    *,
    asked: bool,
    event_id: int | None = None,
    here: str | None = None,
) -> None:
    """Go on with sign-up; say why to somebody who `asked` for something else, such as an event."""
    card = await ctx.services.people.card(ctx.me.id)
    if asked:
        manager.middleware_data[PROBLEM] = Refusal("signup-needed")
    await states.open_signup(manager, card.next_step, event_id=event_id, here=here)


async def check_role(ctx: Ctx, permission: Permission) -> None:
    """Refuse before the present screen is left; without sign-up that is still to come."""
    if permission is OWN or not is_ready(ctx):
        return
    if not await ctx.services.shown_commands.roles(ctx.me.id) & permission.roles:
        raise Refusal("role-needed", audience=permission.audience)


def is_ready(ctx: Ctx) -> bool:
    """Whether the person has agreed and signed up."""
    person = ctx.person
    return (
        person is not None
        and ctx.services.people.consented(person)
        and person.registered_at is not None
    )
