"""What notices about campaigns name: the campaign, its days, how much is asked, who is silent."""

from __future__ import annotations

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.event_words import day_words
from bot.l10n import L10n, Safe
from content import Profile
from services.monitoring import Campaign
from services.outbox import Owed

_FIELD, _FIELDS = 120, 10  # characters of a name, and how many are named
_MINUTES = 5  # estimates are rounded up to so many


def collected_words(owed: Owed, l10n: L10n, profile: Profile) -> dict[str, Any]:
    """Everything that a text about a campaign may name; empty for other notices."""
    campaign, facts = owed.campaign, owed.facts
    if campaign is None:
        return {}
    zone = ZoneInfo(profile.timezone)
    today = owed.now.astimezone(zone).date()
    return {
        "campaign": title_of_campaign(campaign, l10n, profile),
        "deadline": day_words(l10n, campaign.deadline_on, today),
        "opens": day_words(l10n, campaign.opens_on, today),
        "opens_at": f"{campaign.opens_at.astimezone(zone):%H:%M}",
        "days": abs((campaign.deadline_on - today).days),
        "left": _left(owed, campaign.deadline_on, today),
        "questions": facts.get("questions", 0),
        "minutes": minutes(facts.get("questions", 0)),
        "schools": facts.get("schools", 0),
        "orphans": facts.get("orphans", 0),
        "late": "yes" if facts.get("late") else "no",
        "stage": campaign.state,
        "shifted": _shifted(campaign, l10n, today),
        "more": _shifted(campaign, l10n, today) + _wording(campaign, l10n),
        **_request_words(owed, l10n),
        **_digest_words(owed, l10n),
    }


def title_of_campaign(campaign: Campaign, l10n: L10n, profile: Profile) -> str:
    """What a campaign is called; one of the calendar in the language of the reader."""
    for entry in profile.monitoring.campaigns:
        if entry.key == campaign.key and entry.title.ru == campaign.title:
            return entry.title.get(l10n.locale)
    return campaign.title


def minutes(questions: int) -> int:
    """How long so many questions take: about one minute each."""
    return max(_MINUTES, -(-questions // _MINUTES) * _MINUTES)


def _left(owed: Owed, deadline: date, today: date) -> str:
    """What is left of the time; it does not matter to who has answered and is to correct it."""
    if owed.request is not None and owed.request.state == "returned":
        return "corrections"
    if today == deadline:
        return "today"
    return "ahead" if today < deadline else "over"


def _shifted(campaign: Campaign, l10n: L10n, today: date) -> str:
    """A paragraph on a deadline that was moved from a day off, if it was."""
    if not campaign.moved:
        return ""
    wished = day_words(l10n, campaign.wished_on, today)
    return "\n\n" + l10n.plain("notice-data-shifted", wished=wished)


def _wording(campaign: Campaign, l10n: L10n) -> str:
    """A paragraph with the word of the methodist, if there is one."""
    if not campaign.wording:
        return ""
    return "\n\n" + l10n.plain("notice-data-wording", wording=campaign.wording)


def _request_words(owed: Owed, l10n: L10n) -> dict[str, str]:
    """Whose answer is awaited."""
    request = owed.request
    if request is None:
        return {}
    school = owed.school
    if school is None:
        begin = l10n.plain("notice-from-own"), l10n.plain("notice-from-own-capital")
    else:
        name = school.title(l10n.locale)
        begin = (
            l10n.plain("notice-from-school", school=name),
            l10n.plain("notice-from-school-capital", school=name),
        )
    part = "own" if school is None else "school"
    return {
        "part": part,
        "from": begin[0],
        "from_capital": begin[1],
        "whose": school.title(l10n.locale) if school else l10n.plain("board-own"),
        "to_correct": _to_correct(owed, l10n),
    }


def _to_correct(owed: Owed, l10n: L10n) -> Safe:
    """What is to be corrected and why, a line each; of very many the first ones."""
    returned = owed.collected.returned if owed.collected else ()
    lines = []
    for title, reason in returned[:_FIELDS]:
        name = title.get(l10n.locale)
        field = name if len(name) <= _FIELD else f"{name[: _FIELD - 1]}…"
        lines.append(l10n("notice-field", field=field, reason=reason))
    if more := len(returned) - len(lines):
        lines.append(l10n("notice-campaign-digest-more", count=more))
    return Safe("\n".join(lines))


def _digest_words(owed: Owed, l10n: L10n) -> dict[str, Any]:
    """How many have answered, and who has not."""
    told = owed.collected
    if told is None:
        return {}
    english = l10n.locale == "en"
    names = [(other if english and other else name) for name, other in told.owing]
    more = told.owing_count - len(names)
    lines = [f"• {name}" for name in names]
    if more > 0:
        lines.append(l10n.plain("notice-campaign-digest-more", count=more))
    return {
        "owing": "".join(f"\n{line}" for line in lines),
        "owing_count": told.owing_count,
        "answered": told.asked_count - told.owing_count,
        "asked": told.asked_count,
    }
