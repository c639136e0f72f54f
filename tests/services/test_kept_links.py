"""Links that somebody made while they ruled, and kept when they no longer do."""

from __future__ import annotations

import pytest

from services.permissions import Role
from storage.uow import UnitOfWork
from tests.clocks import FixedClock
from tests.services.stories import ANNA, BORIS, agree, refused, sign_up
from tests.wiring import Services, build_services

ADA, CHARLIE = 700_000_100, 700_000_103


@pytest.fixture
async def services(uow: UnitOfWork, clock: FixedClock) -> Services:
    return await build_services(uow, clock, admin_ids=[ADA])


@pytest.fixture
async def ada(services: Services) -> int:
    """The admin by the settings."""
    return await sign_up(services, ADA, name="Ларина Ада Игоревна")


@pytest.fixture
async def boris(services: Services, ada: int) -> int:
    """Somebody whom she made an admin too."""
    boris = await sign_up(services, BORIS, name="Петров Борис Ильич")
    await services.roles.grant(ada, boris, Role.ADMIN)
    return boris


async def link(services: Services, by: int, role: Role) -> str:
    return (await services.invitations.create(by, role)).token


async def resigns(services: Services, ada: int, boris: int) -> None:
    [grant] = [one for one in await services.roles.mine(boris) if one.role is Role.ADMIN]
    assert grant.id is not None
    await services.roles.end(ada, grant.id)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.METHODIST])
async def test_nobody_comes_to_rule_by_the_link_of_a_former_admin(
    services: Services, ada: int, boris: int, role: Role
) -> None:
    kept = await link(services, boris, role)
    await resigns(services, ada, boris)
    anna = await agree(services, ANNA)
    with refused("invitation-revoked"):
        await services.invitations.look(kept)
    with refused("invitation-revoked"):
        await services.invitations.accept(anna, kept)
    assert await services.roles.mine(anna) == ()


async def test_nor_does_the_former_admin_as_a_new_person(
    services: Services, ada: int, boris: int
) -> None:
    kept = await link(services, boris, Role.ADMIN)
    await services.people.forget(boris)
    again = await agree(services, BORIS)
    with refused("invitation-revoked"):
        await services.invitations.accept(again, kept)


async def test_links_of_those_who_still_rule_and_to_other_roles_go_on_working(
    services: Services, ada: int, boris: int
) -> None:
    by_ada = await link(services, ada, Role.METHODIST)
    to_mentor = await link(services, boris, Role.MENTOR)
    await resigns(services, ada, boris)
    for telegram_id, token in ((ANNA, by_ada), (CHARLIE, to_mentor)):
        person = await agree(services, telegram_id)
        assert not (await services.invitations.accept(person, token)).again
