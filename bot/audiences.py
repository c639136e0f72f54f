"""An audience in words, wherever one is shown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.context import Ctx
from services.audiences import EventTitle, Named, Reach

# Criteria of several values, in the order in which they are told of.
VALUED = ("roles", "positions", "subjects", "schools", "statuses", "blocks", "levels")
LINES = (*VALUED, "young", "event", "not-at", "list", "everybody")
_VALUES, _TITLE = 300, 80  # characters


def audience_words(ctx: Ctx, named: Named) -> str:
    """The audience in one line of plain text: «Предметы: физика; молодые специалисты»."""
    return "; ".join(audience_lines(ctx, named))


def audience_lines(ctx: Ctx, named: Named) -> list[str]:
    """A line of plain text for each criterion; one that says so where it is for everybody."""
    l10n, criteria = ctx.l10n, named.criteria
    lines = [
        l10n.plain(f"audience-line-{name}", values=_values(ctx, named, name))
        for name in VALUED
        if getattr(criteria, name)
    ]
    if criteria.young:
        lines.append(l10n.plain("audience-line-young"))
    if criteria.event_id is not None:
        event = _event(ctx, named.events.get(criteria.event_id))
        places = [l10n.plain(f"audience-place-{place}") for place in criteria.places]
        told = ", ".join(places) or l10n.plain("audience-place-any")
        lines.append(l10n.plain("audience-line-event", event=event, places=told))
    if criteria.not_at is not None:
        event = _event(ctx, named.events.get(criteria.not_at))
        lines.append(l10n.plain("audience-line-not-at", event=event))
    if criteria.list_id is not None:
        name = named.list_name or l10n.plain("audience-gone")
        lines.append(l10n.plain("audience-line-list", name=name))
    return lines or [l10n.plain("audience-line-everybody")]


def reach_words(ctx: Ctx, reach: Reach, *, event: bool = False) -> str:
    """How many will get it, and how many will not and why, in plain text.

    `event`: of an audience of an event, whose announcement they will get.
    """
    counts = {"unreachable": reach.unreachable, "unsubscribed": reach.unsubscribed}
    key = "audience-reach-event" if event else "audience-reach"
    words = ctx.l10n.plain(key, total=reach.total)
    if not reach.left_out:
        return words
    why = [
        ctx.l10n.plain(f"audience-left-{name}", count=count)
        for name, count in counts.items()
        if count
    ]
    left = ctx.l10n.plain("audience-left-out", why=", ".join(why))
    return f"{words} {left}"


def titles_for(ctx: Ctx, criterion: str) -> dict[str, str]:
    """Keys that can be chosen for a criterion, and what they are called."""
    services, locale = ctx.services, ctx.locale
    if criterion == "roles":
        return {role: ctx.l10n.plain(f"role-{role}") for role in services.audiences.keys("roles")}
    if criterion == "places":
        keys = services.audiences.keys("places")
        return {key: ctx.l10n.plain(f"audience-place-{key}") for key in keys}
    _, questionnaire = services.questionnaires.live
    blocks = [block for variant in questionnaire.variants for block in variant.blocks]
    entries: dict[str, Iterable[Any]] = {
        "positions": services.catalogue.positions,
        "subjects": services.catalogue.subjects,
        "statuses": services.profile.school_statuses,
        "blocks": blocks,
        "levels": questionnaire.levels,
    }
    return {one.key: one.title.get(locale) for one in entries.get(criterion, ())}


def _values(ctx: Ctx, named: Named, criterion: str) -> str:
    chosen = getattr(named.criteria, criterion)
    if criterion == "schools":
        titles = [school.title(ctx.locale) for school in named.schools.values()]
    else:
        known = titles_for(ctx, criterion)
        titles = [title for key, title in known.items() if key in chosen]
    return _joined(titles) or ctx.l10n.plain("audience-gone")


def _joined(titles: Iterable[str]) -> str:
    """As many of them as fit."""
    text = ", ".join(titles)
    return text if len(text) <= _VALUES else text[: _VALUES - 1].rstrip(" ,") + "…"


def _event(ctx: Ctx, event: EventTitle | None) -> str:
    if event is None:
        return ctx.l10n.plain("audience-gone")
    return event_title(ctx, event, _TITLE)


def event_title(ctx: Ctx, event: EventTitle, room: int) -> str:
    """«12.03 Семинар», cut to so many characters."""
    title = event.title or ctx.l10n.plain("audience-untitled")
    if event.starts_at is not None:
        title = f"{event.starts_at.astimezone(ctx.services.clock.zone):%d.%m} {title}"
    return title if len(title) <= room else title[: room - 1].rstrip() + "…"
