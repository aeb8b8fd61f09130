"""Forecasts from measured flow: closed forms, rules that hold for every flow, and the edges."""

import csv
import math
import os
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import (
    BadValue,
    Calendar,
    CalendarException,
    NoWorkingTime,
    standard_calendar,
)
from northline.engine.forecast import PastForecast, judge
from northline.engine.forecast.flow import Flow, cycle_times, flow_of, weekly_flow
from northline.engine.forecast.throughput import (
    PLAIN_BOOTSTRAP,
    CountForecast,
    DoneForecast,
    Sampling,
    Scope,
    how_many,
    when_done,
)

DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).resolve().parents[4] / "shared" / "data"))
TASKS = DATA / "exports" / "jira_tasks.csv"
LEVELS = (0.1, 0.5, 0.85, 0.95)
SUNDAY = date(2026, 3, 1)
STEADY = Flow((1,) * 28, until=SUNDAY)
COIN = Flow((0, 1) * 42, until=SUNDAY)  # an item on every second day
flows = st.lists(st.integers(0, 4), min_size=14, max_size=60).filter(lambda c: sum(c[-14:]) > 3)


def days(forecast: DoneForecast, level: float) -> int:
    found = forecast.quantile(level)
    assert found is not None
    return (found - SUNDAY).days


def test_a_steady_team_is_done_after_as_many_days_as_items() -> None:
    certain = when_done(STEADY, Scope(9), sampling=PLAIN_BOOTSTRAP, samples=50)
    assert certain.days == ((SUNDAY + timedelta(days=9), 50),)


def test_one_item_by_coin_takes_a_geometric_time() -> None:
    """Each day brings the item with chance ½: P(days ≤ k) = 1 − ½ᵏ."""
    forecast = when_done(COIN, Scope(1), sampling=PLAIN_BOOTSTRAP, samples=40_000)
    for k in (1, 2, 3, 4):
        assert forecast.by(SUNDAY + timedelta(days=k)) == pytest.approx(1 - 0.5**k, abs=0.01)


def test_the_number_done_by_coin_is_binomial() -> None:
    forecast = how_many(COIN, by=SUNDAY + timedelta(days=10), sampling=PLAIN_BOOTSTRAP, samples=40_000)
    for items in (3, 5, 7):
        expected = sum(math.comb(10, k) for k in range(items, 11)) / 2**10
        assert forecast.chance_of(items) == pytest.approx(expected, abs=0.01)
    assert forecast.at_least(0.5) == 5
    assert forecast.at_least(0.95) == 2  # P(≥ 2) = 0.989, P(≥ 3) = 0.945


def test_being_done_by_a_day_and_reaching_the_number_by_it_are_one_event() -> None:
    by = SUNDAY + timedelta(days=30)
    done = when_done(COIN, Scope(14), samples=20_000).by(by)
    assert done == pytest.approx(how_many(COIN, by=by, samples=20_000).chance_of(14), abs=0.015)


def test_items_that_break_into_more_take_longer() -> None:
    twice = when_done(STEADY, Scope(5, split_low=2, split_high=2), sampling=PLAIN_BOOTSTRAP, samples=20)
    assert days(twice, 0.5) == 10
    some = when_done(STEADY, Scope(10, split_low=1, split_high=3), sampling=PLAIN_BOOTSTRAP, samples=8000)
    assert days(some, 0.5) == pytest.approx(20, abs=1)
    assert days(some, 0.9) == pytest.approx(28, abs=1)


def test_growing_scope_is_walked_after() -> None:
    """One item done a day, 3.5 come a week: the net pace is a half, so 20 items take about 40 days."""
    growing = when_done(STEADY, Scope(20, growth=3.5), sampling=PLAIN_BOOTSTRAP, samples=4000)
    mean = sum((d - SUNDAY).days * n for d, n in growing.days) / growing.samples
    assert mean == pytest.approx(40, rel=0.05)


def test_measured_arrivals_come_on_the_days_of_the_items_done() -> None:
    """On every day that finished two, one came in: drawn together, the net is never negative."""
    done, came = Flow((0, 2) * 14, until=SUNDAY), Flow((0, 1) * 14, until=SUNDAY)
    forecast = when_done(done, Scope(1, arrivals=came), sampling=PLAIN_BOOTSTRAP, samples=20_000)
    assert forecast.by(SUNDAY + timedelta(days=2)) == pytest.approx(0.75, abs=0.01)


def test_scope_that_grows_faster_than_work_is_never_done() -> None:
    forecast = when_done(STEADY, Scope(40, growth=21), sampling=PLAIN_BOOTSTRAP, samples=30)
    assert (forecast.never, forecast.days) == (30, ())
    assert forecast.quantile(0.1) is None
    assert forecast.by(SUNDAY + timedelta(days=9999)) == 0


def test_nothing_left_is_done_at_once() -> None:
    assert when_done(STEADY, Scope(0), samples=3).days == ((SUNDAY, 3),)


def test_only_working_days_pass_on_a_calendar() -> None:
    holiday = CalendarException(date(2026, 3, 3), date(2026, 3, 3))
    calendar = Calendar("c", "C", standard_calendar().week, (holiday,))
    finished = [date(2026, 2, 2) + timedelta(days=n) for n in range(26) if n % 7 < 5]
    flow = flow_of(finished, until=date(2026, 2, 27), calendar=calendar)
    assert set(flow.counts) == {1}
    done = when_done(flow, Scope(6), sampling=PLAIN_BOOTSTRAP, samples=5)
    assert done.quantile(0.5) == date(2026, 3, 10)  # 2, 4, 5, 6, 9, 10 March
    assert how_many(flow, by=date(2026, 3, 4), sampling=PLAIN_BOOTSTRAP, samples=5).items == ((2, 5),)


def test_an_item_finished_on_a_day_off_counts_for_the_day_before() -> None:
    flow = flow_of(
        [date(2026, 2, 26), date(2026, 2, 28)], until=date(2026, 3, 1), calendar=standard_calendar()
    )
    assert flow.counts == (1, 1)


def test_whole_weeks_keep_their_pattern() -> None:
    """Items fall on the last day of each week, so two items are done on the first or second Sunday."""
    forecast = when_done(
        weekly_flow([1, 3], until=SUNDAY), Scope(2), samples=400, sampling=Sampling(block=7, drift=0)
    )
    assert {d.weekday() for d, _ in forecast.days} == {6}


def test_the_window_forgets_what_is_older() -> None:
    changed = Flow((9,) * 50 + (1,) * 28, until=SUNDAY)
    assert days(when_done(changed, Scope(7), sampling=Sampling(window=28, drift=0), samples=50), 0.5) == 7


def test_recent_days_weigh_more() -> None:
    slowed = Flow((4,) * 42 + (1,) * 42, until=SUNDAY)
    even = days(when_done(slowed, Scope(60), sampling=PLAIN_BOOTSTRAP, samples=2000), 0.5)
    recent = Sampling(half_life=14, drift=0, resample=False)
    assert days(when_done(slowed, Scope(60), sampling=recent, samples=2000), 0.5) > even + 5


@pytest.mark.parametrize("wide", [Sampling(drift=0), Sampling(resample=False, half_life=math.inf)])
def test_a_short_history_and_a_drifting_pace_widen_the_forecast(wide: Sampling) -> None:
    def width(sampling: Sampling) -> int:
        forecast = when_done(COIN, Scope(60), sampling=sampling, samples=4000)
        return days(forecast, 0.9) - days(forecast, 0.1)

    assert width(wide) > 1.15 * width(PLAIN_BOOTSTRAP)


@settings(max_examples=25, deadline=None)
@given(flows, st.integers(1, 40), st.integers(0, 2**40))
def test_more_items_never_come_sooner_and_levels_rise(counts: list[int], items: int, seed: int) -> None:
    flow = Flow(tuple(counts), until=SUNDAY)
    few = when_done(flow, Scope(items), samples=200, seed=seed)
    assert sum(n for _, n in few.days) + few.never == 200
    assert few == when_done(flow, Scope(items), samples=200, seed=seed)
    levels = [few.quantile(level) or date.max for level in (0.1, 0.5, 0.85, 1.0)]
    assert levels == sorted(levels)
    many = when_done(flow, Scope(3 * items + 5), samples=200, seed=seed)
    assert (many.quantile(0.5) or date.max) >= (few.quantile(0.5) or date.max)


@settings(max_examples=25, deadline=None)
@given(flows, st.integers(0, 60))
def test_how_many_lies_within_what_the_days_can_bring(counts: list[int], ahead: int) -> None:
    flow = Flow(tuple(counts), until=SUNDAY)
    plain = how_many(flow, by=SUNDAY + timedelta(days=ahead), samples=100, sampling=PLAIN_BOOTSTRAP)
    numbers = [n for n, _ in plain.items]
    assert sum(count for _, count in plain.items) == 100
    assert 0 <= numbers[0] <= numbers[-1] <= max(counts) * ahead
    assert plain.at_least(0.95) <= plain.at_least(0.5)


def test_the_sampler_draws_what_a_plain_loop_draws() -> None:
    """An independent twin in plain Python, compared by distribution."""
    import random

    luck, found = random.Random(5), []
    past = (0, 3, 1, 0, 2, 0, 5)
    for _ in range(6000):
        total = accumulate(luck.choice(past) for _ in range(1000))
        found.append(next(day for day, done in enumerate(total, 1) if done >= 25))
    ours = when_done(Flow(past, until=SUNDAY), Scope(25), sampling=PLAIN_BOOTSTRAP, samples=20_000)
    for level in (0.1, 0.5, 0.9):
        assert days(ours, level) == pytest.approx(sorted(found)[int(level * 6000)], abs=1)


def test_what_cannot_be_forecast_is_refused_with_the_reason() -> None:
    with pytest.raises(BadValue, match="no pace"):
        when_done(Flow((5,) + (0,) * 100, until=SUNDAY), Scope(1))
    with pytest.raises(BadValue, match="no pace"):
        when_done(Flow((), until=SUNDAY), Scope(1))
    with pytest.raises(BadValue, match="Nothing was finished"):
        flow_of([], until=SUNDAY)
    with pytest.raises(BadValue, match="days ahead"):
        how_many(STEADY, by=date(2100, 1, 1))
    with pytest.raises(BadValue, match="same days"):
        when_done(STEADY, Scope(1, arrivals=Flow((1,), until=date(2026, 2, 1))))
    idle = Calendar("idle", "Idle", ((),) * 7)
    with pytest.raises(NoWorkingTime):
        flow_of([SUNDAY], until=SUNDAY, calendar=idle)
    for bad in (Scope, Sampling):
        with pytest.raises(BadValue):
            bad(-1)
    with pytest.raises(BadValue):
        CountForecast(1, 0, ((1, 1),)).at_least(0)


def test_a_month_with_no_item_is_within_a_long_window_only() -> None:
    quiet = Flow((1,) * 30 + (0,) * 30, until=SUNDAY)
    assert when_done(quiet, Scope(3), samples=100).never < 100
    with pytest.raises(BadValue, match="last 28 days"):
        when_done(quiet, Scope(3), sampling=Sampling(window=28))


def test_cycle_times_count_both_days_and_name_the_nearest_rank() -> None:
    begun = date(2026, 3, 2)
    spans = [(begun, begun + timedelta(days=n)) for n in range(10)]
    times = cycle_times([*spans, (begun, begun - timedelta(days=1))])
    assert (times.skipped, times.days[0], times.days[-1]) == (1, 1, 10)
    assert [times.percentile(p) for p in (10, 50, 85, 100)] == [1, 5, 9, 10]
    assert cycle_times(spans, since=begun + timedelta(days=9)).days == (10,)
    with pytest.raises(BadValue):
        cycle_times([]).percentile(50)


def past_forecasts(sampling: Sampling) -> list[PastForecast]:
    """When a real team's next twenty items would be done, asked every six weeks, and when they were."""
    with TASKS.open() as file:
        done = sorted(
            date.fromisoformat(r["finished_date"]) for r in csv.DictReader(file) if r["project"] == "0"
        )
    made = []
    for day in (done[0] + timedelta(days=n) for n in range(300, 2000, 42)):
        before = [d for d in done if d <= day]
        forecast = when_done(flow_of(before, until=day), Scope(20), samples=1000, sampling=sampling)
        values = tuple(float(((forecast.quantile(p) or date.max) - day).days) for p in LEVELS)
        made.append(PastForecast(LEVELS, values, float((done[len(before) + 19] - day).days)))
    return made


@pytest.mark.skipif(not TASKS.exists(), reason=f"no {TASKS}; set NORTHLINE_DATASETS")
def test_what_was_forecast_for_a_real_team_came_true_more_often_than_by_a_plain_bootstrap() -> None:
    ours, plain = judge(past_forecasts(Sampling())), judge(past_forecasts(PLAIN_BOOTSTRAP))
    assert ours.count > 35
    assert ours.crps < plain.crps
    assert all(hit.kept for hit in ours.hits[1:])  # the promises lie within the 95 % intervals of the rates
    assert abs(ours.hits[2].rate - 0.85) < abs(plain.hits[2].rate - 0.85)
