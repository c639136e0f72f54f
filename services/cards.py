"""What is known about a person, and what sign-up still has to ask."""

from __future__ import annotations

from dataclasses import dataclass

from services.schools import School
from storage.repositories.people import PersonRow

STEPS = ("name", "school", "position", "subjects", "experience", "post", "category")
TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Card:
    """A person with everything that a summary shows. `young` holds keys of the grounds met."""

    person: PersonRow
    school: School | None
    subjects: tuple[str, ...]
    young: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def next_step(self) -> str | None:
        """The first step of sign-up that still lacks an answer."""
        return self.missing[0] if self.missing else None


def missing_steps(
    person: PersonRow, subjects: tuple[str, ...], *, briefly: bool = False
) -> tuple[str, ...]:
    """Steps of sign-up without an answer; `briefly` asks for the name alone."""
    subjects_done = person.subjects_given and (person.position != TEACHER or bool(subjects))
    given = {
        "name": person.full_name,
        "school": person.school_id,
        "position": person.position,
        "subjects": subjects_done or None,
        "experience": person.experience_years,
        "post": person.post_years,
        "category": person.category,
    }
    asked = STEPS[:1] if briefly else STEPS
    return tuple(step for step in asked if given[step] is None)
