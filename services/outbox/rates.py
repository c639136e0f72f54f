"""How fast the bot sends."""

from __future__ import annotations

# Telegram takes 30 messages a second from a bot; a hair less never adds up to too many.
TELEGRAM_TAKES = 30
PER_SECOND = 29.9
