"""Mentions: an `Article` enters; the amounts, times, names and schemes that its text names leave as `Mention` records."""
