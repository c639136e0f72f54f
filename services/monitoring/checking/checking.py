"""Checking what a school answered: single fields go back with a reason, the rest is accepted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from services.access import Access, Acting, reads, writes
from services.audit import Kind, note
from services.errors import Refusal
from services.fields import free_text
from services.monitoring.answers.given import said
from services.monitoring.campaigns.concerned import SETTLED, too_late, whom
from services.monitoring.checking.accepting import Accepting
from services.monitoring.checking.looking import Looking, found
from services.monitoring.checking.withdrawing import Withdrawing
from services.monitoring.views import subject_of_request
from services.notices import Notice, owe_all
from services.permissions import MONITOR
from storage.repositories.data_requests import GIVEN, RequestRow
from storage.repositories.data_values import ValueRow
from storage.uow import Store

REASON_LIMIT = 400


class Checking(Looking, Accepting, Withdrawing):
    """Use cases of those who check answers."""

    @writes(MONITOR)
    async def mark_for_return(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        variables: Sequence[str],
        reason: str | None,
    ) -> None:
        """Prepare the return of fields for one reason; who answers is told nothing yet.

        No reason takes the marks away. Marks are seen by every methodist; what is to be corrected
        already stays as it is.
        """
        request, _ = await found(store, request_id, lock=True)
        if request.state not in GIVEN:
            raise await too_late(store, request)
        values = await store.data_values.of_request(request_id)
        if not variables or not set(variables) <= set(values):
            raise Refusal("choice-gone")
        text = None if reason is None else free_text(reason, REASON_LIMIT)
        wanted = [key for key in variables if values[key].returned is None]
        if not wanted:
            raise Refusal("field-is-returned")
        await store.data_values.change(request_id, wanted, marked=text)

    @reads(MONITOR)
    async def told_of_return(self, store: Store, acting: Acting, request_id: int) -> int:
        """How many people a return, an acceptance or a withdrawal would be told to."""
        request, _ = await found(store, request_id)
        return len(await whom(store, acting, request))

    @writes(MONITOR)
    async def give_back(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        reasons: Mapping[str, str] | None = None,
    ) -> int:
        """Return single fields, each with its reason; how many. Without `reasons`: those marked.

        An accepted request is not returned but reopened.
        """
        request = await self._unchecked(store, acting, request_id)
        return await _back(store, acting, request, reasons, "returned", Notice.DATA_RETURNED)

    @writes(MONITOR)
    async def reopen(
        self,
        store: Store,
        acting: Acting,
        request_id: int,
        reasons: Mapping[str, str] | None = None,
    ) -> int:
        """Open single fields of an accepted request, each with its reason; how many."""
        request, _ = await found(store, request_id, lock=True)
        if request.state != "accepted":
            raise await too_late(store, request)
        count = await _back(store, acting, request, reasons, "reopened", Notice.DATA_REOPENED)
        await note(
            store, acting, Kind.DATA_REOPENED, school_id=request.school_id,
            request_id=request_id, count=count,
        )  # fmt: skip
        return count

    async def _unchecked(self, store: Store, acting: Acting, request_id: int) -> RequestRow:
        """A request that can be returned, locked."""
        request, _ = await found(store, request_id, lock=True)
        if request.state not in ("submitted", "returned"):
            raise await too_late(store, request)
        return request


async def tell_corrected(store: Store, access: Access, request: RequestRow, now: datetime) -> None:
    """Tell the methodist who returned a request that it has come back.

    `request` as it was before; where that methodist is gone, the whole service is told.
    """
    service = await access.service(store)
    people = [request.checked_by] if request.checked_by in service else service
    cause = f"{request.id}:{request.returns}"
    await owe_all(
        store, dict.fromkeys(people, cause), Notice.DATA_CORRECTED, now,
        subject=subject_of_request(request.id), request_id=request.id,
    )  # fmt: skip


async def _back(
    store: Store,
    acting: Acting,
    request: RequestRow,
    reasons: Mapping[str, str] | None,
    kind: str,
    notice: Notice,
) -> int:
    """Return fields: to be corrected from now on, who answers is told which."""
    values = await store.data_values.of_request(request.id)
    wanted = _wanted(values, reasons)
    if not wanted:
        late = request.state == "returned"
        raise await too_late(store, request) if late else Refusal("nothing-marked")
    settled = [key for key, value in values.items() if value.returned is None]
    await store.data_values.change(request.id, settled, before=None)
    await store.data_values.change(request.id, list(values), marked=None)
    for key, reason in wanted.items():
        before = said(values[key])
        await store.data_values.change(request.id, [key], returned=reason, before=before)
        await store.data_values.note(
            request.id, kind, acting.id, acting.now, variable=key, before=before, reason=reason
        )
    returns = request.returns + 1
    await store.data_requests.change(
        request.id, state="returned", returns=returns, returned_at=acting.now, checked_by=acting.id
    )
    await _tell_back(store, acting, request, returns, notice)
    return len(wanted)


async def _tell_back(
    store: Store, acting: Acting, request: RequestRow, returns: int, notice: Notice
) -> None:
    subject = subject_of_request(request.id)
    await store.outbox.take_back(subject, SETTLED)
    causes = dict.fromkeys(await whom(store, acting, request), f"{request.id}:{returns}")
    await owe_all(
        store, causes, notice, acting.now, subject=subject, request_id=request.id, returns=returns
    )


def _wanted(values: Mapping[str, ValueRow], reasons: Mapping[str, str] | None) -> dict[str, str]:
    """Which fields to return, and why: those given, or those marked, and not returned yet."""
    if reasons is None:
        reasons = {key: value.marked for key, value in values.items() if value.marked}
    if not set(reasons) <= set(values):
        raise Refusal("choice-gone")
    return {
        key: free_text(reason, REASON_LIMIT)
        for key, reason in reasons.items()
        if values[key].returned is None
    }
