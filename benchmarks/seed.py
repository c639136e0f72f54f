"""A database of registered teachers, made once through the services and copied for each bot."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bot.app import build
from bot.context import Services
from bot.settings import load_settings
from services.people import TEACHER


async def seed(path: Path, telegram_ids: list[int]) -> None:
    """Write the database file, in the state that sign-up in the chat would leave."""
    url = f"sqlite+aiosqlite:///{path}"
    settings = load_settings(_env_file=None, bot_token="42:TEST", database_url=url)
    application = await build(settings)
    try:
        await asyncio.gather(*[_sign_up(application.services, each) for each in telegram_ids])
    finally:
        await application.close()


async def _sign_up(services: Services, telegram_id: int) -> None:
    people, catalogue = services.people, services.catalogue
    me = (await people.give_consent(telegram_id, "ru", services.consent.version)).id
    await people.save_name(me, "Иванова Анна Петровна")
    await people.propose_school(me, "МБОУ «Средняя школа № 1»")
    await people.choose_position(me, TEACHER)
    await people.mark_subject(me, catalogue.subjects[0].key, True)
    await people.confirm_subjects(me)
    await people.save_experience(me, "7")
    await people.save_post_years(me, "5")
    await people.choose_category(me, catalogue.categories[0].key)
    await people.complete(me)
