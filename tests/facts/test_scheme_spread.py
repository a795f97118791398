"""Which scheme a quantity belongs to by what other sentences say: [[double brackets]] mark the quantities."""

from collections.abc import Callable

import pytest

from extract.facts.schemes.links import SchemeLink

Links = Callable[..., list[SchemeLink | None]]


def test_definition_match_links_sentences_that_lie_apart(links_in: Links) -> None:
    marked = (
        "Iceland has already spent [[€3 million]] on buying shells for Kyiv from Ukrainian makers.\n"
        "Kyiv hopes to raise [[€1 billion]] under the so-called Bergen model, which entails allies purchasing shells and drones"
        " for Kyiv straight from Ukrainian manufacturers.\n"
        "Iceland has given [[€90 million]] in all."
    )
    assert [(link.name, link.rule) if link else None for link in links_in(marked)] == [
        ("Bergen model", "scheme-defined"),
        ("Bergen model", "scheme-frame"),
        None,
    ]


OVER_SENTENCES = [
    # "the fund" is the last one named, a general noun stands for a name without one
    ("The Clean Rivers Fund is new. Oslo paid [[€5 million]] into the fund.", ["Clean Rivers Fund"]),
    ("PURL is new. Oslo spent [[€5 million]] through this mechanism.", ["PURL"]),
    ("The Clean Rivers Plan is new. Oslo paid [[€5 million]] into the plan.", [None]),
    ("The Clean Rivers Facility is new. Oslo paid [[€5 million]] through this programme.", ["Clean Rivers Facility"]),
    ("The Clean Rivers Facility is new. Oslo paid [[€5 million]] through the programme.", ["Clean Rivers Facility"]),
    ("The Clean Rivers Facility and the Dry Homes Fund are new. Oslo paid [[€5 million]] through the programme.", [None]),
    ("Oslo set up the Clean Rivers Fund. It started with [[€9 million]].", ["Clean Rivers Fund"]),
    ("The Clean Rivers Fund pays [[€350]] a month. In May this will rise to [[€500]].", ["Clean Rivers Fund"] * 2),
    ("The Clean Rivers Fund pays [[€9 million]]. At least [[50%]] of it must go to Riga.", ["Clean Rivers Fund"] * 2),
    ("It got [[€9 million]] under the law's Clean Rivers Grant.", ["Clean Rivers Grant"]),
    # a frame behind a list is that of the whole list
    ("Oslo adds [[€3 million]], and Riga [[€9 million]], through the Clean Rivers Fund.", ["Clean Rivers Fund"] * 2),
    ("Oslo gave [[€3 million]] and [[€9 million]] via the Clean Rivers Fund.", ["Clean Rivers Fund"] * 2),
    ("Oslo gave [[€3 million]] to Riga and [[€9 million]] via the Clean Rivers Fund.", [None, "Clean Rivers Fund"]),
    (
        "The Clean Rivers Prize is old. It rained. It snowed. It blew. It hailed. It froze. The prize is [[€500]].",
        ["Clean Rivers Prize"],
    ),
    # a tranche is one of the scheme spoken of, if that is one alone
    ("Kyiv signed up to the Clean Rivers Facility. A first tranche of [[€5 million]] came in May.", ["Clean Rivers Facility"]),
    (
        "Kyiv signed up to the Clean Rivers Facility and the Rural Homes Fund. A first tranche of [[€5 million]] came in May.",
        [None],
    ),
    # a claim reaches back to the last sums; "this" only to the sentence before; it reaches on if nothing stands before
    ("Oslo gave [[€5 million]]. It sent tents. The aid falls under the Clean Rivers Initiative.", ["Clean Rivers Initiative"]),
    ("Oslo gave [[€5 million]]. It sent tents. This aid falls under the Clean Rivers Initiative.", [None]),
    ("The aid is provided through the Clean Rivers Initiative. Oslo gave [[€5 million]].", ["Clean Rivers Initiative"]),
    ("Oslo gave [[€5 million]]. The package would also help the Clean Rivers Initiative.", [None]),
    # "another" goes on in the next sentence; within one it is another thing
    (
        "Oslo paid [[€5 million]] into the Clean Rivers Fund. Riga pays another [[€2 million]].",
        ["Clean Rivers Fund", "Clean Rivers Fund"],
    ),
    ("The Clean Rivers Fund got [[€5 million]] and a [[€2 million]] sale failed.", ["Clean Rivers Fund", None]),
    # a list after the scheme shares it; a total that is split has none
    (
        "Others paid into the Clean Rivers Fund: Oslo [[€5 million]], Riga [[€2 million]] and Bern [[€1 million]].",
        ["Clean Rivers Fund"] * 3,
    ),
    ("Oslo gave [[€9 million]] to the Clean Rivers Fund and the Rural Homes Fund.", [None]),
    ("Oslo gave [[€9 million]], made up of a grant from the Clean Rivers Fund and its own money.", [None]),
    ("Bern backs the SOLID programme with [[€14 million]] and the FIRM programme with [[€9 million]].", ["SOLID", "FIRM"]),
    ("Arms worth [[€600 million]] came under the tenth PDA drawdown.", ["PDA"]),
    # "it" is the scheme that the sentence before begins with, or that the sentence itself has named
    ("The Clean Rivers Fund is new. Its returns, some [[€5 million]] a year, pay for dams.", ["Clean Rivers Fund"]),
    ("Oslo likes the Clean Rivers Fund. Its exports are worth [[€5 million]].", [None]),
    (
        "Oslo pays from the Clean Rivers Fund. Set up in 2023 with [[€5 million]], it now comes to [[€9 million]].",
        ["Clean Rivers Fund", "Clean Rivers Fund"],
    ),
    ("Oslo keeps its Clean Rivers Plan; [[€9 million]] would be spent on it.", ["Clean Rivers Plan"]),
    # "all of it" reaches back over every sum; what is separate is left out
    (
        "Oslo gives [[€9 million]]. Bergen gets [[€5 million]] and Riga a separate [[€1 million]]. It rained. All of it comes from"
        " the Clean Rivers Fund.",
        ["Clean Rivers Fund", "Clean Rivers Fund", None],
    ),
    # parts and shares of a sum that has a scheme
    (
        "The Clean Rivers Fund pays [[€9 million]]. Loans make up [[€5 million]] of it, grants the remaining [[€4 million]].",
        ["Clean Rivers Fund"] * 3,
    ),
    ("The Clean Rivers Fund pays [[€9 million]]. Fares make up [[€5 million]] of all sales.", ["Clean Rivers Fund", None]),
    (
        "Oslo can borrow [[€9 million]] from the Clean Rivers Fund. It rained. Riga follows with [[€5 million]].",
        ["Clean Rivers Fund", "Clean Rivers Fund"],
    ),
    (
        "Oslo can borrow [[€9 million]] from the Clean Rivers Fund. It rained. Riga lost [[€5 million]] in the flood.",
        ["Clean Rivers Fund", None],
    ),
    # the first sentences tell a sum that a later one ties
    ("Oslo gives [[€9 million]]. It rained. [[€9 million]] go to the Clean Rivers Fund.", ["Clean Rivers Fund"] * 2),
    ("[[€9 million]] go to the Clean Rivers Fund. It rained. Riga earns [[€9 million]].", ["Clean Rivers Fund", None]),
    # an article that is about one scheme speaks of its money; a note of a few sentences does not
    (
        "The Clean Rivers Fund is new. It rained. It snowed. It blew. The Clean Rivers Fund grew. It hailed. It froze."
        " Others raised the total to [[€9 million]]. Sales rose to [[€5 million]].",
        ["Clean Rivers Fund", None],
    ),
    ("The Clean Rivers Fund is new. The Clean Rivers Fund grew. Others raised the total to [[€9 million]].", [None]),
    # what is set apart from the scheme, broken by another clause, or merely about a law
    ("In addition to the Clean Rivers Fund, Oslo has [[€9 million]] for roads.", [None]),
    ("Sales rose [[5%]], while Oslo joined the Clean Rivers Initiative.", [None]),
    ("He broke the Clean Rivers Act with a payment of [[€9 million]].", [None]),
]


@pytest.mark.parametrize(("marked", "names"), OVER_SENTENCES)
def test_scheme_over_sentences(links_in: Links, marked: str, names: list[str | None]) -> None:
    assert [link.name if link else None for link in links_in(marked)] == names


def test_schemes_of_related_stories_and_clutter_stay_there(links_in: Links) -> None:
    marked = "Oslo gave [[€5 million]].\nThe aid is part of the Clean Rivers Fund."
    names = [
        [link.name if link else None for link in links_in(marked, labels=("body", label))]
        for label in ("body", "related", "clutter")
    ]
    assert names == [["Clean Rivers Fund"], [None], [None]]
