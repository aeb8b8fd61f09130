"""The points of all checklists are one list: by due day and owner, checked off many at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone

from northline.core import editing
from northline.roadmap.actions.launches import add_step, plan_launch
from northline.roadmap.models import Launch
from tests.cast import Cast
from tests.core.listing.asking import asked, bulk, titles

TODAY = timezone.localdate()


def launch(cast: Cast, title: str, in_days: int, **offsets: int) -> Launch:
    fields = {"title": title, "day": TODAY + timedelta(days=in_days)}
    row = plan_launch(cast.product, fields=fields, initiative_ids=[], template=None, by=cast.acme.scope)
    for name, offset in offsets.items():
        add_step(row, fields={"title": name, "offset_days": offset}, by=cast.acme.scope)
    return row


def line(cast: Cast, title: str) -> dict[str, Any]:
    found: dict[str, Any] = asked(cast, "launch_step", q=title).json()["items"][0]
    return found


def test_points_of_all_launches_stand_by_the_day_they_are_due(cast: Cast) -> None:
    launch(cast, "Spring", 10, Notes=-7, Thanks=1)
    launch(cast, "Summer", 5, Press=-30, Stand=0)
    assert titles(cast, "launch_step", sort="due") == ["Press", "Notes", "Stand", "Thanks"]
    soon = [["due", "between", ["today", "today+1w"]]]
    assert titles(cast, "launch_step", where=soon, sort="due") == ["Notes", "Stand"]


def test_a_point_is_late_once_its_day_is_over_and_moves_with_its_launch(cast: Cast) -> None:
    row = launch(cast, "Spring", 3, Notes=-3, Press=-4)
    late = [["state", "is", "late"]]
    assert titles(cast, "launch_step", where=late) == ["Press"]
    day = str(TODAY + timedelta(days=2))
    moved = cast.client("pia").patch(f"/api/launches/{row.pk}", {"day": day}, headers={"if-match": '"1"'})
    assert moved.status_code == 200
    assert titles(cast, "launch_step", where=late, sort="due") == ["Press", "Notes"]


def test_points_are_checked_off_many_at_once_by_whom_it_names_and_opened_by_one_undo(cast: Cast) -> None:
    launch(cast, "Spring", 3, Notes=-3, Press=-4)
    both = [line(cast, "Notes"), line(cast, "Press")]
    done = bulk(cast, "launch_step", both, by="carl", fields={"done": True})
    assert (done.status_code, done.json()["changed"]) == (200, 2)
    fields = line(cast, "Notes")["fields"]
    assert (fields["state"], fields["done"], fields["done_by"]["name"]) == ("done", True, "Carl")
    assert cast.client("carl").post(f"/api/changes/{done.json()['change']}/undo").status_code == 200
    assert {one["fields"]["state"] for one in (line(cast, "Notes"), line(cast, "Press"))} == {"open", "late"}


def test_a_launch_that_is_put_away_takes_its_points_along(cast: Cast) -> None:
    row = launch(cast, "Spring", 3, Notes=-3)
    editing.archive(row, expected=row.version, by=cast.acme.scope)
    assert titles(cast, "launch_step") == []


def test_a_point_is_read_by_itself_and_named_by_no_stranger(cast: Cast) -> None:
    row = cast.acme.row("launch_step")
    told = cast.client("vera").get(f"/api/launch-steps/{row.pk}").json()
    assert (told["title"], told["launch_id"]) == ("Write it up", str(row.launch_id))
    assert cast.client("nora").get(f"/api/launch-steps/{row.pk}").status_code == 404
