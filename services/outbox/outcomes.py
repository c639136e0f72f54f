"""What came of a message in the hands of a sender."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from services.outbox.owed import Owed
from storage.uow import Store

FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=1), timedelta(hours=1)
GIVE_UP_AFTER = timedelta(days=1)


class Fate(Enum):
    """What became of it."""

    SENT = auto()
    RETRY = auto()  # not its fault: it is tried again, for a day in all
    FAILED = auto()  # it will never arrive
    UNREACHABLE = auto()  # the person blocked the bot, or is gone
    UNTRIED = auto()  # given back as it was


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a message, with Telegram's number for it or the reason.

    `uncertain`: nobody knows whether it has arrived. `wait`: untried, and not before so long.
    """

    owed: Owed
    fate: Fate
    message_id: int = 0
    reason: str = ""
    uncertain: bool = False
    wait: timedelta | None = None


async def write(store: Store, outcome: Outcome, now: datetime) -> None:
    """Keep it."""
    rows, one, lease = store.outbox, outcome.owed, outcome.owed.lease
    match outcome.fate:
        case Fate.SENT:
            await rows.sent(one.id, outcome.message_id, now)
        case Fate.RETRY:
            await _retry(store, outcome, now)
        case Fate.FAILED:
            unsure = outcome.uncertain
            await rows.close(one.id, "failed", outcome.reason, uncertain=unsure, lease=lease)
        case Fate.UNREACHABLE:
            await rows.close(one.id, "unreachable", outcome.reason, lease=lease)
            await store.people.set_unreachable(one.recipient.id, now)
        case Fate.UNTRIED if outcome.wait is None:
            await rows.release(one.id, lease=lease)
        case Fate.UNTRIED:
            await rows.hold(one.id, now + (outcome.wait or timedelta()), lease=lease)


async def _retry(store: Store, outcome: Outcome, now: datetime) -> None:
    rows, one, reason = store.outbox, outcome.owed, outcome.reason
    unsure, wait = outcome.uncertain, wait_after(one.attempts)
    if wait is None:
        await rows.close(one.id, "failed", reason, uncertain=unsure, lease=one.lease)
    else:
        await rows.retry(one.id, now + wait, reason, uncertain=unsure, lease=one.lease)


def wait_after(attempts: int) -> timedelta | None:
    """How long to wait after a failure with so many before it; nothing: give up.

    Counted in attempts and not by the clock, so that messages outlive a bot that was switched off.
    """
    waits = [min(FIRST_WAIT * 2 ** min(n, 20), LONGEST_WAIT) for n in range(attempts + 1)]
    return waits[-1] if sum(waits, timedelta()) <= GIVE_UP_AFTER else None
