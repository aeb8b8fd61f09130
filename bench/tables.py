"""Tables of figures: printed, and put into the documentation between the marks that carry their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs" / "engine.md"


def write_table(name: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, write: bool) -> None:
    """Print a table; with `write`, also replace what stands between `<!-- name -->` and `<!-- /name -->`."""
    lines = ["| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows)]
    text = "\n".join(lines)
    print(text)
    if write:
        page = DOCS.read_text(encoding="utf-8")
        marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not marked.search(page):
            raise SystemExit(f"{DOCS} has no place marked {name}.")
        DOCS.write_text(marked.sub(lambda m: f"{m[1]}{text}\n{m[2]}", page), encoding="utf-8")
