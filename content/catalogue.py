"""Lists that are the same in every municipality: subjects, qualification, positions."""

from collections.abc import Collection
from typing import Annotated, Self

from pydantic import model_validator

from content.model import Key, Keyed, Model, find, keys, reject
from content.questionnaire import POSITIONS
from content.text import Text, limited

CATEGORIES = ("highest", "first", "attested", "none")


class Entry(Model):
    """One choice of a list; the title fits a phone button in a row of its own or of two."""

    key: Key
    title: Annotated[Text, limited(28)]


class EventRubric(Entry):
    """What events can be about besides blocks and subjects.

    `items` of the questionnaire: whoever answered one of them with 0 is offered such events. A
    questionnaire of one's own may lack them.
    """

    items: tuple[Key, ...] = ()


class Catalogue(Model):
    """The choices of sign-up and of events."""

    subjects: Keyed[Entry]
    categories: Keyed[Entry]
    positions: Keyed[Entry]
    event_rubrics: Keyed[EventRubric] = ()

    @model_validator(mode="after")
    def _has_the_keys_that_rules_name(self) -> Self:
        for name, wanted in (("categories", CATEGORIES), ("positions", POSITIONS)):
            if keys(getattr(self, name)) != set(wanted):
                reject(self, [((name,), f"must have exactly the keys {', '.join(wanted)}")])
        return self

    def subject(self, key: str) -> Entry:
        """The subject with this key; KeyError when there is none."""
        return find(self.subjects, key)

    def category(self, key: str) -> Entry:
        """The qualification category with this key; KeyError when there is none."""
        return find(self.categories, key)

    def position(self, key: str) -> Entry:
        """The position with this key; KeyError when there is none."""
        return find(self.positions, key)

    def event_rubric(self, key: str) -> EventRubric:
        """The rubric of events with this key; KeyError when there is none."""
        return find(self.event_rubrics, key)

    def rubrics_for(self, gaps: Collection[str]) -> tuple[EventRubric, ...]:
        """Rubrics for somebody who answered these items with 0."""
        return tuple(rubric for rubric in self.event_rubrics if set(rubric.items) & set(gaps))
