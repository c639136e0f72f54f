"""Of the messages that are due, which are to be sent now, and what becomes of the others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from services.access import Access
from services.broadcasts.content import Content
from services.notices import Notice
from services.outbox.outcomes import wait_after
from services.outbox.owed import Owed, resolve
from services.outbox.patience import PATIENCE, held_until
from services.outbox.pointless import is_pointless
from services.outbox.quiet import Quiet
from storage.repositories.outbox import OutboxRow
from storage.repositories.people import PersonRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class Sorted:
    """`owed` is to be sent. Otherwise the row waits `until` then, or ends in a state.

    With `until` and a reason it is tried again, as after a failure.
    """

    row: OutboxRow
    owed: Owed | None = None
    until: datetime | None = None
    state: str = ""
    reason: str | None = None


async def sort(
    store: Store,
    access: Access,
    quiet: Quiet,
    row: OutboxRow,
    people: Mapping[int, PersonRow],
    contents: Mapping[int, Content | None],
    now: datetime,
) -> Sorted:
    """What becomes of a row."""
    recipient = people.get(row.person_id)
    if recipient is None:
        return Sorted(row, state="cancelled")
    if row.broadcast_id is None and row.kind not in set(Notice):
        return Sorted(row, state="failed", reason=f"unknown kind {row.kind}")
    try:
        owed = await resolve(store, row, recipient, contents, now)
        if owed is None or await is_pointless(store, access, owed):
            return Sorted(row, state="cancelled")
        return _timed(quiet, row, owed, now)
    except (LookupError, TypeError, ValueError) as error:
        # Facts of another version of the program: the rest of the queue must not wait for it.
        return Sorted(row, state="failed", reason=f"not understood: {type(error).__name__}")
    except Exception as error:
        # Nobody knows what it is; it is tried again, and meanwhile the others go on.
        wait, reason = wait_after(row.attempts), f"not understood: {type(error).__name__}"
        if wait is None:
            return Sorted(row, state="failed", reason=reason)
        return Sorted(row, until=now + wait, reason=reason)


def _timed(quiet: Quiet, row: OutboxRow, owed: Owed, now: datetime) -> Sorted:
    if row.expires_at is not None and row.expires_at <= now:
        return Sorted(row, state="missed", reason="too late")
    if owed.recipient.unreachable_at is not None:
        return Sorted(row, state="unreachable", reason="unreachable before")
    if owed.notice is not None:
        until = held_until(quiet, PATIENCE[owed.notice], now, row.expires_at)
        if until is not None:
            return Sorted(row, until=until)
    # A broadcast that may not run now is not running: copies that come are wanted.
    return Sorted(row, replace(owed, silent=quiet.is_quiet(now)))
