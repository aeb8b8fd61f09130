"""The pool of two forecasts, its weight, and what corrections do to dates."""

import math
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from engine_plans import project, task
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import BadValue, Link
from northline.engine.forecast import simulate
from northline.engine.forecast.blend import (
    DateDistribution,
    blended,
    corrected_dates,
    of_flow,
    of_simulation,
    pooled,
    weight_of,
)
from northline.engine.forecast.calibration import Correction
from northline.engine.forecast.flow import Flow
from northline.engine.forecast.scores import PastForecast, judge
from northline.engine.forecast.throughput import Scope, when_done

DAY = datetime(2026, 3, 2)
LEVELS = tuple(p / 20 for p in range(1, 20))


def dates(*days: float) -> tuple[datetime, ...]:
    return tuple(DAY + timedelta(days=d) for d in days)


@st.composite
def distributions(draw: st.DrawFn) -> DateDistribution:
    days = sorted(draw(st.sets(st.integers(0, 60), min_size=2, max_size=8)))
    levels = sorted(draw(st.lists(st.floats(0, 1), min_size=len(days), max_size=len(days))))
    return DateDistribution(dates(*days), tuple(levels))


def test_the_pools_chance_is_the_weighted_mean_of_the_two() -> None:
    """Even over days 0 to 10 and over days 10 to 20: at a quarter's weight, P(day 5) = 0.25 · 0.5."""
    early, late = DateDistribution(dates(0, 10), (0, 1)), DateDistribution(dates(10, 20), (0, 1))
    pool = blended(early, late, weight=0.25)
    assert [pool.by(d) for d in dates(5, 10, 15, 20)] == pytest.approx([0.125, 0.25, 0.625, 1])
    assert pool.quantile(0.5) == DAY + timedelta(days=10 + 10 / 3)


@settings(max_examples=30, deadline=None)
@given(distributions(), distributions(), st.floats(0, 1))
def test_at_every_date_the_pool_lies_between_the_two(
    one: DateDistribution, other: DateDistribution, w: float
) -> None:
    pool = blended(one, other, weight=w)
    for day in range(-1, 62):
        a, b = (d.by(DAY + timedelta(days=day)) for d in (one, other))
        assert pool.by(DAY + timedelta(days=day)) == pytest.approx(w * a + (1 - w) * b, abs=1e-6)
    for level in (0.1, 0.5, 0.9):
        found = pool.quantile(level)
        assert pool.levels[-1] < level if found is None else pool.by(found) >= level - 2e-3


def test_a_chance_of_never_stays_one() -> None:
    pool = blended(
        DateDistribution(dates(0, 10), (0, 1)), DateDistribution(dates(0, 10), (0, 0.5)), weight=0.5
    )
    assert pool.quantile(0.75) == DAY + timedelta(days=10)
    assert pool.quantile(0.8) is None


def test_a_simulated_forecast_is_told_as_it_was() -> None:
    forecast = simulate(project(task("a", 20), task("b", 30), links=(Link("a", "b"),)), samples=4000)
    told = of_simulation(forecast)
    for p in (10, 50, 80, 90, 95):
        found = told.quantile(p / 100)
        assert found is not None
        assert abs(found - getattr(forecast, f"p{p}")) <= timedelta(minutes=1)
    assert told.by(forecast.latest) == 1
    assert told.by(forecast.earliest - timedelta(minutes=1)) == 0


def test_a_forecast_from_flow_is_told_at_the_ends_of_days() -> None:
    forecast = when_done(Flow((0, 1) * 42, until=date(2026, 3, 1)), Scope(6), samples=2000)
    told = of_flow(forecast)
    for day in range(6, 30):
        end = datetime(2026, 3, 1, 23, 59) + timedelta(days=day)
        assert told.by(end) == pytest.approx(forecast.by(end.date()))


def test_what_is_never_done_cannot_be_blended() -> None:
    with pytest.raises(BadValue, match="ever done"):
        of_flow(when_done(Flow((1,) * 28, until=date(2026, 3, 1)), Scope(99, growth=90), samples=3))


def lognormal(middle: float, spread: float, outcome: float) -> PastForecast:
    from statistics import NormalDist

    values = tuple(math.exp(middle + spread * NormalDist().inv_cdf(p)) for p in LEVELS)
    return PastForecast(LEVELS, values, outcome)


def rivals(count: int, *, seed: int, blur: float = 0.3) -> tuple[list[PastForecast], list[PastForecast]]:
    """Two forecasters who each see half of what makes a work long, and tell the other half as uncertain."""
    luck, one, other = np.random.default_rng(seed), [], []
    for _ in range(count):
        seen, hidden = luck.normal(0, 0.4), luck.normal(0, 0.4)
        outcome = math.exp(3 + seen + hidden)
        one.append(lognormal(3 + seen, 0.4, outcome))
        other.append(lognormal(3 + hidden, blur, outcome))
    return one, other


def test_a_pool_of_two_who_know_different_things_beats_both() -> None:
    weight = weight_of(*rivals(80, seed=1))
    one, other = rivals(300, seed=2)
    together = judge([pooled(a, b, weight=weight) for a, b in zip(one, other, strict=True)]).crps
    assert together < 0.97 * min(judge(one).crps, judge(other).crps)


def test_the_one_that_was_wrong_loses_its_weight_as_the_past_grows() -> None:
    one, _ = rivals(60, seed=3)
    wrong = [lognormal(5, 0.1, past.outcome) for past in one]
    found = [weight_of(one[:n], wrong[:n], prior=0.3) for n in (0, 5, 20, 60)]
    assert found[0] == 0.3
    assert found == sorted(found)
    assert found[-1] > 0.85
    assert weight_of(wrong, one) == pytest.approx(1 - weight_of(one, wrong))


def test_weights_and_pairs_that_make_no_sense_are_refused() -> None:
    one, other = rivals(3, seed=1)
    with pytest.raises(BadValue):
        weight_of(one, other[:2])
    with pytest.raises(BadValue, match="pair up"):
        weight_of(one, other[::-1])
    with pytest.raises(BadValue):
        pooled(one[0], other[1], weight=0.5)
    even = DateDistribution(dates(0, 1), (0, 1))
    for bad in (-0.1, 1.1):
        with pytest.raises(BadValue):
            blended(even, even, weight=bad)
    for days, levels in (((0, 0), (0, 1)), ((0, 1), (1, 0)), ((), ()), ((0, 1), (0, 2))):
        with pytest.raises(BadValue):
            DateDistribution(dates(*days), levels)


def test_a_correction_of_the_spread_stretches_dates_about_the_median() -> None:
    even = DateDistribution(dates(4, 16, 64), (0.1, 0.5, 0.9))
    told = corrected_dates(even, Correction(factor=0.5, outcomes=30), made=DAY, levels=(0.1, 0.5, 0.9))
    assert told.dates == dates(8, 16, 32)


def test_a_correction_of_levels_reads_the_date_of_another_level() -> None:
    even = DateDistribution(dates(0, 100), (0, 1))
    told = corrected_dates(even, Correction((0, 0.8, 1), (0, 0.95, 1), outcomes=30), made=DAY, levels=(0.8,))
    assert told.dates == dates(95)
