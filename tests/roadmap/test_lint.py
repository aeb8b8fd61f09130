"""Lint: each rule finds what it is for, and what it proposes mends it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.utils import timezone

from northline.roadmap import outlook
from northline.roadmap.models import Initiative
from northline.roadmap.rules.lint import Item, Policy, findings
from tests.roadmap.test_dependencies import add, patch, wait

TODAY = date(2026, 3, 2)
SOUND = Item(
    id="1",
    key="INI-1",
    title="Sound",
    status="planned",
    horizon="now",
    start=date(2026, 3, 1),
    finish=date(2026, 4, 30),
    precision="day",
    parked=False,
    has_goal=True,
    has_metric=True,
    owned=True,
    effort_weeks=4,
    touched=TODAY,
    planned=True,
    p85=date(2026, 4, 20),
    position=0,
)
POLICY = Policy({"now": 10, "next": 20}, 60)


def rules(*items, dependencies=()):
    found = findings(items, dependencies=dependencies, policy=POLICY, today=TODAY)
    return [(one.rule, one.item.id) for one in found]


def test_a_sound_item_breaks_no_rule():
    assert rules(SOUND) == []


@pytest.mark.parametrize(
    ("broken", "rule"),
    [
        ({"has_goal": False}, "without_goal"),
        ({"has_metric": False}, "without_metric"),
        ({"owned": False}, "without_owner"),
        ({"touched": TODAY - timedelta(days=61)}, "stale"),
        ({"status": "committed", "planned": False}, "committed_without_plan"),
        ({"p85": date(2026, 5, 1)}, "p85_outside_window"),
        ({"effort_weeks": 10.5}, "bucket_overfull"),
    ],
)
def test_each_rule_finds_what_it_is_for(broken, rule):
    assert rules(replace(SOUND, **broken)) == [(rule, "1")]


@pytest.mark.parametrize("quiet", [{"status": "idea"}, {"status": "done"}, {"parked": True}])
def test_ideas_what_is_done_and_what_is_parked_are_left_alone(quiet):
    bare = replace(SOUND, has_goal=False, has_metric=False, owned=False, effort_weeks=99, **quiet)
    assert rules(bare) == []


def test_what_is_planned_for_much_later_is_not_stale():
    later = replace(
        SOUND, horizon="later", start=TODAY + timedelta(days=91), touched=TODAY - timedelta(days=99)
    )
    assert rules(later) == []


@pytest.mark.parametrize(
    ("start", "finish", "precision", "backwards"),
    [
        (date(2026, 5, 1), date(2026, 6, 1), "day", False),
        (date(2026, 4, 30), date(2026, 6, 1), "day", True),
        # Both promise no day within their months: they may overlap, not overtake.
        (date(2026, 3, 1), date(2026, 4, 30), "month", False),
        (date(2026, 3, 1), date(2026, 3, 31), "month", True),
        (date(2026, 2, 1), date(2026, 4, 30), "month", True),
    ],
)
def test_a_successor_that_comes_too_early_is_found(start, finish, precision, backwards):
    after = replace(SOUND, id="2", start=start, finish=finish, precision=precision, horizon="next")
    before = replace(SOUND, precision=precision)
    found = rules(before, after, dependencies=[("1", "2")])
    assert (("dependency_backwards", "2") in found) == backwards


def test_the_proposal_for_an_overfull_bucket_moves_the_last_that_is_not_promised():
    items = [
        replace(SOUND, id="1", position=1),
        replace(SOUND, id="2", position=2),
        replace(SOUND, id="3", position=3, status="committed"),
    ]
    (found,) = findings(items, dependencies=(), policy=POLICY, today=TODAY)
    assert (found.fix.initiative_id, found.fix.fields) == ("2", {"horizon": "next"})


def test_where_everything_is_promised_nothing_is_proposed():
    items = [replace(SOUND, id=str(number), status="committed") for number in range(3)]
    (found,) = findings(items, dependencies=(), policy=POLICY, today=TODAY)
    assert found.fix is None


def told(cast):
    answer = cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap/findings").json()
    return {(row["rule"], row["initiative"]["title"]): row for row in answer}


def test_a_proposal_carried_out_mends_what_it_was_for(cast):
    first = add(cast, "First", window={"start": "2026-03-01", "finish": "2026-04-30"})
    second = add(cast, "Second", window={"start": "2026-04-01", "finish": "2026-04-30"}, status="committed")
    wait(cast, second, first)
    fix = told(cast)["dependency_backwards", "Second"]["fix"]
    assert patch(cast, second, fix["fields"] | {"reason": fix["reason"]}).json()["window"] == {
        "start": "2026-05-01",
        "finish": "2026-05-30",
        "precision": "day",
    }
    assert ("dependency_backwards", "Second") not in told(cast)


def test_a_plan_that_will_not_make_it_proposes_next_with_the_reason(cast, monkeypatch):
    said = outlook.Outlook(p50=date(2026, 4, 25), p85=date(2026, 5, 10))
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: dict.fromkeys(ids, said)])
    made = add(cast, "Late", horizon="now", window={"start": "2026-03-01", "finish": "2026-04-30"})
    found = told(cast)["p85_outside_window", "Late"]
    assert (found["facts"]["days"], found["fix"]["fields"]) == (10, {"horizon": "next"})
    assert patch(cast, made, found["fix"]["fields"] | {"reason": found["fix"]["reason"]}).status_code == 200
    assert ("p85_outside_window", "Late") not in told(cast)


def test_an_objective_is_a_goal_and_its_key_result_a_metric(cast):
    made = add(cast, "Aimed", owner_id=cast.pia.pk)
    assert {rule for rule, _ in told(cast)} == {"without_goal", "without_metric"}
    objective = cast.acme.row("objective")
    ends = {
        "source": {"kind": "initiative", "id": made["id"]},
        "target": {"kind": "objective", "id": objective.pk},
    }
    cast.client("pia").post("/api/links", {"type": "advances"} | ends)
    assert {rule for rule, _ in told(cast)} == {"without_metric"}
    cast.acme.row("key_result")
    assert told(cast) == {}


def test_the_policy_says_what_fits_and_is_compared_before_it_is_set(cast):
    address, pia = f"/api/products/{cast.product.pk}/roadmap/policy", cast.client("pia")
    assert pia.get(address).json() == {"version": 1, "now_weeks": None, "next_weeks": None, "stale_days": 60}
    assert pia.put(address, {"version": 1, "now_weeks": 3, "stale_days": 5}).json()["version"] == 2
    assert pia.put(address, {"version": 1, "now_weeks": 9}).status_code == 412
    add(cast, "Large", horizon="now", effort_weeks=4)
    assert told(cast)["bucket_overfull", "Large"]["facts"] == {"horizon": "now", "weeks": 4, "room": 3}
    Initiative.objects.update(updated_at=timezone.now() - timedelta(days=9))
    assert told(cast)["stale", "Large"]["facts"] == {"days": 9}


def test_a_container_brings_no_effort_of_its_own(cast):
    outer = add(cast, "Outer", horizon="now", effort_weeks=9)
    add(cast, "Inner", horizon="now", effort_weeks=2, parent_id=outer["id"])
    cast.client("pia").put(f"/api/products/{cast.product.pk}/roadmap/policy", {"version": 1, "now_weeks": 3})
    assert not any(rule == "bucket_overfull" for rule, _ in told(cast))
