"""Places of discussion, decisions, recommendations to schools."""
