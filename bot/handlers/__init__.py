"""What comes before and after the dialogs: consent, commands, and the rest."""

from __future__ import annotations

from aiogram import Router

from bot.handlers import commands, consent, fallback, invitations, notices


def build_first() -> Router:
    """Handlers that go before the dialogs."""
    router = Router(name="first")
    router.include_routers(
        consent.router(), notices.router(), invitations.router(), commands.router()
    )
    return router


def build_last() -> Router:
    """Handlers for what nothing else took."""
    return fallback.router()
