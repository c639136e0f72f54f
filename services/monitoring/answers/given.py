"""An answer to one variable, before and after it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

TEXT_LIMIT, NOTE_LIMIT = 1000, 400


class Answer(Protocol):
    """What an answer says, stored or not."""

    @property
    def number(self) -> float | None:
        """A number; yes and no are 1 and 0."""

    @property
    def text(self) -> str | None:
        """Words."""

    @property
    def no_data(self) -> bool:
        """Whether there are no data."""

    @property
    def note(self) -> str:
        """The reason for that, or the word about a jump."""


@dataclass(frozen=True, slots=True)
class Given:
    """An answer: exactly one of `number`, `text` and `no_data` says it; yes and no are 1 and 0.

    `note`: the reason for `no_data`, or the word about a jump. Without a file the stored one
    stays; `services.monitoring.evidence` says what `file_id` holds.
    """

    number: float | None = None
    text: str | None = None
    no_data: bool = False
    note: str = ""
    file_id: str | None = None
    file_name: str = ""


def said(answer: Answer) -> dict[str, Any]:
    """What an answer says, as the history keeps it: number, text, no_data, note."""
    return {
        "number": answer.number,
        "text": answer.text,
        "no_data": answer.no_data,
        "note": answer.note,
    }


def same(one: Answer, other: Answer) -> bool:
    """Whether two answers say the same, whatever was noted beside."""
    return (one.number, one.text, one.no_data) == (other.number, other.text, other.no_data)


def given_of(kept: Mapping[str, Any]) -> Given:
    """The answer that `said` made, as the history keeps it."""
    return Given(
        kept.get("number"), kept.get("text"), bool(kept.get("no_data")), kept.get("note", "")
    )
