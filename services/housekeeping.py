"""Keeping the database tidy."""

from __future__ import annotations

from datetime import timedelta

from services.clock import Clock
from services.invitations.views import LABEL_DAYS
from storage.uow import UnitOfWork

BOOKMARK_DAYS = 180


class Housekeeping:
    """Use cases without a person."""

    def __init__(self, uow: UnitOfWork, clock: Clock) -> None:
        self._uow = uow
        self._clock = clock

    async def tidy(self) -> int:
        """Drop bookmarks of conversations untouched for half a year; returns how many.

        Answers and profiles stay; whoever comes back begins at the menu. Of invitations that are
        over, nobody is named any longer: those named may never have agreed.
        """
        now = self._clock.now()
        async with self._uow.writing() as store:
            await store.invitations.erase_labels(now - timedelta(days=LABEL_DAYS))
            return await store.bookmarks.drop_older(now - timedelta(days=BOOKMARK_DAYS))
