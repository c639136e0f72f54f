"""What all content models share: strictness, stable keys, sources and precise complaints."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Any, Generic, Protocol, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from content.text import Filled, OptionText, Text

Loc = tuple[int | str, ...]
"""The way to a value from the top of a file: mapping keys and list indexes."""

Key = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=24)]
"""Short ASCII name: it travels in callback data (64 bytes) and lives in the database."""

DEFAULT_SOURCE = "default"
"""The source of a value that no document names: a sensible assumption of ours."""


class Model(BaseModel):
    """Frozen, no conversions, no unknown keys: a slip in a file is reported, never guessed."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class HasKey(Protocol):
    """Anything that is addressed by a key inside its list."""

    @property
    def key(self) -> str: ...


T = TypeVar("T")
K = TypeVar("K", bound=HasKey)


def _unique_keys(elements: tuple[K, ...]) -> tuple[K, ...]:
    seen: set[str] = set()
    for element in elements:
        if element.key in seen:
            raise PydanticCustomError(
                "duplicate", "has two elements with the key '{key}'", {"key": element.key}
            )
        seen.add(element.key)
    return elements


Keyed = Annotated[tuple[K, ...], AfterValidator(_unique_keys)]
"""A list whose elements are told apart by their keys."""


class Titled(Model):
    """The commonest element of a profile: a key, a name for people, the clause behind it."""

    key: Key
    title: Text
    source: Filled = DEFAULT_SOURCE


class Option(Model):
    """One answer to choose from; the key is what gets stored."""

    key: Key
    text: OptionText


class Sourced(Model, Generic[T]):
    """A value with the clause it comes from; a bare value in YAML has the default source."""

    value: T
    source: Filled = DEFAULT_SOURCE

    @model_validator(mode="before")
    @classmethod
    def _accept_bare_value(cls, data: Any) -> Any:
        if (isinstance(data, dict) and "value" in data) or isinstance(data, Sourced):
            return data
        return {"value": data}


def find(elements: Sequence[K], key: str) -> K:
    """The element with this key; KeyError when there is none."""
    for element in elements:
        if element.key == key:
            return element
    raise KeyError(key)


def keys(elements: Iterable[HasKey]) -> set[str]:
    """All keys of a list."""
    return {element.key for element in elements}


def reject(model: BaseModel, problems: Iterable[tuple[Loc, str]]) -> None:
    """Raises for problems found by comparing parts of a model, each at its own place.

    A plain ValueError would blame the whole model; the author needs the line to mend.
    """
    details = [
        InitErrorDetails(
            type=PydanticCustomError("reference", "{reason}", {"reason": reason}),
            loc=loc,
            input=None,
        )
        for loc, reason in problems
    ]
    if details:
        raise ValidationError.from_exception_data(type(model).__name__, details)
