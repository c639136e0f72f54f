"""The format pages for municipal authors: their examples work as printed."""

import re
from pathlib import Path

import pytest

from content import Profile, Questionnaire, load_profile, load_questionnaire

DOCS = Path(__file__).parents[2] / "docs" / "ru"


def write_examples(page: str, folder: Path) -> Path:
    """The two YAML examples of a page: the file and its translation."""
    base, english = re.findall(
        r"^```yaml\n(.*?)^```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )
    path = folder / "own.yaml"
    path.write_text(base, "utf-8")
    path.with_name("own.en.yaml").write_text(english, "utf-8")
    return path


def test_example_questionnaire_works(tmp_path: Path) -> None:
    own = load_questionnaire(write_examples("questionnaire-format.md", tmp_path))
    assert (
        own.variant_for("teacher").items[0][1].text.en == "I can design a lesson from its outcome."
    )
    assert own.variant_for("head").key == "managers"


def test_example_profile_works(tmp_path: Path) -> None:
    own = load_profile(write_examples("profile-format.md", tmp_path))
    assert own.bot_name.get("en") == "Methodical Centre"
    assert own.region.source == "default"
    assert own.has("events")
    assert not own.has("nominations")


@pytest.mark.parametrize(
    ("page", "model"),
    [
        ("questionnaire-format.md", Questionnaire),
        ("profile-format.md", Profile),
    ],
)
def test_every_key_at_the_top_is_explained(
    page: str, model: type[Questionnaire] | type[Profile]
) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    for name, field in model.model_fields.items():
        key = field.alias or name
        assert re.search(rf"`{key}[`.]", text), key
