"""What a result says, how sure it makes one, what sounds like a solution, and what the tree warns of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from northline.research.discovery.rules import risks
from northline.research.discovery.rules.warnings import warnings_of
from northline.research.discovery.rules.wording import solution_in


@pytest.mark.parametrize(
    ("measured", "comparison", "word"),
    [
        ("7.9999", "at_least", "refuted"),
        ("8", "at_least", "confirmed"),
        ("8", "at_most", "confirmed"),
        ("8.0001", "at_most", "refuted"),
    ],
)
def test_the_verdict_follows_from_the_threshold_which_counts_as_met_when_met_exactly(
    measured, comparison, word
):
    assert risks.verdict(Decimal(measured), comparison=comparison, threshold=Decimal(8)) == word


def test_a_result_moves_the_odds_by_the_strength_of_an_experiment():
    # 1:1 becomes 5:1 and 1:5; 1:4 becomes 5:4.
    assert risks.proposed_confidence(50, verdict="confirmed") == round(100 * 5 / 6)
    assert risks.proposed_confidence(50, verdict="refuted") == round(100 / 6)
    assert risks.proposed_confidence(20, verdict="confirmed") == round(100 * 5 / 9)


def test_two_opposite_results_cancel_out():
    once = risks.proposed_confidence(40, verdict="confirmed")
    assert abs(risks.proposed_confidence(once, verdict="refuted") - 40) <= 1


@pytest.mark.parametrize("before", [0, 3, 95, 100, None])
def test_no_result_makes_certain_and_none_is_without_effect(before):
    for word in ("confirmed", "refuted"):
        after = risks.proposed_confidence(before, verdict=word)
        assert 5 <= after <= 95
    assert risks.proposed_confidence(before, verdict="confirmed") > risks.proposed_confidence(
        before, verdict="refuted"
    )


def test_what_nobody_knows_is_as_exposed_as_what_nobody_believes():
    assert risks.exposure(None, importance=4) == risks.exposure(0, importance=4) == 400
    assert risks.exposure(100, importance=5) == 0


@pytest.mark.parametrize(
    ("title", "reason", "word"),
    [
        ("Add a dashboard", "starts_with_building", "Add"),
        ("integrate with SAP", "starts_with_building", "integrate"),
        ("Planners need a dashboard", "asks_for_a_thing", "dashboard"),
        ("Drivers would like an offline app", "asks_for_a_thing", "app"),
        ("A chatbot for receivers", "names_software", "chatbot"),
        ("Push notifications", "names_software", "notifications"),
        ("AI for dispatch", "names_software", "AI"),
    ],
)
def test_a_solution_worded_as_a_need_is_told_with_the_word_that_gives_it_away(title, reason, word):
    found = solution_in(title)
    assert found is not None
    assert (found.reason, found.word) == (reason, word)


@pytest.mark.parametrize(
    "title",
    [
        "See what a change does before making it",
        "I can't find the report that I need",
        "I can’t tell which screen is the newest",
        "Drivers lose their settings on every update",
        "Know when the delivery comes",
        "Appointments are missed at the dock",  # no “app”
        "Planners need more time in the morning",
        "…",
    ],
)
def test_a_need_is_left_alone(title):
    assert solution_in(title) is None


def test_a_target_wants_two_ideas_that_are_there_and_every_idea_wants_an_opportunity():
    needs, ideas = {"n1": "Know the time", "n2": "Trust it"}, {"i1": "Live", "i2": "Calm", "i3": "Loose"}
    pairs = [("i1", "n1"), ("i2", "n1"), ("i1", "n2"), ("i3", "gone"), ("gone", "n2")]
    found = warnings_of(needs, ideas, targets=["n1", "n2", "gone"], addressed=pairs)
    assert [(one.code, one.id, one.count) for one in found] == [
        ("few_ideas", "n2", 1),
        ("no_opportunity", "i3", 0),
    ]


def test_what_is_no_target_may_have_one_idea_only():
    assert warnings_of({1: "Trust it"}, {}, targets=[], addressed=[]) == []
