"""Answering the unscored request questions: single choice, several, own words."""

from __future__ import annotations

from dataclasses import dataclass

from content import Request
from services import fields
from services.access import own
from services.assessments.attempts import REVIEW, Attempts
from services.errors import Refusal
from storage.repositories.assessments import RequestRow
from storage.uow import Store

_TEXT_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class _FoundRequest:
    assessment_id: int
    person_id: int
    content: Request
    position: int
    note: RequestRow

    def check(self, option: str) -> None:
        if option not in {entry.key for entry in self.content.options}:
            raise Refusal("choice-gone")


class RequestAnswers(Attempts):
    """Use cases of the questions that follow the items."""

    @own(writes=True)
    async def choose(
        self, person_id: int, assessment_id: int, request: str, option: str, reviewing: bool
    ) -> None:
        """Answer a single-choice request question and move on."""
        async with self._uow.writing() as store:
            found = await self._request(store, person_id, assessment_id, request, "single")
            found.check(option)
            await self._note(store, found, [option], None)
            await self._next(store, found, reviewing)

    @own(writes=True)
    async def mark(
        self, person_id: int, assessment_id: int, request: str, option: str, chosen: bool
    ) -> None:
        """Mark or unmark an option of a multiple-choice question; twice is the same as once."""
        async with self._uow.writing() as store:
            found = await self._request(store, person_id, assessment_id, request, "multi")
            found.check(option)
            marked = {*found.note.chosen} - {option} | ({option} if chosen else set())
            ordered = [entry.key for entry in found.content.options if entry.key in marked]
            await self._note(store, found, ordered, None)

    @own(writes=True)
    async def confirm(
        self, person_id: int, assessment_id: int, request: str, reviewing: bool
    ) -> None:
        """Move on from a multiple-choice question; a required one needs a mark."""
        async with self._uow.writing() as store:
            found = await self._request(store, person_id, assessment_id, request, "multi")
            if found.content.required and not found.note.chosen:
                raise Refusal("options-needed")
            await self._note(store, found, list(found.note.chosen), None)
            await self._next(store, found, reviewing)

    @own(writes=True)
    async def write(
        self, person_id: int, assessment_id: int, request: str, typed: str, reviewing: bool
    ) -> None:
        """Answer a free-text question and move on."""
        async with self._uow.writing() as store:
            found = await self._request(store, person_id, assessment_id, request, "text")
            text = fields.free_text(typed, found.content.max_length or _TEXT_LIMIT)
            await self._note(store, found, [], text)
            await self._next(store, found, reviewing)

    @own(writes=True)
    async def skip_request(
        self, person_id: int, assessment_id: int, request: str, reviewing: bool
    ) -> None:
        """Leave a question that is not required unanswered and move on."""
        async with self._uow.writing() as store:
            found = await self._request(store, person_id, assessment_id, request, None)
            if found.content.required:
                raise Refusal("options-needed")
            await self._note(store, found, [], None)
            await self._next(store, found, reviewing)

    async def _request(
        self, store: Store, person_id: int, assessment_id: int, key: str, kind: str | None
    ) -> _FoundRequest:
        attempt = await self.mine(store, person_id, assessment_id)
        _, variant = await self.text_of(attempt)
        if attempt.answered < len(variant.items):
            raise Refusal("choice-gone")
        for number, request in enumerate(variant.requests):
            if request.key == key and kind in (None, request.type):
                notes = await store.assessments.requests(assessment_id)
                position = len(variant.items) + number
                note = notes.get(key, RequestRow((), None))
                return _FoundRequest(assessment_id, person_id, request, position, note)
        raise Refusal("choice-gone")

    async def _note(
        self, store: Store, found: _FoundRequest, chosen: list[str], text: str | None
    ) -> None:
        await store.assessments.put_request(
            found.assessment_id, found.content.key, chosen, text, self._clock.now()
        )

    async def _next(self, store: Store, found: _FoundRequest, reviewing: bool) -> None:
        then = REVIEW if reviewing else found.position + 1
        await store.assessments.move(found.assessment_id, found.person_id, then, self._clock.now())
