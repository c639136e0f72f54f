"""Schools: the list, its cards, what becomes of a school that goes, and spreadsheets of them."""

from __future__ import annotations

from services.access import Access
from services.municipality import Municipality
from services.schools.importing import Exported, Importing
from services.schools.leaving import Going
from services.schools.listing import PAGE, Listing
from services.schools.managing import Managing, kept_open
from services.schools.planning import ImportPlan, PlannedRow
from services.schools.views import (
    Leaving,
    ListedSchool,
    ManagedPage,
    School,
    SchoolCard,
    SchoolPage,
    school_of,
)

__all__ = [
    "PAGE",
    "Exported",
    "ImportPlan",
    "Leaving",
    "ListedSchool",
    "ManagedPage",
    "PlannedRow",
    "School",
    "SchoolCard",
    "SchoolPage",
    "Schools",
    "kept_open",
    "school_of",
]


class Schools(Listing, Managing, Going, Importing):
    """Use cases around schools."""

    def __init__(self, access: Access, municipality: Municipality) -> None:
        super().__init__(access)
        self._municipality = municipality
