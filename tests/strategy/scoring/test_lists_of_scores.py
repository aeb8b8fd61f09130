"""Scores, answers to Kano's questionnaire and standings as lists."""

from __future__ import annotations

from northline.core import editing
from northline.core.listing import queries
from northline.roadmap.actions.dependencies import wait_for
from northline.strategy.models import Scorecard, Standing
from northline.strategy.scoring import standings
from tests.core.listing.asking import asked, titles
from tests.strategy.scoring.test_rounds import open_round, round_of, vote
from tests.strategy.scoring.test_scores import RICE, draw_line, entry, give, initiative


def fields(cast, kind, *names, **query):
    items = asked(cast, kind, **query).json()["items"]
    return [tuple(item["fields"][name] for name in names) for item in items]


def scored(cast):
    small, large = initiative(cast, "Small"), initiative(cast, "Large")
    give(cast, entry(small, **RICE | {"reach": 10}), entry(large, **RICE))
    return small, large


def test_standings_are_sorted_filtered_grouped_and_exported(cast):
    scored(cast)
    initiative(cast, "Bare")
    draw_line(cast, cut_count=1)
    assert fields(cast, "standing", "title", "rank", "score", "above", "makes_cut") == [
        ("Large", 1, 200, True, 100),
        ("Small", 2, 4, False, 0),
        ("Bare", None, None, False, None),
    ]
    assert titles(cast, "standing", where=[["above", "is", True]]) == ["Large"]
    groups = asked(cast, "standing", part="/groups", by="scorecard").json()["items"]
    assert [group["count"] for group in groups] == [3]
    file = asked(cast, "standing", part="/export", columns="title,rank,score,makes_cut", sort="rank")
    assert file.content.decode("utf-8-sig").splitlines()[:2] == [
        "Item,Rank,Score,Chance of the cut (%)",
        "Large,1,200,100",
    ]


def test_standings_follow_what_they_come_from(cast):
    small, _ = scored(cast)
    assert titles(cast, "standing") == ["Large", "Small"]
    give(cast, entry(small, version=1, reach=5000))
    assert titles(cast, "standing") == ["Small", "Large"]
    small.refresh_from_db()
    editing.archive(small, expected=small.version, by=cast.scope("pia"))
    assert titles(cast, "standing") == ["Large"]
    assert Standing.objects.filter(scorecard=cast.acme.row("scorecard")).count() == 1


def test_standings_follow_what_waits_for_what(cast):
    small, large = scored(cast)
    draw_line(cast, cut_days=200)
    assert fields(cast, "standing", "title", "above") == [("Large", True), ("Small", True)]
    draw_line(cast, cut_count=1)
    wait_for(large, before=small, by=cast.scope("pia"))
    assert fields(cast, "standing", "title", "above") == [("Large", False), ("Small", False)]


def test_nothing_is_computed_again_while_nothing_changed(cast, django_assert_num_queries):
    scored(cast)
    titles(cast, "standing")
    scope = cast.scope("vera")
    with django_assert_num_queries(5):
        list(standings.up_to_date(Standing.objects.filter(pk=None), scope))
    with django_assert_num_queries(5):
        queries.page(scope, "standing", queries.Asked(product_id=cast.product.pk))


def test_scores_tell_their_estimates_and_votes_stay_hidden_until_revealed(cast):
    subject = initiative(cast, "Large")
    give(cast, entry(subject, **RICE | {"reach": {"low": 300, "likely": None, "high": 800}}))
    open_round(cast, "carl")
    vote(cast, subject, "carl")
    assert len(titles(cast, "score")) == 1
    assert len(titles(cast, "score", who="carl")) == 2
    round_of(cast, "/revelation")
    found = fields(cast, "score", "title", "words", "voter", sort="at")
    assert found[0][1].startswith("Reach 300–800, Impact 2")
    assert (found[0][2], found[1][2]["name"]) == (None, "Carl")
    assert titles(cast, "score", q="300–800") == ["Large"]


def test_answers_of_kanos_questionnaire_are_filtered_by_what_they_say(cast):
    body = {"product_id": cast.product.pk, "title": "Kano", "method": "kano"}
    card = cast.client("pia").post("/api/scorecards", body).json()
    subject = initiative(cast, "Large")
    answers = [("Ada", 1, 5), ("Bo", 2, 5), ("Cy", 1, 1)]
    given = [
        {"subject_id": subject.pk, "respondent": name, "functional": there, "dysfunctional": absent}
        for name, there, absent in answers
    ]
    path = f"/api/scorecards/{card['id']}/kano-answers"
    assert cast.client("pia").post(path, {"answers": given}).status_code < 300
    groups = asked(cast, "kano_answer", part="/groups", by="says").json()["items"]
    assert {group["value"]: group["count"] for group in groups} == {
        "performance": 1,
        "must_be": 1,
        "questionable": 1,
    }
    found = fields(cast, "kano_answer", "respondent", where=[["says", "is", "must_be"]])
    assert found == [("Bo",)]
    assert Scorecard.objects.get(pk=card["id"]).ranked_from == ""
    assert fields(cast, "standing", "rank", where=[["method", "is", "kano"]]) == [(1,)]


def test_strangers_read_no_standings(cast):
    scored(cast)
    assert titles(cast, "standing", who="nora") == []
