"""What a repository may do with the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncConnection

Rows = CursorResult[*tuple[Any, ...]]


class Session:
    """What a repository may do with a connection: run statements."""

    def __init__(self, connection: AsyncConnection) -> None:
        self.connection = connection

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self.connection.dialect.name

    async def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        """Run one statement; with a list of parameters, run it for each."""
        return await self.connection.execute(statement, parameters)


class DirectSession(Session):
    """Statements on SQLite, run where they are asked for, on the event loop."""

    def __init__(self, connection: Connection) -> None:
        self._direct = connection

    @property
    def dialect(self) -> str:
        """`sqlite`."""
        return self._direct.dialect.name

    async def execute(self, statement: Executable, parameters: Any = None) -> Rows:
        """Run one statement; with a list of parameters, run it for each."""
        return self._direct.execute(statement, parameters)
