"""Every row that belongs to one person, in every table."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, String, cast, exists, literal, or_, select, union

from storage.base import Base
from storage.models import (
    Acknowledgement,
    Answer,
    Assessment,
    AudienceMember,
    AuditEntry,
    BlockResult,
    Broadcast,
    Campaign,
    Consent,
    Course,
    DataChange,
    DataRequest,
    DataValue,
    Decision,
    Event,
    ExternalResult,
    FsmRecord,
    HeldUpdate,
    Invitation,
    InvitationUse,
    LowReason,
    MediaFile,
    OutboxMessage,
    Person,
    PersonSubject,
    QuestionnaireVersion,
    Registration,
    RequestAnswer,
    RequestHelper,
    Review,
    RoleGrant,
    SavedAudience,
    School,
    SchoolTransfer,
    Subscription,
)
from storage.repositories.people import PersonRow
from storage.session import Session

TableRows = dict[str, list[dict[str, Any]]]

# Of rows that are not the person's alone, only what makes the others readable.
_SHOWN = {
    School: ("id", "name", "short_name", "english_name"),
    QuestionnaireVersion: ("id", "key", "version"),
    Invitation: ("id", "role", "school_id", "direction", "label", "expires_at", "created_at"),
    Event: ("id", "state", "title", "starts_at", "ends_at"),
    SavedAudience: ("id", "name", "created_at"),
    Broadcast: ("id", "category", "text", "started_at"),
    Campaign: ("id", "title", "covers_from", "covers_to"),
    DataRequest: ("id", "campaign_id", "school_id", "state", "submitted_at"),
    Review: ("id", "campaign_id", "place", "held_on", "conclusion"),
    Decision: (
        *("id", "review_id", "state", "text", "school_id", "due_on"),
        *("report", "reported_at", "created_at"),
    ),
}


class OwnData:
    """Rows of one person."""

    def __init__(self, session: Session) -> None:
        self._session = session

    async def rows(self, person: PersonRow, *tables: str) -> TableRows:
        """Rows by table and column, in the order of their keys; all tables unless some are named.

        The audit log gives what concerns the person and what the person did.
        """
        found: TableRows = {}
        for model, condition in _belonging(person).items():
            if tables and model.__tablename__ not in tables:
                continue
            table = model.__table__
            names = _SHOWN.get(model) or table.columns.keys()
            query = (
                select(*(table.columns[name] for name in names))
                .where(condition)
                .order_by(*table.primary_key)
            )
            rows = await self._session.execute(query)
            found[model.__tablename__] = [dict(zip(names, row, strict=True)) for row in rows]
        return found


def _belonging(person: PersonRow) -> dict[type[Base], ColumnElement[bool]]:
    """What makes a row of a table the person's."""
    me, chat = person.id, person.telegram_id
    passes = select(Assessment.id).where(Assessment.person_id == me)
    versions = select(Assessment.version_id).where(Assessment.person_id == me)
    used = select(InvitationUse.invitation_id).where(InvitationUse.person_id == me)
    events = select(Registration.event_id).where(Registration.person_id == me)
    lists = select(AudienceMember.audience_id).where(AudienceMember.person_id == me)
    confirmed = select(Acknowledgement.broadcast_id).where(Acknowledgement.person_id == me)
    picture_of = literal("result:") + cast(Assessment.id, String) + literal(":%")
    return {
        Person: Person.id == me,
        Consent: Consent.person_id == me,
        PersonSubject: PersonSubject.person_id == me,
        School: School.id.in_(_schools(me)),
        RoleGrant: RoleGrant.person_id == me,
        SchoolTransfer: SchoolTransfer.person_id == me,
        Course: Course.person_id == me,
        ExternalResult: ExternalResult.person_id == me,
        InvitationUse: InvitationUse.person_id == me,
        Invitation: Invitation.id.in_(used),
        QuestionnaireVersion: QuestionnaireVersion.id.in_(versions),
        Assessment: Assessment.person_id == me,
        Answer: Answer.assessment_id.in_(passes),
        RequestAnswer: RequestAnswer.assessment_id.in_(passes),
        BlockResult: BlockResult.assessment_id.in_(passes),
        MediaFile: exists().where(Assessment.person_id == me, MediaFile.name.like(picture_of)),
        Registration: Registration.person_id == me,
        Event: Event.id.in_(events),
        Subscription: Subscription.person_id == me,
        AudienceMember: AudienceMember.person_id == me,
        SavedAudience: SavedAudience.id.in_(lists),
        Acknowledgement: Acknowledgement.person_id == me,
        Broadcast: Broadcast.id.in_(confirmed),
        **_monitored(me),
        OutboxMessage: OutboxMessage.person_id == me,
        AuditEntry: or_(AuditEntry.subject_id == me, AuditEntry.actor_id == me),
        HeldUpdate: HeldUpdate.telegram_id == chat,
        FsmRecord: FsmRecord.chat_id == chat,
    }


def _monitored(me: int) -> dict[type[Base], ColumnElement[bool]]:
    """What makes a row of monitoring the person's."""
    answered = _answered(me)
    campaigns = select(DataRequest.campaign_id).where(DataRequest.id.in_(answered))
    return {
        RequestHelper: RequestHelper.person_id == me,
        DataRequest: DataRequest.id.in_(answered),
        Campaign: or_(Campaign.id.in_(campaigns), Campaign.created_by == me),
        DataValue: DataValue.given_by == me,
        LowReason: LowReason.given_by == me,
        DataChange: DataChange.made_by == me,
        Review: Review.changed_by == me,
        Decision: or_(Decision.created_by == me, Decision.reported_by == me),
    }


def _answered(me: int) -> Any:
    """Numbers of the requests that the person had a part in."""
    return union(
        select(RequestHelper.request_id).where(RequestHelper.person_id == me),
        select(DataChange.request_id).where(DataChange.made_by == me),
        select(DataRequest.id).where(DataRequest.submitted_by == me),
    )


def _schools(me: int) -> Any:
    """Numbers of the schools that the person's rows name."""
    return union(
        select(Person.school_id).where(Person.id == me),
        select(RoleGrant.school_id).where(RoleGrant.person_id == me),
        select(SchoolTransfer.from_school_id).where(SchoolTransfer.person_id == me),
        select(SchoolTransfer.to_school_id).where(SchoolTransfer.person_id == me),
        select(Invitation.school_id)
        .join(InvitationUse, InvitationUse.invitation_id == Invitation.id)
        .where(InvitationUse.person_id == me),
        select(DataRequest.school_id).where(DataRequest.id.in_(_answered(me))),
        select(Decision.school_id).where(Decision.reported_by == me),
    )
