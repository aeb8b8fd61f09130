"""Everything that `bench/workspace.py` asks of a large workspace, asked of a small one and of one three times as large."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from bench.large import making
from bench.large.questions import Questions
from bench.large.writer import Size
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve
from ninja.operation import PathView

# What takes the same queries as what is asked already: a list in any order and from any page, groups of one kind or
# another. Lines and links take some for each kind, or step away, that there is.
NOT_ASKED = re.compile(
    r"lists: .* by |, (deep page|archived|of all products)$"
    r"|groups: (?!(insight|customer|idea|initiative|risk|work_item) )"
    r"|throughline|, its links"
)
# A part that was empty asks for what is in it once something is.
WERE_EMPTY = 2
MOST = 30
SMALL, LARGE = Size(150, 60), Size(450, 180)


@pytest.mark.slow
@pytest.mark.django_db
def test_every_view_takes_as_many_queries_of_three_times_as_much_and_answers_as_its_schema_says() -> None:
    few, many = (dict(_asked(size)) for size in (SMALL, LARGE))

    assert len(few) > 250
    assert max(many.values()) <= MOST
    grown = {name: (few[name], count) for name, count in many.items() if count > few[name] + WERE_EMPTY}
    assert grown == {}


def _asked(size: Size) -> Iterator[tuple[str, int]]:
    """Each question with the number of queries that it takes."""
    asking = Questions(making.made(size))
    asking.get("home")
    for part, name, ask in asking.all():
        said = f"{part}: {name}"
        if NOT_ASKED.search(said):
            continue
        with CaptureQueriesContext(connection) as queries:
            answer = ask()
        assert _as_said(answer), said
        yield said, len(queries)


def _as_said(answer: Any) -> bool:
    """Does the answer hold what its operation's schema says, and no more?"""
    view = resolve(answer.wsgi_request.path).func
    operations = next(
        cell.cell_contents for cell in view.__closure__ if isinstance(cell.cell_contents, PathView)
    )
    (operation,) = [one for one in operations.operations if "GET" in one.methods]
    told = answer.json()
    schema = operation.response_models[200]
    return _shape(schema.model_validate({"response": told}).model_dump(mode="json")["response"]) == _shape(
        told
    )


def _shape(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _shape(held) for name, held in value.items()}
    return [_shape(held) for held in value] if isinstance(value, list) else None
