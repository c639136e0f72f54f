"""The consent to the processing of personal data: its own document, with its own version."""

import re
from typing import Self

from pydantic import model_validator

from content.model import Model, reject
from content.profile import Profile
from content.text import LOCALES, Filled, Text

PLACEHOLDERS = {"{operator}", "{authority}"}


class Consent(Model):
    """What a person agrees to before the first question."""

    version: Filled
    title: Text
    body: Text

    @model_validator(mode="after")
    def _names_who_processes(self) -> Self:
        for locale in LOCALES:
            found = set(re.findall(r"\{.*?\}", self.body.get(locale)))
            if found != PLACEHOLDERS:
                reason = f"must name {{operator}} and {{authority}} and nothing else ({locale})"
                reject(self, [(("body",), reason)])
        return self

    def text(self, locale: str, profile: Profile) -> str:
        """The body in ``locale`` with the full names of this municipality's organisations."""
        names = {
            "{operator}": profile.operator.name.get(locale),
            "{authority}": profile.authority.name.get(locale),
        }
        text = self.body.get(locale)
        for placeholder, name in names.items():
            text = text.replace(placeholder, name)
        return text
