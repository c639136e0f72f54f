"""The audit log: appended by what people do, read by admins, changed by nobody."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, update
from sqlalchemy.exc import DBAPIError

from services import audit_log
from services.audit import CURRENT_UPDATE, Kind
from services.audit_log import AuditFilter, Entry
from services.permissions import Role
from storage.engine import Database
from storage.models import AuditEntry
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import refused, sign_up
from tests.wiring import Services, build_services

ADA = 700_000_009
ALL = AuditFilter()


@pytest.fixture
async def services(services: Services, clock: FixedClock) -> Services:
    """The municipality has an admin by the settings."""
    return await build_services(services.access.uow, clock, admin_ids=[ADA])


@pytest.fixture
async def ada(services: Services) -> int:
    """Id of the admin."""
    return await sign_up(services, ADA, name="Ларина Ада Игоревна")


@pytest.fixture
async def story(services: Services, clock: FixedClock, ada: int, anna: int, boris: int) -> None:
    """Ada made Boris a methodist; Boris looked at Anna's card; Ada looked at Boris's."""
    await services.roles.grant(ada, boris, Role.METHODIST)
    clock.advance(minutes=1)
    await services.directory.view(boris, anna)
    clock.advance(minutes=1)
    await services.directory.view(ada, boris)


def told(entries: tuple[Entry, ...]) -> list[tuple[str, str, str]]:
    return [
        (one.kind, one.actor.name if one.actor else "", one.subject.name if one.subject else "")
        for one in entries
    ]


ADA_NAME, BORIS_NAME, ANNA_NAME = (
    "Ларина Ада Игоревна",
    "Петров Борис Ильич",
    "Иванова Анна Петровна",
)
GRANTED = ("role-granted", ADA_NAME, BORIS_NAME)
ANNA_SEEN = ("card-viewed", BORIS_NAME, ANNA_NAME)
BORIS_SEEN = ("card-viewed", ADA_NAME, BORIS_NAME)


@pytest.mark.usefixtures("story")
class TestReading:
    async def test_shows_the_newest_first(self, services: Services, ada: int) -> None:
        page = await services.audit_log.page(ada, ALL, 0)
        assert told(page.entries) == [BORIS_SEEN, ANNA_SEEN, GRANTED]
        assert (page.number, page.pages, page.total) == (0, 1, 3)

    async def test_finds_by_kind(self, services: Services, ada: int) -> None:
        page = await services.audit_log.page(ada, AuditFilter(kind="card-viewed"), 0)
        assert told(page.entries) == [BORIS_SEEN, ANNA_SEEN]

    async def test_finds_by_person_as_the_one_who_did_and_the_one_concerned(
        self, services: Services, ada: int, anna: int, boris: int
    ) -> None:
        for person, expected in (
            (anna, [ANNA_SEEN]),
            (boris, [BORIS_SEEN, ANNA_SEEN, GRANTED]),
            (ada, [BORIS_SEEN, GRANTED]),
        ):
            page = await services.audit_log.page(ada, AuditFilter(person_id=person), 0)
            assert told(page.entries) == expected

    async def test_finds_by_both(self, services: Services, ada: int, boris: int) -> None:
        wanted = AuditFilter(kind="role-granted", person_id=boris)
        assert told((await services.audit_log.page(ada, wanted, 0)).entries) == [GRANTED]

    async def test_counts_the_kinds_that_occur(
        self, services: Services, ada: int, anna: int
    ) -> None:
        kinds = await services.audit_log.kinds(ada, None)
        assert kinds == (("card-viewed", 2), ("role-granted", 1))
        assert await services.audit_log.kinds(ada, anna) == (("card-viewed", 1),)

    @pytest.mark.parametrize("typed", ["Иванова", "иванова анна", "Ивонова", "Ivanova", "Анна И"])
    async def test_finds_people_by_a_name_however_it_is_typed(
        self, services: Services, ada: int, anna: int, typed: str
    ) -> None:
        assert (await services.audit_log.find(ada, typed))[0] == anna

    async def test_finds_whoever_is_gone_by_the_number(
        self, services: Services, ada: int, boris: int
    ) -> None:
        await services.people.forget(boris)
        assert await services.audit_log.find(ada, f" {boris} ") == (boris,)
        (who,) = await services.audit_log.people(ada, [boris])
        assert (who.gone, who.name) == (True, "")
        page = await services.audit_log.page(ada, AuditFilter(person_id=boris), 0)
        assert page.entries[0].kind == "person-forgotten"

    async def test_an_unlikely_name_finds_nobody(self, services: Services, ada: int) -> None:
        assert await services.audit_log.find(ada, "Щукина") == ()
        with refused("text-empty"):
            await services.audit_log.find(ada, " \n")


class TestExport:
    @pytest.mark.usefixtures("story")
    async def test_holds_what_is_filtered_and_is_logged_itself(
        self, services: Services, ada: int, anna: int
    ) -> None:
        wanted = AuditFilter(person_id=anna)
        scope = await services.audit_log.export(ada, wanted)
        assert (scope.count, scope.total) == (1, 1)
        found = await services.audit_log.exported(ada, wanted, scope.newest + 1)
        assert told(found) == [ANNA_SEEN]
        assert await services.audit_log.exported(ada, wanted, found[-1].id) == ()
        newest = (await services.audit_log.page(ada, ALL, 0)).entries[0]
        assert (newest.kind, newest.facts["count"]) == ("audit-exported", 1)

    async def test_walks_many_entries_piece_by_piece(
        self,
        services: Services,
        ada: int,
        database: Database,
        clock: FixedClock,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(audit_log, "EXPORT_PAGE", 100)
        rows = [_viewed(ada, clock, number) for number in range(250)]
        async with database.write() as session:
            await session.execute(insert(AuditEntry), rows)
        scope = await services.audit_log.export(ada, ALL)
        before, sizes, updates = scope.newest + 1, [], set()
        while piece := await services.audit_log.exported(ada, ALL, before):
            sizes.append(len(piece))
            updates |= {entry.update_id for entry in piece}
            before = piece[-1].id
        assert sizes == [100, 100, 50]
        assert updates == set(range(250))


def _viewed(actor: int, clock: FixedClock, number: int) -> dict[str, object]:
    return {
        "at": clock.now() + timedelta(seconds=number),
        "update_id": number,
        "actor_id": actor,
        "kind": "card-viewed",
        "subject_id": 404,
        "school_id": None,
        "facts": {},
    }


@pytest.mark.usefixtures("story")
class TestLocks:
    @pytest.mark.parametrize("role", [None, Role.METHODIST, Role.COUNCIL, Role.COORDINATOR])
    async def test_only_admins_read_it(
        self, services: Services, database: Database, ada: int, anna: int, role: Role | None
    ) -> None:
        if role:
            school = (await services.people.card(anna)).person.school_id
            await services.roles.grant(ada, anna, role, school)
        before, log = await contents(database), services.audit_log
        for call in (
            lambda: log.page(anna, ALL, 0),
            lambda: log.kinds(anna, None),
            lambda: log.find(anna, "Петров"),
            lambda: log.people(anna, [1]),
            lambda: log.export(anna, ALL),
            lambda: log.exported(anna, ALL, 1000),
        ):
            with refused("role-needed"):
                await call()
        assert await contents(database) == before

    @pytest.mark.parametrize(
        "change", [update(AuditEntry).values(kind="nothing"), delete(AuditEntry)], ids=str
    )
    async def test_the_database_itself_refuses_to_change_or_delete_entries(
        self, services: Services, database: Database, change: object
    ) -> None:
        before = (await contents(database))["audit_entry"]
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.write() as session:
                await session.execute(change)  # type: ignore[arg-type]
        assert (await contents(database))["audit_entry"] == before != []


async def test_an_entry_names_the_update_in_which_it_was_done(
    services: Services, ada: int, anna: int
) -> None:
    token = CURRENT_UPDATE.set(4242)
    try:
        await services.directory.view(ada, anna)
    finally:
        CURRENT_UPDATE.reset(token)
    (entry,) = (await services.audit_log.page(ada, ALL, 0)).entries
    assert (entry.update_id, entry.kind) == (4242, str(Kind.CARD_VIEWED))
