"""What the bot knows by itself: suggestions beside the fields, never answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from content import IndicatorSet
from storage.repositories.campaigns import CampaignRow
from storage.repositories.facts import Span
from storage.uow import Store

Counts = dict[int | None, int]


async def known_facts(
    store: Store,
    chosen: IndicatorSet,
    campaign_row: CampaignRow,
    school_ids: Sequence[int | None],
    now: datetime,
) -> dict[int | None, dict[str, int]]:
    """What the bot counted for a campaign: by school, then by key of the variable.

    None among `school_ids` asks for the municipality's own variables. People are those who
    signed up, at the school where they are today. Events and courses are those of the campaign's
    days; an event counts from its beginning on, for those who were marked as having come.
    """
    found: dict[int | None, dict[str, int]] = {school_id: {} for school_id in school_ids}
    span = _span(campaign_row, ZoneInfo(chosen.zone), now)
    schools = [school_id for school_id in found if school_id is not None]
    for variable in chosen.asked(municipality=False) if schools else ():
        if variable.fact is not None:
            counts = await _counted(store, chosen, variable.fact, span, schools)
            for school_id in schools:
                found[school_id][variable.key] = counts.get(school_id, 0)
    for variable in chosen.asked(municipality=True) if None in found else ():
        if variable.fact == "schools":
            found[None][variable.key] = await store.statistics.schools()
        elif variable.fact is not None:
            counts = await _counted(store, chosen, variable.fact, span, None)
            found[None][variable.key] = sum(counts.values())
    return found


async def _counted(
    store: Store,
    chosen: IndicatorSet,
    fact: str,
    span: Span,
    schools: Collection[int] | None,
) -> Counts:
    """One fact, by school; of these schools, or everywhere."""
    facts = store.facts
    years = [(ground.field, ground.below) for ground in chosen.young]
    match fact:
        case "young":
            return await facts.young(schools, years)
        case "young_at_events":
            return await facts.young_at_events(schools, years, span)
        case "event_people":
            return await facts.event_people(schools, span)
        case "trained":
            return await facts.trained(schools, span)
        case "council_members":
            return await facts.council_members(schools)
        case _:
            raise ValueError(f"nobody can count the fact {fact}")


def _span(campaign: CampaignRow, zone: ZoneInfo, now: datetime) -> Span:
    return Span(
        first=campaign.covers_from,
        last=campaign.covers_to,
        since=_midnight(campaign.covers_from, zone),
        until=min(_midnight(campaign.covers_to + timedelta(days=1), zone), now),
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone).astimezone(UTC)
