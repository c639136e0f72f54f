"""Content of the bot: questionnaires, municipal profiles, catalogue, consent.

YAML files and the models that validate them; no database, nothing of the other packages.
"""

from content.catalogue import Catalogue, Entry, EventRubric
from content.consent import Consent
from content.demo import (
    Demo,
    DemoAnswer,
    DemoBroadcast,
    DemoCampaign,
    DemoCard,
    DemoDecision,
    DemoEvent,
    DemoPass,
    DemoPerson,
    DemoWork,
)
from content.errors import ContentError, Problem
from content.indicator_set import IndicatorSet
from content.loader import (
    available_profiles,
    load_catalogue,
    load_consent,
    load_demo,
    load_profile,
    load_questionnaire,
    load_sheets,
)
from content.model import Option
from content.profile import (
    Delivery,
    Ground,
    Indicator,
    Organisation,
    Profile,
    Qualitative,
    School,
    Variable,
)
from content.questionnaire import Block, Item, Questionnaire, Recommendation, Request, Variant
from content.scale import Level, Scale, Scoring, Vector
from content.sheets import SheetColumn, SheetLayout, Sheets
from content.text import LOCALES, Text

__all__ = [
    "LOCALES",
    "Block",
    "Catalogue",
    "Consent",
    "ContentError",
    "Delivery",
    "Demo",
    "DemoAnswer",
    "DemoBroadcast",
    "DemoCampaign",
    "DemoCard",
    "DemoDecision",
    "DemoEvent",
    "DemoPass",
    "DemoPerson",
    "DemoWork",
    "Entry",
    "EventRubric",
    "Ground",
    "Indicator",
    "IndicatorSet",
    "Item",
    "Level",
    "Option",
    "Organisation",
    "Problem",
    "Profile",
    "Qualitative",
    "Questionnaire",
    "Recommendation",
    "Request",
    "Scale",
    "School",
    "Scoring",
    "SheetColumn",
    "SheetLayout",
    "Sheets",
    "Text",
    "Variable",
    "Variant",
    "Vector",
    "available_profiles",
    "load_catalogue",
    "load_consent",
    "load_demo",
    "load_profile",
    "load_questionnaire",
    "load_sheets",
]
