"""Texts that a person reads, in every language they were written in."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

LOCALES = ("ru", "en")
"""The languages of the product; the first one is the base language of all content."""

Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A string with something in it."""


class Text(BaseModel):
    """One text in the base language and, where somebody wrote it, in English.

    In YAML a plain string means the base language only; a translation comes from the overlay
    file or from writing ``{ru: ..., en: ...}`` on the spot.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    ru: Filled
    en: Filled | None = None

    @model_validator(mode="before")
    @classmethod
    def _accept_plain_string(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"ru": value}
        if isinstance(value, dict | Text):
            return value
        raise PydanticCustomError("text", "must be a text (put numbers and yes/no in quotes)")

    def get(self, locale: str) -> str:
        """The text in ``locale``, or in the base language when there is no translation."""
        return self.en if self.en and locale.startswith("en") else self.ru


def limited(limit: int) -> AfterValidator:
    """Refuses a text that would be cut off on a phone, in whichever language it is too long."""

    def check(text: Text) -> Text:
        for locale in LOCALES:
            length = len(getattr(text, locale) or "")
            if length > limit:
                raise PydanticCustomError(
                    "too_long",
                    "is {length} characters long in '{locale}', at most {limit} fit",
                    {"length": length, "locale": locale, "limit": limit},
                )
        return text

    return AfterValidator(check)


ButtonText = Annotated[Text, limited(32)]
OptionText = Annotated[Text, limited(60)]
ItemText = Annotated[Text, limited(200)]
TitleText = Annotated[Text, limited(120)]
AdviceText = Annotated[Text, limited(400)]
LongText = Annotated[Text, limited(1500)]
