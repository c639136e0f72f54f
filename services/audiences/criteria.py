"""For whom a broadcast or an event is, as data."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Criteria:
    """Who belongs to an audience: everybody who signed up and fits all that is given.

    Several values of one criterion mean any of them. `statuses` are support statuses of schools,
    `roles` include `member` for the methodical active. `blocks` with `levels`: the newest finished
    self-assessment found one of these levels in one of these blocks; blocks alone mean any
    deficit. `event_id` with `places` (`registered`, `waiting`, `attended`, `absent`): people of an
    event; `not_at` leaves out who has a place in one. `list_id` is an uploaded list.
    """

    roles: tuple[str, ...] = ()
    schools: tuple[int, ...] = ()
    statuses: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    young: bool = False
    blocks: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    event_id: int | None = None
    places: tuple[str, ...] = ()
    not_at: int | None = None
    list_id: int | None = None

    @property
    def everybody(self) -> bool:
        """Whether nothing narrows it."""
        return self == Criteria()

    def dump(self) -> dict[str, Any]:
        """As it is stored: only what was given."""
        return {
            name: value for name, value in asdict(self).items() if value not in ((), None, False)
        }

    @classmethod
    def load(cls, stored: dict[str, Any]) -> Self:
        """As it was stored; what this version does not know is left out."""
        known = {field.name for field in fields(cls)}
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in stored.items()
            if name in known
        }
        return cls(**values)
