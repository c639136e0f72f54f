"""Own data: all that is stored about a person, for that person, and who looked at it.

Whoever is stored may see it, also where the consent document has changed since.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from content.text import Text
from services.access import Access, Guarded, own
from services.audit import Kind, note
from services.audit_log import AuditPage, page_of
from services.permissions import Role
from services.questionnaires import Questionnaires
from storage.repositories.audit import AuditFilter
from storage.repositories.own_data import TableRows
from storage.repositories.people import PersonRow
from storage.uow import Store

PAGE = 5
FORMAT = 1  # of the downloaded file; grows when a key changes its meaning

_ON_SCREEN = (
    "acknowledgement",
    "assessment",
    "audience_member",
    "broadcast",
    "campaign",
    "consent",
    "course",
    "data_change",
    "data_request",
    "data_value",
    "decision",
    "event",
    "external_result",
    "invitation",
    "invitation_use",
    "low_reason",
    "outbox",
    "person_subject",
    "registration",
    "request_answer",
    "request_helper",
    "role_grant",
    "saved_audience",
    "school",
    "school_transfer",
    "subscription",
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A pass or an attempt: `overall` is empty unless it is finished and could be judged."""

    state: str
    at: datetime
    variant: Text
    overall: float | None


@dataclass(frozen=True, slots=True)
class Overview:
    """What is stored, for reading. `rows` are rows of tables by column."""

    person: PersonRow
    rows: TableRows
    taken: tuple[Taken, ...]
    words: tuple[tuple[datetime, str], ...]
    looks: int

    def school(self, number: int | None, locale: str) -> str:
        """Short name of a school in the person's language; empty where there is none."""
        for row in self.rows["school"]:
            if row["id"] == number:
                english = str(row["english_name"]) if locale == "en" else ""
                return english or str(row["short_name"])
        return ""


@dataclass(frozen=True, slots=True)
class Looks:
    """A page of what others did, and the roles that each of them has now."""

    page: AuditPage
    roles: dict[int, tuple[Role, ...]]


@dataclass(frozen=True, slots=True)
class Losses:
    """What erasing takes (numbers of rows by table), and how many results stay nameless."""

    rows: dict[str, int]
    results: int


class OwnData(Guarded):
    """Use cases about all that is stored of one person."""

    def __init__(self, access: Access, questionnaires: Questionnaires) -> None:
        super().__init__(access)
        self._questionnaires = questionnaires

    @own(writes=False)
    async def overview(self, person_id: int) -> Overview:
        """What is stored, for the screen."""
        async with self.access.uow.reading(long=True) as store:
            person = (await self.access.known(store, person_id)).person
            rows = await store.own_data.rows(person, *_ON_SCREEN)
            looks = await store.audit.count(_others(person_id))
        moments = {row["id"]: row["finished_at"] or row["updated_at"] for row in rows["assessment"]}
        words = [
            (moments[row["assessment_id"]], str(row["text"]))
            for row in rows["request_answer"]
            if row["text"]
        ]
        taken = [await self._taken(row) for row in rows["assessment"]]
        return Overview(person, rows, tuple(reversed(taken)), tuple(reversed(words)), looks)

    @own(writes=True)
    async def export(self, person_id: int) -> dict[str, Any]:
        """Every row of every table, ready for JSON; the log tells that it was asked for."""
        async with self.access.uow.writing() as store:
            acting = await self.access.known(store, person_id)
            await note(store, acting, Kind.DATA_EXPORTED, about=person_id)
        async with self.access.uow.reading(long=True) as store:
            rows = await store.own_data.rows(acting.person)
        tables = {
            table: [{name: _plain(value) for name, value in row.items()} for row in found]
            for table, found in rows.items()
        }
        return {"format": FORMAT, "made_at": _plain(acting.now), "tables": tables}

    @own(writes=False)
    async def looks(self, person_id: int, number: int) -> Looks:
        """A page of what others did about the person, the newest first."""
        async with self.access.uow.reading(long=True) as store:
            await self.access.known(store, person_id)
            page = await page_of(store, _others(person_id), number, PAGE)
            actors = {entry.actor.id for entry in page.entries if entry.actor}
            roles = {actor: await self._roles(store, actor) for actor in sorted(actors)}
        return Looks(page, roles)

    @own(writes=False)
    async def losses(self, person_id: int) -> Losses:
        """What erasing the person would take."""
        async with self.access.uow.reading(long=True) as store:
            person = (await self.access.known(store, person_id)).person
            rows = await store.own_data.rows(person, *_ON_SCREEN)
        states = Counter(row["state"] for row in rows["assessment"])
        counts = {table: len(found) for table, found in rows.items()}
        return Losses(counts, states["finished"])

    async def _roles(self, store: Store, person_id: int) -> tuple[Role, ...]:
        """Roles held now; that of a teacher only where there is no other."""
        person = await store.people.get(person_id)
        if person is None:
            return ()
        found = self.access.roles(person, await store.roles.held(person_id))
        special = found - {Role.TEACHER}
        return tuple(role for role in Role if role in (special or found))

    async def _taken(self, row: dict[str, Any]) -> Taken:
        questionnaire = await self._questionnaires.version(row["version_id"])
        variant = questionnaire.variant(row["variant"])
        moment = row["finished_at"] or row["updated_at"]
        return Taken(row["state"], moment, variant.title, row["overall"])


def _others(person_id: int) -> AuditFilter:
    return AuditFilter(person_id=person_id, of_others=True)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | datetime) else value
