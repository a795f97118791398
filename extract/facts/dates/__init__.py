"""Dates: which time of an article dates a quantity."""
