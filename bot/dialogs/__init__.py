"""Screen flows, one per file. A dialog opens another only through `bot.states`."""

from __future__ import annotations

from aiogram import Router

from bot.dialogs import assessments, forget, menu, people, results


def build_dialogs() -> Router:
    """A router with all dialogs, made anew: a router can have only one parent."""
    router = Router(name="dialogs")
    router.include_routers(
        menu.dialog(),
        people.dialog(),
        forget.dialog(),
        assessments.dialog(),
        results.dialog(),
    )
    return router
