"""Questionnaires in use: immutable versions, the live one, restored old ones."""

from __future__ import annotations

from content import Questionnaire
from services.clock import Clock
from storage.uow import UnitOfWork


class Questionnaires:
    """Knows the live questionnaire and every version that answers point to."""

    def __init__(self, uow: UnitOfWork, clock: Clock) -> None:
        self._uow = uow
        self._clock = clock
        self._versions: dict[int, Questionnaire] = {}
        self._live: int | None = None

    async def publish(self, questionnaire: Questionnaire) -> int:
        """Make this text the live one. An unchanged text keeps its version id."""
        body, digest = questionnaire.dump(), questionnaire.digest()
        async with self._uow.reading() as store:
            version_id = await store.questionnaires.find(digest)
        if version_id is None:
            async with self._uow.writing() as store:
                version_id = await store.questionnaires.publish(
                    questionnaire.key, questionnaire.version, digest, body, self._clock.now()
                )
        self._versions[version_id] = questionnaire
        self._live = version_id
        return version_id

    @property
    def live(self) -> tuple[int, Questionnaire]:
        """Version id and text of the questionnaire that new assessments take."""
        if self._live is None:
            raise RuntimeError("no questionnaire was published")
        return self._live, self._versions[self._live]

    async def version(self, version_id: int) -> Questionnaire:
        """The text of a version as it was when people answered it."""
        known = self._versions.get(version_id)
        if known is not None:
            return known
        async with self._uow.reading() as store:
            body = await store.questionnaires.body(version_id)
        if body is None:
            raise LookupError(f"questionnaire version {version_id} is not stored")
        self._versions[version_id] = Questionnaire.restore(body)
        return self._versions[version_id]
