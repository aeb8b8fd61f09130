"""Who holds which function as a table: a line a function, a column a person, the letter where they meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from northline.core.listing.listings import Field
from northline.formats.matrix import Line
from northline.products.models import Product
from northline.roadmap.models import Initiative
from northline.roadmap.queries.responsibilities import Held, in_force
from northline.roadmap.rules.responsibilities import FUNCTIONS, Person

_FIRST = next(iter(FUNCTIONS)).replace("_", " ").capitalize()
STANDINGS = ("unowned", "owned", "doubly_owned")


def table_of(
    subjects: Sequence[Product | Initiative], held: Held, *, today: date
) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """The columns, and the lines of the twelve functions of each of the rows."""
    people = _people(held)
    fields = [
        Field("key", "text", "Key"),
        Field("title", "text", "Of"),
        Field("side", "choice", "Side", options=("product", "project")),
        Field("function", "text", "Function"),
        *(Field(str(person.id), "text", person.name) for person in people),
        Field("standing", "choice", "Standing", options=STANDINGS),
        Field("deputy", "text", "Deputy"),
        Field("deputy_from", "date", "Deputy from"),
        Field("deputy_until", "date", "Deputy until"),
    ]
    return fields, _lines(subjects, held, today)


def lines_of(
    subjects: Sequence[Product | Initiative], held: Held, *, today: date
) -> tuple[list[str], list[Line]]:
    """Everybody's name, and the lines as they are drawn: each of the rows, and its functions below it."""
    people = _people(held)
    drawn: list[Line] = []
    for row in _lines(subjects, held, today):
        if row["function"] == _FIRST:
            drawn.append(Line(row["title"], row["key"], bold=True))
        letters = tuple(row.get(str(person.id), "") for person in people)
        drawn.append(Line(row["function"], row["side"], level=1, letters=letters))
    return [person.name for person in people], drawn


def _people(held: Held) -> list[Person]:
    """Everybody who holds a role, by name."""
    found: dict[UUID, Person] = {}
    for holding in held.values():
        found |= {person.id: person for person in holding.people()}
    return sorted(found.values(), key=lambda person: (person.name, person.id))


def _lines(subjects: Sequence[Product | Initiative], held: Held, today: date) -> Iterator[dict[str, Any]]:
    for row in subjects:
        initiative = row.pk if isinstance(row, Initiative) else None
        for function, side in FUNCTIONS.items():
            holding = in_force(held, initiative, function)
            deputy = holding.handed_to(today)
            yield {
                "id": f"{row.pk}/{function}",
                "key": row.key,
                "title": row.title,
                "side": side,
                "function": function.replace("_", " ").capitalize(),
                "standing": holding.standing(today),
                "deputy": deputy.name if deputy else None,
                "deputy_from": holding.since if deputy else None,
                "deputy_until": holding.until if deputy else None,
                **{str(member): letter for member, letter in holding.letters().items()},
            }
