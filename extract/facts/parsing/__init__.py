"""Parsing: spaCy, made quick; its parses stay the same."""
