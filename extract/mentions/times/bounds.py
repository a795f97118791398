"""Where intervals begin and end: the words around dates, "since", "until", "by", "from … to", "between … and"."""

from dataclasses import replace

from extract.mentions.times.lexer import Tokens
from extract.mentions.times.timex import Timex
from extract.spans import Mention

BEGIN = frozenset({"since", "after", "from", "starting", "beginning", "effective"})
END = frozenset({"until", "till", "by", "through", "before", "til", "untill"})
LINKS = frozenset({"to", "until", "till", "through", "-", "–", "—", "and"})
DATES = ("DATE", "TIME")


def bounded(found: tuple[tuple[int, int, Mention[Timex]], ...], tokens: Tokens) -> tuple[Mention[Timex], ...]:
    """The mentions with the bounds that the words around them open or close."""
    result = [mention for _, _, mention in found]
    for index, (start, end, mention) in enumerate(found):
        timex = mention.value
        if timex.type not in DATES or timex.value.endswith("_REF") or timex.begin or timex.end:
            continue
        opener = tokens.lower(start - 1) or ""
        if opener in ("early", "the", "about", "around", "on", "at", "in", "of"):
            opener = tokens.lower(start - 2)
        if index + 1 < len(found):
            then, _, other = found[index + 1]
            link = [tokens.lower(place) for place in range(end, then)]
            ranged = (opener in ("from", "between") and 0 < len(link) <= 3 and link[0] in LINKS) or link in (["-"], ["–"], ["to"])
            if ranged and other.value.type in DATES and not other.value.value.endswith("_REF"):
                for place in (index, index + 1):
                    value = replace(result[place].value, begin=timex.value, end=other.value.value)
                    result[place] = replace(result[place], value=value)
                continue
        current = result[index].value
        if current.begin or current.end:
            continue
        if opener in BEGIN:
            result[index] = replace(mention, value=replace(timex, begin=timex.value))
        elif opener in END:
            result[index] = replace(mention, value=replace(timex, end=timex.value))
    return tuple(result)
