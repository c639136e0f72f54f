"""What the bot owes to people: claimed, resolved to names, marked when it is sent."""

from services.outbox.outbox import LEASE, Outbox
from services.outbox.outcomes import (
    FIRST_WAIT,
    GIVE_UP_AFTER,
    LONGEST_WAIT,
    Fate,
    Outcome,
    wait_after,
)
from services.outbox.owed import Owed
from services.outbox.quiet import Quiet, load_calendar

__all__ = [
    "FIRST_WAIT",
    "GIVE_UP_AFTER",
    "LEASE",
    "LONGEST_WAIT",
    "Fate",
    "Outbox",
    "Outcome",
    "Owed",
    "Quiet",
    "load_calendar",
    "wait_after",
]
