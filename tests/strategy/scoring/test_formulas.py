"""The language of formulas: what it computes, and what it refuses and where."""

from __future__ import annotations

import math
from contextlib import suppress

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.core.refusal import Refusal
from northline.strategy.scoring.rules.formulas import understood

NAMES = {"reach", "impact", "effort"}


def value(text, **values):
    return float(understood(text, names=NAMES).of(values))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-2 ** 2", -4),
        ("7 / 2", 3.5),
        ("min(3, 1, 2) + max(3, 1, 2)", 4),
        ("sqrt(9) + abs(-1) + round(2.4)", 6),
        ("10 if 1 < 2 else 20", 10),
        ("10 if 2 <= 1 else 20", 20),
        ("reach * impact / effort", 15),
    ],
)
def test_a_formula_is_arithmetic(text, expected):
    assert value(text, reach=10, impact=3, effort=2) == expected


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("reach * unknown", 8),
        ("reach *", 7),
        ("reach.real", 0),
        ("__import__('os')", 0),
        ("reach + (lambda: 1)()", 8),
        ("[reach][0]", 0),
        ("reach and impact", 0),
        ("'a' * 9", 0),
        ("True + 1", 0),
        ("1j", 0),
        ("min()", 0),
        ("sqrt(1, 2)", 0),
        ("sqrt(x=1)", 0),
        ("max(*reach)", 0),
        ("1 < reach < 3", 0),
        ("reach // 2", 0),
        ("reach % 2", 0),
        ("reach if impact else (yield)", 22),
        ("", 0),
    ],
)
def test_anything_else_is_refused_where_it_stands(text, position):
    with pytest.raises(Refusal) as refused:
        understood(text, names=NAMES)
    assert refused.value.code == "formula.not_understood"
    assert refused.value.extra["position"] == position


@pytest.mark.parametrize(
    "text", ["(" * 300 + "1" + ")" * 300, "-" * 490 + "1", "+".join("1" * 240), "1" * 501]
)
def test_what_is_deep_or_long_is_refused(text):
    with pytest.raises(Refusal):
        understood(text, names=NAMES)


@pytest.mark.parametrize("text", ["1 / 0", "0 / 0", "sqrt(-1)", "log(0)", "9e99 ** 9e99", "(-8) ** 0.5"])
def test_what_is_no_number_says_so(text):
    assert math.isnan(value(text))


def test_arrays_are_taken_element_by_element():
    found = understood("reach / effort if effort > 0 else 0", names=NAMES).of(
        {"reach": np.array([10.0, 10.0]), "effort": np.array([2.0, 0.0])}
    )
    assert found.tolist() == [5, 0]


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    with suppress(Refusal):
        understood(text, names=NAMES)


def test_a_formula_knows_the_factors_it_takes():
    assert understood("max(reach, 1) / effort", names=NAMES).names == {"reach", "effort"}
