"""Where written forms stand in a text: forms are filed by their first characters, and the longest that fits a place is found."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from extract.mentions.countries import country_forms

KEY = 2  # first characters by which forms are filed


@dataclass(frozen=True, slots=True)
class FormIndex:
    """Forms by their first characters, the longest first, each as it is written and as it is known."""

    filed: dict[str, tuple[tuple[str, str], ...]]

    @classmethod
    def of(cls, forms: Iterable[str], *, capitals: bool = False) -> "FormIndex":
        """File forms; with `capitals` as a headline in capitals writes them."""
        filed: dict[str, list[tuple[str, str]]] = {}
        for form in forms:
            written = form.upper() if capitals else form
            filed.setdefault(written[:KEY], []).append((written, form))
        return cls({key: tuple(sorted(found, key=lambda pair: -len(pair[0]))) for key, found in filed.items()})

    def has(self, text: str, place: int) -> bool:
        """Whether a form can begin at a place of the text."""
        return text[place : place + KEY] in self.filed

    def longest(self, text: str, place: int) -> tuple[int, str] | None:
        """Length and form of the longest that stands at a place of the text as whole words."""
        for written, form in self.filed.get(text[place : place + KEY], ()):
            end = place + len(written)
            if text.startswith(written, place) and not (text[end : end + 1].isalnum() and written[-1].isalnum()):
                return len(written), form
        return None


@cache
def country_index(*, capitals: bool) -> FormIndex:
    """The written forms of all countries."""
    return FormIndex.of(country_forms(), capitals=capitals)
