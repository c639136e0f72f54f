"""What the pretended Telegram knows: people, chats, messages, files, waiting updates, the time."""
