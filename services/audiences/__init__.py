"""Audiences: who belongs to one, how many can be reached, saved ones, uploaded lists."""

from services.audiences.criteria import Criteria
from services.audiences.filters import filter_of
from services.audiences.lists import ListPlan, ListProblem, typed_list
from services.audiences.owners import BROADCAST_OWNER, EVENT_OWNER, PLACES
from services.audiences.saved import SavedAudiences
from services.audiences.views import (
    REASONS,
    EventPage,
    EventTitle,
    Member,
    MemberPage,
    Named,
    Owned,
    Reach,
    Saved,
    SavedPage,
)

__all__ = [
    "BROADCAST_OWNER",
    "EVENT_OWNER",
    "PLACES",
    "REASONS",
    "Audiences",
    "Criteria",
    "EventPage",
    "EventTitle",
    "ListPlan",
    "ListProblem",
    "Member",
    "MemberPage",
    "Named",
    "Owned",
    "Reach",
    "Saved",
    "SavedPage",
    "filter_of",
    "typed_list",
]


class Audiences(SavedAudiences):
    """All use cases around audiences."""
