"""The directory of people: finding them, their cards, and taking them out as a table."""

from __future__ import annotations

from services.directory.directory import Directory
from services.directory.export import PeopleExport
from services.directory.shown import (
    ExportPage,
    Found,
    HeldRole,
    PeoplePage,
    PersonCard,
    PersonFacts,
    Reach,
)

__all__ = [
    "Directory",
    "ExportPage",
    "Found",
    "HeldRole",
    "PeopleExport",
    "PeoplePage",
    "PersonCard",
    "PersonFacts",
    "Reach",
]
