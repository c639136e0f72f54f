"""What comes before and after the dialogs: consent, commands, and the rest."""

from __future__ import annotations

from aiogram import Router

from bot.handlers import (
    afterwards,
    blocking,
    broadcasts,
    checkin,
    commands,
    consent,
    events,
    fallback,
    invitations,
    monitoring,
    notices,
)


def build_first() -> Router:
    """Handlers that go before the dialogs."""
    router = Router(name="first")
    router.include_routers(
        consent.router(),
        notices.router(),
        broadcasts.router(),
        blocking.router(),
        events.router(),
        invitations.router(),
        checkin.router(),
        afterwards.router(),
        monitoring.router(),
        commands.router(),
    )
    return router


def build_last() -> Router:
    """Handlers for what nothing else took."""
    return fallback.router()
