"""Who belongs to an audience, as one statement."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import aliased

from storage.models import (
    Assessment,
    AudienceMember,
    BlockResult,
    Consent,
    Event,
    Person,
    PersonSubject,
    Registration,
    RoleGrant,
    School,
    Subscription,
)

# Of the results of a self-assessment those that are no deficit.
NO_DEFICIT = ("none", "insufficient")


@dataclass(frozen=True, slots=True)
class AudienceFilter:
    """What people have to be, with everything resolved; an empty criterion asks for nothing.

    `consent`: the version of the document that people must have agreed to. `born`: Telegram ids
    of those who hold one of the `roles` by the settings. `young`: pairs of a column and the years
    it has to be below; nothing where it is not asked. `levels` without `blocks` are of any block,
    `blocks` without `levels` any deficit. `category` of a broadcast, nothing for one that
    everybody gets; `default_positions` and `default_roles` want it unasked, nothing: all do.
    """

    consent: str
    category: str | None = None
    default_positions: tuple[str, ...] = ()
    default_roles: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    born: tuple[int, ...] = ()
    schools: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    young: tuple[tuple[str, int], ...] = ()
    blocks: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    event_id: int | None = None
    places: tuple[str, ...] = ()
    not_at: int | None = None
    list_id: int | None = None


def audience_query(wanted: AudienceFilter) -> Select[*tuple[object, ...]]:
    """Id and `unreachable_at` of all who fit and want the category, in the order of ids."""
    return (
        select(Person.id, Person.unreachable_at)
        .where(*fitting(wanted), wanting(wanted))
        .order_by(Person.id)
    )


def fitting(wanted: AudienceFilter) -> list[ColumnElement[bool]]:
    """Conditions on a `person` for belonging to the audience, whatever they subscribe to."""
    agreed = select(Consent.person_id).where(
        Consent.person_id == Person.id, Consent.version == wanted.consent
    )
    asked = (_of_person(wanted), _of_event(wanted), [_found(wanted)] if _asks(wanted) else [])
    return [
        Person.registered_at.is_not(None),
        agreed.correlate(Person).exists(),
        *(condition for conditions in asked for condition in conditions),
    ]


def wanting(wanted: AudienceFilter) -> ColumnElement[bool]:
    """Condition on a `person`: their own word on the category, or else the default."""
    if wanted.category is None:
        return Person.id.is_not(None)

    def said(word: bool) -> ColumnElement[bool]:
        return (
            exists()
            .where(
                Subscription.person_id == Person.id,
                Subscription.category == wanted.category,
                Subscription.wanted.is_(word),
            )
            .correlate(Person)
        )

    if not (wanted.default_positions or wanted.default_roles):
        return ~said(word=False)
    by_default = or_(
        Person.position.in_(wanted.default_positions), Person.id.in_(_holders(wanted.default_roles))
    )
    return or_(said(word=True), and_(by_default, ~said(word=False)))


def _of_person(wanted: AudienceFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.roles:
        found.append(
            or_(Person.id.in_(_holders(wanted.roles)), Person.telegram_id.in_(wanted.born))
        )
    if wanted.schools:
        found.append(Person.school_id.in_(wanted.schools))
    if wanted.statuses:
        supported = select(School.id).where(School.support_status.in_(wanted.statuses))
        found.append(Person.school_id.in_(supported))
    if wanted.subjects:
        # Of the person, not of the list: whoever teaches two of the subjects comes once.
        taught = exists().where(
            PersonSubject.person_id == Person.id, PersonSubject.subject.in_(wanted.subjects)
        )
        found.append(taught.correlate(Person))
    if wanted.positions:
        found.append(Person.position.in_(wanted.positions))
    if wanted.young:
        found.append(or_(*(getattr(Person, column) < below for column, below in wanted.young)))
    if wanted.list_id is not None:
        listed = select(AudienceMember.person_id).where(
            AudienceMember.audience_id == wanted.list_id
        )
        found.append(Person.id.in_(listed))
    return found


def _holders(roles: tuple[str, ...]) -> Select[*tuple[int]]:
    # Not `exists`: SQLite would go through all holders for each person.
    return select(RoleGrant.person_id).where(RoleGrant.state == "active", RoleGrant.role.in_(roles))


def _of_event(wanted: AudienceFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.event_id is not None:
        there = or_(
            *(_place(one) for one in wanted.places or ("registered", "waiting", "attended"))
        )
        people = select(Registration.person_id).where(
            Registration.event_id == wanted.event_id, Registration.person_id.is_not(None), there
        )
        found.append(Person.id.in_(people))
    if wanted.not_at is not None:
        taken = select(Registration.person_id).where(
            Registration.event_id == wanted.not_at,
            Registration.person_id.is_not(None),
            Registration.state.in_(("registered", "waiting")),
        )
        found.append(Person.id.not_in(taken))
    return found


def _place(name: str) -> ColumnElement[bool]:
    if name == "attended":
        return Registration.attended_at.is_not(None)
    if name == "absent":
        over = select(Event.id).where(Event.state == "over")
        return and_(
            Registration.state == "registered",
            Registration.attended_at.is_(None),
            Registration.event_id.in_(over),
        )
    return Registration.state == name


def _asks(wanted: AudienceFilter) -> bool:
    return bool(wanted.blocks or wanted.levels)


def _found(wanted: AudienceFilter) -> ColumnElement[bool]:
    """The newest finished self-assessment of the person found it."""
    newest = aliased(Assessment)
    last = (
        select(newest.id)
        .where(newest.person_id == Person.id, newest.state == "finished")
        .order_by(newest.finished_at.desc(), newest.id.desc())
        .limit(1)
        .correlate(Person)
        .scalar_subquery()
    )
    conditions: list[ColumnElement[bool]] = [BlockResult.assessment_id == last]
    if wanted.blocks:
        conditions.append(BlockResult.block.in_(wanted.blocks))
    if wanted.levels:
        conditions.append(BlockResult.level.in_(wanted.levels))
    else:
        conditions.append(BlockResult.level.not_in(NO_DEFICIT))
    return exists().where(*conditions).correlate(Person)
