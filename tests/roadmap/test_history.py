"""The time machine: the past rebuilt from the changes is what was stored then, whatever was done since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.core import editing, undo
from northline.core.models import Change
from northline.core.refusal import Refusal
from northline.core.visits.models import Seen
from northline.roadmap.actions import dependencies, initiatives, lanes, milestones
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone
from northline.roadmap.queries import history
from northline.roadmap.rules.differences import differences
from tests.roadmap.test_dependencies import add, patch

SPRING = {"start": "2026-03-01", "finish": "2026-05-31", "precision": "day"}
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["Freight", "Cold chain", "Live day"]),
        "status": st.sampled_from(["idea", "planned", "committed"]),
        "horizon": st.sampled_from([None, "now", "later"]),
        "window": st.none()
        | st.builds(
            lambda day, days: {
                "start": day,
                "finish": day + timedelta(days=days),
                "precision": "month" if days % 2 else "day",
            },
            st.dates(min_value=timezone.localdate(), max_value=timezone.localdate() + timedelta(days=400)),
            st.integers(0, 90),
        ),
        "parked": st.booleans(),
        "goal": st.sampled_from(["", "Fewer calls"]),
        "features": st.lists(st.sampled_from(["Map", "Alarm"]), max_size=2, unique=True),
        "effort_weeks": st.none() | st.floats(0, 60),
        "position": st.floats(-5, 5),
    },
)
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["add", "revise", "archive", "restore", "lane", "milestone", "wait", "part", "undo"]),
        st.integers(0, 6),
        st.integers(0, 6),
        FIELDS,
    ),
    min_size=1,
    max_size=14,
)


class Hand:
    """Does to a roadmap what it is told; what is refused leaves no trace."""

    def __init__(self, cast):
        self.product, self.by = cast.product, cast.scope("pia")

    def do(self, what, one, other, fields):
        with transaction.atomic():
            getattr(self, what)(one, other, fields)

    def pick(self, model, number):
        rows = list(model.objects.filter(product=self.product).order_by("pk"))
        if not rows:
            raise Refusal("nothing", "Nothing is there.")
        return rows[number % len(rows)]

    def add(self, one, other, fields):
        given = {"title": "New"} | fields
        if other % 2 and Lane.objects.exists():
            given["lane_id"] = self.pick(Lane, one).pk
        initiatives.add_initiative(self.product, fields=given, by=self.by)

    def revise(self, one, other, fields):
        row = self.pick(Initiative, one)
        given = dict(fields)
        if other % 3 == 0:
            given["parent_id"] = self.pick(Initiative, other).pk
        initiatives.revise_initiative(row, expected=row.version, fields=given, by=self.by, reason="Because")

    def archive(self, one, other, fields):
        row = self.pick((Initiative, Milestone)[other % 2], one)
        editing.archive(row, expected=row.version, by=self.by)

    def restore(self, one, other, fields):
        row = self.pick(Initiative, one)
        editing.restore(row, expected=row.version, by=self.by)

    def lane(self, one, other, fields):
        if other % 3 == 0:
            row = self.pick(Lane, one)
            lanes.retire_lane(row, expected=row.version, by=self.by)
        else:
            lanes.add_lane(self.product, title=f"Lane {one}", colour="", position=None, by=self.by)

    def milestone(self, one, other, fields):
        day = timezone.localdate() + timedelta(days=one)
        if other % 2:
            row = self.pick(Milestone, one)
            milestones.revise_milestone(row, expected=row.version, fields={"day": day}, by=self.by)
        else:
            milestones.add_milestone(self.product, fields={"title": "Fair", "day": day}, by=self.by)

    def wait(self, one, other, fields):
        after, before = self.pick(Initiative, one), self.pick(Initiative, other)
        dependencies.wait_for(after, before=before, by=self.by)

    def part(self, one, other, fields):
        dependencies.wait_no_more(self.pick(InitiativeDependency, one), by=self.by)

    def undo(self, one, other, fields):
        last = undo.last_of(self.by)
        if last is not None:
            undo.take_back(last.pk, by=self.by)


@pytest.mark.django_db
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(deeds=DEEDS)
def test_the_past_rebuilt_is_the_past_that_was(cast, deeds):
    with transaction.atomic():
        hand, seen = Hand(cast), {}
        for deed in deeds:
            try:
                hand.do(*deed)
            except Refusal:
                continue
            seen[history.moment(cast.product, "")] = history.state_now(cast.product)
        for seq, state in seen.items():
            rebuilt = history.state_at(cast.product, seq)
            assert rebuilt.rows == state.rows
            assert {one: told(link) for one, link in rebuilt.dependencies.items()} == {
                one: told(link) for one, link in state.dependencies.items()
            }
            assert differences(rebuilt, state) == []
        transaction.set_rollback(True)


def told(link):
    return link["before"], link["after"]


def compare(cast, **moments):
    address = f"/api/products/{cast.product.pk}/roadmap/differences"
    return cast.client("vera").get(address, moments).json()["differences"]


def now(cast):
    return cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap").json()["seq"]


def test_what_differs_is_told_in_a_product_managers_terms(cast):
    lane = cast.acme.row("lane")
    moved, renamed, gone = add(cast, "Moved", window=SPRING), add(cast, "Old name"), add(cast, "Gone")
    since = now(cast)
    later = {"start": "2026-03-22", "finish": "2026-06-21", "precision": "day"}
    patch(cast, moved, {"window": later, "lane_id": lane.pk, "status": "committed"})
    patch(cast, renamed, {"title": "New name"})
    cast.client("pia").post(f"/api/initiatives/{gone['id']}/archival", headers={"if-match": '"1"'})
    new = add(cast, "New")
    told = {(row["what"], row["title"]): row for row in compare(cast, since=since)}
    assert set(told) == {
        ("moved", "Moved"),
        ("relaned", "Moved"),
        ("status", "Moved"),
        ("renamed", "New name"),
        ("removed", "Gone"),
        ("added", "New"),
    }
    assert told["moved", "Moved"]["days"] == 21
    assert told["renamed", "New name"]["before"] == "Old name"
    assert told["added", "New"]["id"] == new["id"]


def test_a_window_that_only_begins_elsewhere_is_resized_and_one_that_goes_unscheduled(cast):
    one, two = add(cast, window=SPRING), add(cast, window=SPRING)
    since = now(cast)
    patch(cast, one, {"window": SPRING | {"start": "2026-03-15"}})
    patch(cast, two, {"window": None})
    assert [(row["what"], row["days"]) for row in compare(cast, since=since)] == [
        ("resized", 14),
        ("unscheduled", None),
    ]


def test_backwards_the_same_difference_is_told_the_other_way_round(cast):
    since = now(cast)
    add(cast, "New")
    assert [row["what"] for row in compare(cast, since=now(cast), until=since)] == ["removed"]


def test_a_day_is_its_end_and_a_snapshot_names_a_moment(cast):
    add(cast, "Before")
    pia, address = cast.client("pia"), f"/api/products/{cast.product.pk}"
    snapshot = pia.post(f"{address}/snapshots", {"title": "Board of spring"}).json()
    add(cast, "After")
    Change.objects.filter(seq__gt=snapshot["seq"]).update(created_at=timezone.now())
    Change.objects.filter(seq__lte=snapshot["seq"]).update(created_at=timezone.now() - timedelta(days=10))

    def titles(at):
        answer = cast.client("vera").get(f"{address}/roadmap/past", {"at": at}).json()
        return {row["title"] for row in answer["initiatives"]}

    week_ago = (timezone.localdate() - timedelta(days=7)).isoformat()
    assert titles(week_ago) == titles(snapshot["seq"]) == {"Before"}
    assert titles("") == titles(timezone.localdate().isoformat()) == {"Before", "After"}
    assert pia.get(f"{address}/snapshots").json()[0]["title"] == "Board of spring"


@pytest.mark.parametrize("at", ["yesterday", "2026-02-30", "9999-12-31T99:00", "1e5"])
def test_a_moment_that_is_none_is_refused(cast, at):
    answer = cast.client("vera").get(f"/api/products/{cast.product.pk}/roadmap/past", {"at": at})
    assert (answer.status_code, answer.json()["code"]) == (422, "moment.unreadable")


def test_since_ones_last_look_is_since_the_look_before_this_one(cast):
    vera, address = cast.client("vera"), f"/api/objects/product/{cast.product.pk}/visit"
    assert compare(cast, since="last-look") == []
    vera.post(address, {"view": "roadmap"})
    Seen.objects.update(at=timezone.now() - timedelta(hours=2))
    add(cast, "New to Vera")
    vera.post(address, {"view": "roadmap"})
    assert [row["title"] for row in compare(cast, since="last-look")] == ["New to Vera"]


@pytest.mark.parametrize("how_many", [1, 12])
def test_the_past_costs_the_same_however_much_happened(cast, how_many, django_assert_num_queries):
    since = now(cast)
    for number in range(how_many):
        patch(cast, add(cast), {"title": f"Title {number}"})
    with django_assert_num_queries(5):
        history.differences_between(cast.product, since, since + 2 * how_many)
