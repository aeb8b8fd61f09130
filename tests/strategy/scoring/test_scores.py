"""Scores, the ranking they make, and what follows from it."""

from __future__ import annotations

import pytest

from northline.core import editing
from northline.core.models import Change
from northline.roadmap.actions.dependencies import wait_for
from northline.roadmap.models import Initiative
from northline.strategy.scoring.models import Score
from northline.strategy.scoring.queries import ranking_of
from northline.strategy.scoring.shown import show_ranking
from tests.core.listing.asking import add_field

RICE = {"reach": 500, "impact": 2, "confidence": 80, "effort": 4}


def initiative(cast, title="Another", **fields):
    row = Initiative(workspace=cast.acme.workspace, product=cast.product, title=title, **fields)
    return editing.create(row, prefix=Initiative.PREFIX, by=cast.scope("pia"))


def entry(subject, version=0, **values):
    given = {
        name: value if isinstance(value, dict) or value is None else {"likely": value}
        for name, value in values.items()
    }
    return {"subject_id": subject.pk, "values": given, "version": version}


def give(cast, *entries, by="pia", voice="team", card=None):
    card = card or cast.acme.row("scorecard")
    return cast.client(by).put(
        f"/api/scorecards/{card.pk}/scores", {"voice": voice, "entries": list(entries)}
    )


def ranking(cast, card=None, by="vera"):
    card = card or cast.acme.row("scorecard")
    return cast.client(by).get(f"/api/scorecards/{card.pk}/ranking").json()


def draw_line(cast, *, by="pia", **fields):
    card = cast.acme.row("scorecard")
    card.refresh_from_db()
    headers = {"if-match": f'"{card.version}"'}
    assert cast.client(by).patch(f"/api/scorecards/{card.pk}", fields, headers=headers).status_code == 200


def test_the_best_stands_first_and_what_has_no_score_last(cast):
    small, large, bare = (initiative(cast, title) for title in ("Small", "Large", "Bare"))
    assert give(cast, entry(small, **RICE | {"reach": 10}), entry(large, **RICE)).status_code == 200
    found = ranking(cast)["items"]
    assert [(each["subject"]["title"], each["score"], each["rank"]) for each in found] == [
        ("Large", 200, 1),
        ("Small", 4, 2),
        ("Bare", None, None),
    ]
    assert bare


def test_what_is_over_is_no_longer_weighed(cast):
    initiative(cast, "Over", status="done")
    assert ranking(cast)["items"] == []


def test_a_score_is_changed_factor_by_factor_and_taken_back(cast):
    subject = initiative(cast)
    give(cast, entry(subject, **RICE))
    answer = give(cast, entry(subject, version=1, reach=250, effort=None))
    assert answer.json()[0]["version"] == 2
    assert answer.json()[0]["values"]["reach"] == {"low": None, "likely": 250, "high": None}
    assert "effort" not in answer.json()[0]["values"]
    assert ranking(cast)["items"][0]["score"] is None


@pytest.mark.parametrize("version", [0, 2])
def test_a_stale_score_answers_how_it_stands(cast, version):
    subject = initiative(cast)
    give(cast, entry(subject, reach=5))
    answer = give(cast, entry(subject, version=version, reach=6))
    assert answer.status_code == 412
    assert answer.json()["current"]["values"]["reach"]["likely"] == 5


def test_many_are_scored_at_once_or_none(cast):
    subjects = [initiative(cast, str(number)) for number in range(3)]
    give(cast, entry(subjects[2], reach=1))
    answer = give(cast, *(entry(subject, reach=7) for subject in subjects))
    assert answer.status_code == 412
    assert Score.objects.count() == 1


def test_scoring_is_one_change_and_undone_as_one(cast):
    subjects = [initiative(cast, str(number)) for number in range(3)]
    cast.acme.row("scorecard")
    seen = Change.objects.count()
    give(cast, *(entry(subject, **RICE) for subject in subjects))
    assert Change.objects.count() == seen + 1
    change = Change.objects.order_by("-seq")[0]
    assert (change.verb, change.after[subjects[0].key]["reach"]) == ("scored", [None, 500, None])
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert [score.values for score in Score.objects.all()] == [{}, {}, {}]


def test_a_score_changed_since_is_not_undone(cast):
    subject = initiative(cast)
    give(cast, entry(subject, reach=1))
    change = Change.objects.order_by("-seq")[0]
    give(cast, entry(subject, version=1, reach=2), by="carl")
    answer = cast.client("pia").post(f"/api/changes/{change.pk}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert "Carl" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"reach": -1}, "score.out_of_bounds"),
        ({"impact": 5}, "score.out_of_bounds"),
        ({"nothing": 5}, "score.no_such_factor"),
        ({"reach": {"low": 5}}, "score.not_a_range"),
        ({"reach": {"low": 5, "likely": 4, "high": 6}}, "score.not_a_range"),
    ],
)
def test_a_figure_that_does_not_fit_is_refused(cast, values, code):
    answer = give(cast, entry(initiative(cast), **values))
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Score.objects.exists()


def test_another_products_initiative_is_not_found(cast):
    theirs = cast.beyond.row("initiative")
    assert give(cast, entry(theirs, reach=1)).status_code == 404


def test_the_line_runs_at_the_capacity(cast):
    first, second, third = (initiative(cast, title) for title in "ABC")
    give(
        cast,
        entry(first, **RICE),
        entry(second, **RICE | {"reach": 400}),
        entry(third, **RICE | {"reach": 300}),
    )
    draw_line(cast, cut_days=160)
    found = ranking(cast)
    assert [each["above"] for each in found["items"]] == [True, True, False]
    assert (found["days"], found["items"][0]["days"]) == (160, 80)


def test_a_yes_costs_what_it_pushes_below_the_line(cast):
    first, second, third = (initiative(cast, title) for title in "ABC")
    give(
        cast,
        entry(first, **RICE),
        entry(second, **RICE | {"reach": 400}),
        entry(third, **RICE | {"reach": 300}),
    )
    draw_line(cast, cut_days=160)
    card = cast.acme.row("scorecard")
    found = cast.client("vera").get(f"/api/scorecards/{card.pk}/cost-of-yes/{third.pk}").json()
    assert [each["key"] for each in found["falls"]] == [second.key]
    assert (found["gained"], found["lost"]) == (120, 160)


def test_what_lies_above_the_line_pulls_up_what_it_waits_for(cast):
    first, middle, last = (initiative(cast, title) for title in ("First", "Middle", "Last"))
    given = ((first, 500), (middle, 400), (last, 5))
    give(cast, *(entry(each, **RICE | {"reach": reach}) for each, reach in given))
    wait_for(first, before=last, by=cast.scope("pia"))
    draw_line(cast, cut_days=200)
    found = ranking(cast)
    told = [
        (each["subject"]["title"], each["rank"], each["above"], (each["pulled_by"] or {}).get("key"))
        for each in found["items"]
    ]
    assert told == [
        ("First", 1, True, None),
        ("Last", 3, True, first.key),
        ("Middle", 2, False, None),
    ]
    assert found["days"] == 160
    refused = found["refused"]
    assert (refused["subject"]["key"], refused["needs"], refused["left"]) == (middle.key, 80, 40)
    card = cast.acme.row("scorecard")
    sure = cast.client("vera").get(f"/api/scorecards/{card.pk}/robustness").json()
    assert {each["id"]: each["makes_cut"] for each in sure} == {
        str(first.pk): 1,
        str(last.pk): 1,
        str(middle.pk): 0,
    }


def test_what_does_not_fit_with_what_it_waits_for_lies_below(cast):
    first, last = initiative(cast, "First"), initiative(cast, "Last")
    give(cast, entry(first, **RICE), entry(last, **RICE | {"reach": 5}))
    wait_for(first, before=last, by=cast.scope("pia"))
    draw_line(cast, cut_count=1)
    found = ranking(cast)
    assert not any(each["above"] for each in found["items"])
    assert [each["key"] for each in found["refused"]["waits_for"]] == [last.key]


def test_robustness_names_the_estimate_that_would_flip_it(cast):
    sure, unsure = initiative(cast, "Sure"), initiative(cast, "Unsure")
    give(
        cast,
        entry(sure, **RICE),
        entry(unsure, **RICE | {"reach": {"low": 100, "likely": 400, "high": 1000}}),
    )
    draw_line(cast, cut_count=1)
    card = cast.acme.row("scorecard")
    found = cast.client("vera").get(f"/api/scorecards/{card.pk}/robustness").json()
    by_id = {each["id"]: each for each in found}
    assert 0.3 < by_id[str(unsure.pk)]["makes_cut"] < 0.7
    assert by_id[str(unsure.pk)]["flips"][0]["factor"] == "reach"
    assert by_id[str(unsure.pk)]["flips"][0]["at"] == pytest.approx(500, abs=1)


def test_what_pulls_another_up_is_flipped_by_what_both_take(cast):
    sure, unsure, last = (initiative(cast, title) for title in ("Sure", "Unsure", "Last"))
    effort = {"low": 1, "likely": 4, "high": 8}
    given = ((sure, {}), (unsure, {"reach": 100, "effort": effort}), (last, {"reach": 5}))
    give(cast, *(entry(each, **RICE | values) for each, values in given))
    wait_for(unsure, before=last, by=cast.scope("pia"))
    # 80 are taken by the sure one; 80 by the last one leave 60, which is 3 of effort.
    draw_line(cast, cut_days=220)
    card = cast.acme.row("scorecard")
    found = cast.client("vera").get(f"/api/scorecards/{card.pk}/robustness").json()
    flips = {each["id"]: each["flips"] for each in found}[str(unsure.pk)]
    assert [(flip["factor"], flip["now"]) for flip in flips] == [("effort", 4)]
    assert flips[0]["at"] == pytest.approx(3, abs=0.1)


def kano(cast, *answers):
    card = cast.acme.row("kano_scorecard")
    body = [
        dict(zip(("subject_id", "respondent", "functional", "dysfunctional"), each, strict=True))
        for each in answers
    ]
    return cast.client("carl").post(f"/api/scorecards/{card.pk}/kano-answers", {"answers": body})


def test_kanos_answers_class_and_rank(cast):
    must, nice = initiative(cast, "Must"), initiative(cast, "Nice")
    kano(cast, (nice.pk, "Ines", 1, 3), (must.pk, "Ines", 2, 5), (must.pk, "Jon", 1, 1))
    found = ranking(cast, cast.acme.row("kano_scorecard"))["items"]
    assert [(each["subject"]["title"], each["kano"]["kind"]) for each in found] == [
        ("Must", "must_be"),
        ("Nice", "attractive"),
    ]
    assert (found[1]["kano"]["satisfaction"], found[0]["kano"]["dissatisfaction"]) == (1, -1)


def test_a_respondents_later_answer_replaces_theirs(cast):
    subject = initiative(cast)
    kano(cast, (subject.pk, "Ines", 1, 5))
    assert kano(cast, (subject.pk, "Ines", 3, 3)).json() == {"noted": 1}
    found = ranking(cast, cast.acme.row("kano_scorecard"))["items"][0]["kano"]
    assert (found["kind"], sum(found["counts"].values())) == ("indifferent", 1)


def test_a_card_without_questions_takes_no_answers(cast):
    card, subject = cast.acme.row("scorecard"), initiative(cast)
    answer = {"subject_id": subject.pk, "respondent": "x", "functional": 1, "dysfunctional": 1}
    found = cast.client("carl").post(f"/api/scorecards/{card.pk}/kano-answers", {"answers": [answer]})
    assert found.json()["code"] == "scorecard.not_kano"


@pytest.mark.parametrize("how_many", [1, 7])
def test_a_ranking_costs_the_same_however_long(cast, how_many, django_assert_num_queries):
    card, scope = cast.acme.row("scorecard"), cast.scope("vera")
    for number in range(how_many):
        give(cast, entry(initiative(cast, str(number)), **RICE))
    with django_assert_num_queries(5):
        assert len(show_ranking(card, ranking_of(card), scope)["items"]) == how_many


def test_a_formula_reads_numbers_that_were_added_to_what_is_weighed(cast):
    seats = add_field(cast, "Seats", "number", kind="initiative")
    card = cast.acme.row("scorecard")
    factors = [
        {"name": "seats", "title": "Seats", "field": seats["name"]},
        {"name": "effort", "title": "Effort", "low": 1},
    ]
    draw_line(cast, factors=factors, formula="seats / effort", effort="effort")
    few, many = initiative(cast, "Few", custom={seats["name"]: 10}), initiative(cast, "Many", custom={})
    assert give(cast, entry(few, effort=2), entry(many, effort=1)).status_code == 200

    rows = {row["subject"]["title"]: row for row in ranking(cast)["items"]}
    assert (rows["Few"]["score"], rows["Few"]["read"]) == (5.0, {"seats": 10.0})
    assert (rows["Many"]["score"], rows["Many"]["read"]) == (None, {})

    Initiative.objects.filter(pk=many.pk).update(custom={seats["name"]: 40})
    assert [row["subject"]["title"] for row in ranking(cast)["items"][:2]] == ["Many", "Few"]
    refused = give(cast, entry(few, version=1, seats=3))
    assert (refused.status_code, refused.json()["code"]) == (422, "score.from_a_field")
    card.refresh_from_db()
    headers = {"if-match": f'"{card.version}"'}
    wrong = {"factors": [{"name": "a", "title": "A", "field": "nothing"}], "formula": "a", "effort": ""}
    answer = cast.client("pia").patch(f"/api/scorecards/{card.pk}", wrong, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "scorecard.no_such_field")
