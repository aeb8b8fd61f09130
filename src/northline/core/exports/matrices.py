"""Who is what of which work or function, drawn on pages."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from northline.core.exports.making import PDF, Made
from northline.core.refusal import Refusal
from northline.formats.matrix import Line, Matrix, matrix_pages
from northline.formats.roadmap import pdf
from northline.formats.roadmap.values import Tint

ROLES = {
    "A": Tint("Accountable", "#1f6597"),
    "R": Tint("Responsible", "#2b6b4f"),
    "C": Tint("Consulted", "#8a5a12"),
    "I": Tint("Informed", "#5b6875"),
}
MOST_LINES = 5_000


def drawn(title: str, *, people: Sequence[str], lines: Sequence[Line], name: str) -> Made:
    """The matrix as vector PDF. Raises Refusal `matrix.too_long`."""
    if len(lines) > MOST_LINES:
        raise Refusal(
            "matrix.too_long",
            f"{len(lines):,} lines are more than the {MOST_LINES:,} that are drawn. Filter them, or take them as XLSX.",
        )
    now = timezone.localtime()
    footer = f"As of {now:%d %b %Y, %H:%M}"
    matrix = Matrix(title, now.date(), tuple(people), tuple(lines), ROLES, footer=footer)
    return Made(pdf(matrix_pages(matrix), title=title), PDF, f"{name}.pdf")
