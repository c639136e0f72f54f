"""What schools answer: in the chat, by a form, together."""
