"""Links between projects: the waiting plan follows, says so, keeps to itself what may not be read, and makes no circles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from northline.core import undo
from northline.core.models import Change, Job
from northline.delivery.models import Project, WorkItem
from northline.scheduling.actions import compute_anew
from northline.scheduling.compute import forecast_of
from northline.scheduling.plan import load, load_many
from northline.scheduling.programme import kept
from northline.scheduling.programme.combining import combined
from northline.scheduling.programme.following import take_forecasts
from northline.scheduling.programme.groups import knot, programmes
from northline.scheduling.programme.models import CrossLink
from northline.tracking.forecasts import recording
from northline.tracking.forecasts.models import RecordedForecast
from northline.tracking.forecasts.recording import forecasts_on
from tests.scheduling.plans import chain, edit, start
from tests.working import work

pytestmark = pytest.mark.django_db


def linked(cast: Any, before: WorkItem, after: WorkItem, *, by: str = "piet", **how: Any) -> Any:
    body = {"before": str(before.pk), "after": str(after.pk), **how}
    return cast.client(by).post("/api/cross-links", body)


def plan_of(cast: Any, project: Project, *, by: str = "piet") -> Any:
    return cast.client(by).get(f"/api/projects/{project.pk}/plan").json()


def starts(cast: Any, item: WorkItem) -> str:
    items = {one["id"]: one for one in plan_of(cast, item.project)["items"]}
    at: str = items[str(item.pk)]["schedule"]["start"]
    return at


def lengthen(item: WorkItem, *, days: int, by: Any) -> None:
    item.refresh_from_db()
    fields = {"duration_minutes": days * 480}
    edit(item.project, {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}, by=by)


def test_the_projects_that_hang_together_and_those_that_lead_back() -> None:
    a, b, c, d, e = (UUID(int=n) for n in range(5))
    assert programmes([(a, b), (c, b), (d, e)]) == [{a, b, c}, {d, e}]
    assert knot([(a, b), (b, c), (c, a), (c, d)], a) == {a, b, c}
    assert knot([(a, b), (b, c), (c, a), (c, d)], d) == frozenset()


def test_a_plan_waits_for_another_follows_it_and_says_so(cast: Any) -> None:
    piet = cast.scope("piet")
    cold, van, app = (
        start(piet, product_id=product, code=code)
        for code, product in (("CLD", None), ("VAN", cast.product.pk), ("APP", cast.product.pk))
    )
    piet = cast.scope("piet")  # who now manages a project beside the product's
    design, build = chain(cold, "design", "build", by=piet)
    fit, drive = chain(van, "fit", "drive", by=piet)
    (ship,) = chain(app, "ship", by=piet)
    assert starts(cast, fit) == "2026-03-02T08:00"

    # Whoever waits must plan their own project, and find the other one.
    assert linked(cast, build, fit, by="carl").status_code == 403
    assert linked(cast, fit, drive).json()["code"] == "cross_link.same_project"
    answer = linked(cast, build, fit, lag_minutes=480)
    assert answer.status_code == 201, answer.content
    link = answer.json()
    assert linked(cast, build, fit).json()["code"] == "link.exists"
    assert linked(cast, drive, ship, kind="FF").status_code == 201
    work()
    # Built on Tuesday evening, a day of lag, so fitted from Thursday on.
    assert starts(cast, fit) == "2026-03-05T08:00"
    assert plan_of(cast, app)["project"]["finish"] == "2026-03-06T17:00"

    browser, here = cast.client("piet"), f"/api/work-items/{fit.pk}/explanation?date=start"
    said = next(one for one in browser.get(here).json()["reasons"] if one["kind"] == "outside")
    assert said["sentence"] == (
        f"fit waits for {build.key} of Atlas, which finishes on 3 March 2026 17:00, with a lag of 8 hours."
    )
    assert (said["before"]["key"], said["project"]["key"]) == (build.key, cold.key)
    # A stakeholder of the product does not find the other project, and is told no more than that there is one.
    told = cast.client("stan").get(here).json()["reasons"]
    said = next(one for one in told if one["kind"] == "outside")
    assert said["sentence"].startswith("fit waits for an item of another project, which")
    assert said["before"] is said["project"] is None
    assert linked(cast, build, drive, by="stan").status_code == 403
    crossing = plan_of(cast, van, by="stan")["crossing"]
    assert [(one["end"], one["item"] and one["item"]["key"]) for one in crossing] == [
        ("after", None),
        ("before", ship.key),
    ]

    # The other side moves: both plans behind it follow, one after the other, and then nothing moves any more.
    lengthen(design, days=3, by=piet)
    work()
    assert starts(cast, fit) == "2026-03-09T08:00"
    assert plan_of(cast, app)["project"]["finish"] == "2026-03-10T17:00"
    followed = Change.objects.filter(verb="followed").order_by("seq")
    assert [one.object_key for one in followed][-2:] == [van.key, app.key]
    assert followed.last().after["waits_for"] == [drive.key]  # type: ignore[union-attr]
    assert not Job.objects.exclude(state="done").exists()

    # All of them as one plan give the dates that each of them has.
    made = combined(list(load_many([cold.pk, van.pk, app.pk]).values()))
    from northline import engine

    together = engine.schedule(made.project)
    for project in (cold, van, app):
        for item in plan_of(cast, project)["items"]:
            assert together[item["key"]].start.isoformat(timespec="minutes") == item["schedule"]["start"]
            assert together[item["key"]].finish.isoformat(timespec="minutes") == item["schedule"]["finish"]

    # A lag is changed by its version, and each deed is taken back.
    path = f"/api/cross-links/{link['id']}"
    assert browser.patch(path, {"lag_minutes": 0}).status_code == 428
    changed = browser.patch(path, {"lag_minutes": -480}, headers={"If-Match": '"1"'})
    assert (changed.status_code, changed.json()["version"]) == (200, 2)
    assert browser.patch(path, {"lag_minutes": 0}, headers={"If-Match": '"1"'}).status_code == 412
    assert starts(cast, fit) == "2026-03-05T08:00"
    assert browser.delete(path).status_code == 204
    assert starts(cast, fit) == "2026-03-02T08:00"
    for expected in ("2026-03-05T08:00", "2026-03-09T08:00", "2026-03-02T08:00"):
        last = (
            Change.objects.filter(verb__startswith="cross", undone_by=None, object_id=van.pk)
            .order_by("seq")
            .last()
        )
        assert browser.post(f"/api/changes/{last.pk}/undo").status_code == 200  # type: ignore[union-attr]
        assert starts(cast, fit) == expected
    assert not CrossLink.objects.filter(after=fit).exists()


def test_no_circle_is_closed_across_projects_from_whichever_side(cast: Any) -> None:
    piet = cast.scope("piet")
    one, two = (start(piet, product_id=cast.product.pk, code=code) for code in ("ONE", "TWO"))
    a, b = chain(one, "a", "b", by=piet)
    edits = [{"op": "add", "temp_id": name, "title": name} for name in ("c", "d")]
    made = edit(two, *edits, by=piet).editor.temporary
    c, d = (WorkItem.objects.get(pk=made[name]) for name in ("c", "d"))

    assert linked(cast, b, c).status_code == 201
    refused = linked(cast, c, a)
    assert (refused.status_code, refused.json()["code"]) == (422, "cross_link.makes_circle")
    assert set(refused.json()["path"]) == {a.key, b.key, c.key}
    # Back by another item is no circle, until a link inside the plan joins the two.
    assert linked(cast, d, a).status_code == 201
    work()
    body = {"edits": [{"op": "link", "before": str(c.pk), "after": str(d.pk)}]}
    refused = cast.client("piet").post(f"/api/projects/{two.pk}/plan-edits", body)
    assert (refused.status_code, refused.json()["code"]) == (422, "cross_link.makes_circle")
    # What goes out of its plan holds nothing any more.
    edit(two, {"op": "remove", "id": str(d.pk), "version": 1}, by=piet)
    work()
    assert starts(cast, a) == "2026-03-02T08:00"
    assert CrossLink.objects.get(before=d).bound_at is None


def test_a_forecast_takes_what_was_recorded_of_another_project_as_uncertain(cast: Any) -> None:
    piet = cast.scope("piet")
    cold, van = (
        start(piet, product_id=product, code=code)
        for code, product in (("CLD", None), ("VAN", cast.product.pk))
    )
    piet = cast.scope("piet")
    build, ready = chain(cold, "build", "ready", by=piet)
    WorkItem.objects.filter(pk=ready.pk).update(type="milestone", duration_minutes=0)
    build.refresh_from_db()
    points = {"optimistic": 480, "likely": 2400, "pessimistic": 9600}
    edit(cold, {"op": "set", "id": str(build.pk), "version": build.version, "fields": {"duration_minutes": 2400,
         "estimate": points}}, by=piet)  # fmt: skip
    fit, _ = chain(van, "fit", "drive", by=piet)
    assert linked(cast, ready, fit).status_code == 201
    work()

    def forecast(by: str = "piet") -> Any:
        return cast.client(by).get(f"/api/projects/{van.pk}/forecast").json()

    sure, finish = forecast(), plan_of(cast, van)["project"]["finish"]
    assert sure["outside"] == []
    alone = forecast_of(load(van.pk), load(van.pk).outline(), criticality=False)

    # What was recorded of the milestone comes with the day's forecast, and the waiting plan is forecast anew.
    recorded = forecasts_on(cold, datetime(2026, 3, 2, 8, tzinfo=UTC))
    told = recorded.waited_for
    assert [row.item_id for row in recorded.rows] == [None, ready.pk]
    on = date(2026, 3, 2)
    take_forecasts(cold.pk, on, told)
    asked = Job.objects.filter(name="follow_programme", state="queued")
    assert [job.arguments["forecast"] for job in asked] == [True]
    work()
    unsure = forecast()
    (doubt,) = unsure["outside"]
    assert [doubt[name] for name in ("p10", "p50", "p80", "p90")] == told[ready.pk]
    assert (doubt["waiting"]["key"], doubt["item"]["key"], doubt["on"]) == (fit.key, ready.key, "2026-03-02")
    # The dates stay; how sure they are does not.
    assert plan_of(cast, van)["project"]["finish"] == finish
    assert unsure["p90"] > sure["p90"]
    assert unsure["p10"] < sure["p10"]
    # It is told without the name to whoever may not read the other project.
    (hidden,) = forecast("stan")["outside"]
    assert (hidden["item"], hidden["project"], hidden["p80"]) == (None, None, doubt["p80"])

    # Ways back to a deadline reckon with it too, and leave what is another project's alone.
    Project.objects.filter(pk=van.pk).update(deadline=unsure["p50"])
    compute_anew(van.pk)
    asked = cast.client("piet").post(f"/api/projects/{van.pk}/recoveries", {}).json()
    work()
    found = cast.client("piet").get(f"/api/recoveries/{asked['id']}").json()
    assert found["state"] == "ready", found
    assert found["found"]["probability"] == forecast()["probability_on_time"]
    assert found["found"]["ways"]
    assert "outside" not in str(found)

    # The same luck for all that is the plan's own: a date that is sure after all gives the forecast that was.
    CrossLink.objects.update(spread={"on": "2026-03-02", "minutes": [0, 0, 0, 0]})
    same = forecast_of(load(van.pk), load(van.pk).outline(), criticality=False)
    assert (same.finishes == alone.finishes).all()
    CrossLink.objects.update(spread=None)

    # The same day again changes nothing; once it is done, it is a date again.
    take_forecasts(cold.pk, on, told)
    Job.objects.filter(state="queued").delete()
    take_forecasts(cold.pk, on, told)
    assert not Job.objects.filter(state="queued").exists()
    WorkItem.objects.filter(pk=ready.pk).update(actual_finish="2026-03-06T17:00")
    assert forecast()["outside"] == []
    take_forecasts(cold.pk, on, {})
    assert CrossLink.objects.get().spread is None


def test_an_ordinary_item_that_another_project_waits_for_has_an_uncertain_date(cast: Any) -> None:
    """A task or a summary without a deadline: nothing is recorded of it, and the link keeps how sure it is."""
    piet = cast.scope("piet")
    cold, van = (start(piet, product_id=cast.product.pk, code=code) for code in ("CLD", "VAN"))
    build, _ = chain(cold, "build", "test", by=piet)
    inside = {"op": "add", "temp_id": "in", "parent_id": "phase", "title": "inside", "duration_minutes": 2400}
    phase = edit(cold, {"op": "add", "temp_id": "phase", "title": "Phase"}, inside, by=piet).editor.temporary[
        "phase"
    ]
    fit, drive, load_up = chain(van, "fit", "drive", "load", by=piet)
    asked = Job.objects.filter(name="record_forecast", state="queued")
    assert linked(cast, build, fit).status_code == 201
    work()
    assert not asked.exists()  # the first round of the day comes soon enough
    recording.enqueue_due()
    work()
    (link,) = CrossLink.objects.all()
    assert RecordedForecast.objects.filter(project=cold).values_list("item_id", flat=True).get() is None
    low, *_, high = link.spread["minutes"]
    assert low < high

    # Once the day is recorded, another link does not wait for the next; a start is taken as it is.
    assert linked(cast, WorkItem.objects.get(pk=phase), drive).status_code == 201
    assert [job.arguments["project_id"] for job in asked] == [str(cold.pk)]
    work()
    spreads = dict(CrossLink.objects.values_list("before__title", "spread"))
    assert spreads["Phase"]["minutes"][0] < spreads["Phase"]["minutes"][-1]
    assert linked(cast, build, load_up, kind="SS").status_code == 201
    work()
    assert CrossLink.objects.get(kind="SS").spread is None
    page = f"/api/cross-links/{link.pk}"
    link.refresh_from_db()
    body = {"kind": "SS", "lag_minutes": 0, "lag_unit": "working"}
    assert cast.client("piet").patch(page, body, headers={"if-match": f'"{link.version}"'}).status_code == 200
    link.refresh_from_db()
    assert link.spread is None
    outside = cast.client("piet").get(f"/api/projects/{van.pk}/forecast").json()["outside"]
    assert [one["item"]["title"] for one in outside] == ["Phase"]

    # What is done is a date again.
    WorkItem.objects.filter(project=cold).update(percent_complete=100, actual_finish="2026-03-06T17:00")
    assert forecasts_on(cold, datetime(2026, 3, 2, 8, tzinfo=UTC)).waited_for == {}


def test_what_decides_the_end_together_is_remembered_and_never_out_of_date(
    cast: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    piet, adam = cast.scope("piet"), cast.client("adam")
    cold, van = (start(piet, product_id=cast.product.pk, code=code) for code in ("CLD", "VAN"))
    build, ready = chain(cold, "build", "ready", by=piet)
    fit, drive = chain(van, "fit", "drive", by=piet)
    made = adam.post("/api/resources", {"title": "Ann", "type": "person"}).json()
    edit(van, {"op": "assign", "item": str(fit.pk), "resource_id": made["id"]}, by=piet)
    assert linked(cast, ready, fit).status_code == 201
    work()
    loaded: list[Any] = []

    def load_and_tell(ids: Any) -> Any:
        ids = list(ids)
        loaded.append(ids)
        return load_many(ids)

    monkeypatch.setattr(kept, "load_many", load_and_tell)

    def read() -> Any:
        return adam.get("/api/projects-in-time").json()

    first = read()
    assert [len(one["path"]) for one in first["programmes"]] == [4]
    loaded.clear()
    assert (read(), loaded) == (first, [])

    def title(item: WorkItem, to: str) -> None:
        item.refresh_from_db()
        edit(
            item.project,
            {"op": "set", "id": str(item.pk), "version": item.version, "fields": {"title": to}},
            by=piet,
        )

    def patch(page: str, row: Any, **body: Any) -> None:
        headers = {"if-match": f'"{row["version"]}"'}
        assert adam.patch(page, body, headers=headers).status_code == 200, (page, body)

    def lag() -> None:
        row = CrossLink.objects.get(before=ready)
        how = {"kind": "FS", "lag_minutes": 480, "lag_unit": "working"}
        patch(f"/api/cross-links/{row.pk}", {"version": row.version}, **how)

    def away() -> None:
        off = [{"first": "2026-03-04", "last": "2026-03-05", "reason": ""}]
        patch(f"/api/resources/{made['id']}", adam.get(f"/api/resources/{made['id']}").json(), time_off=off)

    def rename() -> None:
        patch(f"/api/projects/{cold.pk}", adam.get(f"/api/projects/{cold.pk}").json(), title="Cold chain")

    deeds = (
        lambda: lengthen(build, days=3, by=piet),
        lambda: title(drive, "drive on"),
        lag,
        away,
        rename,
        lambda: linked(cast, build, drive),
        lambda: undo.take_back(Change.objects.latest("seq").pk, by=piet),
    )
    for number, deed in enumerate(deeds):
        before = read()
        deed()
        work()
        told = read()
        kept._kept.clear()
        assert told == read(), number
        assert told != before, number
