"""Text of messages: markup parsed, cleaned and cut into entities as Telegram does it."""
