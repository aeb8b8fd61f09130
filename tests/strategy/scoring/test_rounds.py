"""Group scoring: hidden until revealed, with who has not scored and how far the group agrees."""

from __future__ import annotations

import pytest

from northline.core.models import Change
from northline.strategy.scoring.models import Score
from tests.strategy.scoring.test_scores import RICE, entry, give, initiative, ranking


def round_of(cast, what="", *, by="pia", **body):
    card = cast.acme.row("scorecard")
    return cast.client(by).post(f"/api/scorecards/{card.pk}/round{what}", body)


def open_round(cast, *names):
    return round_of(cast, members=[cast.members[name].pk for name in names])


def vote(cast, subject, by, version=0, **values):
    return give(cast, entry(subject, version=version, **RICE | values), by=by, voice="mine")


def test_a_vote_is_its_voters_alone_until_it_is_revealed(cast):
    subject = initiative(cast)
    assert open_round(cast, "carl", "piet", "pia").status_code == 201
    vote(cast, subject, "carl", reach=100)
    vote(cast, subject, "piet", reach=900)
    seen = ranking(cast, by="carl")["items"][0]
    assert (seen["votes"], seen["voted"], seen["agreement"]) == ([], 2, {})
    assert seen["mine"]["values"]["reach"]["likely"] == 100
    assert ranking(cast, by="ada")["items"][0]["mine"] is None
    round_of(cast, "/revelation")
    shown = ranking(cast, by="vera")["items"][0]
    assert {each["voter"]["name"]: each["values"]["reach"]["likely"] for each in shown["votes"]} == {
        "Carl": 100,
        "Piet": 900,
    }
    assert shown["agreement"]["impact"] == 1
    assert shown["agreement"]["reach"] < 0.2


def test_no_activity_tells_a_hidden_vote(cast):
    subject = initiative(cast)
    open_round(cast, "carl")
    vote(cast, subject, "carl", reach=123)
    answer = cast.client("ada").get("/api/changes").content.decode()
    assert "123" not in Change.objects.order_by("-seq")[0].after.values()
    assert '"reach"' not in answer
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert '"reach"' not in cast.client("ada").get("/api/changes").content.decode()


def test_the_round_tells_who_has_not_scored(cast):
    subject = initiative(cast)
    open_round(cast, "carl", "piet")
    vote(cast, subject, "carl")
    voters = ranking(cast)["round"]["voters"]
    assert {voter["name"]: voter["scored"] for voter in voters} == {"Carl": 1, "Piet": 0}


def test_settling_takes_the_medians_and_is_undone(cast):
    subject = initiative(cast)
    give(cast, entry(subject, **RICE | {"reach": 1}))
    open_round(cast, "carl", "piet", "pia")
    for name, reach, impact in (("carl", 100, 1), ("piet", 400, 2), ("pia", 300, 3)):
        vote(cast, subject, name, reach=reach, impact=impact)
    round_of(cast, "/revelation")
    found = round_of(cast, "/settlement", adopt=True).json()
    assert found["items"][0]["team"]["values"]["reach"]["likely"] == 300
    assert found["items"][0]["score"] == 300 * 2 * 0.8 / 4
    change = Change.objects.order_by("-seq")[0]
    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert ranking(cast)["items"][0]["team"]["values"]["reach"]["likely"] == 1


def test_ranges_settle_end_by_end(cast):
    subject = initiative(cast)
    open_round(cast, "carl", "piet")
    vote(cast, subject, "carl", reach={"low": 10, "likely": 20, "high": 30})
    vote(cast, subject, "piet", reach=40)
    round_of(cast, "/revelation")
    found = round_of(cast, "/settlement", adopt=True).json()
    assert found["items"][0]["team"]["values"]["reach"] == {"low": 25, "likely": 30, "high": 35}


def test_scores_nobody_has_seen_are_not_adopted(cast):
    open_round(cast, "carl")
    assert round_of(cast, "/settlement", adopt=True).json()["code"] == "round.hidden"
    assert round_of(cast, "/settlement", adopt=False).status_code == 200
    assert vote(cast, initiative(cast), "carl").json()["code"] == "round.none_open"


def test_one_round_at_a_time_and_revealed_once(cast):
    open_round(cast, "carl")
    assert open_round(cast, "carl").json()["code"] == "round.open_already"
    round_of(cast, "/revelation")
    assert round_of(cast, "/revelation").json()["code"] == "round.revealed_already"


def test_an_earlier_rounds_votes_are_out_of_the_next(cast):
    subject = initiative(cast)
    open_round(cast, "carl")
    vote(cast, subject, "carl")
    round_of(cast, "/settlement", adopt=False)
    open_round(cast, "carl")
    assert ranking(cast, by="carl")["items"][0]["mine"] is None
    assert vote(cast, subject, "carl").status_code == 200
    assert Score.objects.count() == 2


@pytest.mark.parametrize(("name", "code"), [("vera", "round.cannot_score"), ("dora", "object.not_found")])
def test_who_cannot_score_is_not_asked(cast, name, code):
    assert open_round(cast, name).json()["code"] == code
