"""The house of docs/architecture.md: who may import whom, and how big a room may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("bot", "services", "storage", "scheduler", "content", "sandbox", "benchmarks")

# What each package may import of ours, beside itself.
MAY_IMPORT = {
    "content": set(),
    "sandbox": set(),
    "storage": {"content"},  # types only, and only where a snapshot is stored
    "services": {"storage", "content"},
    "scheduler": {"services"},
    "bot": {"services", "content"},
}
# The wiring, and the commands that look at a database before there is an application.
BOT_MAY_IMPORT_MORE = {
    "bot/app.py": {"storage", "scheduler"},
    "bot/check.py": {"storage"},
    "bot/upkeep.py": {"storage"},
    "bot/__main__.py": {"storage", "sandbox"},
    "bot/demo/running.py": {"sandbox"},
}
NEVER = {
    "content": {"aiogram", "aiogram_dialog", "sqlalchemy"},
    "services": {"aiogram", "aiogram_dialog", "sqlalchemy", "fluent"},
    "scheduler": {"aiogram", "aiogram_dialog", "sqlalchemy"},
    "bot": {"sqlalchemy", "alembic"},
}
# They understand what people type: «12 лет», «МБОУ СОШ № 5». Nobody is shown these words, and
# they are grammar of the input, not content that a municipality would change.
READ_TYPED_RUSSIAN = {
    "services/events/times.py",
    "services/broadcasts/when.py",
    "services/fields.py",
    "services/monitoring/answers/typed.py",
    "services/monitoring/campaigns/typed_days.py",
    "services/name_search.py",
    "services/school_names.py",
}
MAY_PRINT = (
    "bot/__main__.py",
    "bot/check.py",
    "bot/demo/running.py",
    "bot/permission_table.py",
    "bot/upkeep.py",
    "sandbox/__main__.py",
    "benchmarks/",
)
# Methods that a library calls, and describes.
OF_A_LIBRARY = {"process_bind_param", "process_result_value"}
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
FILE, FUNCTION, WINDOW, ACTION = 250, 45, 40, 14

Def = ast.FunctionDef | ast.AsyncFunctionDef


def read(name: str) -> ast.Module:
    return ast.parse((ROOT / name).read_text(encoding="utf-8"))


FILES = {
    str(path.relative_to(ROOT)): read(str(path.relative_to(ROOT)))
    for package in OURS
    for path in sorted((ROOT / package).rglob("*.py"))
}


def imported(tree: ast.AST) -> set[str]:
    """Full names of everything imported, wherever in the file."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def packages(names: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in names}


def functions(tree: ast.AST) -> Iterator[Def]:
    return (node for node in ast.walk(tree) if isinstance(node, Def))


def length(node: Def) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


class TestImports:
    @pytest.mark.parametrize("package", MAY_IMPORT)
    def test_a_package_imports_only_what_lies_below_it(self, package: str) -> None:
        for name, tree in FILES.items():
            if name.startswith(f"{package}/"):
                allowed = MAY_IMPORT[package] | BOT_MAY_IMPORT_MORE.get(name, set()) | {package}
                assert packages(imported(tree)) & {*OURS, "tests"} <= allowed, name

    @pytest.mark.parametrize("package", NEVER)
    def test_a_package_stays_out_of_matters_of_others(self, package: str) -> None:
        for name, tree in FILES.items():
            if name.startswith(f"{package}/"):
                assert packages(imported(tree)) & NEVER[package] == set(), name

    def test_the_exceptions_are_in_use(self) -> None:
        for name, more in BOT_MAY_IMPORT_MORE.items():
            used = packages(imported(FILES[name]))
            unused = more - used
            assert not unused, f"{name} no longer imports {unused}"

    def test_services_write_no_sql(self) -> None:
        for name, tree in FILES.items():
            if name.startswith(("services/", "bot/", "scheduler/")):
                for node in ast.walk(tree):
                    if isinstance(node, ast.Constant) and isinstance(node.value, str):
                        assert not re.match(r"(SELECT|INSERT|UPDATE|DELETE)\s", node.value), name

    def test_a_dialog_opens_another_only_through_states(self) -> None:
        for name, tree in FILES.items():
            parts = Path(name).with_suffix("").parts
            if parts[:2] != ("bot", "dialogs") or name == "bot/dialogs/__init__.py":
                continue
            own, shared = f"bot.dialogs.{parts[2]}", "bot.dialogs.widgets"
            others = {
                module
                for module in imported(tree)
                if module.startswith("bot.dialogs.") and not module.startswith((own, shared))
            }
            assert others == set(), name

    def test_handlers_and_dialogs_do_not_know_one_another(self) -> None:
        for name, tree in FILES.items():
            modules = imported(tree)
            if name.startswith("bot/handlers/"):
                assert not {m for m in modules if m.startswith("bot.dialogs")}, name
            if name.startswith("bot/dialogs/"):
                assert not {m for m in modules if m.startswith("bot.handlers")}, name


class TestHabits:
    def test_texts_for_people_lie_in_locales_and_content(self) -> None:
        for name, tree in FILES.items():
            if name.startswith(("sandbox/", "benchmarks/")) or name in READ_TYPED_RUSSIAN:
                continue
            docstrings = {id(node) for node in _docstrings(tree)}
            for node in ast.walk(tree):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    russian = CYRILLIC.search(node.value) and id(node) not in docstrings
                    assert not russian, f"{name}:{node.lineno} {node.value!r}"

    @pytest.mark.parametrize("name", sorted(READ_TYPED_RUSSIAN))
    def test_typed_russian_is_kept_in_private_constants(self, name: str) -> None:
        docstrings = {id(node) for node in _docstrings(FILES[name])}
        for function in functions(FILES[name]):
            for node in ast.walk(function):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    letter_or_docstring = len(node.value) == 1 or id(node) in docstrings
                    assert letter_or_docstring or not CYRILLIC.search(node.value), node.value

    def test_there_is_one_clock(self) -> None:
        for name, tree in FILES.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    called = f"{node.value.id}.{node.attr}"
                    forbidden = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today"}
                    if not name.startswith(("sandbox/", "benchmarks/")):
                        forbidden |= {"time.time"}
                    assert called not in forbidden or name == "services/clock.py", name

    def test_only_commands_print(self) -> None:
        for name, tree in FILES.items():
            prints = [
                node
                for node in ast.walk(tree)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "print"
            ]
            assert not prints or name.startswith(MAY_PRINT), name


def _docstrings(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        first = body[0] if isinstance(body, list) and body else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
            yield first.value


class TestSizes:
    def test_a_file_is_read_in_one_sitting(self) -> None:
        sizes = {name: len((ROOT / name).read_text("utf-8").splitlines()) for name in FILES}
        assert {name: lines for name, lines in sizes.items() if lines > FILE} == {}

    def test_a_function_fits_a_screen_and_a_window_too(self) -> None:
        for name, tree in FILES.items():
            if name.startswith("storage/migrations/versions/"):
                continue  # a migration lists columns
            for node in functions(tree):
                returns = node.returns
                is_window = isinstance(returns, ast.Name) and returns.id == "Window"
                assert length(node) <= (WINDOW if is_window else FUNCTION), f"{name} {node.name}"

    def test_an_action_does_one_thing(self) -> None:
        """Read the tap, one service call, navigate: the innermost handlers stay short."""
        for name, tree in FILES.items():
            if name.startswith("bot/dialogs/"):
                for node in functions(tree):
                    takes = [argument.arg for argument in node.args.args]
                    if isinstance(node, ast.AsyncFunctionDef) and takes[:1] == ["manager"]:
                        assert length(node) <= ACTION, f"{name} {node.name}"


class TestDocstrings:
    def test_every_module_says_what_it_is(self) -> None:
        assert [name for name, tree in FILES.items() if not ast.get_docstring(tree)] == []

    def test_everything_public_below_the_bot_says_what_it_is(self) -> None:
        silent = [
            f"{name} {node.name}"
            for name, tree in FILES.items()
            if name.startswith(("services/", "storage/", "content/", "scheduler/"))
            and "/versions/" not in name
            for node in _public(tree)
            if not ast.get_docstring(node)
        ]
        assert silent == []


def _public(tree: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | Def]:
    for node in tree.body:
        if isinstance(node, ast.ClassDef | Def) and not node.name.startswith("_"):
            body = node.body[0]
            is_stub = isinstance(body, ast.Expr) and _is_ellipsis(body.value)
            if not is_stub and node.name not in OF_A_LIBRARY:
                yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node)


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...
