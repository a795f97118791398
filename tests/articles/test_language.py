"""The language of a text."""

import pytest

from extract.articles.language import language_of

ENGLISH = (
    "The city council voted on Monday to repair the old bridge over the river, which has been closed to lorries since winter. "
)
GERMAN = "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss zu erneuern, die seit dem Winter gesperrt ist. "
SPANISH = "El ayuntamiento decidió el lunes reparar el viejo puente sobre el río, que está cerrado desde el invierno pasado. "


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH * 3, "en"),
        (GERMAN * 3, "de"),
        (SPANISH * 3, "es"),
        (GERMAN, "en"),  # fewer than 200 letters
        ("", "en"),
        ("1 2 3 " * 200, "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
