"""All tables; importing this package fills `Base.metadata`."""

from storage.models.assessments import Answer, Assessment, BlockResult, RequestAnswer
from storage.models.audit import AuditEntry
from storage.models.broadcasts import (
    Acknowledgement,
    AudienceMember,
    Broadcast,
    SavedAudience,
    Subscription,
)
from storage.models.campaigns import Campaign, CampaignStep, IndicatorSet
from storage.models.careers import Course, ExternalResult, SchoolTransfer
from storage.models.data_requests import (
    DataChange,
    DataRequest,
    DataValue,
    LowReason,
    RequestHelper,
)
from storage.models.decisions import Decision, Review
from storage.models.events import Event, EventMaterial, EventTopic, Registration
from storage.models.fsm import FsmRecord
from storage.models.maintenance import HeldUpdate, Setting
from storage.models.media import MediaFile
from storage.models.outbox import OutboxMessage
from storage.models.people import Consent, Person, PersonSubject
from storage.models.questionnaires import QuestionnaireVersion
from storage.models.roles import Invitation, InvitationUse, RoleGrant
from storage.models.schedule import JobRun
from storage.models.schools import School

__all__ = [
    "Acknowledgement",
    "Answer",
    "Assessment",
    "AudienceMember",
    "AuditEntry",
    "BlockResult",
    "Broadcast",
    "Campaign",
    "CampaignStep",
    "Consent",
    "Course",
    "DataChange",
    "DataRequest",
    "DataValue",
    "Decision",
    "Event",
    "EventMaterial",
    "EventTopic",
    "ExternalResult",
    "FsmRecord",
    "HeldUpdate",
    "IndicatorSet",
    "Invitation",
    "InvitationUse",
    "JobRun",
    "LowReason",
    "MediaFile",
    "OutboxMessage",
    "Person",
    "PersonSubject",
    "QuestionnaireVersion",
    "Registration",
    "RequestAnswer",
    "RequestHelper",
    "Review",
    "RoleGrant",
    "SavedAudience",
    "School",
    "SchoolTransfer",
    "Setting",
    "Subscription",
]
