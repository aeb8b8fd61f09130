"""A guarded deadline: one warning a fall, a call to the deputy where nobody answers, an answer, an end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db.models import F
from django.utils import timezone

from northline.delivery.models import Project, WorkItem
from northline.tracking.forecasts.models import DeadlineAlert, ForecastDay, RecordedForecast
from tests.scheduling.plans import chain, start
from tests.tracking.test_forecasts import record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("one_thread")]
DAY = timedelta(days=1)


def the_next_day() -> None:
    """A day goes by, and the forecast of the new one is recorded."""
    RecordedForecast.objects.update(on=F("on") - DAY)
    ForecastDay.objects.update(day=F("day") - DAY)
    DeadlineAlert.objects.update(fell_at=F("fell_at") - DAY)
    record()


def messages(cast: Any, handle: str) -> list[str]:
    """What stands in somebody's inbox because it is addressed to them, the newest first."""
    items = cast.client(handle).get("/api/inbox").json()["items"]
    return [item["verb"] for item in items if item["why"] == "asked"]


def due(project: Project, *, days: int) -> None:
    Project.objects.filter(pk=project.pk).update(deadline=f"{timezone.localdate() + days * DAY}T17:00")


def day(days: int) -> date:
    return timezone.localdate() + days * DAY


def promise(item: WorkItem, *, days: int | None) -> None:
    """Give an item a deadline, or none; and have its plan computed anew."""
    WorkItem.objects.filter(pk=item.pk).update(deadline=None if days is None else f"{day(days)}T17:00")
    Project.objects.filter(pk=item.project_id).update(plan_version=F("plan_version") + 1)


def test_a_fall_is_told_once_escalated_once_answered_and_ended(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="GD")
    chain(project, *map(str, range(6)), by=piet)
    due(project, days=-3)
    home = f"/api/projects/{project.pk}/deadline-guard"

    def guarding(version: int, **said: Any) -> Any:
        return cast.client("piet").put(home, said, headers={"If-Match": f'"{version}"'})

    deputy = str(cast.members["carl"].pk)
    stakeholder = str(cast.members["nora"].pk)
    assert guarding(1, chance=0.6, deputy_id=stakeholder).json()["code"] == "object.not_found"
    guarded = guarding(1, chance=0.6, days=2, deputy_id=deputy)
    assert (guarded.status_code, guarded.json()["version"]) == (200, 2)
    assert guarding(1, chance=0.7).status_code == 412

    record()
    assert messages(cast, "piet") == ["warned of"]
    the_next_day()
    assert (messages(cast, "piet"), messages(cast, "carl")) == (["warned of"], [])
    # Nobody has answered for two days: the deputy is called, and that once.
    the_next_day()
    the_next_day()
    assert (messages(cast, "piet"), messages(cast, "carl")) == (["warned of"], ["escalated"])

    assert cast.client("vera").post(f"{home}/answer", {}).status_code == 403
    answered = cast.client("carl").post(f"{home}/answer", {"note": "Two more join"}).json()
    assert answered["falls"][0]["answer"] == "Two more join"
    assert answered["falls"][0]["answered_by"]["id"] == deputy
    assert not answered["can"]["answer"]
    again = cast.client("piet").post(f"{home}/answer", {})
    assert (again.status_code, again.json()["code"]) == (409, "alert.answered_already")

    # It is over once the chance is back, and the next fall is another one.
    due(project, days=400)
    the_next_day()
    assert cast.client("piet").get(home).json()["falls"][0]["over_at"]
    assert cast.client("piet").post(f"{home}/answer", {}).json()["code"] == "alert.none"
    due(project, days=-3)
    the_next_day()
    assert messages(cast, "piet") == ["warned of", "warned of"]

    # Guarded no more: that fall is over too, and undo guards again.
    off = guarding(2, chance=None).json()
    assert (off["chance"], bool(off["falls"][0]["over_at"])) == (None, True)
    changes = cast.client("piet").get(f"/api/changes?kind=project&id={project.pk}").json()["items"]
    change = next(one for one in changes if one["verb"] == "guarded")
    assert cast.client("piet").post(f"/api/changes/{change['id']}/undo").status_code == 200
    back = cast.client("piet").get(home).json()
    assert (back["chance"], back["days"], back["deputy"]["id"]) == (0.6, 2, deputy)


def test_a_milestone_is_guarded_by_a_chance_and_a_deputy_of_its_own(cast: Any) -> None:
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk, code="GM")
    _, second = chain(project, "Dig", "Pour", by=piet)
    carl = str(cast.members["carl"].pk)
    home = f"/api/work-items/{second.pk}/deadline-guard"

    def guarding(version: int, **said: Any) -> Any:
        return cast.client("piet").put(home, said, headers={"If-Match": f'"{version}"'})

    version = Project.objects.get(pk=project.pk).version
    refused = guarding(version, chance=0.6)
    assert (refused.status_code, refused.json()["code"]) == (422, "guard.no_deadline")
    promise(second, days=-3)
    guarded = guarding(version, chance=0.6, days=2, deputy_id=carl)
    assert guarded.status_code == 200, guarded.json()
    assert (guarded.json()["chance"], guarded.json()["version"]) == (0.6, version + 1)
    assert guarding(version, chance=0.7).status_code == 412
    # The project's own guard is another one.
    assert cast.client("vera").get(f"/api/projects/{project.pk}/deadline-guard").json()["chance"] is None

    record()
    assert (messages(cast, "piet"), messages(cast, "carl")) == (["warned of"], [])
    [listed] = cast.client("vera").get(f"/api/projects/{project.pk}/item-guards").json()
    assert (listed["item"]["id"], listed["deadline"][:10]) == (str(second.pk), str(day(-3)))
    assert listed["recorded"] == listed["falls"][0]["chance"] < 0.6
    findings = cast.client("piet").get("/api/morning").json()["findings"]
    [fell] = [one for one in findings if one["code"] == "deadline_fell"]
    assert (fell["subject"]["id"], "below the 60 %" in fell["why"]) == (str(second.pk), True)

    the_next_day()
    the_next_day()
    assert (messages(cast, "piet"), messages(cast, "carl")) == (["warned of"], ["escalated"])
    assert cast.client("vera").post(f"{home}/answer", {}).status_code == 403
    answered = cast.client("carl").post(f"{home}/answer", {"note": "Overtime"}).json()
    assert answered["falls"][0]["answer"] == "Overtime"
    codes = {one["code"] for one in cast.client("piet").get("/api/morning").json()["findings"]}
    assert "deadline_fell" not in codes

    # Without a deadline there is nothing left to guard, and so the fall is over.
    promise(second, days=None)
    the_next_day()
    assert cast.client("piet").get(home).json()["falls"][0]["over_at"]

    changes = cast.client("piet").get(f"/api/changes?kind=work_item&id={second.pk}").json()["items"]
    change = next(one for one in changes if one["verb"] == "guarded")
    assert cast.client("piet").post(f"/api/changes/{change['id']}/undo").status_code == 200
    assert cast.client("piet").get(home).json()["chance"] is None


def test_the_guards_of_items_cost_the_same_however_many(cast: Any, django_assert_num_queries: Any) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk, code="GN")
    for count, name in ((1, "One"), (2, "Two")):
        [item] = chain(project, name, by=cast.scope("piet"))
        promise(item, days=3)
        client = cast.client("vera")
        client.get(f"/api/projects/{project.pk}/item-guards")
        with django_assert_num_queries(9):
            assert len(client.get(f"/api/projects/{project.pk}/item-guards").json()) == count
