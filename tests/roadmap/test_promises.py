"""The ledger of commitments: what was said is kept, a drag that breaks it is refused until it is acknowledged."""

from __future__ import annotations

from datetime import date

import pytest

from northline.core.models import Change
from northline.roadmap import outlook
from northline.roadmap.models import Promise
from northline.roadmap.rules.promising import Ends, chance_by
from tests.roadmap.test_dependencies import add, patch

SPRING = {"start": "2026-03-01", "finish": "2026-05-31", "precision": "day"}
LATER = SPRING | {"finish": "2026-08-31"}


def promise(cast, initiative, **fields):
    body = {
        "initiative_id": initiative["id"],
        "promised_to": "Nordlicht",
        "words": "You will have it before the summer.",
        "made_on": "2026-01-05",
        "due": "2026-06-30",
    }
    return cast.client("pia").post("/api/promises", body | fields).json()


def settle(cast, made, version=1, **said):
    headers = {"if-match": f'"{version}"'}
    return cast.client("pia").post(f"/api/promises/{made['id']}/outcomes", said, headers=headers)


@pytest.fixture
def plan_says(monkeypatch):
    """Ten simulated runs that finish evenly in the last ten days of June."""
    ends = Ends(date(2026, 6, 21), (1,) * 10)
    said = outlook.Outlook(p50=date(2026, 6, 25), p85=date(2026, 6, 29), ends=ends)
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: dict.fromkeys(ids, said)])


def test_the_chance_of_that_moment_is_kept_with_the_promise(cast, plan_says):
    made = promise(cast, add(cast, window=SPRING), due="2026-06-25")
    assert (made["chance"], made["state"], made["made_by"]["name"]) == (0.5, "open", "Pia")


def test_without_a_plan_no_chance_is_made_up(cast):
    assert promise(cast, add(cast))["chance"] is None


def test_a_window_that_ends_after_the_promise_is_refused_and_names_it(cast):
    initiative = add(cast, window=SPRING)
    made = promise(cast, initiative)
    answer = patch(cast, initiative, {"window": LATER})
    assert (answer.status_code, answer.json()["code"]) == (409, "promise.would_break")
    assert [one["id"] for one in answer.json()["promises"]] == [made["id"]]
    answer = patch(
        cast, initiative, {"window": LATER, "acknowledge": [made["id"]], "reason": "Parts are late"}
    )
    assert answer.json()["window"]["finish"] == "2026-08-31"
    told = Change.objects.get(verb="endangered")
    assert (str(told.object_id), told.reason) == (made["id"], "Parts are late")
    assert told.cause.verb == "rescheduled"


@pytest.mark.parametrize("broken", [{"window": None}, {"parked": True}])
def test_taking_the_window_away_or_parking_breaks_it_too(cast, broken):
    initiative = add(cast, window=SPRING)
    promise(cast, initiative)
    assert patch(cast, initiative, broken).json()["code"] == "promise.would_break"


def test_archiving_what_was_promised_is_refused(cast):
    initiative, pia = add(cast, window=SPRING), cast.client("pia")
    made, address = promise(cast, initiative), f"/api/initiatives/{initiative['id']}/archival"
    assert pia.post(address, headers={"if-match": '"1"'}).json()["code"] == "promise.would_break"
    answer = pia.post(address, {"acknowledge": [made["id"]]}, headers={"if-match": '"1"'})
    assert answer.status_code == 200


def test_what_keeps_the_promise_or_was_broken_before_asks_nothing(cast):
    initiative = add(cast, window=SPRING)
    made = promise(cast, initiative)
    assert patch(cast, initiative, {"window": SPRING | {"finish": "2026-06-30"}}).status_code == 200
    patch(cast, initiative, {"window": LATER, "acknowledge": [made["id"]]}, version=2)
    later = LATER | {"finish": "2026-10-31"}
    assert patch(cast, initiative, {"window": later}, version=3).status_code == 200


def test_a_settled_promise_breaks_no_more(cast):
    initiative = add(cast, window=SPRING)
    assert settle(cast, promise(cast, initiative), verdict="kept").json()["state"] == "kept"
    assert patch(cast, initiative, {"window": LATER}).status_code == 200


def test_a_renegotiated_promise_stays_open_with_both_days_on_record(cast):
    made = promise(cast, add(cast, window=SPRING))
    answer = settle(
        cast, made, verdict="renegotiated", due="2026-09-30", reason="They agreed on Tuesday"
    ).json()
    assert (answer["state"], answer["due"]) == ("open", "2026-09-30")
    outcome = answer["outcomes"][0]
    assert (outcome["was_due"], outcome["due"], outcome["by"]["name"]) == ("2026-06-30", "2026-09-30", "Pia")
    assert settle(cast, made, 2, verdict="kept").json()["state"] == "kept"


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"verdict": "renegotiated", "reason": "Later"}, "promise.new_day_missing"),
        ({"verdict": "renegotiated", "due": "2026-09-30"}, "promise.reason_missing"),
        ({"verdict": "broken"}, "promise.reason_missing"),
    ],
)
def test_bad_news_takes_a_reason_and_a_new_day_a_day(cast, said, code):
    made = promise(cast, add(cast))
    assert settle(cast, made, **said).json()["code"] == code
    assert not Promise.objects.get(pk=made["id"]).outcomes.exists()


def test_a_promise_is_settled_once(cast):
    made = promise(cast, add(cast))
    settle(cast, made, verdict="broken", reason="We were late")
    assert settle(cast, made, 2, verdict="kept").json()["code"] == "promise.settled"


def test_promises_are_found_by_state_word_initiative_and_danger(cast):
    early, late = add(cast, "early", window=SPRING), add(cast, "late", window=LATER)
    promise(cast, early, promised_to="Ada Freight")
    promise(cast, late)

    def found(**wanted):
        return [
            row["promised_to"] for row in cast.client("vera").get("/api/promises", wanted).json()["items"]
        ]

    assert found() == ["Nordlicht", "Ada Freight"]
    assert found(endangered=True) == found(initiative_id=late["id"]) == ["Nordlicht"]
    assert found(q="freight") == ["Ada Freight"]
    assert found(state="kept") == []


@pytest.mark.parametrize("how_many", [1, 5])
def test_a_page_of_promises_costs_the_same_however_many(cast, how_many, django_assert_num_queries):
    for _ in range(how_many):
        settle(cast, promise(cast, add(cast)), verdict="renegotiated", due="2026-09-30", reason="x")
    vera = cast.client("vera")
    vera.get("/api/promises")
    with django_assert_num_queries(6):
        assert len(vera.get("/api/promises").json()["items"]) == how_many


def test_the_chance_of_a_day_counts_the_runs_that_end_by_its_evening():
    ends = Ends(date(2026, 3, 1), (2, 0, 0, 2))
    assert chance_by(date(2026, 2, 28), ends) == 0
    assert chance_by(date(2026, 3, 1), ends) == chance_by(date(2026, 3, 3), ends) == 0.5
    assert chance_by(date(2026, 3, 4), ends) == chance_by(date(2026, 3, 31), ends) == 1
    assert chance_by(date(2026, 3, 31), None) is None
