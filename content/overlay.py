"""Laying the translation ``<name>.en.yaml`` over the base file ``<name>.yaml``.

The overlay repeats the tree of the base with translated texts only. Elements of a list are
addressed by their key; a list of plain texts is translated in the same order.
"""

from pathlib import Path
from typing import Any

from content.errors import Problem
from content.model import Loc
from content.source import Source, identity, read

MAIN_TEXTS = ("text", "title", "value")
"""A plain string given for a whole element translates the first of these that it has."""


def overlay_path(path: Path) -> Path:
    """Where the English of a file lies."""
    return path.with_name(f"{path.stem}.en{path.suffix}")


class Overlay:
    """One translation: the merged data, and which place of the base came from where."""

    def __init__(self, base: Source, translation: Source) -> None:
        self.source = translation
        self.problems: list[Problem] = []
        self.places: dict[Loc, Loc] = {}
        self.data: dict[Any, Any] = self._merge(base.data, translation.data, (), ())

    @classmethod
    def beside(cls, base: Source) -> "Overlay | None":
        """The overlay of a file, when somebody wrote one."""
        path = overlay_path(base.path)
        return cls(base, read(path)) if path.exists() else None

    def _merge(self, base: Any, over: Any, at: Loc, there: Loc) -> Any:
        if isinstance(over, str):
            return self._translate(base, over, at, there)
        if isinstance(over, dict) and isinstance(base, dict):
            return self._merge_mapping(base, over, at, there)
        if isinstance(over, dict) and isinstance(base, list):
            return self._merge_elements(base, over, at, there)
        if isinstance(over, list) and isinstance(base, list):
            if len(over) == len(base):
                return [
                    self._merge(old, new, (*at, index), (*there, index))
                    for index, (old, new) in enumerate(zip(base, over, strict=True))
                ]
            self._complain(there, f"has {len(over)} texts, the base file has {len(base)}")
            return base
        self._complain(there, "must be a translated text, shaped as in the base file")
        return base

    def _merge_mapping(
        self, base: dict[Any, Any], over: dict[Any, Any], at: Loc, there: Loc
    ) -> dict[Any, Any]:
        merged = dict(base)
        for key, value in over.items():
            if key in base:
                merged[key] = self._merge(base[key], value, (*at, key), (*there, key))
            else:
                self._complain((*there, key), "does not exist in the base file")
        return merged

    def _merge_elements(
        self, base: list[Any], over: dict[Any, Any], at: Loc, there: Loc
    ) -> list[Any]:
        merged = list(base)
        indexes = {identity(element): index for index, element in enumerate(base)}
        for key, value in over.items():
            index = indexes.get(str(key))
            if index is None:
                self._complain((*there, key), "does not exist in the base file")
            else:
                merged[index] = self._merge(base[index], value, (*at, index), (*there, key))
        return merged

    def _translate(self, base: Any, english: str, at: Loc, there: Loc) -> Any:
        if isinstance(base, str):
            self.places[at] = there
            return {"ru": base, "en": english}
        if isinstance(base, dict):
            if "ru" in base:
                self.places[at] = there
                return {**base, "en": english}
            for name in MAIN_TEXTS:
                if isinstance(base.get(name), str | dict):
                    main = self._translate(base[name], english, (*at, name), there)
                    return {**base, name: main}
        self._complain(there, "translates something that is not one text in the base file")
        return base

    def _complain(self, loc: Loc, reason: str) -> None:
        self.problems.append(self.source.problem(loc, reason))
