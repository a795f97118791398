"""The command line."""

from extract.cli.commands import main

__all__ = ["main"]
