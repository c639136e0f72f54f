"""A certificate of attendance: its words, and sending it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from aiogram import Bot

from bot.context import Ctx
from bot.event_words import organiser_of, span_words
from bot.files import send_file
from bot.people_words import position_title
from bot.reports.certificate import CertificatePaper, write_certificate
from services.events.certificates import Certificate


async def send_certificate(bot: Bot, ctx: Ctx, found: Certificate) -> None:
    """Send the certificate."""
    name = ctx.l10n.plain("certificate-file", number=found.number)
    caption = ctx.l10n("certificate-caption", name=found.name, event=found.event.title)
    make = partial(write_certificate, certificate_paper(ctx, found))
    await send_file(bot, ctx, f"{name}.docx", caption, make)


def certificate_paper(ctx: Ctx, found: Certificate) -> CertificatePaper:
    """The words of a certificate in the language of who asks for it."""
    l10n, profile, zone = ctx.l10n, ctx.services.profile, ctx.services.clock.zone
    return CertificatePaper(
        language="en-GB" if ctx.locale == "en" else "ru-RU",
        organisation=profile.operator.name.get(ctx.locale),
        place=profile.title.get(ctx.locale),
        title=l10n.plain("certificate-title"),
        number=l10n.plain("certificate-number", number=found.number),
        states=l10n.plain("certificate-states"),
        name=found.name,
        post=_post(ctx, found),
        took_part=l10n.plain("certificate-took-part"),
        event=l10n.plain("certificate-event", event=found.event.title),
        rows=_rows(ctx, found),
        signature=l10n.plain("certificate-signature"),
        seal=l10n.plain("certificate-seal"),
        issued=l10n.plain(
            "certificate-issued", date=l10n.date(ctx.services.clock.now().astimezone(zone))
        ),
        made_at=ctx.services.clock.now(),
    )


def _post(ctx: Ctx, found: Certificate) -> str:
    position = position_title(ctx, found.position)
    school = found.school.title(ctx.locale) if found.school else ""
    return ", ".join(part for part in (position, school) if part)


def _rows(ctx: Ctx, found: Certificate) -> tuple[tuple[str, str], ...]:
    """What is known of the event; what is not known has no line."""
    l10n, event, profile = ctx.l10n, found.event, ctx.services.profile
    forms = {one.key: one.title.get(ctx.locale) for one in profile.event_forms}
    levels = {one.key: one.title.get(ctx.locale) for one in profile.event_levels}
    facts = {
        "form": forms.get(event.form or "", ""),
        "level": levels.get(event.level or "", ""),
        "when": span_words(l10n, ctx.services.clock.zone, found.starts_at, found.ends_at),
        "hours": _hours(ctx, found),
        "place": event.place,
        "organiser": organiser_of(ctx, event),
    }
    return tuple((l10n.plain(f"certificate-{name}"), text) for name, text in facts.items() if text)


def _hours(ctx: Ctx, found: Certificate) -> str:
    """«1 ч 30 мин (2 академических часа)»."""
    if found.minutes is None or found.academic_hours is None:
        return ""
    hours, minutes = divmod(timedelta(minutes=found.minutes), timedelta(hours=1))
    return ctx.l10n.plain(
        "certificate-duration",
        hours=hours,
        minutes=minutes // timedelta(minutes=1),
        academic=found.academic_hours,
    )
