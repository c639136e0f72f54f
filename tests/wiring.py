"""The services put together as the application does it, without anything of Telegram."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from content import Profile, Questionnaire, load_catalogue, load_consent
from content import load_profile as read_profile
from content import load_questionnaire as read_questionnaire
from services.clock import Clock
from services.installation import Installation
from services.use_cases import Services, assemble
from storage.uow import UnitOfWork


@cache
def load_profile(key: str) -> Profile:
    """A shipped profile, read once for all tests."""
    return read_profile(key)


@cache
def load_questionnaire() -> Questionnaire:
    """The shipped questionnaire, read once for all tests."""
    return read_questionnaire()


async def build_services(
    uow: UnitOfWork,
    clock: Clock,
    *,
    profile: str = "ust-ishim",
    questionnaire: Questionnaire | None = None,
    consent_version: str | None = None,
    admin_ids: Iterable[int] = (),
    installation: Installation | None = None,
) -> Services:
    """New service objects, as after a start of the program; content is published and imported."""
    municipality, consent = load_profile(profile), load_consent()
    if consent_version:
        consent = consent.model_copy(update={"version": consent_version})
    installation = installation or Installation()
    catalogue = load_catalogue()
    services = assemble(uow, clock, municipality, catalogue, consent, admin_ids, installation)
    await services.questionnaires.publish(questionnaire or load_questionnaire())
    await services.schools.import_profile(municipality)
    return services
