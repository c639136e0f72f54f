"""All use cases of one installation, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content import Catalogue, Consent, Profile
from services.access import Access
from services.assessments import Assessments
from services.clock import Clock
from services.housekeeping import Housekeeping
from services.municipality import Municipality
from services.people import People
from services.questionnaires import Questionnaires
from services.results import Results
from services.roles import Roles
from services.schools import Schools
from storage.uow import UnitOfWork


@dataclass(frozen=True, slots=True)
class Services:
    """The use cases and the content they work with, one object for the whole application."""

    access: Access
    questionnaires: Questionnaires
    people: People
    schools: Schools
    assessments: Assessments
    results: Results
    roles: Roles
    housekeeping: Housekeeping
    clock: Clock
    municipality: Municipality
    catalogue: Catalogue
    consent: Consent

    @property
    def profile(self) -> Profile:
        """The profile in force."""
        return self.municipality.profile


def assemble(
    uow: UnitOfWork,
    clock: Clock,
    profile: Profile,
    catalogue: Catalogue,
    consent: Consent,
    admin_ids: Iterable[int] = (),
) -> Services:
    """New service objects over a database that is up to date."""
    access = Access(uow, clock, consent.version, frozenset(admin_ids))
    municipality = Municipality(profile)
    questionnaires = Questionnaires(uow, clock)
    return Services(
        access=access,
        questionnaires=questionnaires,
        people=People(access, municipality, catalogue),
        schools=Schools(access),
        assessments=Assessments(uow, clock, questionnaires, consent.version),
        results=Results(uow, clock, questionnaires, consent.version),
        roles=Roles(access, municipality),
        housekeeping=Housekeeping(uow, clock),
        clock=clock,
        municipality=municipality,
        catalogue=catalogue,
        consent=consent,
    )
