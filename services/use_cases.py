"""All use cases of one installation, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from content import Catalogue, Consent, Profile
from services.access import Access
from services.assessments import Assessments
from services.audiences import Audiences
from services.audit_log import AuditLog
from services.backups import Backups
from services.broadcasts import Broadcasts, build_broadcasts
from services.careers import Careers
from services.clock import Clock
from services.desk import Desk
from services.directory import Directory, PeopleExport
from services.events import Events, build_events
from services.forgotten import Forgotten
from services.health import Health
from services.housekeeping import Housekeeping
from services.installation import Installation
from services.invitations import Invitations
from services.maintenance import Maintenance
from services.monitoring import Monitoring, build_monitoring
from services.municipality import Municipality
from services.outbox import Outbox
from services.own_data import OwnData
from services.people import People
from services.questionnaires import Questionnaires
from services.reloading import Reloading
from services.results import Results
from services.roles import Roles
from services.schedule import Schedule
from services.schools import Schools
from services.shown_commands import ShownCommands
from services.statistics import Statistics
from services.subscriptions import Subscriptions
from services.transfers import Transfers
from storage.uow import UnitOfWork

_NO_SETTINGS = Installation()


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
    transfers: Transfers
    careers: Careers
    directory: Directory
    people_export: PeopleExport
    desk: Desk
    own_data: OwnData
    audit_log: AuditLog
    outbox: Outbox
    shown_commands: ShownCommands
    invitations: Invitations
    events: Events
    audiences: Audiences
    subscriptions: Subscriptions
    broadcasts: Broadcasts
    monitoring: Monitoring
    schedule: Schedule
    housekeeping: Housekeeping
    backups: Backups
    maintenance: Maintenance
    statistics: Statistics
    health: Health
    reloading: Reloading
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
    installation: Installation = _NO_SETTINGS,
) -> Services:
    """New service objects over a database that is up to date."""
    access = Access(uow, clock, consent.version, frozenset(admin_ids))
    municipality = Municipality(profile, quiet_hours=installation.quiet_hours)
    return _services(access, municipality, catalogue, consent, installation)


def _services(
    access: Access,
    municipality: Municipality,
    catalogue: Catalogue,
    consent: Consent,
    installation: Installation,
) -> Services:
    uow, clock = access.uow, access.clock
    questionnaires, schools = Questionnaires(uow, clock), Schools(access, municipality)
    results, fixed = Results(uow, clock, questionnaires, consent.version), (catalogue, consent)
    return Services(
        access=access,
        questionnaires=questionnaires,
        people=People(access, municipality, catalogue, Forgotten(access, installation.backups)),
        schools=schools,
        assessments=Assessments(uow, clock, questionnaires, consent.version),
        results=results,
        roles=Roles(access, municipality),
        transfers=Transfers(access),
        careers=Careers(access),
        directory=Directory(access, results),
        people_export=PeopleExport(access),
        desk=Desk(access),
        own_data=OwnData(access, questionnaires),
        audit_log=AuditLog(access),
        outbox=Outbox(access, municipality),
        shown_commands=ShownCommands(access),
        invitations=Invitations(access, Roles(access, municipality)),
        events=build_events(access, municipality, questionnaires, catalogue),
        audiences=Audiences(access, municipality, catalogue, questionnaires),
        subscriptions=Subscriptions(access, municipality),
        broadcasts=build_broadcasts(access, municipality),
        monitoring=build_monitoring(access, municipality),
        schedule=Schedule(access, backs_up=installation.backups.on),
        housekeeping=Housekeeping(uow, clock),
        backups=Backups(access, installation.backups),
        maintenance=Maintenance(access),
        statistics=Statistics(access, questionnaires),
        health=Health(access, installation),
        reloading=Reloading(access, installation, municipality, questionnaires, schools, fixed),
        clock=clock,
        municipality=municipality,
        catalogue=catalogue,
        consent=consent,
    )
