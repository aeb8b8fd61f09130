"""Tables of figures: printed, and put into the documentation between the marks that carry their name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

DOCS = Path(__file__).resolve().parents[1] / "docs"


def write_table(
    name: str, header: Sequence[str], rows: Sequence[Sequence[str]], *, write: bool, page: str = "engine.md"
) -> None:
    """Print a table; with `write`, also replace what stands between `<!-- name -->` and `<!-- /name -->` in the page."""
    lines = ["| " + " | ".join(row) + " |" for row in (header, ["---"] * len(header), *rows)]
    text = "\n".join(lines)
    print(text)
    if write:
        file = DOCS / page
        text_before = file.read_text(encoding="utf-8")
        marked = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        if not marked.search(text_before):
            raise SystemExit(f"{file} has no place marked {name}.")
        file.write_text(marked.sub(lambda m: f"{m[1]}{text}\n{m[2]}", text_before), encoding="utf-8")
