"""Those who write to the bot: what their app does, what they see, and the driver of tests."""
