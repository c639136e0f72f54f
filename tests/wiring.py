"""The services put together as the application does it, without anything of Telegram."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from content import Profile, Questionnaire, load_catalogue, load_consent
from content import load_profile as read_profile
from content import load_questionnaire as read_questionnaire
from services.assessments import Assessments
from services.clock import Clock
from services.housekeeping import Housekeeping
from services.people import People
from services.questionnaires import Questionnaires
from services.results import Results
from services.schools import Schools
from storage.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Services:
    """All use cases over one database."""

    uow: UnitOfWork
    questionnaires: Questionnaires
    people: People
    schools: Schools
    assessments: Assessments
    results: Results
    housekeeping: Housekeeping


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
) -> Services:
    """New service objects, as after a start of the program; content is published and imported."""
    questionnaires = Questionnaires(uow, clock)
    municipality = load_profile(profile)
    consent_version = consent_version or load_consent().version
    services = Services(
        uow=uow,
        questionnaires=questionnaires,
        people=People(uow, clock, municipality, load_catalogue(), consent_version),
        schools=Schools(uow, clock),
        assessments=Assessments(uow, clock, questionnaires, consent_version),
        results=Results(uow, clock, questionnaires, consent_version),
        housekeeping=Housekeeping(uow, clock),
    )
    await questionnaires.publish(questionnaire or load_questionnaire())
    await services.schools.import_profile(municipality)
    return services
