"""newsfacts: raw news articles in, normalised fact tables out.

`facts(text, published=...)` gives the fact table of one text, `Pipeline` reads many articles. Both are loaded when first used, so
that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.api import Pipeline, facts

__all__ = ["Pipeline", "facts"]


def __getattr__(name: str) -> object:
    if name == "Pipeline":
        return import_module("extract.api").Pipeline
    if name == "facts":  # the room of that name, which can be called; once it is imported, Python finds it without this function
        return import_module("extract.facts")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
