"""Rules for names of schemes that only what stands around them shows: "the so-called X model", "the X scheme", "a fund, the X,"."""

import re

from extract.mentions.name_words import function_words, kind_of, like_person
from extract.mentions.programme_shapes import (
    ACRONYM,
    BEFORE_SMALL,
    QUOTED,
    RUN,
    Programme,
    alternatives,
    is_owner,
    is_vetoed,
    look_back,
    split_owner,
    trimmed,
)
from extract.mentions.programme_words import heads, one_of, vetoes
from extract.rules import Example, Rule

NUMBERED = re.compile(r"(?!COVID|SARS)[A-Z]{2,5}-\d{2,4}")  # schemes that go by a number
LONE = re.compile(r"[A-Z]{4,}|[A-Z]{2,}-[A-Z]{2,}")  # capitals that name a scheme right before such a noun
MOST_QUOTED = 6  # words of a name in quotation marks
# Nouns in small letters that only schemes have; bodies are funds and plans as well.
PURE = (
    r"(?:program(?:me)?|scheme|facility|initiative|instrument|mechanism|package|credit line|levy|subsidy|tax credit|special fund)"
)
PLAIN = r"(?:guarantee|mechanism|model|fund|levy|scheme|programme|program|facility)"  # nouns of so-called schemes in small letters
BEFORE_NAME = re.compile(rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his|[Tt]heir) (?:[a-z-]+ ){{0,3}}(?P<noun>{PURE}|fund|law|loan)$")
BEFORE_COMMA = re.compile(rf"(?P<run>{RUN}){ACRONYM}?$")
NEXT = rf"(?=[,.;:)”\"\n]|$| (?:{one_of(function_words())}|worth|designed|set|launched|agreed|created|meant|run|funded|aimed)\b)"
NOUN = re.compile(
    r"\b(?:so-|(?:program(?:me)?|scheme|fund|initiative|facility|mechanism|package|plan|project|campaign|credit line|loan|grant)"
    r",? (?:is |was )?)$"
)
# "Acme and Bolt fund the shelter": before an object the noun is a verb.
VERB_OBJECT = re.compile(r" (?:the|an?|its|their|our|both|all|each) ")


def described(match: re.Match[str]) -> Programme | None:
    """A capitalised name before a noun in small letters."""
    before = look_back(BEFORE_SMALL, match)
    if before is None or VERB_OBJECT.match(match.string, match.end()):
        return None
    if match["head"] == "plan" and match.string.startswith(" to ", match.end()):
        return None
    owner, phrase = split_owner(before["run"])
    name, acronym, head = trimmed(phrase), before["acronym"], heads()[match["head"].lower()]
    acronym = acronym or match["acronym"]
    lone = head.word in ("Scheme", "Programme", "Program") and LONE.fullmatch(name) is not None and name not in vetoes("body")
    numbered = lone or NUMBERED.fullmatch(name) is not None
    if (
        is_owner(name)
        or (" " not in name and not acronym and not numbered)
        or (name.isupper() and not numbered)
        or name.endswith(("'", "’", "'s", "’s"))
    ):
        return None
    if head.part and not acronym:
        name += match.string[before.end("run") : match.end()]
    return Programme(name, acronym, owner, head.noun, certain=acronym is not None)


def introduced(match: re.Match[str]) -> Programme | None:
    """A name that the text introduces as one: "the so-called X model", "a scheme called X"."""
    noun = look_back(NOUN, match)
    if noun is None:
        return None
    quoted = match["quoted"] or match["single"]
    small = heads()[match["small"]] if match["small"] else None
    if match["plain"]:
        if noun[0] != "so-":
            return None
        return Programme(match["plain"], head=match["plain"].split()[-1], certain=False)
    name = quoted or trimmed(split_owner(match["run"])[1])
    if noun[0] == "so-" and small is None and not (quoted and name[0].isupper()):
        return None
    if small and not quoted and (small.part or " " not in name):
        name += f" {match['small']}"
    return Programme(name, head=small.noun if small else "", certain=small is not None or noun[0] != "so-") if name else None


def quoted(match: re.Match[str]) -> Programme | None:
    """A capitalised name in quotation marks before a noun that says that it is one."""
    name = match["quoted"] or match["single"]
    return Programme(name, head=match["small"], certain=False) if name[0].isupper() and len(name.split()) <= MOST_QUOTED else None


def _is_name(name: str) -> bool:
    """Whether capitalised words that no noun of their own shows to be a scheme's may name one."""
    return " " in name and not (is_owner(name) or is_vetoed(name) or like_person(name)) and kind_of(name) in (None, "thing")


def apposed(match: re.Match[str]) -> Programme | None:
    """A name in apposition to a noun for schemes: "The special fund, the X, was"."""
    noun, name = look_back(BEFORE_NAME, match), trimmed(split_owner(match["run"])[1])
    return Programme(name, match["acronym"], head=noun["noun"].split()[-1]) if noun and _is_name(name) else None


def explained(match: re.Match[str]) -> Programme | None:
    """A name that the text explains: "the X, a credit line for farmers"."""
    before = look_back(BEFORE_COMMA, match)
    name = trimmed(split_owner(before["run"])[1]) if before else ""
    return Programme(name, before["acronym"], head=match["noun"].split()[-1]) if before and _is_name(name) else None


def framed(match: re.Match[str]) -> Programme | None:
    """A name that only the word before it shows: "under the X"."""
    quoted = match["quoted"] or match["single"]
    name = quoted or trimmed(split_owner(match["run"])[1])
    if quoted:
        return Programme(name, certain=False) if name[0].isupper() and len(name.split()) <= MOST_QUOTED else None
    return Programme(name, certain=False) if _is_name(name) else None


def numbered(match: re.Match[str]) -> Programme:
    """A ballot measure or a loan by its number."""
    return Programme(match[0], head="measure" if match["measure"] else "loan", certain=False)


CONTEXT_RULES: tuple[Rule[Programme], ...] = (
    Rule(
        name="programme-introduced",
        pattern=re.compile(
            rf"(?:called|dubbed|known as) (?:the )?(?:{QUOTED}|(?P<run>{RUN})|(?P<plain>(?:[a-z-]+ )?[a-z-]+ {PLAIN}))"
            rf"(?: (?:[a-z]+ )?(?P<small>{alternatives('small')}))?(?![\w-])"
        ),
        build=introduced,
        yes=(
            Example("Kyiv buys shells under the so-called [[Norwegian model]].", "Norwegian model"),
            Example("The so-called “[[Harbour Shield]]” initiative costs €2 billion.", "Harbour Shield"),
            Example("It is the first use of the so-called [[retreat guarantee]] in ten years.", "retreat guarantee"),
            Example("A £6 million scheme called [[Roofs for Renters]] opened.", "Roofs for Renters"),
        ),
        no=("Fighters of the so-called Islamic State took $2 million.", "The suspect, called Smith, stole $500."),
    ),
    Rule(
        name="programme-described",
        pattern=re.compile(rf" (?P<head>{alternatives('small')}|(?<=\) ){alternatives('large')})(?![\w’'-]){ACRONYM}?"),
        build=described,
        yes=(
            Example("The [[Warm Homes Ahead]] scheme pays £900 a year.", "Warm Homes Ahead"),
            Example("Grain is sold under the [[GX-102]] credit guarantee program.", "GX-102"),
            Example("It is part of the [[Harbour Revenue Advance]] (HRA) credit initiative.", "Harbour Revenue Advance (HRA)"),
            Example("Farmers get $6 under the [[FISH-AID]] scheme.", "FISH-AID"),
            Example("Bern backs the [[SOLID]] programme with $6 million.", "SOLID"),
            Example("It pays from the [[Roofs for Moldova]] (R4M) Initiative.", "Roofs for Moldova (R4M)"),
            Example("The [[Quick Relief aid package]] holds €3 million.", "Quick Relief aid package"),
        ),
        no=(
            "The White House plan costs $3 billion.",
            "The European Commission package is ready.",
            "A UK scheme pays more.",
            "A UNICEF programme feeds 5% of them.",
            "Chad and Kenya reach deal that unlocks $7.",
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
            r"[PBMALCGDR](?:(?P<measure>(?<=P)rop(?:osition|\.)?|(?<=B)allot Measure|(?<=M)easure|(?<=A)mendment) \d{1,4}[A-Z]?"
            r"|(?:(?<=L)oan|(?<=C)redit|(?<=G)rant)(?: No\.)? \d{3,6}-[A-Z]{2}"
            r"|(?:(?<=L)aw Decree|(?<=D)ecree|(?:(?<=R)egulation|(?<=D)irective)(?: \(EU\))?)(?: No\.?)? "
            r"(?:\d{1,4}/(?:19|20)\d\d|(?:19|20)\d\d/\d{1,4})(?:/E[CU])?)\b"
        ),
        build=numbered,
        yes=(
            Example("Opponents of [[Proposition 12]] spent $4 million.", "Proposition 12"),
            Example("It paid out $20 million of [[Loan 9120-UA]].", "Loan 9120-UA"),
            Example("Rome pays $2 million under [[Law Decree 50/2022]].", "Law Decree 50/2022"),
            Example("Aid flows under [[Regulation (EU) 2024/792]].", "Regulation (EU) 2024/792"),
        ),
        no=("He took out a Loan 3 years ago.", "A Decree 9/10 voters dislike."),
    ),
    Rule(
        name="programme-apposed",
        pattern=re.compile(rf", (?:(?:called|named|known as) )?the (?P<run>{RUN}){ACRONYM}?(?=[,.])"),
        build=apposed,
        yes=(
            Example("The special fund, the [[Sonderhilfe Hafen]], holds €8 million.", "Sonderhilfe Hafen"),
            Example("It is part of a bigger package, the [[Harbour Relief Supplement]].", "Harbour Relief Supplement"),
        ),
        no=("The scheme, the European Commission said, costs $3.", "The fund, the Bank of Harbour, lost $3."),
    ),
    Rule(
        name="programme-explained",
        pattern=re.compile(rf"(?:,| [–—-]) (?:an?|the|its) (?:[€£$]?[\w.,-]+ ){{0,5}}?(?P<noun>{PURE}){NEXT}"),
        build=explained,
        yes=(
            Example("[[Baltic Harbour Shield]], a €9 billion instrument, is new.", "Baltic Harbour Shield"),
            Example("They won $9 in [[Jal Nauka Yojana]], a scheme for fishermen.", "Jal Nauka Yojana"),
        ),
        no=("Acme Holdings, a loyalty programme operator, lost $3.", "Maria Lind, the scheme’s head, earns $9."),
    ),
    Rule(
        name="programme-framed",
        pattern=re.compile(
            rf"[uwpi](?:(?<=\bu)nder|(?<=\bp)art of|(?<=\bw)ithin the framework of|(?<=\bi)n the framework of)"
            rf" (?:(?:the |its |a )?(?:new )?{QUOTED}|(?:the|its|their) (?:new )?(?P<run>{RUN})){NEXT}"
        ),
        build=framed,
        yes=(
            Example("The states get $2 million under the [[Harbour Housing Accelerator]].", "Harbour Housing Accelerator"),
            Example("It gave $2 million as part of its “[[Open Harbours]]” and left.", "Open Harbours"),
        ),
        no=(
            "Under the Federal Reserve rates rose 5%.",
            "It owns 5% as part of Acme Holdings.",
            "Under Mr Lind sales rose 5%.",
            "Under the Baltic Sea lie $5 million.",
        ),
    ),
)
