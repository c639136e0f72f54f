"""What a methodist does with answers: look, return, accept, nudge."""
