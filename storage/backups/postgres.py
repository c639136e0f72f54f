"""PostgreSQL's own tools, found on PATH. The password goes by the environment, not by argument."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

from sqlalchemy import URL, make_url

DUMP_HEAD = b"PGDMP"
# Everything of ours in the schema: a dump of an older version knows nothing of newer tables.
DROP_ALL = """
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT oid::regclass AS name FROM pg_class
    WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')
  LOOP EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', one.name); END LOOP;
  FOR one IN SELECT oid::regprocedure AS name FROM pg_proc
    WHERE pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')
  LOOP EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', one.name); END LOOP;
END $$;
"""
OTHERS = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
  AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


class ToolFailed(Exception):
    """A tool is missing, too old, or says no; `reason` is a key of `BackupFailed`."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(text)
        self.reason = reason


def run(url: str | URL, tool: str, *arguments: str, given: bytes = b"") -> bytes:
    """Run a tool on a database and return what it prints; raises `ToolFailed`."""
    path = shutil.which(tool)
    if path is None:
        raise ToolFailed(
            "tool-missing",
            f"{tool} is not installed: it comes with the package postgresql-client",
        )
    done = subprocess.run(
        [path, *arguments],
        input=given,
        capture_output=True,
        env=environment(make_url(url)),
        check=False,
    )
    if done.returncode == 0:
        return done.stdout
    told = done.stderr.decode(errors="replace").strip()
    if "version mismatch" in told or "unsupported version" in told:
        told = f"{tool} is older than the server or the backup: install its newer version. {told}"
        raise ToolFailed("tool-old", told)
    raise ToolFailed("database", f"{tool} says: {told}")


def environment(url: URL) -> Mapping[str, str]:
    """The machine's variables with those by which PostgreSQL's tools find the database."""
    query = {name: value for name, value in url.query.items() if isinstance(value, str)}
    places = {
        "PGHOST": query.get("host") or url.host,
        "PGPORT": query.get("port") or url.port,
        "PGUSER": query.get("user") or url.username,
        "PGPASSWORD": query.get("password") or url.password,
        "PGDATABASE": query.get("database") or url.database,
        "PGSSLMODE": query.get("ssl") or query.get("sslmode"),
    }
    given = {name: str(value) for name, value in places.items() if value}
    return {**os.environ, **given, "LC_ALL": "C", "PGCONNECT_TIMEOUT": "10"}
