"""Events: making them, people's places in them, what happens there and afterwards."""

from services.events.views import Event, event_of, subject_of

__all__ = ["Event", "event_of", "subject_of"]
