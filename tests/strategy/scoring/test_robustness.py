"""Rank robustness against cases that have a closed form."""

from __future__ import annotations

from uuid import UUID

import pytest

from northline.strategy.scoring.rules.cutline import Cut, above, cost_of_yes, drawn
from northline.strategy.scoring.rules.factors import Estimate, Factor, checked_card
from northline.strategy.scoring.rules.robustness import Card, Subject, ranked, simulated

A, B, C, D = (UUID(int=number) for number in range(1, 5))
FACTORS = (Factor("value", "Value"), Factor("effort", "Effort"))
BY_VALUE = checked_card(FACTORS, formula="value")
BY_RATIO = checked_card(FACTORS, formula="value / effort")


def card(formula=BY_VALUE, **cut):
    return Card(formula, FACTORS, effort="effort", cut=Cut(**cut))


def subject(name, value, effort=None):
    scores = {"value": value if isinstance(value, Estimate) else Estimate(value)}
    if effort is not None:
        scores["effort"] = effort if isinstance(effort, Estimate) else Estimate(effort)
    return Subject(name, scores)


def uniform(low, high):
    return Estimate(None, low, high)


def test_two_even_ranges_that_overlap_meet_as_geometry_says():
    """X ~ U(0, 1), Y ~ U(0.5, 1.5): P(X > Y) is the triangle of side 0.5 in the unit square, 1/8."""
    found = simulated(card(count=1), [subject(A, uniform(0, 1)), subject(B, uniform(0.5, 1.5))])
    chance = {each.id: each.makes_cut for each in found}
    # 10,000 rounds: three standard errors are 0.0099.
    assert chance[A] == pytest.approx(1 / 8, abs=0.0099)
    assert chance[A] + chance[B] == 1


def test_a_triangular_range_against_a_figure_is_the_area_above_it():
    """X ~ triangular(0, 1, 2) exceeds 1.5 with probability 0.5² / 2 = 1/8; being above means ranking first."""
    found = simulated(card(count=1), [subject(A, Estimate(1, 0, 2)), subject(B, 1.5)])
    assert {each.id: each.makes_cut for each in found}[A] == pytest.approx(1 / 8, abs=0.0099)


def test_an_effort_that_may_not_fit_makes_the_cut_as_often_as_it_fits():
    found = simulated(card(days=10), [subject(A, 5, uniform(8, 12))])
    assert found[0].makes_cut == pytest.approx(1 / 2, abs=0.015)


def test_the_same_list_answers_the_same():
    subjects = [subject(A, uniform(0, 1)), subject(B, uniform(0.2, 1.2))]
    assert simulated(card(count=1), subjects) == simulated(card(count=1), subjects)


def test_figures_without_ranges_are_certain():
    found = simulated(card(count=2), [subject(A, 3), subject(B, 2), subject(C, 1)])
    assert [(each.makes_cut, each.rank_low, each.rank_mean, each.rank_high) for each in found] == [
        (1, 1, 1, 1),
        (1, 2, 2, 2),
        (0, 3, 3, 3),
    ]
    assert all(each.flips == [] for each in found)


def test_the_flip_is_where_the_scores_meet():
    """Above the line is one place: A (4, of 0 to 8) passes B (6) at 6."""
    found = {
        each.id: each for each in simulated(card(count=1), [subject(A, Estimate(4, 0, 8)), subject(B, 6)])
    }
    (flip,) = found[A].flips
    assert (flip.factor, flip.now) == ("value", 4)
    assert flip.at == pytest.approx(6, abs=0.001)


def test_an_effort_flips_by_its_days_and_by_its_ratio():
    """B leads with 3 (9 days); A stands at 20 / 10 = 2 and takes the lead where 20 / effort = 3."""
    subjects = [subject(A, 20, Estimate(10, 5, 15)), subject(B, 27, 9)]
    found = {each.id: each for each in simulated(card(BY_RATIO, days=9), subjects)}
    assert found[A].flips[0].at == pytest.approx(20 / 3, abs=0.005)


def test_without_a_line_there_are_ranks_only():
    found = simulated(card(), [subject(A, uniform(0, 1)), subject(B, 2)])
    assert [each.makes_cut for each in found] == [None, None]


def test_what_has_no_score_is_not_ranked():
    assert ranked(card(BY_RATIO), [subject(A, 1), subject(B, 1, 0), subject(C, 1, 1)]) == [(C, 1.0)]
    assert simulated(card(), []) == []


def test_of_equals_the_first_stays_first():
    assert [each for each, _ in ranked(card(), [subject(B, 1), subject(A, 1)])] == [B, A]


def test_the_line_runs_where_the_next_one_no_longer_fits():
    days = {A: 5.0, B: 6.0, C: 1.0}
    assert above([A, B, C], days=days, cut=Cut(days=10)) == [A]
    assert above([A, B, C], days=days, cut=Cut(days=11)) == [A, B]
    assert above([A, B, C], days=days, cut=Cut(count=2)) == [A, B]
    assert above([A, B, C], days=days, cut=Cut()) == [A, B, C]


def test_what_is_taken_is_taken_with_all_that_it_waits_for():
    days = {A: 5, B: 5, C: 1, D: 2}
    waits = {A: [C], C: [D]}
    found = drawn([A, B, C, D], days=days, cut=Cut(days=10), waits_for=waits)
    assert (found.taken, found.pulled) == ([D, C, A], {D: A, C: A})
    assert (found.refused.subject, found.refused.needs, found.refused.left) == (B, 5, 2)
    assert drawn([A, B], days=days, cut=Cut(count=2), waits_for=waits).refused.waits_for == [D, C]
    # A circle, which the roadmap refuses, ends all the same.
    assert drawn([A, B], days=days, cut=Cut(), waits_for={A: [B], B: [A]}).taken == [B, A]


def test_yes_to_one_costs_those_it_pushes_out():
    days, scores = {A: 5.0, B: 4.0, C: 2.0, D: 5.0}, {A: 9.0, B: 5.0, C: 3.0, D: 1.0}
    found = cost_of_yes([A, B, C, D], D, days=days, scores=scores, cut=Cut(days=11))
    assert (found.falls, found.gained, found.lost) == ([B, C], 1.0, 8.0)
    nothing = cost_of_yes([A, B], A, days=days, scores=scores, cut=Cut(days=11))
    assert (nothing.falls, nothing.lost) == ([], 0.0)
