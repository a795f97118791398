"""The shape of a scheme's name: the record, and what its capitals, owners, acronyms and joining words look like."""

import re
from dataclasses import dataclass

from extract.mentions.name_words import function_words
from extract.mentions.programme_words import heads, one_of, vetoes
from extract.spans import Span


@dataclass(frozen=True, slots=True)
class Programme:
    """A scheme that a quantity can belong to.

    Args:
        name: the fullest form that the text has, without article and owner.
        acronym: what the text calls it for short; None if it has no acronym.
        owner: whose it is, where the text says so in a possessive ("NATO’s ... Fund"); empty if it does not.
        head: the noun that stands for it later ("the fund"), in small letters; empty where the name has none.
        certain: whether the name alone shows that it is a scheme; else only its context can ("under the ...").
        definition: what the text says that the scheme is or does, beside its name.
    """

    name: str
    acronym: str | None = None
    owner: str = ""
    head: str = ""
    certain: bool = True
    definition: Span | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else self.name


WORD = r"(?:(?:[A-Z]\.){2,}|[A-ZÀ-ÖØ-Þ][\w&’'+/-]*|(?:19|20)\d\d)"
# "and", "for", "to" join two words of one name, but not where the first of them ends a name itself.
CLOSED = r"(?:Fund|Facility|Act|Mechanism|Programme|Program|Initiative|Instrument|Scheme|Package|Plan) (?:and|to)"
LISTED = rf"(?:,(?= (?:{WORD},? ){{1,3}}and ))?"  # a comma joins only in "Relief, Repair and Recovery Fund"
RUN = rf"(?<![\w’'$€£-])(?!{CLOSED}){WORD}(?:{LISTED} (?:(?:of the|of|for|and|&|to|de|la|du) )?(?!{CLOSED}){WORD}){{0,8}}"
REACH = 120  # characters before a noun in which its name begins
# "(ERA)", ", or ERA,"
ACRONYM = (
    r"(?:(?: \((?:the )?[“\"'‘]?|, or (?:the )?(?=[A-Z][\w&+-]*[A-Z][\w&+-]*,))(?P<acronym>[A-Z][\w&+-]{1,11})(?:[”\"'’]?\)|(?=,)))"
)
BEFORE_CAPITAL = re.compile(rf"(?P<run>{RUN})(?P<joint> (?:of|for|and|&))? $")
# Up to two adjectives may part a name from its noun, but no word that begins or joins a clause, nor a verb ("Kenya reach deal").
VERBS = r"(?:reach|sign|seal|strike|agree|close|near|make|want|seek|get|win|back|plan|announce|approve|launch|unveil)(?:s|es)?"
ADJECTIVES = rf"(?: (?!(?:{one_of(function_words())}|{VERBS})\b)[a-z-]+){{0,2}}"
BEFORE_SMALL = re.compile(rf"(?P<run>{RUN}){ACRONYM}?{ADJECTIVES}$")
BEFORE_BRACKET = re.compile(rf"(?P<run>{RUN})$")
YEARS = r"(?:,? (?:of )?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?)"
# A pattern that begins with a class of characters is searched for far faster than one that begins with a choice.
QUOTED = r"[“\"‘'](?:(?<=[“\"])(?P<quoted>[^“”\"\n]{2,60}?)[,.]?[”\"]|(?<=[‘'])(?P<single>[A-Z][^‘’'\n]{2,60}?)[,.]?[’'])"
POSSESSIVE = re.compile(r"^(?:.*?[\w.])(?:['’]s|(?<=s)['’]) ")


def alternatives(size: str) -> str:
    """A pattern for the nouns that end names, capitalised (`large`) or in small letters (`small`)."""
    chosen = [head for head in heads().values() if (head.large if size == "large" else head.small) != "none"]
    return one_of(head.word if size == "large" else head.word.lower() for head in chosen)


def split_owner(phrase: str) -> tuple[str, str]:
    """Whose a scheme is and what it is called; a plural that belongs to the name ("Veterans’ Fund") stays in it."""
    owner = ""
    while (match := POSSESSIVE.match(phrase)) and match[0].split()[-1].rstrip("'’s").lower() not in vetoes("plural"):
        owner, phrase = match[0].rstrip("'’s "), phrase[match.end() :]
    return owner, phrase


def trimmed(phrase: str) -> str:
    """A capitalised phrase without the words at its start that only begin the sentence."""
    words = phrase.split(" ")
    while words and (words[0] in vetoes("lead") or not words[0][:1].isupper()):
        words = words[1:]
    return " ".join(words)


def is_vetoed(name: str) -> bool:
    """Whether a name is known to be that of something else."""
    return any(name == ending or name.endswith(f" {ending}") for ending in vetoes("ending"))


def is_owner(name: str) -> bool:
    """Whether a name is that of a body which has schemes."""
    return not name or name.split(" ")[-1] in vetoes("owner")


def look_back(pattern: re.Pattern[str], match: re.Match[str]) -> re.Match[str] | None:
    """What stands right before a match."""
    return pattern.search(match.string, max(0, match.start() - REACH), match.start())
