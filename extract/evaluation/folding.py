"""Folding: two spellings of one answer compare equal. Cells of gold and of predicted rows enter; comparable values leave."""

import re
import unicodedata
from decimal import Decimal, InvalidOperation

CENT = Decimal("0.01")
POSSESSIVE = re.compile(r"[’']s?\b")
INITIAL = re.compile(r"(?<=\b\w)\.(?=\w\b|\W|$)")
WORD = re.compile(r"[\w%]+")
LEADING = frozenset({"the", "a", "an", "its", "their", "his", "her"})
LEGAL = frozenset({"inc", "corp", "corporation", "co", "ltd", "plc", "llc", "ag", "sa", "nv", "gmbh", "limited", "company"})


def is_empty(cell: object) -> bool:
    """Whether a cell holds nothing: null or the empty string."""
    return cell is None or cell == ""


def fold_name(cell: object) -> str | None:
    """A name without case, accents, punctuation, possessive, leading article and legal form.

    >>> fold_name("The U.S. Treasury’s"), fold_name("Nestlé S.A."), fold_name("")
    ('us treasury', 'nestle', None)
    """
    if is_empty(cell):
        return None
    decomposed = unicodedata.normalize("NFKD", str(cell))
    plain = "".join(character for character in decomposed if not unicodedata.combining(character)).casefold()
    words = WORD.findall(INITIAL.sub("", POSSESSIVE.sub("", plain)))
    if len(words) > 1 and words[0] in LEADING:
        words = words[1:]
    if len(words) > 1 and words[-1] in LEGAL:
        words = words[:-1]
    return " ".join(words) or None


def fold_code(cell: object) -> str | None:
    """A code without the space around it: `actual`, `2025-03-01`, `EUR`."""
    return None if is_empty(cell) else str(cell).strip()


def fold_number(cell: object) -> Decimal | str | None:
    """A number to two decimals; what is none stays as it is written and equals no number.

    >>> fold_number("20000000") == fold_number("2e7"), fold_number("many")
    (True, 'many')
    """
    if is_empty(cell):
        return None
    try:
        return Decimal(str(cell)).quantize(CENT)
    except InvalidOperation:
        return str(cell)
