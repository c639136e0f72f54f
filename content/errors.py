"""What is wrong with a content file, said so that its author can mend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

REASONS = {
    "missing": "is missing",
    "extra_forbidden": "is not a known key (check the spelling)",
    "string_type": "must be a text (put numbers and yes/no in quotes)",
    "string_too_short": "must not be empty",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "list_type": "must be a list",
    "dict_type": "must be a mapping (key: value)",
    "model_type": "must be a mapping (key: value)",
    "model_attributes_type": "must be a mapping (key: value)",
}
PATTERN = "must be a short name of small Latin letters, digits, '_' or '-', e.g. 'block_1'"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend: in which file, at which key, on which line, and why."""

    file: str
    key: str
    reason: str
    line: int | None = None

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.key, self.reason) if part)


class ContentError(Exception):
    """A content file cannot be used. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        count = len(self.problems)
        head = f"{count} problem{'s' if count != 1 else ''} in the content files:"
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])


def reason_of(error: Any) -> str:
    """The sentence for one pydantic error (an item of ``ValidationError.errors()``)."""
    kind = error["type"]
    if kind == "string_pattern_mismatch":
        return f"{error['input']!r} {PATTERN}"
    if kind == "literal_error":
        return f"is {error['input']!r}, must be {error['ctx']['expected']}"
    if kind == "string_too_long":
        return f"is longer than {error['ctx']['max_length']} characters"
    if kind in REASONS:
        return REASONS[kind]
    return str(error["msg"]).removeprefix("Value error, ").replace("Input should", "should")
