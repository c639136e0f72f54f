"""People of a municipality for stories about finding them: teachers, and those who look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from services.permissions import Role
from storage.repositories.audit import AuditFilter
from tests.services.stories import sign_up
from tests.wiring import Services

ADMIN, METHODIST, COORDINATOR, HEAD, TEACHER, STRANGER = range(800_000_001, 800_000_007)


async def joins(services: Services, telegram_id: int, name: str, *, school: int = 0) -> int:
    """Somebody signs up at a school, counted in the alphabet."""
    return await sign_up(services, telegram_id, name=name, school=school)


@dataclass(frozen=True)
class Colleagues:
    """Ids of people; head, coordinator and teacher are at the first school."""

    services: Services
    admin: int
    methodist: int
    coordinator: int
    head: int
    teacher: int
    stranger: int  # a teacher of the second school
    school: int
    other_school: int


async def gather(services: Services) -> Colleagues:
    """All of them, with their roles. The services must know `ADMIN` as an admin."""
    schools = (await services.schools.page(0)).schools
    admin = await joins(services, ADMIN, "Ларина Ада Игоревна", school=2)
    methodist = await joins(services, METHODIST, "Соколова Мария Ивановна", school=2)
    coordinator = await joins(services, COORDINATOR, "Белова Инна Олеговна")
    head = await joins(services, HEAD, "Чернов Олег Ильич")
    teacher = await joins(services, TEACHER, "Щукина Юлия Геннадьевна")
    stranger = await joins(services, STRANGER, "Ёлкин Пётр Львович", school=1)
    school = schools[0].id
    await services.roles.grant(admin, methodist, Role.METHODIST)
    await services.roles.grant(admin, coordinator, Role.COORDINATOR, school)
    await services.roles.grant(admin, head, Role.HEAD, school)
    return Colleagues(
        services, admin, methodist, coordinator, head, teacher, stranger, school, schools[1].id
    )


async def noted(services: Services, kind: str) -> list[tuple[Any, Any]]:
    """Who did it and about whom, the oldest first."""
    async with services.access.uow.reading() as store:
        rows = await store.audit.page(AuditFilter(kind=kind), 0, 1000)
    return [(row.actor_id, row.subject_id) for row in reversed(rows)]
