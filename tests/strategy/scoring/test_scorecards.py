"""Scorecards: made from a method, changed by who steers, refused where they make no sense."""

from __future__ import annotations

import pytest

from northline.core.models import Change


def make(cast, *, by="pia", **fields):
    body = {"product_id": cast.product.pk, "title": "Ours", "method": "rice"} | fields
    return cast.client(by).post("/api/scorecards", body)


def patch(cast, row, body, *, by="pia", version=1):
    return cast.client(by).patch(f"/api/scorecards/{row.pk}", body, headers={"if-match": f'"{version}"'})


def test_a_scorecard_starts_as_its_method(cast):
    found = make(cast, method="wsjf", about="idea").json()
    assert (found["key"], found["about"], found["effort"]) == ("CARD-1", "idea", "size")
    assert found["formula"] == "(value + urgency + enablement) / size"
    assert "Reinertsen" in found["source"]


def test_the_methods_are_listed(cast):
    found = cast.client("vera").get("/api/scorecard-methods").json()
    assert [method["name"] for method in found] == [
        "rice", "ice", "wsjf", "weighted", "value_effort", "moscow", "kano", "custom",
    ]  # fmt: skip


def test_a_formula_of_ones_own_over_ones_own_factors(cast):
    card = cast.acme.row("scorecard")
    factors = [
        {"name": "gain", "title": "Gain", "side": "benefit", "weight": 2},
        {"name": "days", "title": "Days", "low": 1},
    ]
    answer = patch(cast, card, {"factors": factors, "formula": "max(benefit, 1)  / days", "effort": "days"})
    assert answer.status_code == 200
    assert answer.json()["formula"] == "max(benefit, 1) / days"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"formula": "reach * nothing"}, "formula.not_understood"),
        ({"effort": "nothing"}, "scorecard.no_such_effort"),
        ({"factors": [{"name": "a", "title": "A"}]}, "formula.not_understood"),
        (
            {"factors": [{"name": "benefit", "title": "A"}], "formula": "1", "effort": ""},
            "scorecard.factor_name",
        ),
        (
            {"factors": [{"name": "a", "title": "A", "low": 2, "high": 1}], "formula": "a", "effort": ""},
            "scorecard.factor_bounds",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(cast, body, code):
    answer = patch(cast, cast.acme.row("scorecard"), body)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_a_refused_formula_says_where(cast):
    answer = patch(cast, cast.acme.row("scorecard"), {"formula": "reach * nothing"})
    assert answer.json()["position"] == 8


def test_an_edit_is_undone(cast):
    card = cast.acme.row("scorecard")
    patch(cast, card, {"formula": "reach", "cut_days": 100})
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    card.refresh_from_db()
    assert (card.formula, card.cut_days) == ("reach * impact * (confidence / 100) / effort", None)


def test_scorecards_of_a_product_are_listed_oldest_first(cast):
    make(cast, title="First")
    make(cast, title="Second", method="moscow")
    found = cast.client("stan").get(f"/api/products/{cast.product.pk}/scorecards").json()
    assert [card["title"] for card in found] == ["First", "Second"]
