"""All tables; importing this package fills `Base.metadata`."""

from storage.models.assessments import Answer, Assessment, BlockResult, RequestAnswer
from storage.models.fsm import FsmRecord
from storage.models.media import MediaFile
from storage.models.people import Consent, Person, PersonSubject
from storage.models.questionnaires import QuestionnaireVersion
from storage.models.schools import School

__all__ = [
    "Answer",
    "Assessment",
    "BlockResult",
    "Consent",
    "FsmRecord",
    "MediaFile",
    "Person",
    "PersonSubject",
    "QuestionnaireVersion",
    "RequestAnswer",
    "School",
]
