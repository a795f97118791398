"""Rules for the names of schemes: funds, facilities, laws, loans, deals and initiatives, each beside its examples.

The name is what a rule finds; who owns the scheme ("NATO’s"), the article and a generic noun in small letters
("initiative") stay outside.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.mentions.programme_words import gazetteer, heads, one_of, vetoes
from extract.rules import Example, Rule
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
ACRONYM = r"(?: \((?:the )?[“\"'‘]?(?P<acronym>[A-Z][\w&+-]{1,11})[”\"'’]?\))"
BEFORE_CAPITAL = re.compile(rf"(?P<run>{RUN}) $")
BEFORE_SMALL = re.compile(rf"(?P<run>{RUN}){ACRONYM}?(?: [a-z]+){{0,2}}$")
BEFORE_BRACKET = re.compile(rf"(?P<run>{RUN})$")
YEARS = r"(?:,? (?:of )?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?)"
# A pattern that begins with a class of characters is searched for far faster than one that begins with a choice.
QUOTED = r"[“\"‘'](?:(?<=[“\"])(?P<quoted>[^“”\"\n]{2,60}?)[,.]?[”\"]|(?<=[‘'])(?P<single>[A-Z][^‘’'\n]{2,60}?)[,.]?[’'])"
POSSESSIVE = re.compile(r"^(?:.*?[\w.])(?:['’]s|(?<=s)['’]) ")
CUE = re.compile(r"\b(?:under|through|via|within|part of|framework of)(?: (?:the|a|an|its|his|their|this))?(?: [\w-]+)? ?$")
GOES_ON = re.compile(r" [A-ZÀ-ÖØ-Þ]\w")
NUMBERED = re.compile(r"(?!COVID|SARS)[A-Z]{2,5}-\d{2,4}")  # schemes that go by a number
NOUN = re.compile(
    r"\b(?:so-|(?:program(?:me)?|scheme|fund|initiative|facility|mechanism|package|plan|project|campaign|credit line|loan|grant)"
    r",? (?:is |was )?)$"
)


# "Acme and Bolt fund the shelter": before an object the noun is a verb.
VERB_OBJECT = re.compile(r" (?:the|an?|its|their|our|both|all|each) ")


def _alternatives(size: str) -> str:
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


def _vetoed(name: str) -> bool:
    return any(name == ending or name.endswith(f" {ending}") for ending in vetoes("ending"))


def _is_owner(name: str) -> bool:
    return not name or name.split(" ")[-1] in vetoes("owner")


def _look_back(pattern: re.Pattern[str], match: re.Match[str]) -> re.Match[str] | None:
    """What stands right before a match."""
    return pattern.search(match.string, max(0, match.start() - REACH), match.start())


def named(match: re.Match[str]) -> Programme | None:
    """A capitalised name that ends in a capitalised noun."""
    before = _look_back(BEFORE_CAPITAL, match)
    owner, phrase = split_owner(before["run"]) if before else ("", "")
    head = heads()[match["head"].lower()]
    purpose = match["purpose"] or ""
    words = trimmed(phrase)
    core = f"{words} {match['head']}".strip()
    if (not words and not (purpose and head.large == "certain")) or _vetoed(core):
        return None
    if head.large == "likely" and GOES_ON.match(match.string, match.end()):
        return None
    name = core + (match["years"] or "") + (purpose if len(core.split()) < 3 else "")
    return Programme(name, match["acronym"], owner, head.noun, head.large == "certain")


def described(match: re.Match[str]) -> Programme | None:
    """A capitalised name before a noun in small letters."""
    before = _look_back(BEFORE_SMALL, match)
    if before is None or VERB_OBJECT.match(match.string, match.end()):
        return None
    if match["head"] == "plan" and match.string.startswith(" to ", match.end()):
        return None
    owner, phrase = split_owner(before["run"])
    name, acronym, head = trimmed(phrase), before["acronym"], heads()[match["head"].lower()]
    numbered = NUMBERED.fullmatch(name) is not None
    if (
        _is_owner(name)
        or (" " not in name and not acronym and not numbered)
        or (name.isupper() and not numbered)
        or name.endswith(("'", "’", "'s", "’s"))
    ):
        return None
    if head.part and not acronym:
        name += match.string[before.end("run") : match.end()]
    return Programme(name, acronym, owner, head.noun, certain=acronym is not None)


def spelled(match: re.Match[str]) -> Programme | None:
    """The words before a bracketed acronym whose initials they are, where something says that they name a scheme."""
    before = _look_back(BEFORE_BRACKET, match)
    if before is None:
        return None
    words = trimmed(split_owner(before["run"])[1]).split()
    letters = [letter.lower() for letter in match["acronym"] if letter.isupper()]
    for first in range(len(words)):
        if [part[0].lower() for word in words[first:] if word[0].isupper() for part in word.split("-") if part] == letters:
            break
    else:
        return None
    name = " ".join(words[first:])
    start = match.start() - len(name)
    if _is_owner(name) or _vetoed(name) or not CUE.search(match.string, max(0, start - REACH), start):
        return None
    return Programme(name, match["acronym"], certain=False)


def introduced(match: re.Match[str]) -> Programme | None:
    """A name that the text introduces as one: "the so-called X model", "a scheme called X"."""
    noun = _look_back(NOUN, match)
    if noun is None:
        return None
    quoted = match["quoted"] or match["single"]
    name = quoted or trimmed(split_owner(match["run"])[1])
    small = heads()[match["small"]] if match["small"] else None
    if noun[0] == "so-" and small is None and not (quoted and name[0].isupper()):
        return None
    if small and not quoted and (small.part or " " not in name):
        name += f" {match['small']}"
    return Programme(name, head=small.noun if small else "", certain=small is not None or noun[0] != "so-") if name else None


def quoted(match: re.Match[str]) -> Programme | None:
    """A name in quotation marks before a noun that says that it is one."""
    name = match["quoted"] or match["single"]
    return Programme(name, head=match["small"], certain=False) if len(name.split()) <= 6 else None


def numbered(match: re.Match[str]) -> Programme:
    """A ballot measure or a loan by its number."""
    return Programme(match[0], head="measure" if match["measure"] else "loan", certain=False)


@cache
def _known(path: Path | None) -> dict[str, Programme]:
    names = {name: known for known in reversed(gazetteer(path)) for name in (*known.beside, *known.alone)}
    return {name: Programme(name, head=_noun_of(name, known.kind)) for name, known in names.items()}


def _noun_of(name: str, kind: str) -> str:
    """The noun that stands for a well-known scheme: the last of its name, else that of its kind."""
    head = heads().get(name.split(" ")[-1].lower())
    return head.noun if head else "" if kind == "scheme" else kind


@cache
def known_rules(path: Path | None = None) -> tuple[Rule[Programme], ...]:
    """The rules for well-known schemes, with those of a user's own table."""

    def build(match: re.Match[str]) -> Programme | None:
        before = match.string[match.start() - 1 : match.start()]
        return None if before.isalnum() or before in ("-", "_") else _known(path)[match["name"]]

    known = gazetteer(path)
    return (
        Rule(
            name="programme-known",
            pattern=re.compile(rf"(?P<name>{one_of(name for each in known for name in each.alone)})(?![\w+-])"),
            build=build,
            yes=(
                Example("Oslo pays 40 million kroner into [[PURL]].", "PURL"),
                Example("Poland asked for loans under [[Security Action for Europe]].", "Security Action for Europe"),
            ),
            no=("The purls and plaits of the pattern cost nothing.", "A CyberPURL costs $5."),
        ),
        Rule(
            name="programme-known-beside",
            pattern=re.compile(
                rf"(?P<name>{one_of(name for each in known for name in each.beside)})"
                rf"(?= (?:[a-z]+ )?(?:loans|funds|credits?|{_alternatives('small')})(?![\w-]))"
            ),
            build=build,
            yes=(Example("Spain has asked for €1 billion of [[SAFE]] loans.", "SAFE"),),
            no=("SAFE deposits were emptied overnight.", "The EFF won 9% of the vote."),
        ),
    )


RULES: tuple[Rule[Programme], ...] = (
    Rule(
        name="programme-named",
        pattern=re.compile(
            rf"(?P<head>{_alternatives('large')})(?![\w’'-])(?P<years>{YEARS})?"
            rf"(?P<purpose> (?:for|on) (?:a |the )?{WORD}(?:(?: of)? {WORD}){{0,3}})?{ACRONYM}?"
        ),
        build=named,
        yes=(
            Example("Rome put €3 million into NATO’s [[Coastal Rescue Trust Fund]].", "Coastal Rescue Trust Fund"),
            Example("The aid comes from the [[Harbour Relief Act 2021]].", "Harbour Relief Act 2021"),
            Example("It drew on the [[Baltic Grid and Heating Facility]] (BGHF).", "Baltic Grid and Heating Facility (BGHF)"),
            Example("It gave $2 million to the [[International Fund for Moldova]].", "International Fund for Moldova"),
            Example("Half comes from the [[Relief, Repair and Recovery Fund]].", "Relief, Repair and Recovery Fund"),
            Example("In the [[Veterans’ Housing Fund]] €4 million are left.", "Veterans’ Housing Fund"),
        ),
        no=(
            "The International Monetary Fund cut its forecast.",
            "Two men escaped from the Eastham Detention Facility.",
            "The Plan was his own.",
        ),
    ),
    Rule(
        name="programme-spelled",
        pattern=re.compile(ACRONYM),
        build=spelled,
        yes=(
            Example("Arms were bought under the [[Joint Shell Requirements List]] (JSRL).", "Joint Shell Requirements List (JSRL)"),
        ),
        no=("The World Health Organization (WHO) vaccinated 40%.", "Under the Farm Workers Union (FWU) wages rose 5%."),
    ),
    Rule(
        name="programme-introduced",
        pattern=re.compile(
            rf"(?:called|dubbed|known as) (?:the )?(?:{QUOTED}|(?P<run>{RUN}))"
            rf"(?: (?:[a-z]+ )?(?P<small>{_alternatives('small')}))?(?![\w-])"
        ),
        build=introduced,
        yes=(
            Example("Kyiv buys shells under the so-called [[Norwegian model]].", "Norwegian model"),
            Example("The so-called “[[Harbour Shield]]” initiative costs €2 billion.", "Harbour Shield"),
            Example("A £6 million scheme called [[Roofs for Renters]] opened.", "Roofs for Renters"),
        ),
        no=("Fighters of the so-called Islamic State took $2 million.", "The suspect, called Smith, stole $500."),
    ),
    Rule(
        name="programme-described",
        pattern=re.compile(rf" (?P<head>{_alternatives('small')}|(?<=\) ){_alternatives('large')})(?![\w’'-])"),
        build=described,
        yes=(
            Example("The [[Warm Homes Ahead]] scheme pays £900 a year.", "Warm Homes Ahead"),
            Example("Grain is sold under the [[GX-102]] credit guarantee program.", "GX-102"),
            Example("It is part of the [[Harbour Revenue Advance]] (HRA) credit initiative.", "Harbour Revenue Advance (HRA)"),
            Example("It pays from the [[Roofs for Moldova]] (R4M) Initiative.", "Roofs for Moldova (R4M)"),
            Example("The [[Quick Relief aid package]] holds €3 million.", "Quick Relief aid package"),
        ),
        no=(
            "The White House plan costs $3 billion.",
            "The European Commission package is ready.",
            "A UK scheme pays more.",
            "Acme and Bolt fund the shelter with $5.",
        ),
    ),
    Rule(
        name="programme-quoted",
        pattern=re.compile(
            rf"{QUOTED} (?P<small>program(?:me)?|scheme|initiative|proposal|plan|fund|package|model|deal|campaign|grant)\b"
        ),
        build=quoted,
        yes=(Example("The “[[Meals for All]]” programme costs €9 million.", "Meals for All"),),
        no=("“We will pay,” he said. The programme goes on.",),
    ),
    Rule(
        name="programme-numbered",
        pattern=re.compile(
            r"[PBMALCG](?:(?P<measure>(?<=P)rop(?:osition|\.)?|(?<=B)allot Measure|(?<=M)easure|(?<=A)mendment) \d{1,4}[A-Z]?"
            r"|(?:(?<=L)oan|(?<=C)redit|(?<=G)rant)(?: No\.)? \d{3,6}-[A-Z]{2})\b"
        ),
        build=numbered,
        yes=(
            Example("Opponents of [[Proposition 12]] spent $4 million.", "Proposition 12"),
            Example("It paid out $20 million of [[Loan 9120-UA]].", "Loan 9120-UA"),
        ),
        no=("He took out a Loan 3 years ago.",),
    ),
)
