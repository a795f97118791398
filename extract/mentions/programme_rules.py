"""Rules for the names of schemes: funds, facilities, laws, loans, deals and initiatives, each beside its examples.

The name is what a rule finds; who owns the scheme ("NATO’s"), the article and a generic noun in small letters
("initiative") stay outside. These rules know a name by its own words, those of `programme_context.py` by what stands around it.
"""

import re
from dataclasses import replace
from functools import cache

from extract.mentions.name_words import kind_of
from extract.mentions.programme_context import CONTEXT_RULES
from extract.mentions.programme_shapes import (
    ACRONYM,
    BEFORE_BRACKET,
    BEFORE_CAPITAL,
    REACH,
    RUN,
    WORD,
    YEARS,
    Programme,
    alternatives,
    is_owner,
    is_vetoed,
    look_back,
    split_owner,
    trimmed,
)
from extract.mentions.programme_words import Known, gazetteer, heads, one_of
from extract.rules import Example, Rule

BEFORE_COLON = re.compile(rf"\b[Tt]he (?P<above>{RUN}): $")
GOES_ON = re.compile(r" [A-ZÀ-ÖØ-Þ]\w")
CUE = re.compile(r"\b(?:under|through|via|within|part of|framework of)(?: (?:the|a|an|its|his|their|this))?(?: [\w-]+)? ?$")
LEAST = 2  # words of a name that has an acronym
BODIES = frozenset({"country", "bloc", "organisation", "place"})
# Nouns that, right behind an acronym, show that it is a scheme's.
SHOWN = r"(?: (?:[a-z-]+ )?(?:programme|program|scheme|facility|mechanism|initiative|instrument|loans?|grants?)\b)"


def look_above(text: str, place: int) -> str | None:
    """The capitalised words before a colon that a name begins with: "the Warm Homes: Local Grant"."""
    found = BEFORE_COLON.search(text, max(0, place - REACH), place)
    return found["above"] if found else None


def named(match: re.Match[str]) -> Programme | None:
    """A capitalised name that ends in a capitalised noun."""
    before = look_back(BEFORE_CAPITAL, match)
    owner, phrase = split_owner(before["run"]) if before else ("", "")
    head = heads()[match["head"].lower()]
    purpose = match["purpose"] or ""
    words = trimmed(phrase)
    joint = (before["joint"] or "") if before else ""
    core = f"{words}{joint} {match['head']}".strip()
    if (not words and not (purpose and head.large == "certain")) or is_vetoed(core):
        return None
    if head.large == "likely" and GOES_ON.match(match.string, match.end()):
        return None
    above = look_above(match.string, match.start() - len(core) + len(match["head"])) if before else None
    if above:
        core = f"{above}: {core}"
    name = core + (match["years"] or "") + (purpose if len(core.split()) < 3 else "")
    return Programme(name, match["acronym"], owner, head.noun, head.large == "certain")


def spelled(match: re.Match[str]) -> Programme | None:
    """The words before an acronym in brackets, where something says that they name a scheme.

    That is the word before them ("under the") if the acronym has their initials, or a noun behind the acronym elsewhere in the
    text ("the ERA loans").
    """
    before = look_back(BEFORE_BRACKET, match)
    if before is None:
        return None
    words = trimmed(split_owner(before["run"])[1]).split()
    letters = [letter.lower() for letter in match["acronym"] if letter.isupper()]
    for first in range(len(words)):
        if [part[0].lower() for word in words[first:] if word[0].isupper() for part in word.split("-") if part] == letters:
            name = " ".join(words[first:])
            break
    else:
        first, name = 0, " ".join(words)
        letters = []
    start = match.start() - len(name)
    if is_owner(name) or is_vetoed(name) or len(words) - first < LEAST or kind_of(name) in BODIES:
        return None
    shown = re.search(rf"\b{re.escape(match['acronym'])}{SHOWN}", match.string) is not None
    if not shown and not (letters and CUE.search(match.string, max(0, start - REACH), start)):
        return None
    return Programme(name, match["acronym"], certain=shown)


@cache
def _known(own: tuple[Known, ...]) -> dict[str, Programme]:
    names = {name: known for known in reversed(gazetteer(own)) for name in (*known.beside, *known.alone)}
    return {name: Programme(name, head=_noun_of(name, known.kind)) for name, known in names.items()}


def _noun_of(name: str, kind: str) -> str:
    """The noun that stands for a well-known scheme: the last of its name, else that of its kind."""
    head = heads().get(name.split(" ")[-1].lower())
    return head.noun if head else "" if kind == "scheme" else kind


@cache
def known_rules(own: tuple[Known, ...] = ()) -> tuple[Rule[Programme], ...]:
    """The rules for well-known schemes, a user's own among them."""

    def build(match: re.Match[str]) -> Programme | None:
        before = match.string[match.start() - 1 : match.start()]
        if before.isalnum() or before in ("-", "_"):
            return None
        acronym = match.groupdict().get("acronym")
        return replace(_known(own)[match["name"]], acronym=acronym)

    known = gazetteer(own)
    return (
        Rule(
            name="programme-known",
            pattern=re.compile(
                rf"(?P<name>{one_of(name for each in known for name in each.alone)})(?![\w+-])"
                rf"(?: {alternatives('small')})?{ACRONYM}?"
            ),
            build=build,
            yes=(
                Example("Oslo pays 40 million kroner into [[PURL]].", "PURL"),
                Example("Poland asked for loans under [[Security Action for Europe]].", "Security Action for Europe"),
                Example("They lend through the [[Team Europe]] scheme (TES).", "Team Europe (TES)"),
            ),
            no=("The purls and plaits of the pattern cost nothing.", "A CyberPURL costs $5."),
        ),
        Rule(
            name="programme-known-beside",
            pattern=re.compile(
                rf"(?P<name>{one_of(name for each in known for name in each.beside)})"
                rf"(?= (?:[a-z]+ )?(?:loans|funds|credits?|drawdowns?|{alternatives('small')})(?![\w-]))"
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
            rf"(?P<head>{alternatives('large')})(?![\w’'-])(?P<years>{YEARS})?"
            rf"(?P<purpose> (?:for|on) (?:a |the )?{WORD}(?:(?: to {WORD} and| of(?: the)?| to)? {WORD}){{0,3}})?{ACRONYM}?"
        ),
        build=named,
        yes=(
            Example("Rome put €3 million into NATO’s [[Coastal Rescue Trust Fund]].", "Coastal Rescue Trust Fund"),
            Example("The aid comes from the [[Harbour Relief Act 2021]].", "Harbour Relief Act 2021"),
            Example("It drew on the [[Baltic Grid and Heating Facility]] (BGHF).", "Baltic Grid and Heating Facility (BGHF)"),
            Example("It gave $2 million to the [[International Fund for Moldova]].", "International Fund for Moldova"),
            Example("It lent $2 from the [[Fund for the Renewal of the Harbour]].", "Fund for the Renewal of the Harbour"),
            Example("It pays through the [[Dry Homes: Harbour Grant]] from May.", "Dry Homes: Harbour Grant"),
            Example("Half comes from the [[Relief, Repair and Recovery Fund]].", "Relief, Repair and Recovery Fund"),
            Example("Geneva’s [[Nepal Flood Needs and Response Plan]] asks for $9.", "Nepal Flood Needs and Response Plan"),
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
            Example(
                "[[Matsya Sahay Nidhi]] (FISH-AID) pays $6. Under the FISH-AID scheme boats are free.",
                "Matsya Sahay Nidhi (FISH-AID)",
                also=("FISH-AID",),
            ),
            Example("Allies lend under [[Joint Harbour Repair]], or JHR, which has $6 million.", "Joint Harbour Repair (JHR)"),
        ),
        no=(
            "The World Health Organization (WHO) vaccinated 40%.",
            "Under the Farm Workers Union (FWU) wages rose 5%.",
            "The Harbour Agency (HA) runs an HA programme.",
        ),
    ),
    *CONTEXT_RULES,
)
