"""Invitations: made by those who may, taken once, refused each for its own reason."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from services.errors import Refusal
from services.invitations import Accepted
from services.invitations.tokens import new_token, token_hash
from services.permissions import Role
from storage.engine import Database
from storage.repositories.audit import AuditFilter
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.databases import contents
from tests.services.stories import ANNA, BORIS, agree, refused, sign_up
from tests.wiring import Services, build_services

ADMIN, MARIA, VERA = 700_000_010, 700_000_011, 700_000_012


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    """Use cases where one person is an admin by the settings."""
    return await build_services(uow, clock, admin_ids=[ADMIN])


@pytest.fixture
async def ada(services: Services) -> int:
    """Id of the admin."""
    return await sign_up(services, ADMIN, name="Ларина Ада Игоревна")


@pytest.fixture
async def maria(services: Services, ada: int) -> int:
    """Id of a methodist."""
    person = await sign_up(services, MARIA, name="Соколова Мария Ивановна")
    await services.roles.grant(ada, person, Role.METHODIST)
    return person


@dataclass
class Link:
    """A new invitation."""

    id: int
    token: str


async def invites(services: Services, me: int, role: str = "coordinator", **terms: object) -> Link:
    """Somebody makes a link."""
    if role in ("coordinator", "head", "teacher"):
        terms.setdefault("school_id", await school(services))
    made = await services.invitations.create(me, role, **terms)
    return Link(made.id, made.token)


async def school(services: Services, number: int = 1) -> int:
    """Id of a school; people of the stories are at number 0."""
    return (await services.schools.page(0)).schools[number].id


async def roles_of(services: Services, person: int) -> set[tuple[str, int | None, str]]:
    """Active roles of a person."""
    async with services.access.uow.reading() as store:
        return {(g.role, g.school_id, g.direction) for g in await store.roles.held(person)}


async def kinds(services: Services) -> list[str]:
    """Kinds of all entries of the audit log."""
    async with services.access.uow.reading() as store:
        return [row.kind for row in reversed(await store.audit.page(AuditFilter(), 0, 1000))]


async def labels(services: Services) -> list[str]:
    """Labels of all invitations in the order of their making."""
    async with services.access.uow.reading() as store:
        return [row.label for row in reversed(await store.invitations.page(0, 1000))]


class TestTokens:
    def test_are_short_and_fit_a_link(self) -> None:
        tokens = {new_token() for _ in range(100)}
        assert len(tokens) == 100
        assert {len(token) for token in tokens} == {24}

    def test_with_one_wrong_character_are_told_from_unknown_ones(self) -> None:
        token = new_token()
        for place in range(len(token)):
            for letter in "Aa0-_zQ":
                if letter != token[place]:
                    with refused("invitation-mistyped"):
                        token_hash(token[:place] + letter + token[place + 1 :])

    def test_with_two_neighbours_swapped_are_told_too(self) -> None:
        token = new_token()
        for place in range(len(token) - 1):
            swapped = token[:place] + token[place + 1] + token[place] + token[place + 2 :]
            if swapped != token:
                with refused("invitation-mistyped"):
                    token_hash(swapped)

    @pytest.mark.parametrize("text", ["", "A", "A" * 23, "A" * 25, "A" * 500, "ы" * 24, "<b>" * 8])
    def test_of_another_shape_are_mistyped(self, text: str) -> None:
        with refused("invitation-mistyped"):
            token_hash(text)

    async def test_are_not_stored(self, services: Services, database: Database, ada: int) -> None:
        link = await invites(services, ada)
        assert link.token not in repr(await contents(database))


class TestMaking:
    async def test_a_methodist_invites_to_all_but_the_service(
        self, services: Services, maria: int
    ) -> None:
        allowed = set(await services.invitations.invitable(maria))
        assert allowed == set(Role) - {Role.METHODIST, Role.ADMIN}
        for role in allowed:
            await invites(services, maria, role)
        for role in (Role.METHODIST, Role.ADMIN):
            with refused("role-needed"):
                await invites(services, maria, role)

    async def test_an_admin_invites_to_everything(self, services: Services, ada: int) -> None:
        assert set(await services.invitations.invitable(ada)) == set(Role)
        for role in Role:
            await invites(services, ada, role)

    @pytest.mark.parametrize("role", ["coordinator", "head", "teacher"])
    async def test_a_role_at_a_school_needs_one(
        self, services: Services, ada: int, role: str
    ) -> None:
        for missing in (None, 999_999):
            with refused("school-gone"):
                await services.invitations.create(ada, role, missing)

    async def test_a_methodist_may_be_invited_to_one_direction(
        self, services: Services, ada: int
    ) -> None:
        link = await invites(services, ada, "methodist", direction="technological")
        anna = await agree(services, ANNA)
        await services.invitations.accept(anna, link.token)
        assert await roles_of(services, anna) == {("methodist", None, "technological")}
        with refused("choice-gone"):
            await invites(services, ada, "methodist", direction="nonsense")

    @pytest.mark.parametrize("role", ["methodist", "admin"])
    async def test_the_service_is_invited_one_by_one(
        self, services: Services, ada: int, role: str
    ) -> None:
        with refused("invitation-once-only"):
            await invites(services, ada, role, max_uses=None)

    @pytest.mark.parametrize(
        ("reason", "terms"),
        [
            ("choice-gone", {"days": 0}),
            ("choice-gone", {"days": 3650}),
            ("choice-gone", {"max_uses": 0}),
            ("choice-gone", {"max_uses": 5}),
            ("invitation-label-long", {"label": "Ж" * 101}),
        ],
    )
    async def test_other_terms_are_refused(
        self,
        services: Services,
        database: Database,
        ada: int,
        reason: str,
        terms: dict[str, object],
    ) -> None:
        before = await contents(database)
        with refused(reason):
            await invites(services, ada, **terms)
        with refused("choice-gone"):
            await invites(services, ada, "nonsense")
        assert await contents(database) == before

    async def test_it_is_noted_without_names(self, services: Services, ada: int) -> None:
        await invites(services, ada, label="Петрова Анна Сергеевна")
        assert (await kinds(services))[-1] == "invitation-created"

    async def test_teachers_may_not(
        self, services: Services, database: Database, anna: int
    ) -> None:
        before = await contents(database)
        invitations, there = services.invitations, await school(services)
        calls = (
            invitations.create(anna, "coordinator", there),
            invitations.page(anna, 0),
            invitations.card(anna, 1),
            invitations.revoke(anna, 1),
            invitations.renew(anna, 1),
            invitations.invitable(anna),
            invitations.listed_schools(anna),
            invitations.offer(anna, "coordinator", there, ""),
        )
        for call in calls:
            with refused("role-needed"):
                await call
        assert await contents(database) == before


class TestTaking:
    async def test_gives_the_role_and_the_school(self, services: Services, ada: int) -> None:
        link, there = await invites(services, ada), await school(services)
        anna = await agree(services, ANNA)
        accepted = await services.invitations.accept(anna, link.token)
        assert (accepted.again, accepted.school_set) == (False, True)
        assert await roles_of(services, anna) == {("coordinator", there, "")}
        card = await services.people.card(anna)
        assert card.person.school_id == there
        assert "school" not in card.missing

    async def test_leaves_a_school_that_was_given_before(
        self, services: Services, ada: int, anna: int
    ) -> None:
        accepted = await services.invitations.accept(anna, (await invites(services, ada)).token)
        assert not accepted.school_set
        assert (await services.people.card(anna)).person.school_id == await school(services, 0)
        assert await roles_of(services, anna) == {("coordinator", await school(services), "")}

    async def test_of_a_teacher_gives_the_school_and_no_role(
        self, services: Services, ada: int
    ) -> None:
        link = await invites(services, ada, "teacher", max_uses=None)
        anna = await agree(services, ANNA)
        await services.invitations.accept(anna, link.token)
        assert await roles_of(services, anna) == set()
        assert (await services.people.card(anna)).person.school_id == await school(services)

    async def test_confirms_a_role_that_waited(
        self, services: Services, clock: FixedClock, ada: int, anna: int
    ) -> None:
        there = await school(services)
        async with services.access.uow.writing() as store:
            await store.roles.add(anna, "head", clock.now(), school_id=there, state="claimed")
        await services.invitations.accept(anna, (await invites(services, ada, "head")).token)
        assert await roles_of(services, anna) == {("head", there, "")}

    async def test_a_second_time_is_a_friendly_nothing(
        self, services: Services, database: Database, clock: FixedClock, ada: int
    ) -> None:
        link, anna = await invites(services, ada), await agree(services, ANNA)
        await services.invitations.accept(anna, link.token)
        before = await contents(database)
        assert (await services.invitations.accept(anna, link.token)).again
        await services.invitations.revoke(ada, link.id)
        clock.advance(days=400)
        assert (await services.invitations.accept(anna, link.token)).again
        assert await contents(database) == before

    async def test_a_role_taken_back_does_not_return_by_the_old_link(
        self, services: Services, ada: int
    ) -> None:
        link, anna = await invites(services, ada), await agree(services, ANNA)
        await services.invitations.accept(anna, link.token)
        async with services.access.uow.reading() as store:
            (grant,) = await store.roles.held(anna)
        await services.roles.end(ada, grant.id)
        await services.invitations.accept(anna, link.token)
        assert await roles_of(services, anna) == set()

    async def test_many_come_by_a_link_for_many(self, services: Services, ada: int) -> None:
        link = await invites(services, ada, max_uses=None, label="Учителя Аксёнова")
        for number in range(5):
            person = await agree(services, 800_000_000 + number)
            await services.invitations.accept(person, link.token)
            await services.invitations.accept(person, link.token)
        card = await services.invitations.card(ada, link.id)
        assert (card.invitation.uses, len(card.guests)) == (5, 5)
        assert card.invitation.state == "open"
        assert await labels(services) == ["Учителя Аксёнова"]

    async def test_needs_consent(self, services: Services, clock: FixedClock, ada: int) -> None:
        link, anna = await invites(services, ada), await agree(services, ANNA)
        newer = await build_services(services.access.uow, clock, consent_version="next")
        with refused("consent-outdated"):
            await newer.invitations.accept(anna, link.token)
        with refused("consent-needed"):
            await services.invitations.accept(999_999, link.token)

    async def test_is_noted_about_the_person(self, services: Services, ada: int) -> None:
        link, anna = await invites(services, ada), await agree(services, ANNA)
        await services.invitations.accept(anna, link.token)
        assert (await kinds(services))[-1] == "invitation-accepted"

    async def test_two_at_once_by_a_link_for_one(self, services: Services, ada: int) -> None:
        link = await invites(services, ada)
        people = [await agree(services, 800_000_000 + number) for number in range(6)]
        came = await asyncio.gather(
            *(services.invitations.accept(person, link.token) for person in people),
            return_exceptions=True,
        )
        accepted = [one for one in came if isinstance(one, Accepted)]
        others = [one.reason for one in came if isinstance(one, Refusal)]
        assert (len(accepted), others) == (1, ["invitation-used"] * 5)
        held = [await roles_of(services, person) for person in people]
        assert sum(map(len, held)) == 1
        card = await services.invitations.card(ada, link.id)
        assert (card.invitation.uses, len(card.guests)) == (1, 1)

    async def test_the_same_person_twice_at_once(self, services: Services, ada: int) -> None:
        link = await invites(services, ada, max_uses=None)
        anna = await agree(services, ANNA)
        await asyncio.gather(*(services.invitations.accept(anna, link.token) for _ in range(4)))
        assert (await services.invitations.card(ada, link.id)).invitation.uses == 1


class TestRefusals:
    async def test_each_has_its_own_reason_and_changes_nothing(
        self, services: Services, database: Database, clock: FixedClock, ada: int
    ) -> None:
        boris, vera = await agree(services, BORIS), await agree(services, VERA)
        used, revoked = await invites(services, ada), await invites(services, ada)
        gone = await school(services, 2)
        closed = await invites(services, ada, school_id=gone, days=90)
        expired = await invites(services, ada, days=7)
        await services.invitations.accept(boris, used.token)
        await services.invitations.revoke(ada, revoked.id)
        await services.schools.close(ada, gone, await school(services, 0))
        clock.advance(days=8)
        reasons = {
            used.token: "invitation-used",
            revoked.token: "invitation-revoked",
            expired.token: "invitation-expired",
            closed.token: "invitation-school-closed",
            new_token(): "invitation-unknown",
            used.token[:-1]: "invitation-mistyped",
        }
        before = await contents(database)
        for token, reason in reasons.items():
            with refused(reason):
                await services.invitations.look(token)
            with refused(reason):
                await services.invitations.accept(vera, token)
        assert await contents(database) == before

    async def test_one_s_own_link_is_not_wasted(self, services: Services, ada: int) -> None:
        link = await invites(services, ada)
        with refused("invitation-own"):
            await services.invitations.accept(ada, link.token)
        assert (await services.invitations.look(link.token)).role == "coordinator"

    async def test_the_last_day_counts_to_its_end(
        self, services: Services, clock: FixedClock, ada: int
    ) -> None:
        link = await invites(services, ada, days=7)
        evening = clock.now().astimezone(clock.zone).replace(hour=23, minute=59, second=58)
        clock.set(evening)
        clock.advance(days=7)
        await services.invitations.look(link.token)
        clock.advance(seconds=2)
        with refused("invitation-expired"):
            await services.invitations.look(link.token)


class TestRevoking:
    async def test_twice_is_the_same_as_once(
        self, services: Services, database: Database, clock: FixedClock, ada: int
    ) -> None:
        link = await invites(services, ada)
        await services.invitations.revoke(ada, link.id)
        before = await contents(database)
        clock.advance(days=1)
        await services.invitations.revoke(ada, link.id)
        assert await contents(database) == before
        with refused("invitation-gone"):
            await services.invitations.revoke(ada, 999_999)

    async def test_an_admin_s_invitation_is_an_admin_s_matter(
        self, services: Services, ada: int, maria: int
    ) -> None:
        link = await invites(services, ada, "admin")
        for change in (services.invitations.revoke, services.invitations.renew):
            with refused("role-needed"):
                await change(maria, link.id)
        assert not (await services.invitations.card(maria, link.id)).changeable
        assert (await services.invitations.card(ada, link.id)).changeable

    async def test_a_new_link_has_the_same_terms_and_ends_the_old_one(
        self, services: Services, clock: FixedClock, ada: int
    ) -> None:
        old = await invites(services, ada, days=90, label="Петрова Анна")
        clock.advance(days=10)
        new = await services.invitations.renew(ada, old.id)
        with refused("invitation-revoked"):
            await services.invitations.look(old.token)
        before, after = [
            (await services.invitations.card(ada, one)).invitation for one in (old.id, new.id)
        ]
        assert after.offer == before.offer
        assert (after.label, after.once) == (before.label, before.once)
        assert (after.expires_at - before.expires_at).days == 10

    async def test_an_expired_one_can_be_renewed_and_a_used_one_not(
        self, services: Services, clock: FixedClock, ada: int
    ) -> None:
        expired, used = await invites(services, ada), await invites(services, ada)
        await services.invitations.accept(await agree(services, ANNA), used.token)
        clock.advance(days=31)
        new = await services.invitations.renew(ada, expired.id)
        assert (await services.invitations.look(new.token)).role == "coordinator"
        assert (await services.invitations.card(ada, expired.id)).invitation.state == "expired"
        with refused("invitation-used-up"):
            await services.invitations.renew(ada, used.id)


class TestList:
    async def test_has_the_open_ones_or_all_newest_first(
        self, services: Services, ada: int
    ) -> None:
        links = [await invites(services, ada) for _ in range(7)]
        await services.invitations.revoke(ada, links[3].id)
        page = await services.invitations.page(ada, 0)
        assert (page.total, page.pages) == (6, 2)
        newest = [links[n].id for n in (6, 5, 4, 2, 1)]
        assert [one.id for one in page.invitations] == newest
        assert (await services.invitations.page(ada, 2)).number == 0
        everything = await services.invitations.page(ada, -1, everything=True)
        assert (everything.total, everything.number) == (7, 1)

    async def test_who_came_is_told_by_name(self, services: Services, ada: int, anna: int) -> None:
        link = await invites(services, ada, max_uses=None)
        newcomer = await agree(services, VERA)
        for person in (anna, newcomer):
            await services.invitations.accept(person, link.token)
        card = await services.invitations.card(ada, link.id)
        assert {guest.name for guest in card.guests} == {"Иванова Анна Петровна", ""}


class TestLabels:
    async def test_go_with_the_use_of_a_personal_link(self, services: Services, ada: int) -> None:
        link = await invites(services, ada, label="Петрова Анна")
        assert await labels(services) == ["Петрова Анна"]
        await services.invitations.accept(await agree(services, ANNA), link.token)
        assert await labels(services) == [""]

    async def test_go_a_month_after_the_end(
        self, services: Services, clock: FixedClock, ada: int
    ) -> None:
        revoked = await invites(services, ada, label="Отозвана", days=90)
        await invites(services, ada, label="На неделю", days=7)
        await invites(services, ada, label="На месяц", days=30)
        await services.invitations.revoke(ada, revoked.id)
        seen = []
        for days in (0, 31, 7, 30):
            clock.advance(days=days)
            await services.housekeeping.tidy()
            seen.append(await labels(services))
        assert seen == [
            ["Отозвана", "На неделю", "На месяц"],
            ["", "На неделю", "На месяц"],
            ["", "", "На месяц"],
            ["", "", ""],
        ]
