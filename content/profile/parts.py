"""Who and what there is in a municipality: organisations, schools, structures, modules."""

from typing import Annotated, Literal

from pydantic import Field

from content.model import DEFAULT_SOURCE, Key, Keyed, Model, Sourced, Titled
from content.text import Filled, Text, TitleText, limited

ModuleKey = Literal[
    "assessment",
    "routes",
    "consultations",
    "events",
    "contests",
    "communities",
    "work_groups",
    "mentoring",
    "practices",
    "expertise",
    "news",
    "training_planning",
    "aftercourse",
    "monitoring",
    "council",
    "nominations",
    "member_reports",
    "statuses",
    "surveys",
    "targeted_support",
    "resources",
    "service_packages",
    "staff_needs",
]
Year = Annotated[int, Field(ge=2000, le=2100)]


class Annex(Titled):
    """An annex of the founding document."""


class Validity(Model):
    """The years for which a document was adopted."""

    first: Year = Field(alias="from")
    last: Year = Field(alias="to")
    source: Filled = DEFAULT_SOURCE


class Document(Model):
    """The municipal act behind the profile; every ``source`` names a clause of it."""

    file: Filled | None = None
    kind: Text
    approved_by: Sourced[Text]
    term: Sourced[Text] | None = None
    valid: Validity | None = None
    annexes: Keyed[Annex] = ()


class Organisation(Model):
    """A body of the municipal system. ``bot_name`` is how the bot introduces itself."""

    key: Key
    role: Literal["authority", "operator", "council", "unit", "community", "partner"]
    name: Text
    short_name: Text
    bot_name: Text | None = None
    name_note: Filled | None = None
    source: Filled = DEFAULT_SOURCE


class Role(Titled):
    """How a role is called in this municipality."""


class SchoolStatus(Titled):
    """A ground for priority support of a school."""


class School(Model):
    """A school of the municipality; ``status`` is a key of ``school_statuses``."""

    key: Key
    name: Annotated[Text, limited(200)]
    short_name: TitleText
    status: Key | None = None
    name_in_document: Filled | None = None
    source: Filled = DEFAULT_SOURCE


class Module(Model):
    """Whether a part of the bot is at work here."""

    enabled: bool
    registry_only: bool = False
    source: Filled = DEFAULT_SOURCE


class Structure(Titled):
    """A kind of association; ``joinable`` ones take requests from teachers."""

    joinable: bool


class Service(Titled):
    """A service that the municipal model promises; ``bot`` says what answers for it here."""

    bot: Text


class Resource(Titled):
    """A site or a section of it."""

    url: Filled | None = None


class CouncilRules(Model):
    """What the methodical council decides."""

    powers: Keyed[Titled]


class Ground(Titled):
    """A reason to count somebody as a young specialist: years in ``field`` below the limit."""

    field: Literal["experience_years", "post_years"]
    below: Annotated[int, Field(ge=1)]


class Mentoring(Model):
    """Whom mentors help and who mentors are."""

    young: Annotated[Keyed[Ground], Field(min_length=1)]
    mentee_categories: Keyed[Titled] = ()
    mentor_kinds: Keyed[Titled] = ()
    model: Sourced[Text] | None = None


class RouteName(Model):
    """How the individual route is called in the document."""

    value: Text
    short: Text
    source: Filled = DEFAULT_SOURCE


class Routes(Model):
    """The individual route of a teacher."""

    name: RouteName
    basis: Sourced[Text] | None = None
    formats: Keyed[Titled] = ()
