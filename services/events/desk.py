"""Events as those who make them see them: drafts, publishing, changes, the organiser's view."""

from __future__ import annotations

from content import Catalogue
from services.access import Access
from services.events.changing import Changing
from services.events.choices import EventChoices
from services.events.making import Making
from services.events.overview import DeskCard, DeskPage, Overview, Reminding
from services.municipality import Municipality
from services.questionnaires import Questionnaires

__all__ = ["DeskCard", "DeskPage", "EventDesk", "Reminding"]


class EventDesk(Overview, Making, Changing):
    """Use cases of those who make events. `choices`: what can be chosen for one."""

    def __init__(
        self,
        access: Access,
        municipality: Municipality,
        questionnaires: Questionnaires,
        catalogue: Catalogue,
    ) -> None:
        super().__init__(access)
        self._choices = EventChoices(municipality, questionnaires, catalogue)

    @property
    def choices(self) -> EventChoices:
        """Keys and titles, as the content has them now."""
        return self._choices
