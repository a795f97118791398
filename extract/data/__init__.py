"""Vocabulary of the program: TSV tables; `SOURCES.md` tells where each comes from."""
