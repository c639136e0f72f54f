"""What is stored about a person's part in monitoring, in words."""

from __future__ import annotations

from collections import Counter

from bot.context import Ctx
from bot.dialogs.own_data.parts import ROOM, SMALL_ROOM, WORDS, day_of, part
from bot.dialogs.widgets import cut
from bot.l10n import Safe
from services.own_data import Overview


def monitoring(ctx: Ctx, stored: Overview) -> list[Safe]:
    """What I filled in for my school, was handed, and reported; what I wrote down of councils."""
    rows, l10n = stored.rows, ctx.l10n
    titles = {row["id"]: row["title"] for row in rows["campaign"]}
    given = Counter(row["request_id"] for row in (*rows["data_value"], *rows["low_reason"]))
    handed = {row["request_id"] for row in rows["request_helper"]}
    requests = [
        l10n(
            "own-data-request",
            campaign=titles[row["campaign_id"]],
            school=stored.school(row["school_id"], ctx.locale),
            place="school" if row["school_id"] else "municipality",
            count=given[row["id"]],
            handed="yes" if row["id"] in handed else "no",
        )
        for row in reversed(rows["data_request"])
    ]
    decisions = [
        l10n(
            "own-data-word", date=day_of(ctx, row["reported_at"] or row["created_at"]), words=words
        )
        for row in reversed(rows["decision"])
        if (words := cut(" ".join((row["report"] or row["text"]).split()), WORDS))
    ]
    return [
        part(ctx, "own-data-requests", requests, ROOM),
        part(ctx, "own-data-decisions", decisions, SMALL_ROOM),
    ]
