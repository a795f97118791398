"""Versions: what rows depend on beside the article, so that a run can tell when it has changed."""

import json
from hashlib import blake2b
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from extract.batch.ledger import Version

PACKAGE = Path(__file__).parent.parent
ROOMS = ("articles", "mentions", "facts", "data")  # whose code and vocabulary make the rows


def current_version(*, model: str, **options: object) -> Version:
    """The version that would read articles now.

    Args:
        model: name or folder of the spaCy pipeline.
        options: of the command, as far as they change rows.
    """
    return Version(version("newsfacts"), _rules(), _model(model), json.dumps(options, sort_keys=True))


def _rules() -> str:
    digest = blake2b(digest_size=6)
    for room in ROOMS:
        for path in sorted((PACKAGE / room).rglob("*")):
            if path.suffix in (".py", ".tsv"):
                digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _model(name: str) -> str:
    """Name and version as the pipeline itself tells them; the name as it was given if it is not to be found."""
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name) if name.isidentifier() else None
        if spec is None or not spec.submodule_search_locations:
            return name
        folder = Path(spec.submodule_search_locations[0])
    metas = [folder / "meta.json", *sorted(folder.glob("*/meta.json"))]
    meta: dict[str, object] = next((json.loads(path.read_text(encoding="utf-8")) for path in metas if path.is_file()), {})
    return f"{name} {meta.get('version', '')}".strip()
