"""The mark of a row in a form: whose, of which version, which variable, what was answered."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Self

from services.errors import Refusal
from services.fields import one_alphabet, plain
from services.monitoring.answers.given import Given
from storage.repositories.data_requests import RequestRow
from storage.repositories.data_values import ValueRow

NOTHING = "0"
_LETTERS = 8  # of a digest: enough to tell versions and answers apart
_MARK = re.compile(r"(\d{1,18})-(\d{1,18})-(\d{1,18})-([0-9a-f]+)-([0-9a-f]+)-([a-z][a-z0-9_-]*)")


@dataclass(frozen=True, slots=True)
class Mark:
    """`school_id` is 0 for the municipality's own part; `stamp` tells what was answered then."""

    request_id: int
    campaign_id: int
    school_id: int
    version: str
    stamp: str
    variable: str

    @classmethod
    def of(cls, request: RequestRow, digest: str, variable: str, stamp: str) -> Self:
        """The mark of a variable in the form of a request."""
        ids = (request.id, request.campaign_id, request.school_id or 0)
        return cls(*ids, digest[:_LETTERS], stamp, variable)

    @classmethod
    def read(cls, text: str) -> Self | None:
        """A mark as it stands in a cell; nothing where it is none."""
        found = _MARK.fullmatch(text)
        if found is None:
            return None
        request_id, campaign_id, school_id, *rest = found.groups()
        return cls(int(request_id), int(campaign_id), int(school_id), *rest)

    @property
    def text(self) -> str:
        """As it stands in a cell."""
        parts = (self.request_id, self.campaign_id, self.school_id, self.version, self.stamp)
        return "-".join([*map(str, parts), self.variable])

    def foreign(self, request: RequestRow, digest: str) -> Refusal | None:
        """Why it is not of this request's form; nothing where it is."""
        if self.campaign_id != request.campaign_id:
            return Refusal("form-other-campaign")
        if self.school_id != (request.school_id or 0):
            return Refusal("form-other-school")
        if self.request_id != request.id or self.version != digest[:_LETTERS]:
            return Refusal("form-other-version")
        return None


def stamp(answer: Given | ValueRow | None) -> str:
    """A digest of what an answer says, the same before and after it stood in a spreadsheet."""
    if answer is None:
        return NOTHING
    number = None if answer.number is None else float(answer.number)
    said = (number, _flat(answer.text), _flat(answer.note) if answer.no_data else None)
    return hashlib.sha256(repr(said).encode()).hexdigest()[:_LETTERS]


def _flat(text: str | None) -> str | None:
    """A text as a cell brings it back: in one line, its words of one alphabet each."""
    return None if text is None else one_alphabet(plain(text))
