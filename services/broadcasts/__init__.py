"""Broadcasts: drafts, sending, what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from services.access import Access
from services.broadcasts.acknowledging import Acknowledging
from services.broadcasts.content import Content, content_of
from services.broadcasts.control import Control
from services.broadcasts.drafts import Drafts
from services.broadcasts.listing import Listing
from services.broadcasts.outcome import Outcomes
from services.broadcasts.sending import Sending
from services.broadcasts.views import Broadcast, Progress
from services.municipality import Municipality

__all__ = ["Broadcast", "Broadcasts", "Content", "Progress", "build_broadcasts", "content_of"]


@dataclass(frozen=True, slots=True)
class Broadcasts:
    """All use cases around broadcasts."""

    listing: Listing
    drafts: Drafts
    control: Control
    outcomes: Outcomes
    sending: Sending
    acknowledging: Acknowledging


def build_broadcasts(access: Access, municipality: Municipality) -> Broadcasts:
    """The use cases over one lock."""
    return Broadcasts(
        listing=Listing(access),
        drafts=Drafts(access, municipality),
        control=Control(access, municipality),
        outcomes=Outcomes(access),
        sending=Sending(access, municipality),
        acknowledging=Acknowledging(access),
    )
