"""Unit of work: repositories over one session."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property

from storage.engine import Database
from storage.monitoring_store import MonitoringStore
from storage.repositories.activity import Activity
from storage.repositories.assessments import Assessments
from storage.repositories.attendance import Attendance
from storage.repositories.audiences import Audiences
from storage.repositories.audit import AuditLog
from storage.repositories.broadcasts import Broadcasts
from storage.repositories.calendar import Calendar
from storage.repositories.careers import Careers
from storage.repositories.copies import Copies
from storage.repositories.directory import Directory
from storage.repositories.due import Due
from storage.repositories.event_feedback import EventFeedback
from storage.repositories.event_materials import EventMaterials
from storage.repositories.event_notices import EventNotices
from storage.repositories.events import Events
from storage.repositories.forgetting import Forgetting
from storage.repositories.fsm import Bookmarks
from storage.repositories.invitations import Invitations
from storage.repositories.maintenance import Maintenance
from storage.repositories.media import Media
from storage.repositories.outbox import Outbox
from storage.repositories.own_data import OwnData
from storage.repositories.participants import Participants
from storage.repositories.people import People, PersonRow
from storage.repositories.questionnaires import Questionnaires
from storage.repositories.registrations import Registrations
from storage.repositories.results import Results
from storage.repositories.roles import Roles
from storage.repositories.school_ties import SchoolTies
from storage.repositories.schools import Schools
from storage.repositories.statistics import Statistics
from storage.repositories.subscriptions import Subscriptions
from storage.repositories.transfers import Transfers


class Store(MonitoringStore):
    """All repositories, working in the same session."""

    @cached_property
    def people(self) -> People:
        """People and consents."""
        return People(self._session)

    @cached_property
    def schools(self) -> Schools:
        """Schools."""
        return Schools(self._session)

    @cached_property
    def school_ties(self) -> SchoolTies:
        """What hangs on a school."""
        return SchoolTies(self._session)

    @cached_property
    def roles(self) -> Roles:
        """Roles of people."""
        return Roles(self._session)

    @cached_property
    def transfers(self) -> Transfers:
        """Wishes to belong to another school."""
        return Transfers(self._session)

    @cached_property
    def own_data(self) -> OwnData:
        """Everything that belongs to one person."""
        return OwnData(self._session)

    @cached_property
    def forgetting(self) -> Forgetting:
        """Erasing a person."""
        return Forgetting(self._session)

    @cached_property
    def invitations(self) -> Invitations:
        """Invitations, and who came by them."""
        return Invitations(self._session)

    @cached_property
    def careers(self) -> Careers:
        """Courses, attestations, results of diagnoses made elsewhere."""
        return Careers(self._session)

    @cached_property
    def directory(self) -> Directory:
        """Looking for people."""
        return Directory(self._session)

    @cached_property
    def audit(self) -> AuditLog:
        """The audit log."""
        return AuditLog(self._session)

    @cached_property
    def events(self) -> Events:
        """Events."""
        return Events(self._session)

    @cached_property
    def event_notices(self) -> EventNotices:
        """What the outbox holds about events."""
        return EventNotices(self._session)

    @cached_property
    def attendance(self) -> Attendance:
        """Coming to events."""
        return Attendance(self._session)

    @cached_property
    def participants(self) -> Participants:
        """People of an event."""
        return Participants(self._session)

    @cached_property
    def event_feedback(self) -> EventFeedback:
        """What people said about events."""
        return EventFeedback(self._session)

    @cached_property
    def event_materials(self) -> EventMaterials:
        """What people get after an event."""
        return EventMaterials(self._session)

    @cached_property
    def calendar(self) -> Calendar:
        """Published events as people look for them."""
        return Calendar(self._session)

    @cached_property
    def registrations(self) -> Registrations:
        """Places in events."""
        return Registrations(self._session)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages that the bot owes."""
        return Outbox(self._session)

    @cached_property
    def broadcasts(self) -> Broadcasts:
        """Broadcasts."""
        return Broadcasts(self._session)

    @cached_property
    def copies(self) -> Copies:
        """Copies of broadcasts, one for each person."""
        return Copies(self._session)

    @cached_property
    def audiences(self) -> Audiences:
        """Who belongs to audiences."""
        return Audiences(self._session)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """Subscriptions and acknowledgements."""
        return Subscriptions(self._session)

    @cached_property
    def due(self) -> Due:
        """What falls due next."""
        return Due(self._session)

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

    @cached_property
    def maintenance(self) -> Maintenance:
        """Settings of the installation, and updates kept during maintenance."""
        return Maintenance(self._session)

    @cached_property
    def activity(self) -> Activity:
        """Numbers about events and broadcasts."""
        return Activity(self._session)

    @cached_property
    def statistics(self) -> Statistics:
        """Numbers about everything."""
        return Statistics(self._session)


class UnitOfWork:
    """How services reach the database. `on_owed` is called after a commit with new messages,
    `on_erased` after one for each person who was erased.

    `reading()` only reads. Leaving `writing()` commits, on SQLite together with the units that
    wait beside it; an exception inside rolls the unit back. What stands after the block happens
    after the commit.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.on_owed: Callable[[], None] = lambda: None
        self.on_erased: Callable[[PersonRow], None] = lambda _: None

    @asynccontextmanager
    async def reading(self, *, long: bool = False) -> AsyncIterator[Store]:
        """Repositories for reading; `long` where a statement walks many rows."""
        async with self._database.read(long=long) as session:
            yield Store(session)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Store]:
        """Repositories for one unit of work, committed at the end of the block."""
        async with self._database.write() as session:
            store = Store(session)
            yield store
        for person in store.forgetting.erased:
            self.on_erased(person)
        if store.outbox.added:
            self.on_owed()
