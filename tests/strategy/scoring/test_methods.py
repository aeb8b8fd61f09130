"""The published formulas, against published examples."""

from __future__ import annotations

import pytest

from northline.core.refusal import Refusal
from northline.strategy.scoring.rules.agreement import agreement, settled
from northline.strategy.scoring.rules.calibration import calibrated
from northline.strategy.scoring.rules.factors import (
    Estimate,
    Factor,
    checked_card,
    checked_estimate,
    plain_score,
)
from northline.strategy.scoring.rules.kano import ANSWERS, class_of, judged, worth
from northline.strategy.scoring.rules.methods import METHODS, MOSCOW, RICE, WEIGHTED, WSJF


def score(method, **values):
    formula = checked_card(method.factors, formula=method.formula)
    return plain_score(formula, method.factors, {name: Estimate(value) for name, value in values.items()})


@pytest.mark.parametrize("method", METHODS.values(), ids=list(METHODS))
def test_every_method_is_sound(method):
    checked_card(method.factors, formula=method.formula)
    assert not method.effort or method.effort in {factor.name for factor in method.factors}


def test_rice_divides_by_effort():
    """Intercom's article: reach 500 a quarter, impact 2, confidence 80 %, effort 4 person-months."""
    assert score(RICE, reach=500, impact=2, confidence=80, effort=4) == 200
    assert score(RICE, reach=500, impact=2, confidence=80, effort=8) == 100


def test_wsjf_is_cost_of_delay_over_job_size():
    """SAFe: user value 8, time criticality 5, risk reduction 3, job size 2."""
    assert score(WSJF, value=8, urgency=5, enablement=3, size=2) == 8


def test_weights_count_within_their_side():
    found = score(WEIGHTED, customer=10, business=5, fit=4, effort=10, risk=2)
    assert found == (3 * 10 + 2 * 5 + 4) / (10 + 2)


def test_moscow_ranks_must_over_should_over_could_over_wont():
    found = [score(MOSCOW, priority=value) for value in (4, 3, 2, 1)]
    assert found == sorted(found, reverse=True)
    assert [choice.label[:5] for choice in MOSCOW.factors[0].choices] == ["Must ", "Shoul", "Could", "Won't"]


def test_a_missing_factor_makes_no_score_and_nought_effort_neither():
    assert score(RICE, reach=500, impact=2, confidence=80) is None
    assert score(RICE, reach=500, impact=2, confidence=80, effort=0) is None


KANO_TABLE = {
    # if it is there → if it is not: like, expect, neutral, live with, dislike
    "like": ["questionable", "attractive", "attractive", "attractive", "performance"],
    "expect": ["reverse", "indifferent", "indifferent", "indifferent", "must_be"],
    "neutral": ["reverse", "indifferent", "indifferent", "indifferent", "must_be"],
    "live_with": ["reverse", "indifferent", "indifferent", "indifferent", "must_be"],
    "dislike": ["reverse", "reverse", "reverse", "reverse", "questionable"],
}


def test_kanos_table_is_the_published_one():
    found = {name: [class_of(row, column) for column in range(1, 6)] for row, name in enumerate(ANSWERS, 1)}
    assert found == KANO_TABLE


def test_kanos_coefficients_count_what_pleases_and_what_is_missed():
    found = judged([(1, 5)] * 4 + [(1, 3)] * 3 + [(2, 5)] * 2 + [(3, 3)] + [(5, 1), (1, 1)])
    assert (found.kind, found.satisfaction, found.dissatisfaction) == ("performance", 0.7, -0.6)
    assert (found.counts["reverse"], found.counts["questionable"]) == (1, 1)


def test_of_classes_named_equally_often_the_one_that_would_hurt_counts():
    assert judged([(2, 5), (1, 3)]).kind == "must_be"
    assert judged([(1, 5), (1, 3)]).kind == "performance"
    assert judged([(1, 3), (3, 3)]).kind == "attractive"


def test_answers_that_say_nothing_make_no_coefficient():
    assert judged([]) is None
    assert judged([(1, 1)]).satisfaction is None


def test_a_class_is_never_overtaken_by_a_coefficient():
    must, attractive = judged([(2, 5), (3, 3), (2, 5)]), judged([(1, 3)] * 9)
    assert worth(must) > worth(attractive)


def test_two_factors_of_one_name_are_refused():
    with pytest.raises(Refusal) as refused:
        checked_card([Factor("a", "A"), Factor("a", "B")], formula="a")
    assert refused.value.code == "scorecard.factor_twice"


@pytest.mark.parametrize(
    ("estimate", "code"),
    [
        (Estimate(101), "score.out_of_bounds"),
        (Estimate(-1), "score.out_of_bounds"),
        (Estimate(50, 60, 80), "score.not_a_range"),
        (Estimate(None, 60, None), "score.not_a_range"),
        (Estimate(None), "score.not_a_range"),
        (Estimate(50, 0, 101), "score.out_of_bounds"),
    ],
)
def test_an_estimate_that_does_not_fit_its_factor_is_refused(estimate, code):
    with pytest.raises(Refusal) as refused:
        checked_estimate(RICE.factors[2], estimate)
    assert refused.value.code == code


def test_a_choice_is_one_of_those_there_are():
    assert checked_estimate(RICE.factors[1], Estimate(0.25)) == Estimate(0.25)
    with pytest.raises(Refusal, match="massive"):
        checked_estimate(RICE.factors[1], Estimate(4))


def test_agreement_is_whole_where_all_say_the_same_and_nought_where_a_group_is_split():
    assert agreement([2, 2, 2], low=1, high=5) == 1
    assert agreement([1, 5, 1, 5], low=1, high=5) == 0
    assert 0 < agreement([1, 2, 3], low=1, high=5) < 1
    assert agreement([2], low=1, high=5) is None


def test_a_group_settles_on_its_median_or_the_nearest_choice():
    assert settled([1, 3, 20]) == 3
    assert settled([1, 2, 3, 20], choices=[1, 3, 5]) == 3


def test_calibration_is_the_geometric_mean_of_the_ratios():
    found = calibrated([(10, 20), (10, 5), (10, 40)])
    assert found.bias == pytest.approx((2 * 0.5 * 4) ** (1 / 3))
    assert found.correction == found.bias
    assert calibrated([(10, 20), (0, 3), (4, 0)]).count == 1
    assert calibrated([(10, 20)]).correction is None
    assert calibrated([]) is None
