"""Settings: whatever is wrong is told at once, by name, and no secret is ever shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load_settings

Refused = Callable[..., str]

TOKEN = "123456789:AAE-secret_secret_secret_secret_se"
PASSWORD = "hunter2-and-more"
EXAMPLE = Path(__file__).parent.parent.parent / ".env.example"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine on which only the token is set."""
    for name in Settings.model_fields:
        for spelling in (name, name.upper()):
            monkeypatch.delenv(spelling, raising=False)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> Refused:
    """What is told about these variables."""

    def told(**variables: str) -> str:
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(SettingsError) as caught:
            load_settings()
        return str(caught.value)

    return told


def test_the_token_is_all_that_must_be_set() -> None:
    settings = load_settings()
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.database_url == "sqlite+aiosqlite:///data/bot.db"
    assert (settings.profile, settings.default_locale, settings.admin_ids) == (
        "ust-ishim",
        "ru",
        (),
    )


def test_a_missing_token_is_named_with_what_it_is(
    monkeypatch: pytest.MonkeyPatch, refused: Refused
) -> None:
    monkeypatch.delenv("BOT_TOKEN")
    assert refused() == "BOT_TOKEN is not set (token of the bot, given by @BotFather)"


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "")
    monkeypatch.setenv("ADMIN_IDS", "")
    assert load_settings().database_url.startswith("sqlite")


def test_variables_are_read_from_a_file_and_the_environment_wins(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("PROFILE=mirny\nLOG_LEVEL=DEBUG\nSOMEBODY_ELSES=1\n", "utf-8")
    monkeypatch.setenv("LOG_LEVEL", "ERROR")
    assert (load_settings().profile, load_settings().log_level) == ("mirny", "ERROR")


WRONG = {
    "BOT_TOKEN": "my-token",
    "BOT_API_URL": "localhost:8081",
    "DATABASE_URL": "mysql://me:hunter2-and-more@host/db",
    "QUESTIONNAIRE": "nowhere.yaml",
    "ADMIN_IDS": "1, Anna",
    "DEFAULT_LOCALE": "fr",
    "BACKUP_PASSPHRASE": "too-short",
    "BACKUP_KEEP_DAYS": "0",
    "LOG_FORMAT": "xml",
    "LOG_LEVEL": "LOUD",
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_variable_is_named_in_one_line_with_what_it_means(
    name: str, refused: Refused
) -> None:
    (line,) = refused(**{name: WRONG[name]}).splitlines()
    assert line.startswith(name)
    assert line.endswith(f"({Settings.model_fields[name.lower()].description})")


def test_all_wrong_variables_are_told_at_once(refused: Refused) -> None:
    lines = refused(**WRONG).splitlines()
    assert [re.match(r"[A-Z_]+", line).group() for line in lines] == list(WRONG)


class TestSecrets:
    @pytest.mark.parametrize(
        "wrong", [f"{TOKEN} with a space", TOKEN.replace(":", ""), f"bot{TOKEN}"]
    )
    def test_a_wrong_token_is_not_shown(self, wrong: str, refused: Refused) -> None:
        told = refused(BOT_TOKEN=wrong)
        assert "secret_secret" not in told
        assert "@BotFather" in told

    def test_the_password_of_a_wrong_database_is_not_shown(self, refused: Refused) -> None:
        assert PASSWORD not in refused(DATABASE_URL=f"mysql://me:{PASSWORD}@host/db")

    def test_neither_is_shown_where_settings_are_printed(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", f"postgresql+asyncpg://me:{PASSWORD}@host/db")
        settings = load_settings()
        for shown in (repr(settings), str(settings), f"{settings!r}"):
            assert PASSWORD not in shown
            assert TOKEN not in shown


class TestBackups:
    def test_are_off_where_no_passphrase_is_set(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BACKUP_PASSPHRASE", "")
        settings = load_settings()
        assert settings.backup_passphrase.get_secret_value() == ""
        assert (settings.backup_folder, settings.backup_keep_days) == (Path("data/backups"), 14)

    def test_need_a_passphrase_of_twelve_characters(self, refused: Refused) -> None:
        told = refused(BACKUP_PASSPHRASE="eleven char")
        assert "expected at least 12 characters" in told
        assert "eleven" not in told

    def test_do_not_show_the_passphrase(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BACKUP_PASSPHRASE", PASSWORD)
        assert PASSWORD not in repr(load_settings())


class TestAdministrators:
    @pytest.mark.parametrize(
        "typed", ["1,22,333", "1, 22, 333", "1 22 333", "1;22;333", "1,22,333,"]
    )
    def test_are_numbers_separated_in_any_usual_way(
        self, monkeypatch: pytest.MonkeyPatch, typed: str
    ) -> None:
        monkeypatch.setenv("ADMIN_IDS", typed)
        assert load_settings().admin_ids == (1, 22, 333)

    def test_may_be_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ADMIN_IDS", "700000001")
        assert load_settings().admin_ids == (700_000_001,)

    @pytest.mark.parametrize("typed", ["@anna", "1,anna", "-5", "1.5"])
    def test_that_are_no_numbers_are_refused_by_name(self, typed: str, refused: Refused) -> None:
        told = refused(ADMIN_IDS=typed)
        assert "expected numbers separated by commas" in told


class TestAddresses:
    @pytest.mark.parametrize("typed", ["http://127.0.0.1:8081", "https://api.example.org/"])
    def test_of_a_bot_api_lose_their_last_slash(
        self, monkeypatch: pytest.MonkeyPatch, typed: str
    ) -> None:
        monkeypatch.setenv("BOT_API_URL", typed)
        assert load_settings().bot_api_url == typed.rstrip("/")

    @pytest.mark.parametrize(
        "typed", ["sqlite+aiosqlite:///bot.db", f"postgresql+asyncpg://me:{PASSWORD}@host/db"]
    )
    def test_of_both_databases_are_taken(self, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
        monkeypatch.setenv("DATABASE_URL", typed)
        assert load_settings().database_url == typed

    @pytest.mark.parametrize("typed", ["sqlite:///bot.db", "postgresql://host/db", "bot.db"])
    def test_of_drivers_that_would_fail_later_are_refused_now(
        self, typed: str, refused: Refused
    ) -> None:
        assert "sqlite+aiosqlite:// or postgresql+asyncpg://" in refused(DATABASE_URL=typed)


class TestExample:
    def test_lists_exactly_the_settings(self) -> None:
        listed = re.findall(r"^(?:# )?([A-Z_]+)=", EXAMPLE.read_text("utf-8"), re.M)
        assert sorted(listed) == sorted(name.upper() for name in Settings.model_fields)

    def test_shows_the_defaults(self) -> None:
        shown = dict(re.findall(r"^# ([A-Z_]+)=(\S+)$", EXAMPLE.read_text("utf-8"), re.M))
        del shown["BOT_API_URL"]  # an example, as there is no default
        for name, value in shown.items():
            assert str(Settings.model_fields[name.lower()].default) == value
