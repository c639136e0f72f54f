"""What a handler, getter or action may touch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from aiogram.types import User
from aiogram_dialog import DialogManager

from bot.background import Background
from bot.l10n import L10n, Localizer
from services.errors import Refusal
from services.people import Person
from services.use_cases import Services

__all__ = ["PROBLEM", "Ctx", "Services", "ctx_of"]

# Where a handler leaves the refusal that the next screen shows above its text.
PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Ctx:
    """One event: who acts, in which language, and what they can reach."""

    services: Services
    localizer: Localizer
    l10n: L10n
    user: User
    person: Person | None
    background: Background

    @property
    def me(self) -> Person:
        """The acting person; refuses where somebody without consent presses a button."""
        if not self.services.people.consented(self.known):
            raise Refusal("consent-outdated")
        return self.known

    @property
    def known(self) -> Person:
        """The acting person, also where the consent document has changed since: whoever is
        stored may see what is stored, and erase it."""
        if self.person is None:
            raise Refusal("consent-needed")
        return self.person

    async def refreshed(self) -> Ctx:
        """The same event with the person as stored now."""
        person = await self.services.people.find(self.user.id)
        l10n = self.localizer[person.locale] if person else self.l10n
        return replace(self, person=person, l10n=l10n)

    @property
    def locale(self) -> str:
        """The language of the person."""
        return self.l10n.locale


def ctx_of(manager: DialogManager) -> Ctx:
    """The context of the event that a dialog works on."""
    found: Any = manager.middleware_data["ctx"]
    assert isinstance(found, Ctx)
    return found
