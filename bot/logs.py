"""Log lines: for people on a terminal, or JSON for a collector. Never tokens, never texts."""

from __future__ import annotations

import logging
import re
import sys
from typing import Any

import structlog

_TOKEN = re.compile(r"(?<!\d)\d{3,}:[A-Za-z0-9_-]{20,}")
# Errors tell what people sent: pydantic the value, PostgreSQL the row.
_VALUE = re.compile(r"(?<=input_value=).*?(?=, input_type=)|(?<=DETAIL:)[^\n]*", re.DOTALL)


def _hide(_logger: Any, _name: str, event: Any) -> Any:
    for key, value in event.items():
        if isinstance(value, str):
            event[key] = _VALUE.sub("<hidden>", _TOKEN.sub("<token>", value))
    return event


def setup_logs(kind: str, level: str) -> None:
    """Send structlog and the standard library's records the same way, to standard error."""
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        _hide,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if kind == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for noisy in ("aiogram.event", "aiogram_dialog", "apscheduler", "alembic"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    # Tells as an error what it raises as well, a polite refusal of ours included.
    logging.getLogger("aiogram_dialog.window").setLevel(logging.CRITICAL)
