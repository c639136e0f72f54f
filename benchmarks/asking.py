"""A district of many schools that answer many questions, in a database of its own."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.mailing import a_methodist, populated, services_at
from bot.context import Services
from content import Profile
from content.profile.measures import Indicator, Variable
from content.text import Text

QUESTIONS = 40  # asked of each school; two of them make a share
_SCHOOLS = """
    WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < :schools)
    INSERT INTO school (key, name, short_name, english_name, search_name, state, created_at)
    SELECT 'asked-' || n, 'Школа № ' || n, 'Школа № ' || n, '', 'школа ' || n, 'active',
        '2026-09-01 04:00:00.000000' FROM number"""
_COORDINATORS = """
    INSERT INTO role_grant (person_id, role, school_id, direction, state, created_at)
    SELECT 1 + substr(key, 7), 'coordinator', id, '', 'active', created_at FROM school
    WHERE key LIKE 'asked-%'"""
_VALUES = """
    WITH RECURSIVE number (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < :last)
    INSERT INTO data_value
        (request_id, variable, number, no_data, note, file_name, origin, given_by, given_at)
    SELECT id, 'asked_' || n, 20 + (id + n) % 50 + n % 2 * 80, 0, '', '', 'typed', 1, created_at
    FROM data_request, number WHERE school_id IS NOT NULL"""
_HISTORY = """
    INSERT INTO data_change (request_id, variable, kind, after, reason, made_by, made_at)
    SELECT request_id, variable, 'value', json_object('number', number), '', 1, given_at
    FROM data_value ORDER BY request_id, variable"""
_HANDED_IN = """
    UPDATE data_request SET state = 'submitted', begun_at = created_at, submitted_at = created_at,
        handed_in_at = created_at, submitted_by = 1 WHERE school_id IS NOT NULL"""


def asking(profile: Profile) -> Profile:
    """The profile with so many questions, and shares made of them."""
    variables = tuple(
        Variable(key=f"asked_{n}", title=Text(ru=f"Число {n}"), level="school", auto=False)
        for n in range(QUESTIONS)
    )
    indicators = tuple(
        Indicator(
            key=f"share_{n}", title=Text(ru=f"Доля {n}"), unit="percent", direction="up",
            numerator=f"asked_{n}", denominator=f"asked_{n + 1}",
        )
        for n in range(0, QUESTIONS, 2)
    )  # fmt: skip
    changes = {"variables": variables, "indicators": indicators, "qualitative_indicators": ()}
    return profile.model_copy(update=changes)


async def district(template: Path, database: Path, schools: int) -> None:
    """A planned campaign that asks so many schools, each with a coordinator."""
    populated(template, database, schools + 1)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE school SET state = 'closed'")
        connection.execute(_SCHOOLS, {"schools": schools})
        connection.execute(_COORDINATORS)
    async with services_at(database) as services:
        me = await a_methodist(services)
        await services.monitoring.planning.plan_by_hand(me, "Мониторинг, осень")


def answered(asked: Path, database: Path) -> None:
    """A copy in which all schools have answered everything."""
    shutil.copy(asked, database)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute(_VALUES, {"last": QUESTIONS - 1})
        connection.execute(_HISTORY)
        connection.execute(_HANDED_IN)


async def opened(services: Services, me: int) -> None:
    """The campaign opens, and everybody is asked."""
    [campaign] = await services.monitoring.planning.upcoming(me)
    await services.monitoring.planning.open_now(me, campaign.id)
    while await services.monitoring.steps.advance():
        pass
