"""Forms that people fill in: nomination, application for a status, report of a member."""

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from content.model import (
    DEFAULT_SOURCE,
    Key,
    Keyed,
    Loc,
    Model,
    Option,
    Sourced,
    Titled,
    keys,
    reject,
)
from content.text import Filled, Text

CHOICES = {"choice", "multi_choice", "multi_text"}
FACTS = {"nominator", "assessment_completed", "main_job_in_school"}
"""What the bot itself knows about a candidate; all other checks read fields of the form."""


class FormField(Titled):
    """One field, or a group of fields that may repeat.

    Choices come from ``options`` or, by ``options_from``, from a list beside the form.
    ``window_years``: older entries do not count, from the date of the document backwards.
    """

    type: Literal[
        "text",
        "int",
        "date",
        "bool",
        "phone",
        "email",
        "school",
        "choice",
        "multi_choice",
        "multi_text",
        "group",
    ]
    required: bool = False
    hint: Text | None = None
    options: Keyed[Option] = ()
    options_from: Literal["bases", "items"] | None = None
    min: Annotated[int, Field(ge=1)] | None = None
    repeatable: bool = False
    window_years: Annotated[int, Field(ge=1)] | None = None
    fields: "Keyed[FormField]" = ()

    @model_validator(mode="after")
    def _parts_fit_the_type(self) -> Self:
        if (self.type == "group") != bool(self.fields):
            reject(self, [(("fields",), "belongs to the type group, and only there")])
        if (self.type in CHOICES) != bool(self.options or self.options_from):
            reject(self, [(("options",), "belongs to the types of choice, and only there")])
        return self


def unresolved(fields: tuple[FormField, ...], known: str, at: Loc) -> Iterator[tuple[Loc, str]]:
    """Fields that take their options from a list other than the one beside this form."""
    for index, field in enumerate(fields):
        if field.options_from not in (None, known):
            place: Loc = (*at, index, "options_from")
            yield place, f"there is no list '{field.options_from}' beside this form"
        yield from unresolved(field.fields, known, (*at, index, "fields"))


class FormConsent(Model):
    """The consent that belongs to a form."""

    required: bool
    text: Text
    source: Filled = DEFAULT_SOURCE


class NominationForm(Model):
    """The official form and what else is needed to check the conditions."""

    consent: FormConsent
    fields: Annotated[Keyed[FormField], Field(min_length=1)]
    extra_fields: Keyed[FormField] = ()


class Check(Model):
    """A condition as data: exactly one of the comparisons, on one field or fact."""

    field: Key
    equals: bool | None = Field(default=None, alias="is")
    present: bool | None = None
    at_least: int | None = None
    at_least_chosen: int | None = None
    when_role: Key | None = None

    @model_validator(mode="after")
    def _compares_once(self) -> Self:
        chosen = [self.equals, self.present, self.at_least, self.at_least_chosen]
        if sum(value is not None for value in chosen) != 1:
            reason = "needs exactly one of is, present, at_least, at_least_chosen"
            reject(self, [((), reason)])
        return self


class Condition(Titled):
    """A condition of inclusion; ``before`` names the stage that it guards."""

    check: Check
    required: bool
    before: Key | None = None


class Nomination(Model):
    """The way of a candidate into the methodical active."""

    title: Sourced[Text]
    questionnaire: Sourced[Key]
    submitted_by: Sourced[Text]
    deadlines: Sourced[Text]
    decision_rule: Sourced[Text]
    stages: Keyed[Titled]
    form: NominationForm
    eligibility: Keyed[Condition]
    bases: Keyed[Titled]
    rights: Keyed[Titled] = ()
    duties: Keyed[Titled] = ()

    @model_validator(mode="after")
    def _references_resolve(self) -> Self:
        reject(self, self._misfits())
        return self

    def _misfits(self) -> Iterator[tuple[Loc, str]]:
        yield from unresolved(self.form.fields, "bases", ("form", "fields"))
        yield from unresolved(self.form.extra_fields, "bases", ("form", "extra_fields"))
        known = keys(self.form.fields) | keys(self.form.extra_fields) | FACTS
        stages = keys(self.stages)
        for index, condition in enumerate(self.eligibility):
            at: Loc = ("eligibility", index)
            if condition.check.field not in known:
                yield (
                    (*at, "check", "field"),
                    f"'{condition.check.field}' is neither a field of the form nor a known fact",
                )
            if condition.before is not None and condition.before not in stages:
                yield (*at, "before"), f"'{condition.before}' is not one of the stages"


class Decision(Model):
    """Who decides on an application, how, and for how long; ``by`` is an organisation."""

    by: Key
    options: Annotated[Keyed[Option], Field(min_length=2)]
    term_years: Annotated[int, Field(ge=1)]
    source: Filled = DEFAULT_SOURCE


class Statuses(Model):
    """Statuses of organisations: innovation site and the like."""

    conditions: Keyed[Titled] = ()
    items: Annotated[Keyed[Titled], Field(min_length=1)]
    application_fields: Keyed[FormField]
    decision: Decision

    @model_validator(mode="after")
    def _references_resolve(self) -> Self:
        reject(self, unresolved(self.application_fields, "items", ("application_fields",)))
        return self


class MemberReports(Model):
    """The report of a member of the methodical active."""

    trigger: Sourced[Text]
    fields: Annotated[Keyed[FormField], Field(min_length=1)]
    due_days: Sourced[Annotated[int, Field(ge=1)]]
