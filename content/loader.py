"""From files to models: reads, lays the translation over, validates, explains."""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from content.catalogue import Catalogue
from content.consent import Consent
from content.demo import Demo
from content.errors import ContentError, Problem, reason_of
from content.overlay import Overlay
from content.profile import Profile
from content.questionnaire import Questionnaire
from content.sheets import Sheets
from content.source import Source, read

HERE = Path(__file__).resolve().parent
QUESTIONNAIRES = HERE / "questionnaires"
PROFILES = HERE / "profiles"
BUILT_IN_QUESTIONNAIRE = "fgos-2021"

M = TypeVar("M", bound=BaseModel)


def load_questionnaire(path: Path | None = None) -> Questionnaire:
    """The built-in questionnaire, or the one in the file ``path``, with its translation."""
    return _load(Questionnaire, path or QUESTIONNAIRES / f"{BUILT_IN_QUESTIONNAIRE}.yaml")


def load_profile(key_or_path: str | Path) -> Profile:
    """A shipped profile by its key, or a municipality's own by the path of its file."""
    path = _profile_path(key_or_path)
    profile = _load(Profile, path)
    if profile.nomination is not None:
        wanted = profile.nomination.questionnaire.value
        folders = (QUESTIONNAIRES, path.parent)
        if not any((folder / f"{wanted}.yaml").is_file() for folder in folders):
            reason = f"there is no questionnaire '{wanted}' here or beside the profile"
            raise ContentError([read(path).problem(("nomination", "questionnaire"), reason)])
    return profile


def load_catalogue() -> Catalogue:
    """Subjects, categories, positions and rubrics of events."""
    return _load(Catalogue, HERE / "catalogue.yaml")


def load_consent() -> Consent:
    """The current version of the consent."""
    return _load(Consent, HERE / "consent.yaml")


def load_demo() -> Demo:
    """The people of the demonstration, their events and broadcasts."""
    return _load(Demo, HERE / "demo.yaml")


@cache
def load_sheets() -> Sheets:
    """Layouts of the spreadsheets that people send in."""
    return _load(Sheets, HERE / "sheets.yaml")


def available_profiles() -> tuple[str, ...]:
    """Keys of the profiles that are shipped."""
    return tuple(sorted(p.stem for p in PROFILES.glob("*.yaml") if "." not in p.stem))


def _profile_path(key_or_path: str | Path) -> Path:
    if isinstance(key_or_path, str) and key_or_path in available_profiles():
        return PROFILES / f"{key_or_path}.yaml"
    path = Path(key_or_path)
    if path.suffix in (".yaml", ".yml"):
        return path
    known = ", ".join(available_profiles())
    reason = f"is neither a profile ({known}) nor the path of a .yaml file"
    raise ContentError([Problem(str(key_or_path), "", reason)])


def _load(model: type[M], path: Path) -> M:
    base = read(path)
    overlay = Overlay.beside(base)
    # A key renamed in the base file breaks its translation too: tell both, the cause first.
    strays = overlay.problems if overlay else []
    # By way of JSON: strict validation then takes arrays for tuples, and a dump restored
    # from the database goes exactly the same way.
    data = json.dumps(overlay.data if overlay else base.data, default=str)
    try:
        content = model.model_validate_json(data, context={"path": path})
    except ValidationError as error:
        causes = [_explain(one, base, overlay) for one in error.errors()]
        raise ContentError([*causes, *strays]) from None
    if strays:
        raise ContentError(strays)
    return content


def _explain(error: Any, base: Source, overlay: Overlay | None) -> Problem:
    """Blames the translation for what only it can have caused, the base file for the rest."""
    loc = error["loc"]
    if overlay is not None:
        text_loc = loc[:-1] if loc[-1:] == ("en",) else loc
        place = overlay.places.get(text_loc)
        if place is not None:
            if text_loc == loc and error["type"] in ("string_type", "literal_error"):
                return overlay.source.problem(place, "is not a text that can be translated")
            if text_loc != loc or error.get("ctx", {}).get("locale") == "en":
                return overlay.source.problem(place, reason_of(error))
    return base.problem(loc, reason_of(error))
