"""Campaigns: planned by the calendar or by hand, opened, asked about, closed."""
