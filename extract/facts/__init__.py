"""Facts: an `Article` and its mentions enter; one `Fact` for each quantity that the article asserts leaves.

Rooms of its own: `parsing` makes spaCy quick, `names` says who and what an article names, `dates`, `schemes` and `slots` say what
could fill each cell. The modules beside them hold what all share: what is read of an article, frames, the ranker, the fact.

The package can be called: `extract.facts(text, published=...)` is the table of one text. A function of that name would be
overwritten by this package as soon as any of its modules is imported.
"""

import sys
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


class _Callable(ModuleType):
    """A package that is also a function, the way Python provides for it (data model, "Customizing module attribute access")."""

    def __call__(self, text: str, *, published: str | None = None, title: str | None = None) -> "pd.DataFrame":
        """See `extract.api.facts`."""
        from extract.api import facts

        return facts(text, published=published, title=title)


sys.modules[__name__].__class__ = _Callable
