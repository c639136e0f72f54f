"""Screen flows, one per file. A dialog opens another only through `bot.states`."""

from __future__ import annotations

from aiogram import Router

from bot.dialogs import (
    administration,
    assessments,
    attendance,
    audiences,
    audit,
    board,
    broadcasts,
    campaigns,
    careers,
    council,
    directory,
    event_desk,
    events,
    forget,
    help,
    indicators,
    invitations,
    menu,
    own_data,
    people,
    queue,
    recommendations,
    requests,
    results,
    roles,
    schedule,
    schools,
    subscriptions,
)


def build_dialogs() -> Router:
    """A router with all dialogs, made anew: a router can have only one parent."""
    router = Router(name="dialogs")
    router.include_routers(
        menu.dialog(),
        help.dialog(),
        people.dialog(),
        forget.dialog(),
        own_data.dialog(),
        audit.dialog(),
        assessments.dialog(),
        results.dialog(),
        roles.dialog(),
        schools.dialog(),
        directory.dialog(),
        careers.dialog(),
        queue.dialog(),
        invitations.dialog(),
        events.dialog(),
        audiences.dialog(),
        subscriptions.dialog(),
        broadcasts.dialog(),
        event_desk.dialog(),
        attendance.dialog(),
        indicators.dialog(),
        administration.dialog(),
        schedule.dialog(),
        campaigns.dialog(),
        requests.dialog(),
        council.dialog(),
        recommendations.dialog(),
        board.dialog(),
    )
    return router
