"""Events: making them, people's places in them, what happens there and afterwards."""

from __future__ import annotations

from dataclasses import dataclass

from content import Catalogue
from services.access import Access
from services.events.attendance import Attendance
from services.events.calendar import Calendar
from services.events.certificates import Certificates
from services.events.closing import Closing
from services.events.desk import EventDesk
from services.events.feedback import Feedback
from services.events.materials import EventMaterials
from services.events.places import Places
from services.events.views import Event, event_of, subject_of
from services.municipality import Municipality
from services.questionnaires import Questionnaires

__all__ = ["Closing", "Event", "EventDesk", "Events", "build_events", "event_of", "subject_of"]


@dataclass(frozen=True, slots=True)
class Events:
    """Use cases around events, by who does what."""

    desk: EventDesk
    calendar: Calendar
    places: Places
    attendance: Attendance
    feedback: Feedback
    materials: EventMaterials
    certificates: Certificates
    closing: Closing


def build_events(
    access: Access,
    municipality: Municipality,
    questionnaires: Questionnaires,
    catalogue: Catalogue,
) -> Events:
    """New use case objects."""
    return Events(
        desk=EventDesk(access, municipality, questionnaires, catalogue),
        calendar=Calendar(access, municipality, catalogue),
        places=Places(access, municipality),
        attendance=Attendance(access, municipality),
        feedback=Feedback(access),
        materials=EventMaterials(access),
        certificates=Certificates(access),
        closing=Closing(access),
    )
