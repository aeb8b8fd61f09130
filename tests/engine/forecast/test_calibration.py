"""Scores by hand, intervals, and corrections that help on forecasts they have not seen."""

import math
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northline.engine import BadValue
from northline.engine.forecast.calibration import (
    IDENTITY,
    Correction,
    corrected,
    learn,
    learn_levels,
    learn_spread,
)
from northline.engine.forecast.scores import PastForecast, crps, hit_rate, judge, past_dates

LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.85, 0.9, 0.95)
NORMAL = (-1.644854, -1.281552, -0.67449, 0.0, 0.67449, 1.036433, 1.281552, 1.644854)


def history(count: int, *, told: float, true: float, slip: float = 0.0, seed: int = 1) -> list[PastForecast]:
    """Lognormal outcomes with spread `true` about medians off by `slip`, forecast with spread `told`."""
    luck = np.random.default_rng(seed)
    made = []
    for _ in range(count):
        middle = luck.uniform(2, 5)
        values = tuple(math.exp(middle + told * z) for z in NORMAL)
        made.append(PastForecast(LEVELS, values, math.exp(middle + slip + true * luck.normal())))
    return made


def worst_miss(pasts: list[PastForecast]) -> float:
    return max(abs(hit.rate - hit.level) for hit in judge(pasts).hits)


def test_scores_are_those_worked_out_by_hand() -> None:
    """80 % promised 10: 8 came (2 over: 0.2 · 2), then 15 (5 short: 0.8 · 5); mean 2.2, CRPS twice that."""
    found = judge([PastForecast((0.8,), (10,), 8), PastForecast((0.8,), (10,), 15)])
    assert found.pinball == pytest.approx((2.2,))
    assert found.crps == pytest.approx(4.4)
    assert (found.hits[0].hits, found.count) == (1, 2)


def test_the_crps_over_many_levels_is_that_of_the_distribution() -> None:
    """The CRPS of the even distribution on 0 to 1 at y is y²−y+1/3 (Gneiting and Raftery, 2007, by
    integration)."""
    levels = tuple((np.arange(400) + 0.5) / 400)
    for y in (0.0, 0.3, 0.9):
        assert crps(PastForecast(levels, levels, y)) == pytest.approx(y * y - y + 1 / 3, abs=1e-4)


def test_wilsons_interval_is_the_one_in_the_tables() -> None:
    """8 of 10: 0.490 to 0.943 (Newcombe, 1998, gives the method's values)."""
    rate = hit_rate(0.85, hits=8, count=10)
    assert (round(rate.low, 3), round(rate.high, 3)) == (0.490, 0.943)
    assert rate.kept
    assert (hit_rate(0.5, hits=0, count=9).low, hit_rate(0.5, hits=9, count=9).high) == (0.0, 1.0)
    assert not hit_rate(0.85, hits=50, count=100).kept


def test_the_pit_lies_where_the_outcome_lies() -> None:
    def pit(outcome: float) -> float:
        return PastForecast((0.1, 0.5, 0.8, 0.9), (5, 10, 10, 30), outcome).pit

    assert [pit(y) for y in (5, 7.5, 10, 20, 30)] == pytest.approx([0.1, 0.3, 0.65, 0.85, 0.9])


def test_beyond_the_outermost_quantiles_the_forecast_runs_on_as_it_ended() -> None:
    """A lognormal forecast told at 10 % and 90 % only has its median and its 1 % where they belong."""
    told = PastForecast((0.1, 0.5, 0.9), tuple(math.exp(3 + z) for z in (-1.281552, 0, 1.281552)), 1)
    assert told.quantile(0.01) == pytest.approx(math.exp(3 - 2.326348), rel=1e-4)
    assert told.quantile(0.975) == pytest.approx(math.exp(3 + 1.959964), rel=1e-4)
    assert PastForecast(told.levels, told.values, math.exp(3 + 2)).pit == pytest.approx(0.977250, abs=1e-5)
    certain = PastForecast((0.1, 0.9), (4, 4), 9)
    assert (certain.pit, certain.quantile(0.99)) == (0.95, 4)
    assert PastForecast((0.1, 0.9), (4, 4), 1).pit == pytest.approx(0.05)
    assert PastForecast((0.2, 0.8), (1, 2), -5).pit == 0


def test_a_calibrated_history_keeps_its_promises() -> None:
    found = judge(history(2000, told=0.5, true=0.5))
    assert all(abs(hit.rate - hit.level) < 0.03 for hit in found.hits)
    assert sum(found.pit) == 2000


@pytest.mark.parametrize("way", [learn_levels, learn_spread, learn])
@pytest.mark.parametrize("told", [0.3, 0.8])
def test_a_correction_helps_on_forecasts_it_has_not_seen(way: object, told: float) -> None:
    past, held_out = history(300, told=told, true=0.5), history(800, told=told, true=0.5, seed=2)
    taught = way(past)  # type: ignore[operator]
    after = [corrected(p, taught) for p in held_out]
    assert worst_miss(after) < 0.6 * worst_miss(held_out)
    assert judge(after).crps < judge(held_out).crps


def test_a_habit_of_being_late_is_shifted_away() -> None:
    """Outcomes 1.35 times as long as foretold: the median is asked for half, and gets 23 % before."""
    past, held_out = (
        history(200, told=0.4, true=0.4, slip=0.3),
        history(800, told=0.4, true=0.4, slip=0.3, seed=2),
    )
    taught = learn(past)
    assert learn_spread(past).shift == pytest.approx(math.exp(0.3), rel=0.12)
    assert judge(held_out).hits[3].rate < 0.3
    assert judge([corrected(p, taught) for p in held_out]).hits[3].rate == pytest.approx(0.5, abs=0.06)


def test_the_spread_that_was_told_is_undone() -> None:
    taught = learn_spread(history(1500, told=0.25, true=0.5))
    assert taught.factor == pytest.approx(2, rel=0.1)
    assert taught.shift == pytest.approx(1, abs=0.05)


def test_too_few_outcomes_teach_nothing() -> None:
    few = history(19, told=0.2, true=1.0)
    assert learn(few) == learn_levels(few) == learn_spread(few) == IDENTITY
    assert learn([]) == IDENTITY
    for past in few:
        assert corrected(past, IDENTITY) == past


def test_a_good_forecast_is_left_alone() -> None:
    assert learn(history(400, told=0.5, true=0.5)) == IDENTITY


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.floats(0.1, 1000), min_size=20, max_size=60),
    st.lists(st.floats(0.1, 1000), min_size=3, max_size=3),
)
def test_no_correction_ever_crosses_two_quantiles(outcomes: list[float], values: list[float]) -> None:
    levels = (0.2, 0.5, 0.9)
    pasts = [PastForecast(levels, tuple(sorted(values)), y) for y in outcomes]
    for way in (learn_levels, learn_spread):
        taught = way(pasts)
        found = [taught.level(p / 50) for p in range(51)]
        assert found == sorted(found)
        assert (found[0], found[-1]) == (0, 1)
        assert taught.factor > 0
        corrected(pasts[0], taught)  # refuses falling values


def test_dates_become_lengths_from_the_day_of_the_forecast() -> None:
    past = past_dates(
        datetime(2026, 3, 2), levels=(0.5, 0.9), happened=datetime(2026, 3, 4, 12),
        dates=(datetime(2026, 3, 3), datetime(2026, 3, 10)),
    )  # fmt: skip
    assert (past.values, past.outcome) == ((1, 8), 2.5)


def test_forecasts_that_make_no_sense_are_refused() -> None:
    for levels, values in (
        ((), ()),
        ((0.5,), (1, 2)),
        ((0.9, 0.1), (1, 2)),
        ((0.1, 0.9), (2, 1)),
        ((1.0,), (1,)),
    ):
        with pytest.raises(BadValue):
            PastForecast(levels, values, 1)
    with pytest.raises(BadValue):
        PastForecast((0.5,), (1,), math.nan)
    with pytest.raises(BadValue, match="no past forecast"):
        judge([])
    with pytest.raises(BadValue, match="same levels"):
        judge([PastForecast((0.5,), (1,), 1), PastForecast((0.6,), (1,), 1)])
    assert Correction().value(-3, middle=5) == -3
