"""What all use cases of an open assessment share: whose it is and what it asks."""

from __future__ import annotations

from content import Questionnaire, Variant
from services.clock import Clock
from services.consents import check_consent
from services.errors import Refusal
from services.questionnaires import Questionnaires
from storage.repositories.assessments import AttemptRow
from storage.uow import Store, UnitOfWork

# A cursor beyond every step stands for the review, whatever the length of the questionnaire.
REVIEW = 1000


class Attempts:
    """Base of the use cases: only the owner, only while the assessment is open."""

    def __init__(
        self,
        uow: UnitOfWork,
        clock: Clock,
        questionnaires: Questionnaires,
        consent_version: str,
    ) -> None:
        self._uow = uow
        self._clock = clock
        self._questionnaires = questionnaires
        self._consent_version = consent_version

    async def mine(self, store: Store, person_id: int, assessment_id: int) -> AttemptRow:
        """The open assessment of this person, or a refusal that says why not."""
        attempt = await store.assessments.get(assessment_id)
        if attempt is None or attempt.person_id != person_id:
            raise Refusal("not-yours")
        check_consent(attempt.consent, self._consent_version)
        if attempt.state == "finished":
            raise Refusal("assessment-finished")
        if attempt.state != "open":
            raise Refusal("assessment-abandoned")
        return attempt

    async def text_of(self, attempt: AttemptRow) -> tuple[Questionnaire, Variant]:
        """The questionnaire version and variant that an assessment was begun on."""
        questionnaire = await self._questionnaires.version(attempt.version_id)
        return questionnaire, questionnaire.variant(attempt.variant)
