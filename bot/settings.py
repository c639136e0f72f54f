"""Settings from the environment and `.env`; `.env.example` explains every variable."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")
_SECRETS = ("bot_token", "database_url", "backup_passphrase")
_PROFILES = Path(__file__).parent.parent / "content" / "profiles"
_PASSPHRASE = 12  # characters
_DATABASES = ("sqlite+aiosqlite://", "postgresql+asyncpg://")


class SettingsError(Exception):
    """Settings cannot be used; the text names every bad variable."""


class Settings(BaseSettings):
    """All settings of one installation, which serves one municipality."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore"
    )

    bot_token: SecretStr = Field(description="token of the bot, given by @BotFather")
    bot_api_url: str | None = Field(
        default=None, description="address of a self-hosted or local Bot API server"
    )
    database_url: str = Field(
        default="sqlite+aiosqlite:///data/bot.db",
        description="where everything is stored",
        repr=False,  # may hold a password
    )
    profile: str = Field(
        default="ust-ishim", description="key of a shipped municipality, or the path of a file"
    )
    questionnaire: Path | None = Field(
        default=None, description="path of your own questionnaire instead of the built-in one"
    )
    admin_ids: Annotated[tuple[int, ...], NoDecode] = Field(
        default=(), description="Telegram ids of administrators, separated by commas"
    )
    default_locale: Literal["ru", "en"] = Field(
        default="ru", description="language for people whose Telegram names none"
    )
    quiet_hours: Literal["on", "off"] = Field(
        default="on", description="whether the profile's quiet hours are kept"
    )
    backup_passphrase: SecretStr = Field(
        default=SecretStr(""), description="what backups are encrypted with; empty: no backups"
    )
    backup_folder: Path = Field(default=Path("data/backups"), description="where backups are kept")
    backup_keep_days: int = Field(
        default=14, ge=1, le=3650, description="for how many days backups are kept"
    )
    log_format: Literal["console", "json"] = Field(
        default="console", description="log lines for people or for a log collector"
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="how much is logged"
    )

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, value: SecretStr) -> SecretStr:
        if not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("expected digits, a colon and letters, as @BotFather gives it")
        return value

    @field_validator("backup_passphrase")
    @classmethod
    def _long_enough(cls, value: SecretStr) -> SecretStr:
        if 0 < len(value.get_secret_value()) < _PASSPHRASE:
            raise ValueError(f"expected at least {_PASSPHRASE} characters")
        return value

    @field_validator("bot_api_url")
    @classmethod
    def _address(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^/\s]+", value):
            raise ValueError("expected an address such as http://127.0.0.1:8081")
        return value.rstrip("/") if value else value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(_DATABASES):
            raise ValueError(f"expected an address that begins with {' or '.join(_DATABASES)}")
        if value.startswith("sqlite") and value.partition(":///")[2] in ("", ":memory:"):
            raise ValueError("expected the path of a file: sqlite+aiosqlite:///data/bot.db")
        try:
            urlsplit(value).port  # noqa: B018  reading it checks it
        except ValueError:
            raise ValueError("expected a number as the port") from None
        return value

    @field_validator("profile")
    @classmethod
    def _known_profile(cls, value: str) -> str:
        shipped = sorted(path.stem for path in _PROFILES.glob("*.yaml") if "." not in path.stem)
        if value not in shipped and not Path(value).is_file():
            raise ValueError(f"expected one of {', '.join(shipped)}, or the path of a file")
        return value

    @field_validator("questionnaire")
    @classmethod
    def _readable(cls, value: Path | None) -> Path | None:
        if value is not None and not value.is_file():
            raise ValueError(f"there is no file {value}")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _numbers(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part for part in re.split(r"[,;\s]+", value.strip()) if part]
        wrong = [part for part in parts if not part.isdecimal()]
        if wrong:
            raise ValueError(f"expected numbers separated by commas, found {wrong[0]!r}")
        return tuple(int(part) for part in parts)


def load_settings(**overrides: Any) -> Settings:
    """Read and check the settings; raises `SettingsError` naming every bad variable."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        lines = [_line(problem) for problem in error.errors()]
        raise SettingsError("\n".join(lines)) from None


def _line(problem: Any) -> str:
    name = str(problem["loc"][0])
    field = Settings.model_fields.get(name)
    meaning = f" ({field.description})" if field and field.description else ""
    if problem["type"] == "missing":
        return f"{name.upper()} is not set{meaning}"
    reason = str(problem["msg"]).removeprefix("Value error, ")
    shown = "" if name in _SECRETS else f" is {problem['input']!r}"
    return f"{name.upper()}{shown}: {reason}{meaning}"
