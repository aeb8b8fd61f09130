"""A window is as exact as its precision says."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northline.core.refusal import Refusal
from northline.roadmap.rules.windows import snapped

DAYS = st.dates(min_value=date(1, 1, 1), max_value=date(9999, 12, 31))
PRECISIONS = st.sampled_from(["day", "month", "quarter"])


@pytest.mark.parametrize(
    ("start", "finish", "precision", "expected"),
    [
        ("2026-02-10", "2026-02-11", "day", ("2026-02-10", "2026-02-11")),
        ("2026-02-10", "2026-02-10", "day", ("2026-02-10", "2026-02-10")),
        ("2026-02-10", "2026-02-11", "month", ("2026-02-01", "2026-02-28")),
        ("2028-02-10", "2028-02-11", "month", ("2028-02-01", "2028-02-29")),
        ("2026-11-30", "2026-12-01", "month", ("2026-11-01", "2026-12-31")),
        ("2026-02-10", "2026-02-11", "quarter", ("2026-01-01", "2026-03-31")),
        ("2026-06-30", "2026-07-01", "quarter", ("2026-04-01", "2026-09-30")),
        ("2026-12-31", "2027-01-01", "quarter", ("2026-10-01", "2027-03-31")),
    ],
)
def test_a_window_is_widened_to_whole_months_or_quarters(start, finish, precision, expected):
    window = snapped(date.fromisoformat(start), finish=date.fromisoformat(finish), precision=precision)
    assert (window.start.isoformat(), window.finish.isoformat()) == expected


@given(start=DAYS, finish=DAYS, precision=PRECISIONS)
def test_a_widened_window_holds_the_given_one_and_stays_as_it_is(start, finish, precision):
    start, finish = sorted((start, finish))
    window = snapped(start, finish=finish, precision=precision)
    assert window.start <= start <= finish <= window.finish
    assert snapped(window.start, finish=window.finish, precision=precision) == window


@given(start=DAYS, precision=PRECISIONS)
def test_a_window_that_finishes_before_it_starts_is_refused(start, precision):
    if start == date.min:
        return
    with pytest.raises(Refusal) as refused:
        snapped(start, finish=start - timedelta(days=1), precision=precision)
    assert refused.value.code == "window.backwards"
