"""Places in a text: the half-open span, and the mention that stands there.

Every offset of the program counts code points of `Article.text` as it was given; the end is exclusive.
"""

from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

Value = TypeVar("Value", covariant=True)


class Span(NamedTuple):
    """A half-open range of code points, `text[start:end]`; spans sort by start, then by end."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters that stand here in `text`."""
        return text[self.start : self.end]


@dataclass(frozen=True)  # no slots: a generic alias such as Mention[Money](...) sets __orig_class__, which slots forbid on 3.11
class Mention(Generic[Value]):
    """A value found in the text.

    Args:
        span: where it stands.
        quote: `span.of(article.text)`, exactly.
        value: what it means: `Money`, `Percentage`, `Timex`, `Entity`, `Programme`.
        rule: name of the rule or model that found it.
    """

    span: Span
    quote: str
    value: Value
    rule: str
