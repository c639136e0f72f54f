"""One field of a request with all that helps to answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from content.profile.measures import Variable
from services.monitoring.answers.earlier import last_values
from services.monitoring.answers.work import Work, names_of
from services.monitoring.results.facts import known_facts
from services.monitoring.views import Campaign, DataRequest, campaign_of
from storage.repositories.data_values import ValueRow
from storage.uow import Store


@dataclass(frozen=True, slots=True)
class FieldCard:
    """One field: the `number`-th of `total` to fill now, with all that helps to answer it.

    `last` is the answer of the last period, which was the campaign `last_title`; `known` what the
    bot counted. `seen` is the state of the field; given back with an answer, it shows whether
    somebody else wrote meanwhile. `before` and `after` are the fields beside it, `whole` the
    variable of which it is a part. `can_change`: whether the answer may still change.
    """

    request: DataRequest
    campaign: Campaign
    variable: Variable
    number: int
    total: int
    value: ValueRow | None
    given_by: str
    last: ValueRow | None
    last_title: str
    known: int | None
    seen: int
    can_change: bool
    before: str | None
    after: str | None
    whole: Variable | None


async def field_card(store: Store, work: Work, variable: Variable, now: datetime) -> FieldCard:
    """A field; the caller has checked who asks."""
    keys = [one.key for one in work.fields]
    place = keys.index(variable.key) if variable.key in keys else None
    value = work.values.get(variable.key)
    names = await names_of(store, [value.given_by] if value else [])
    last = await last_values(store, work.campaign, work.row.school_id)
    whole = variable.at_most
    return FieldCard(
        request=work.request,
        campaign=campaign_of(work.campaign),
        variable=variable,
        number=(place or 0) + 1,
        total=len(keys),
        value=value,
        given_by=names.get(value.given_by or 0, "") if value else "",
        last=last.get(variable.key),
        last_title=await _campaign_of(store, last.get(variable.key)),
        known=await counted(store, work, variable.key, now),
        seen=await store.data_values.last_change(work.row.id, variable.key),
        can_change=place is not None and work.closed is None,
        before=keys[place - 1] if place else None,
        after=keys[place + 1] if place is not None and place + 1 < len(keys) else None,
        whole=work.chosen.variable(whole) if whole else None,
    )


async def _campaign_of(store: Store, value: ValueRow | None) -> str:
    """The title of the campaign in which an answer was given."""
    request = await store.data_requests.get(value.request_id) if value else None
    campaign = await store.campaigns.get(request.campaign_id) if request else None
    return campaign.title if campaign else ""


async def counted(store: Store, work: Work, key: str, now: datetime) -> int | None:
    """What the bot counted for a field; nothing where it counts nothing."""
    if work.asked(key).fact is None:
        return None
    school = work.row.school_id
    facts = await known_facts(store, work.chosen, work.campaign, [school], now)
    return facts.get(school, {}).get(key)
