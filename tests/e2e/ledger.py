"""The database as committed: a second connection that only reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sandbox import Person

BOOKMARKS = "fsm_record"


@dataclass(frozen=True, slots=True)
class Ledger:
    """Reads one SQLite file."""

    path: Path

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of a query."""
        with closing(sqlite3.connect(f"file:{self.path}?mode=ro", uri=True, timeout=10)) as opened:
            return opened.execute(statement, values).fetchall()

    def mentions(self, *needles: object) -> list[str]:
        """Where any of the texts or numbers stands: `table.column: value`."""
        wanted = [str(needle) for needle in needles]
        return [
            f"{table}.{column}: {value}"
            for table, column, value in self._cells()
            if any(needle in str(value) for needle in wanted)
        ]

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """All tables but the bookmarks of conversations."""
        tables = (table for table in self._tables() if table != BOOKMARKS)
        return {table: sorted(self.rows(f"SELECT * FROM {table}"), key=repr) for table in tables}

    def field(self, person: Person, column: str) -> Any:
        """A column of the person's row; nothing without a row."""
        found = self.rows(f"SELECT {column} FROM person WHERE telegram_id = ?", person.id)
        return found[0][0] if found else None

    def school(self, person: Person) -> tuple[str, str]:
        """Short name and state of the person's school."""
        statement = """
            SELECT short_name, state FROM school
            JOIN person ON school_id = school.id WHERE telegram_id = ?"""
        return self.rows(statement, person.id)[0]

    def answers(self, person: Person) -> list[int | None]:
        """Answers of the person's newest assessment in the order of the items."""
        statement = """
            SELECT value FROM answer WHERE assessment_id = (
                SELECT max(assessment.id) FROM assessment
                JOIN person ON person_id = person.id WHERE telegram_id = ?)
            ORDER BY position"""
        return [value for (value,) in self.rows(statement, person.id)]

    def states(self, person: Person) -> list[str]:
        """States of the person's assessments in the order of their beginning."""
        statement = """
            SELECT state FROM assessment JOIN person ON person_id = person.id
            WHERE telegram_id = ? ORDER BY assessment.id"""
        return [state for (state,) in self.rows(statement, person.id)]

    def wishes(self, person: Person) -> dict[str, tuple[str, str | None]]:
        """Answers to the request questions: the stored list of options, and the text."""
        statement = """
            SELECT request, chosen, text FROM request_answer
            JOIN assessment ON assessment_id = assessment.id
            JOIN person ON person_id = person.id WHERE telegram_id = ?"""
        return {key: (chosen, text) for key, chosen, text in self.rows(statement, person.id)}

    def _tables(self) -> list[str]:
        return [name for (name,) in self.rows("SELECT name FROM sqlite_master WHERE type='table'")]

    def _cells(self) -> Iterator[tuple[str, str, Any]]:
        for table in self._tables():
            columns = [row[1] for row in self.rows(f"PRAGMA table_info({table})")]
            for row in self.rows(f"SELECT * FROM {table}"):
                yield from (
                    (table, column, value) for column, value in zip(columns, row, strict=True)
                )
