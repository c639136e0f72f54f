"""Reading one YAML file: strict about duplicate keys, able to name the line of any value."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from content.errors import ContentError, Problem
from content.model import Loc

# The C parser is some ten times faster; the pure Python one reads the same language.
YamlLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Source:
    """A parsed file: plain data plus the node tree that knows the lines."""

    path: Path
    data: dict[Any, Any]
    root: yaml.Node

    @property
    def name(self) -> str:
        """How the file is called in messages."""
        return shown(self.path)

    def problem(self, loc: Loc, reason: str) -> Problem:
        """A complaint about the value at ``loc``."""
        return Problem(self.name, dotted(self.data, loc), reason, _line(self.root, loc))


def shown(path: Path) -> str:
    """Files of the project are named from its folder, other files as they were given."""
    try:
        return path.resolve().relative_to(PROJECT).as_posix()
    except ValueError:
        return str(path)


def read(path: Path) -> Source:
    """Parses a file into plain data; ContentError when it cannot be read or is not YAML."""
    try:
        content = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ContentError([Problem(shown(path), "", "is not saved as UTF-8")]) from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise ContentError([Problem(shown(path), "", reason)]) from None
    try:
        root, data = _parse(content)
    except yaml.MarkedYAMLError as error:
        raise ContentError([_syntax_problem(path, error)]) from None
    except (yaml.YAMLError, ValueError) as error:
        raise ContentError([Problem(shown(path), "", f"is not valid YAML: {error}")]) from None
    if not isinstance(data, dict):
        raise ContentError([Problem(shown(path), "", "must be a mapping (key: value)")])
    source = Source(path, data, root)
    duplicates = [source.problem(loc, "is written twice") for loc in _duplicates(root, ())]
    if duplicates:
        raise ContentError(duplicates)
    return source


def dotted(data: Any, loc: Loc) -> str:
    """``blocks.fgos.items.fgos_2.text``: list elements by their key, or #3 for the third."""
    parts: list[str] = []
    for step in loc:
        if isinstance(data, dict) and step != "[key]":
            parts.append(str(step))
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int):
            data = data[step] if step < len(data) else None
            parts.append(identity(data) or f"#{step + 1}")
        # Anything else is a step of pydantic's own inside a plain value, no place in the file.
    return ".".join(parts)


def identity(element: Any) -> str | None:
    """What tells an element of a list from its neighbours: a key, a vector or a point's value."""
    if isinstance(element, dict):
        for name in ("key", "vector", "value"):
            if isinstance(element.get(name), str | int):
                return str(element[name])
    return None


def _parse(content: str) -> tuple[yaml.Node, Any]:
    loader = YamlLoader(content)
    try:
        root = loader.get_single_node()
        return root, loader.construct_document(root) if root else None
    finally:
        loader.dispose()


def _syntax_problem(path: Path, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    reason = f"is not valid YAML: {error.problem or error.context}"
    if mark is None:
        return Problem(shown(path), "", reason)
    where = f"line {mark.line + 1}, column {mark.column + 1}"
    return Problem(shown(path), "", f"{reason} ({where})", mark.line + 1)


def _duplicates(node: yaml.Node, loc: Loc) -> Iterator[Loc]:
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _duplicates(child, (*loc, index))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            place = (*loc, str(key.value))
            if str(key.value) in seen:
                yield place
            seen.add(str(key.value))
            yield from _duplicates(child, place)


def _line(node: yaml.Node, loc: Loc) -> int:
    line = node.start_mark.line
    for step in loc:
        child: yaml.Node | None = None
        if isinstance(node, yaml.MappingNode):
            # The last of equal keys: for a key written twice it is the one to remove.
            for key, value in node.value:
                if key.value == str(step):
                    line, child = key.start_mark.line, value
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            child = node.value[step] if step < len(node.value) else None
            line = child.start_mark.line if child else line
        if child is None:
            break
        node = child
    return int(line) + 1
