"""No consent, no data: the check that every use case about a person makes."""

from __future__ import annotations

from services.errors import Refusal
from storage.repositories.people import PersonRow as Person
from storage.uow import Store


async def consenting(store: Store, person_id: int, version: str) -> Person:
    """The person, who agreed to this version of the consent document; otherwise a refusal."""
    person = await store.people.get(person_id)
    check_consent(person.consent if person else None, version)
    assert person is not None
    return person


def check_consent(given: str | None, version: str) -> None:
    """Refuse where nothing was agreed to, or only an older document."""
    if given is None:
        raise Refusal("consent-needed")
    if given != version:
        raise Refusal("consent-outdated")
