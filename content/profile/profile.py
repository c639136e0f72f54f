"""The profile: all that makes one municipality differ from another."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, PrivateAttr, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from content.model import Key, Keyed, Loc, Model, Sourced, Titled, keys, reject
from content.profile.delivery import Delivery
from content.profile.forms import MemberReports, Nomination, Statuses
from content.profile.measure_checks import measure_misfits
from content.profile.measures import Indicator, Monitoring, Qualitative, Variable
from content.profile.parts import (
    CouncilRules,
    Document,
    Ground,
    Mentoring,
    Module,
    ModuleKey,
    Organisation,
    Resource,
    Role,
    Routes,
    School,
    SchoolStatus,
    Service,
    Structure,
)
from content.text import Text


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PydanticCustomError(
            "timezone", "'{name}' is not a time zone (e.g. Europe/Moscow)", {"name": name}
        ) from None
    return name


class Profile(Model):
    """One municipality. Values carry the clause of its document that they come from."""

    format: Literal["municipal-profile/1"]
    key: Key
    title: Text
    region: Sourced[Text]
    zone: Sourced[Annotated[str, AfterValidator(_known_zone)]] = Field(alias="timezone")
    document: Document
    organisations: Keyed[Organisation]
    roles: Keyed[Role]
    school_statuses: Keyed[SchoolStatus] = ()
    schools: Keyed[School] = ()
    schools_note: Sourced[Text] | None = None
    modules: Mapping[ModuleKey, Module]
    directions: Keyed[Titled] = ()
    services: Keyed[Service] = ()
    vectors: Keyed[Titled] = ()
    interaction_subjects: Keyed[Titled] = ()
    event_forms: Annotated[Keyed[Titled], Field(min_length=1)]
    event_levels: Annotated[Keyed[Titled], Field(min_length=1)]
    structures: Keyed[Structure] = ()
    consultation_topics: Annotated[Keyed[Titled], Field(min_length=1)]
    news_rubrics: Keyed[Titled] = ()
    resource_kinds: Keyed[Titled] = ()
    partners: Keyed[Titled] = ()
    resources: Keyed[Resource] = ()
    mentoring: Mentoring
    routes: Routes | None = None
    nomination: Nomination | None = None
    member_reports: MemberReports | None = None
    statuses: Statuses | None = None
    council: CouncilRules | None = None
    variables: Keyed[Variable] = ()
    indicators: Keyed[Indicator] = ()
    qualitative_indicators: Keyed[Qualitative] = ()
    monitoring: Monitoring
    delivery: Delivery = Delivery()
    _path: Path | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _references_resolve(self, info: ValidationInfo) -> Self:
        reject(self, self._misfits())
        self._path = (info.context or {}).get("path")
        return self

    @property
    def path(self) -> Path | None:
        """The file that the profile was read from."""
        return self._path

    @property
    def timezone(self) -> str:
        """IANA name of the time zone in which people here see times."""
        return self.zone.value

    @property
    def operator(self) -> Organisation:
        """The methodical service that runs the bot."""
        return next(one for one in self.organisations if one.role == "operator")

    @property
    def authority(self) -> Organisation:
        """The education authority above it."""
        return next(one for one in self.organisations if one.role == "authority")

    @property
    def bot_name(self) -> Text:
        """How the bot introduces itself."""
        return self.operator.bot_name or self.operator.short_name

    @property
    def young(self) -> tuple[Ground, ...]:
        """All grounds on which people here count as young specialists."""
        return self.mentoring.young

    def has(self, module: ModuleKey) -> bool:
        """Whether this part of the bot is at work in the municipality."""
        return module in self.modules and self.modules[module].enabled

    def young_grounds(
        self, experience_years: int | None, post_years: int | None
    ) -> tuple[Ground, ...]:
        """The grounds on which somebody counts as a young specialist; unknown years give none."""
        years = {"experience_years": experience_years, "post_years": post_years}
        return tuple(
            ground
            for ground in self.young
            if (value := years[ground.field]) is not None and value < ground.below
        )

    def _misfits(self) -> Iterator[tuple[Loc, str]]:
        for role in ("authority", "operator"):
            count = sum(one.role == role for one in self.organisations)
            if count != 1:
                yield ("organisations",), f"needs exactly one with role: {role}, has {count}"
        statuses = keys(self.school_statuses)
        for index, school in enumerate(self.schools):
            if school.status is not None and school.status not in statuses:
                yield ("schools", index, "status"), f"'{school.status}' is not in school_statuses"
        yield from measure_misfits(self.variables, self.indicators, self.qualitative_indicators)
        yield from self._section_misfits()

    def _section_misfits(self) -> Iterator[tuple[Loc, str]]:
        """Sections that name roles, organisations or need one another."""
        if self.nomination is not None:
            roles = keys(self.roles)
            for index, condition in enumerate(self.nomination.eligibility):
                role = condition.check.when_role
                if role is not None and role not in roles:
                    at: Loc = ("nomination", "eligibility", index, "check", "when_role")
                    yield at, f"'{role}' is not in roles"
        if self.statuses is not None and self.statuses.decision.by not in keys(self.organisations):
            at = ("statuses", "decision", "by")
            yield at, f"'{self.statuses.decision.by}' is not in organisations"
        needs: tuple[tuple[ModuleKey, str], ...] = (
            ("nominations", "nomination"),
            ("member_reports", "member_reports"),
            ("statuses", "statuses"),
        )
        for module, section in needs:
            if self.has(module) and getattr(self, section) is None:
                yield ("modules", module), f"is enabled, but the section {section} is missing"
        if self.has("monitoring") and not (self.variables or self.qualitative_indicators):
            yield ("modules", "monitoring"), "is enabled, but there is nothing to ask: no variables"
