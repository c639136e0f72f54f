"""All tables; importing this package fills `Base.metadata`."""

from storage.models.assessments import Answer, Assessment, BlockResult, RequestAnswer
from storage.models.audit import AuditEntry
from storage.models.careers import Course, ExternalResult, SchoolTransfer
from storage.models.fsm import FsmRecord
from storage.models.maintenance import HeldUpdate, Setting
from storage.models.media import MediaFile
from storage.models.outbox import OutboxMessage
from storage.models.people import Consent, Person, PersonSubject
from storage.models.questionnaires import QuestionnaireVersion
from storage.models.roles import Invitation, InvitationUse, RoleGrant
from storage.models.schools import School

__all__ = [
    "Answer",
    "Assessment",
    "AuditEntry",
    "BlockResult",
    "Consent",
    "Course",
    "ExternalResult",
    "FsmRecord",
    "HeldUpdate",
    "Invitation",
    "InvitationUse",
    "MediaFile",
    "OutboxMessage",
    "Person",
    "PersonSubject",
    "QuestionnaireVersion",
    "RequestAnswer",
    "RoleGrant",
    "School",
    "SchoolTransfer",
    "Setting",
]
