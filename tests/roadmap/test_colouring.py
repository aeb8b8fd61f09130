"""What the colours of a roadmap mean: the same here and in the browser (web/.../colouring.test.ts)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.roadmap.models import Initiative
from northline.roadmap.queries.colouring import colours_by
from northline.roadmap.rules.colouring import MOST_RANGES, NONE, Ranges
from tests.cast import Cast

EXAMPLES = json.loads(Path(__file__).with_name("colours.json").read_text())
NUMBERS = st.lists(st.floats(-1e9, 1e9).map(lambda one: round(one, 3)), min_size=1, max_size=20)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: str(one["numbers"]))
def test_ranges_have_round_bounds(example):
    ranges = Ranges.of(example["numbers"])
    assert (ranges.low, ranges.step) == (example["low"], example["step"])
    assert [tone.label for tone in ranges.tones()] == example["labels"]
    assert [ranges.place(number) for number in example["numbers"]] == example["places"]


@given(NUMBERS)
def test_every_number_lies_in_its_range(numbers):
    ranges = Ranges.of(numbers)
    assert 1 <= ranges.count <= MOST_RANGES
    for number in numbers:
        low = ranges.low + ranges.place(number) * ranges.step
        slack = 1e-6 * max(1.0, ranges.step)
        assert low - slack <= number <= low + ranges.step + slack


@pytest.mark.parametrize(
    ("type", "values", "labels"),
    [
        ("number", [1, 9], ["0 – 2", "2 – 4", "4 – 6", "6 – 8", "8 – 10"]),
        ("date", ["2026-11-09", "2026-02-01"], ["Q1 2026", "Q4 2026"]),
        ("yes_no", [True, False], ["Yes", "No"]),
        ("tags", [["b"], ["a", "b"]], ["A", "B"]),
        ("text", ["north", "east"], ["east", "north"]),
        ("person", "people", ["Piet", "Vera"]),
    ],
)
def test_any_type_of_field_colours(cast: Cast, type, values, labels):
    if values == "people":
        values = [str(cast.vera.pk), str(cast.piet.pk)]
    body = {"object_kind": "initiative", "title": "Mine", "type": type, "product_id": cast.product.pk}
    body |= {"options": [{"label": "A"}, {"label": "B"}]} if type == "tags" else {}
    made = cast.client("pia").post("/api/custom-fields", body)
    assert made.status_code == 201, made.content
    rows = [cast.acme.row("initiative"), cast.acme.row("container"), Initiative(product=cast.product)]
    for row, value in zip(rows, values, strict=False):
        row.custom = {"mine": value}

    colours = colours_by("custom.mine", rows, product=cast.product, chances={})

    assert colours is not None
    assert [tone.label for tone in colours.tones] == labels
    known = {tone.colour for tone in colours.tones}
    assert colours.of[rows[0].pk] != colours.of[rows[1].pk]
    assert {colours.of[rows[0].pk], colours.of[rows[1].pk]} <= known
    assert colours.of[rows[2].pk] == NONE
    assert colours.shown()["entries"][-1] == {"label": "None", "colour": NONE}


def test_a_field_that_is_no_more_colours_nothing(cast: Cast):
    assert colours_by("custom.gone", [], product=cast.product, chances={}) is None
