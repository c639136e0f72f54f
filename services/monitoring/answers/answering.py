"""Answering a request, field by field. Each field is stored at once, as a draft."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from services.access import Acting, Guarded, reads, writes
from services.errors import Refusal
from services.monitoring.answers.checks import Problem, check_given
from services.monitoring.answers.earlier import last_values
from services.monitoring.answers.field_cards import FieldCard, counted, field_card
from services.monitoring.answers.given import Given, said, same
from services.monitoring.answers.typed import typed_answer
from services.monitoring.answers.work import Work, names_of, work_on
from services.permissions import ANSWER_REQUESTS
from storage.repositories.data_requests import RequestRow
from storage.repositories.data_values import ValueRow
from storage.uow import Store

__all__ = ["Answering", "FieldCard", "Given", "Outcome", "put_value", "said"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an answer.

    `saved`; `jump`: it differs much from the last period's and is not stored before it is
    confirmed; `conflict`: `by` somebody else has written something else meanwhile; `reason`: it
    lacks the reason why there are no data. `next` is the next field that lacks an answer.
    """

    state: str
    given: Given
    next: str | None = None
    by: str = ""


class Answering(Guarded):
    """Use cases around single fields."""

    @reads(ANSWER_REQUESTS)
    async def first_field(self, store: Store, acting: Acting, request_id: int) -> str | None:
        """The first field that lacks an answer or a correction; nothing where none does."""
        work = await work_on(store, acting, request_id)
        work.check_open()
        return work.open_fields[0].key if work.open_fields else None

    @reads(ANSWER_REQUESTS)
    async def next_field(
        self, store: Store, acting: Acting, request_id: int, variable: str
    ) -> str | None:
        """The next field after this one that lacks something; nothing behind the last."""
        return (await work_on(store, acting, request_id)).after(variable)

    @reads(ANSWER_REQUESTS)
    async def field(
        self, store: Store, acting: Acting, request_id: int, variable: str
    ) -> FieldCard:
        """One field, with what helps to answer it."""
        work = await work_on(store, acting, request_id)
        return await field_card(store, work, work.asked(variable), acting.now)

    @writes(ANSWER_REQUESTS)
    async def type_answer(
        self, store: Store, acting: Acting, request_id: int, variable: str, text: str, seen: int
    ) -> Outcome:
        """Take what was typed as the answer to a field."""
        work = await work_on(store, acting, request_id, lock=True)
        given = typed_answer(work.changeable(variable), text)
        return await _give(store, acting, work, variable, given, seen)

    @writes(ANSWER_REQUESTS)
    async def give_answer(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        variable: str,
        given: Given,
        seen: int,
        *,
        sure: bool = False,
    ) -> Outcome:
        """Take an answer to a field; `sure`: a jump has been asked about. Repeating is harmless."""
        work = await work_on(store, acting, request_id, lock=True)
        work.changeable(variable)
        given = replace(given, file_id=None, file_name="")
        return await _give(store, acting, work, variable, given, seen, sure=sure)

    @writes(ANSWER_REQUESTS)
    async def take_known(
        self, store: Store, acting: Acting, request_id: int, variable: str, count: int, seen: int
    ) -> Outcome:
        """Take what the bot counted; refuses where it counts something else by now."""
        work = await work_on(store, acting, request_id, lock=True)
        work.changeable(variable)
        if await counted(store, work, variable, acting.now) != count:
            raise Refusal("data-known-changed")
        given = Given(number=count)
        return await _give(store, acting, work, variable, given, seen, origin="known")

    @writes(ANSWER_REQUESTS)
    async def keep_answer(
        self, store: Store, acting: Acting, request_id: int, variable: str, seen: int
    ) -> Outcome:
        """Say that a returned answer is right as it is."""
        work = await work_on(store, acting, request_id, lock=True)
        work.changeable(variable)
        value = work.values.get(variable)
        if value is None:
            raise Refusal("choice-gone")
        given = Given(value.number, value.text, value.no_data, value.note)
        return await _give(store, acting, work, variable, given, seen, sure=True)


async def put_value(
    store: Store,
    request: RequestRow,
    variable: str,
    given: Given,
    person_id: int,
    origin: str,
    now: datetime,
) -> bool:
    """Store a checked answer with a line of history; whether it says something new.

    `origin`: `typed`, `known` or `sheet`. The first answer puts the request in work. The caller
    holds the lock of the request and has checked who answers, and that the field may be changed.
    """
    before = (await store.data_values.of_request(request.id)).get(variable)
    if before and same(before, given) and before.note == given.note and before.returned is None:
        return False
    file = (before.file_id, before.file_name) if before else (None, "")
    if given.file_id is not None:
        file = (given.file_id, given.file_name)
    await store.data_values.put(
        request.id, variable, **said(given), file_id=file[0], file_name=file[1], origin=origin,
        returned=None, before=before.before if before else None,
        given_by=person_id, given_at=now,
    )  # fmt: skip
    await store.data_values.note(
        request.id, "value", person_id, now, variable=variable,
        before=said(before) if before else None, after=said(given),
    )  # fmt: skip
    if request.state == "expected":
        await store.data_requests.begin(request.id, now)
    return True


async def _give(
    store: Store,
    acting: Acting,
    work: Work,
    key: str,
    given: Given,
    seen: int,
    *,
    origin: str = "typed",
    sure: bool = False,
) -> Outcome:
    """Check an answer and store it, unless something is to be asked first."""
    variable, value = work.asked(key), work.values.get(key)
    if given.no_data and not given.note:
        return Outcome("reason", given)
    if value is not None and await _overtaken(store, acting, value, given, seen):
        names = await names_of(store, [value.given_by])
        return Outcome("conflict", given, by=names.get(value.given_by or 0, ""))
    last = await last_values(store, work.campaign, work.row.school_id)
    found = check_given(work.chosen, variable, given, work.values, last.get(key))
    if isinstance(found, Problem):
        changeable = {one.key for one in work.fields}
        raise found.refusal(work.chosen, acting.person.locale, changeable)
    if found is not None and not sure and (value is None or not same(value, given)):
        return Outcome("jump", given)
    kept = given if found is not None or given.no_data else replace(given, note="")
    await put_value(store, work.row, key, kept, acting.id, origin, acting.now)
    return Outcome("saved", kept, next=work.after(key))


async def _overtaken(
    store: Store, acting: Acting, value: ValueRow, given: Given, seen: int
) -> bool:
    """Whether a colleague has written something else since the field was shown."""
    if same(value, given) or value.given_by == acting.id:
        return False
    return await store.data_values.last_change(value.request_id, value.variable) > seen
