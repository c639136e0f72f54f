"""What can be chosen for an event: keys of the profile, the questionnaire and the catalogue."""

from __future__ import annotations

from dataclasses import dataclass

from content import Catalogue, Text
from services.errors import Refusal
from services.municipality import Municipality
from services.questionnaires import Questionnaires

Pairs = tuple[tuple[str, Text], ...]
FORM, LEVEL = "seminar", "municipal"  # the usual ones, where the profile has them


@dataclass(frozen=True, slots=True)
class EventChoices:
    """Keys and titles of everything that is chosen, as the content has it now."""

    municipality: Municipality
    questionnaires: Questionnaires
    catalogue: Catalogue

    def of_field(self, field: str) -> Pairs:
        """Of `form`, `level`, `vector` or `direction`."""
        profile = self.municipality.profile
        known = {
            "form": profile.event_forms,
            "level": profile.event_levels,
            "direction": profile.directions,
        }
        if field == "vector":
            return self._vectors()
        return tuple((one.key, one.title) for one in known.get(field, ()))

    def of_topics(self, kind: str) -> Pairs:
        """Of `block`, `subject` or `rubric`."""
        if kind == "block":
            return self._blocks()
        lists = {"subject": self.catalogue.subjects, "rubric": self.catalogue.event_rubrics}
        return tuple((one.key, one.title) for one in lists.get(kind, ()))

    def check_field(self, field: str, key: str) -> None:
        """Refuse a key that is none of these."""
        _check(self.of_field(field), key)

    def check_topic(self, kind: str, key: str) -> None:
        """Refuse a topic that is none of these."""
        _check(self.of_topics(kind), key)

    def form_of(self, title: str) -> str | None:
        """The form that a title begins with, as «Мастер-класс „Оценивание“», or the usual one."""
        begun = [
            (len(name), key)
            for key, text in self.of_field("form")
            for name in {text.get("ru"), text.get("en")}
            if title.casefold().startswith(name.casefold())
        ]
        return max(begun)[1] if begun else self.usual("form", FORM)

    def usual(self, field: str, wanted: str) -> str | None:
        """The key that a new event has: the wanted one, or the first there is."""
        keys = [key for key, _ in self.of_field(field)]
        return wanted if wanted in keys else next(iter(keys), None)

    def _vectors(self) -> Pairs:
        vectors = self.municipality.profile.vectors
        if vectors:
            return tuple((one.key, one.title) for one in vectors)
        _, questionnaire = self.questionnaires.live
        return tuple((str(key), one.title) for key, one in questionnaire.vectors.items())

    def _blocks(self) -> Pairs:
        """Blocks of all variants; one that several variants share comes once."""
        _, questionnaire = self.questionnaires.live
        return tuple(
            {
                block.key: (block.key, block.title)
                for variant in questionnaire.variants
                for block in variant.blocks
            }.values()
        )


def _check(pairs: Pairs, key: str) -> None:
    if key not in dict(pairs):
        raise Refusal("choice-gone")
