"""Sections of what is stored about a person, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from bot.context import Ctx
from bot.dialogs.own_data.monitoring import monitoring
from bot.dialogs.own_data.parts import ROOM, SMALL_ROOM, WORDS, day_of, part
from bot.dialogs.widgets import cut
from bot.l10n import Safe
from bot.reports.outcomes import percent
from bot.titles import title_of_category
from services.events.reminders import chosen
from services.own_data import Overview

EVENTS_ROOM = 1300


def profile(ctx: Ctx, stored: Overview) -> list[Safe]:
    """Who I am."""
    person, l10n = stored.person, ctx.l10n
    values = {
        l10n.plain("field-name"): person.full_name,
        l10n.plain("field-school"): stored.school(person.school_id, ctx.locale),
        l10n.plain("field-position"): _title(ctx, person.position),
        l10n.plain("field-subjects"): _subjects(ctx, stored),
        l10n.plain("field-experience"): _years(ctx, person.experience_years),
        l10n.plain("field-post"): _years(ctx, person.post_years),
        l10n.plain("field-category"): _title(ctx, person.category),
        l10n.plain("own-data-attestation"): day_of(ctx, person.attestation_on),
        l10n.plain("own-data-telegram"): str(person.telegram_id),
        l10n.plain("own-data-language"): l10n.plain(f"language-{person.locale}"),
        l10n.plain("own-data-since"): day_of(ctx, person.registered_at or person.created_at),
    }
    lines = [
        l10n("summary-line", label=label, value=value or l10n.plain("not-given"))
        for label, value in values.items()
    ]
    return [Safe("\n".join([l10n("own-data-profile"), *lines]))]


def roles(ctx: Ctx, stored: Overview) -> list[Safe]:
    """What I am in the municipality, and how I came to be it."""
    rows, l10n = stored.rows, ctx.l10n
    grants = [
        l10n(
            "own-data-role",
            role=_role(ctx, stored, row),
            state=row["state"],
            date=day_of(ctx, row["decided_at"] or row["created_at"]),
        )
        for row in reversed(rows["role_grant"])
    ]
    transfers = [
        l10n(
            "own-data-transfer",
            school=stored.school(row["to_school_id"], ctx.locale),
            state=row["state"],
            date=day_of(ctx, row["decided_at"] or row["created_at"]),
        )
        for row in reversed(rows["school_transfer"])
    ]
    used = {row["invitation_id"]: row["used_at"] for row in rows["invitation_use"]}
    invitations = [
        l10n("own-data-invitation", role=_role(ctx, stored, row), date=day_of(ctx, used[row["id"]]))
        for row in reversed(rows["invitation"])
    ]
    return [
        part(ctx, "own-data-roles", grants, ROOM),
        part(ctx, "own-data-transfers", transfers, SMALL_ROOM),
        part(ctx, "own-data-invitations", invitations, SMALL_ROOM),
    ]


def career(ctx: Ctx, stored: Overview) -> list[Safe]:
    """What I learned, and what was found elsewhere."""
    l10n = ctx.l10n
    courses = [
        l10n(
            "own-data-course",
            title=row["title"],
            hours=row["hours"],
            date=day_of(ctx, row["finished_on"]),
        )
        for row in sorted(stored.rows["course"], key=lambda row: row["finished_on"], reverse=True)
    ]
    outside = [
        l10n(
            "own-data-outside-result",
            title=row["title"],
            year=str(row["year"]),
            outcome=cut(row["outcome"], WORDS),
        )
        for row in reversed(stored.rows["external_result"])
    ]
    return [
        part(ctx, "own-data-courses", courses, ROOM),
        part(ctx, "own-data-outside", outside, ROOM),
    ]


def assessments(ctx: Ctx, stored: Overview) -> list[Safe]:
    """What I found out about myself, and wrote in my own words."""
    l10n = ctx.l10n
    taken = [
        l10n(
            "own-data-pass" if one.state == "finished" else "own-data-attempt",
            date=day_of(ctx, one.at),
            variant=one.variant.get(ctx.locale),
            **({"overall": percent(ctx, one.overall)} if one.state == "finished" else {}),
        )
        for one in stored.taken
    ]
    words = [
        l10n("own-data-word", date=day_of(ctx, at), words=cut(" ".join(text.split()), WORDS))
        for at, text in stored.words
    ]
    return [
        part(ctx, "own-data-assessments", taken, ROOM),
        part(ctx, "own-data-words", words, ROOM),
    ]


def events(ctx: Ctx, stored: Overview) -> list[Safe]:
    """Where I was or am going, what I said of it, and what I want to be sent."""
    rows, l10n = stored.rows, ctx.l10n
    about = {row["id"]: row for row in rows["event"]}
    places = [_place(ctx, row, about[row["event_id"]]) for row in reversed(rows["registration"])]
    wanted = [
        l10n(
            "own-data-subscription",
            category=_category(ctx, row["category"]),
            wanted="yes" if row["wanted"] else "no",
            date=day_of(ctx, row["changed_at"]),
        )
        for row in rows["subscription"]
    ]
    sent = {row["id"]: row for row in rows["broadcast"]}
    read = [
        l10n(
            "own-data-acknowledgement",
            category=_category(ctx, sent[row["broadcast_id"]]["category"]),
            date=day_of(ctx, row["at"]),
        )
        for row in reversed(rows["acknowledgement"])
    ]
    lists = [l10n("bullet", text=row["name"]) for row in rows["saved_audience"]]
    reminders = [l10n.plain(f"reminder-{when}").lower() for when in chosen(stored.person.reminders)]
    return [
        part(ctx, "own-data-events", places, EVENTS_ROOM),
        l10n("own-data-reminders", when=", ".join(reminders) or l10n.plain("own-data-none")),
        part(ctx, "own-data-subscriptions", wanted, SMALL_ROOM),
        part(ctx, "own-data-acknowledgements", read, SMALL_ROOM),
        part(ctx, "own-data-lists", lists, SMALL_ROOM),
    ]


def service(ctx: Ctx, stored: Overview) -> list[Safe]:
    """What I agreed to, and what the bot keeps to work."""
    l10n, rows = ctx.l10n, stored.rows
    consents = [
        l10n("own-data-consent", version=row["version"], date=day_of(ctx, row["given_at"]))
        for row in sorted(rows["consent"], key=lambda row: row["given_at"], reverse=True)
    ]
    return [
        part(ctx, "own-data-consents", consents, SMALL_ROOM),
        l10n("own-data-notices", count=len(rows["outbox"])),
        l10n("own-data-log", count=stored.looks),
        l10n("own-data-rest"),
    ]


SECTIONS: tuple[Callable[[Ctx, Overview], Sequence[Safe]], ...] = (
    profile,
    roles,
    career,
    assessments,
    events,
    monitoring,
    service,
)


def _place(ctx: Ctx, row: dict[str, Any], event: dict[str, Any]) -> Safe:
    """A place in an event, and what was said of it."""
    line = ctx.l10n(
        "own-data-place",
        event=event["title"],
        date=day_of(ctx, event["starts_at"]),
        state="came" if row["attended_at"] else row["state"],
        rating=row["rating"] or 0,
    )
    if not row["comment"]:
        return line
    words = cut(" ".join(row["comment"].split()), WORDS)
    return Safe(f"{line}\n{ctx.l10n('own-data-comment', words=words)}")


def _category(ctx: Ctx, key: str) -> str:
    return title_of_category(ctx.l10n, ctx.services.profile, key)


def _role(ctx: Ctx, stored: Overview, row: dict[str, Any]) -> str:
    title, school = ctx.l10n.plain(f"role-{row['role']}"), row["school_id"]
    directions = {d.key: d.title.get(ctx.locale) for d in ctx.services.profile.directions}
    scope = stored.school(school, ctx.locale) or directions.get(row["direction"], "")
    return ctx.l10n.plain("role-with-scope", role=title, scope=scope) if scope else title


def _title(ctx: Ctx, key: str | None) -> str | None:
    catalogue = ctx.services.catalogue
    entries = (*catalogue.positions, *catalogue.categories)
    return next((entry.title.get(ctx.locale) for entry in entries if entry.key == key), None)


def _subjects(ctx: Ctx, stored: Overview) -> str:
    taught = {row["subject"] for row in stored.rows["person_subject"]}
    titles = [e.title.get(ctx.locale) for e in ctx.services.catalogue.subjects if e.key in taught]
    if not titles and stored.person.subjects_given:
        return ctx.l10n.plain("subjects-none")
    return ", ".join(titles)


def _years(ctx: Ctx, value: int | None) -> str | None:
    return None if value is None else ctx.l10n.plain("years-value", years=value)
