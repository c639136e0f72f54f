"""Texts from Fluent files, in the language of the person."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import structlog
from babel.dates import format_date
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

log = structlog.get_logger(__name__)

FOLDER = Path(__file__).parent.parent / "locales"
LOCALES = ("ru", "en")
# Fluent refuses variables beyond 2,500 characters; longer ones are put in after it.
_FLUENT_LIMIT = 2000
_REMEMBERED = 2_000


class Safe(str):
    """Text that is HTML already and must not be escaped again."""


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


@dataclass(frozen=True, slots=True)
class _Texts:
    """A file, read: its messages, and the variables that each uses."""

    resource: ast.Resource
    variables: dict[str, frozenset[str]]


@lru_cache(256)
def _texts_of(path: Path, _changed: int) -> _Texts:
    """Parsing takes half a second for a language: done once, however many ask."""
    resource = FluentResource(path.read_text(encoding="utf-8"))
    variables: dict[str, frozenset[str]] = {}
    for entry in resource.body:
        if isinstance(entry, ast.Junk):
            raise ValueError(f"{path.name}: cannot read {(entry.content or '').strip()[:80]!r}")
        if isinstance(entry, ast.Message):
            if entry.id.name in variables:
                raise ValueError(f"{path.name}: {entry.id.name} is defined twice")
            found = _Variables()
            found.visit(entry)
            variables[entry.id.name] = frozenset(found.names)
    return _Texts(resource, variables)


class L10n:
    """Texts of one language. Calling it gives HTML; `plain` gives text for buttons and alerts."""

    def __init__(self, locale: str, folder: Path = FOLDER, *, strict: bool = False) -> None:
        self.locale = locale
        self._strict = strict
        self._bundle = FluentBundle([locale], use_isolating=False)
        self._variables: dict[str, frozenset[str]] = {}
        # Labels of buttons and hints of a scale come again on every screen.
        self._formatted = lru_cache(_REMEMBERED)(self._fresh)
        for path in sorted((folder / locale).glob("*.ftl")):
            texts = _texts_of(path, path.stat().st_mtime_ns)
            if twice := sorted(texts.variables.keys() & self._variables.keys()):
                raise ValueError(f"{path.name}: {twice[0]} is defined twice")
            self._variables |= texts.variables
            self._bundle.add_resource(texts.resource)

    @property
    def keys(self) -> frozenset[str]:
        """Names of all messages."""
        return frozenset(self._variables)

    def variables(self, key: str) -> frozenset[str]:
        """Names of the variables that a message uses."""
        return self._variables[key]

    def __call__(self, key: str, /, **facts: Any) -> Safe:
        """A message as HTML; string variables are escaped unless they are `Safe`."""
        return Safe(self._format(key, {name: _escaped(value) for name, value in facts.items()}))

    def plain(self, key: str, /, **facts: Any) -> str:
        """A message as plain text."""
        return self._format(key, facts)

    def pick(self, key: str, data: Mapping[str, Any], *, markup: bool) -> str:
        """A message with the variables it needs taken from a larger mapping."""
        facts = {name: data[name] for name in self._variables.get(key, ()) if name in data}
        return self(key, **facts) if markup else self.plain(key, **facts)

    def date(self, moment: datetime | date) -> str:
        """A date for people: «22 ноября 2026 г.», "22 November 2026"."""
        return format_date(moment, "long", locale="en_GB" if self.locale == "en" else self.locale)

    def _format(self, key: str, facts: Mapping[str, Any]) -> str:
        if key not in self._variables:
            if self._strict:
                raise KeyError(f"no text {key!r} in {self.locale}")
            log.error("text is missing", key=key, locale=self.locale)
            return key
        return self._formatted(key, *facts.items())

    def _fresh(self, key: str, *named: tuple[str, Any]) -> str:
        facts = dict(named)
        pattern = self._bundle.get_message(key).value
        assert pattern is not None
        long = {
            name: value
            for name, value in facts.items()
            if isinstance(value, str) and len(value) > _FLUENT_LIMIT
        }
        places = {name: f"\ue000{name}\ue001" for name in long}
        text, problems = self._bundle.format_pattern(pattern, {**facts, **places})
        if problems:
            if self._strict:
                raise problems[0]
            log.error("text is incomplete", key=key, locale=self.locale, problem=str(problems[0]))
        text = _quoted(str(text))
        for name, value in long.items():
            text = text.replace(places[name], value)
        return text


def _quoted(text: str) -> str:
    """Quotation marks inside «quotation» marks take their „inner“ form; unpaired ones stay."""
    if text.count("«") < 2:
        return text
    depth, letters = 0, []
    for letter in text:
        depth += letter == "«"
        inner = {"«": "„", "»": "“"}.get(letter, letter) if depth > 1 else letter
        depth -= letter == "»"
        if depth < 0:
            return text
        letters.append(inner)
    return text if depth else "".join(letters)


def _escaped(value: Any) -> Any:
    if isinstance(value, str) and not isinstance(value, Safe):
        return html.escape(value, quote=False)
    return value


class Localizer:
    """All languages."""

    def __init__(self, default: str = "ru", folder: Path = FOLDER, *, strict: bool = False) -> None:
        self.default = default
        self._languages = {name: L10n(name, folder, strict=strict) for name in LOCALES}

    def __getitem__(self, locale: str) -> L10n:
        return self._languages.get(locale, self._languages[self.default])

    def guess(self, language_code: str | None) -> str:
        """The language to greet a stranger in, from Telegram's IETF tag."""
        if not language_code:
            return self.default
        return "ru" if language_code.split("-")[0] in {"ru", "be", "uk", "kk", "tt"} else "en"
