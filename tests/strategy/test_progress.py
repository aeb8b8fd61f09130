"""Progress is a pure rule over figures."""

from __future__ import annotations

from decimal import Decimal as D

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.strategy.rules import joint_progress, leads_there, progress

FIGURES = st.decimals(min_value=-(10**9), max_value=10**9, places=4)


@pytest.mark.parametrize(
    ("start", "target", "current", "expected"),
    [
        (0, 10, None, 0),
        (0, 10, 0, 0),
        (0, 10, 5, 50),
        (0, 10, 10, 100),
        (0, 10, 12, 100),
        (0, 10, -3, 0),
        (40, 20, 25, 75),
        (40, 20, 45, 0),
        (-10, 10, 0, 50),
    ],
)
def test_progress_is_the_part_of_the_way_from_start_to_target(start, target, current, expected):
    found = progress(D(start), target=D(target), current=None if current is None else D(current))
    assert found == expected


def test_almost_there_is_not_there():
    assert progress(D(0), target=D(1000), current=D("999.9999")) == 99


@given(start=FIGURES, target=FIGURES, current=FIGURES)
def test_progress_is_a_percentage_and_whole_only_when_the_target_is_reached(start, target, current):
    found = progress(start, target=target, current=current)
    assert 0 <= found <= 100
    reached = current >= target if target > start else current <= target
    assert (found == 100) == (reached if start != target else current == target)


def test_an_objective_stands_at_the_mean_of_its_key_results():
    assert joint_progress([100, 0, 50]) == 50
    assert joint_progress([100, 100, 99]) == 99


def test_an_objective_without_key_results_has_no_progress():
    assert joint_progress([]) is None


def test_a_target_equal_to_the_start_leads_nowhere():
    assert not leads_there("up", start=D(1), target=D(1))
    assert not leads_there("down", start=D(1), target=D(1))
