"""Indicators: how they are computed, compared and taken out."""
