"""Unit of work: repositories over one session."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cached_property

from storage.engine import Database
from storage.repositories.assessments import Assessments
from storage.repositories.audit import AuditLog
from storage.repositories.fsm import Bookmarks
from storage.repositories.media import Media
from storage.repositories.outbox import Outbox
from storage.repositories.people import People
from storage.repositories.questionnaires import Questionnaires
from storage.repositories.results import Results
from storage.repositories.roles import Roles
from storage.repositories.schools import Schools
from storage.session import Session


class Store:
    """All repositories, working in the same session."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @cached_property
    def people(self) -> People:
        """People and consents."""
        return People(self._session)

    @cached_property
    def schools(self) -> Schools:
        """Schools."""
        return Schools(self._session)

    @cached_property
    def roles(self) -> Roles:
        """Roles of people."""
        return Roles(self._session)

    @cached_property
    def audit(self) -> AuditLog:
        """The audit log."""
        return AuditLog(self._session)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages that the bot owes."""
        return Outbox(self._session)

    @cached_property
    def questionnaires(self) -> Questionnaires:
        """Questionnaire versions."""
        return Questionnaires(self._session)

    @cached_property
    def assessments(self) -> Assessments:
        """Assessments being taken."""
        return Assessments(self._session)

    @cached_property
    def results(self) -> Results:
        """Finished assessments."""
        return Results(self._session)

    @cached_property
    def media(self) -> Media:
        """Uploaded files."""
        return Media(self._session)

    @cached_property
    def bookmarks(self) -> Bookmarks:
        """Bookmarks of conversations."""
        return Bookmarks(self._session)


class UnitOfWork:
    """How services reach the database.

    `reading()` only reads. Leaving `writing()` commits, on SQLite together with the units that
    wait beside it; an exception inside rolls the unit back. What stands after the block happens
    after the commit.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    @asynccontextmanager
    async def reading(self, *, long: bool = False) -> AsyncIterator[Store]:
        """Repositories for reading; `long` where a statement walks many rows."""
        async with self._database.read(long=long) as session:
            yield Store(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Store]:
        """Repositories for one unit of work, committed at the end of the block."""
        async with self._database.write() as session:
            yield Store(session)
