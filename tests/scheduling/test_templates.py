"""A plan is kept as a template, and made again elsewhere: from a day on, up to a day, with other people."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from northline.core import editing, undo
from northline.core.listing import custom_fields
from northline.core.models import Change
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.delivery.models import Assignment, Dependency, Project, Resource, WorkItem
from northline.delivery.resources import actions as resources
from northline.scheduling.templates import actions
from northline.scheduling.templates.days import days_after, days_between
from northline.scheduling.templates.leaving_out import fields_told
from tests.scheduling.plans import edit, start


def test_days_are_counted_by_weekdays_and_back() -> None:
    for first in ("2026-03-02", "2026-03-05", "2026-03-07"):
        for days in (-11, -5, -1, 0, 1, 4, 5, 6, 10, 260):
            found = days_after(f"{first}T08:00", days, at="17:00")
            assert found.endswith("T17:00")
            assert days_between(f"{first}T08:00", found) == days
    # Where work is done on Sundays only, a week is a day.
    assert days_after("2026-03-01T08:00", 3, at="08:00", weekdays={6}) == "2026-03-22T08:00"


@pytest.mark.django_db
def test_a_plan_becomes_a_template_a_project_and_a_part_of_another(cast: Any) -> None:
    piet = cast.scope("piet")
    source, engineer, ann = _launch(piet, cast.product.pk)

    kept = actions.save_template(
        source.pk, title="Launch", note="", item_id=None, anchor="start", names={}, by=piet
    )
    assert [role["name"] for role in kept.roles] == ["Engineer", "Owner"]
    # From Monday to the Thursday of the week after.
    assert (kept.item_count, kept.span_days) == (4, 8)

    # Up to a day: the latest start that makes it, and that day is the deadline.
    bob = _person(piet, "Bob")
    owner = kept.roles[1]["id"]
    given = {
        "title": "Again",
        "code": "AGN",
        "product_id": None,
        "by": piet,
        "people": {"r1": bob.pk, owner: None},
    }
    seen = actions.start_from_template(kept, **given, start=None, finish="2026-06-26T17:00", preview=True)
    assert not Project.objects.filter(code="AGN").exists()
    made = actions.start_from_template(kept, **given, start=None, finish="2026-06-26T17:00")
    assert seen.after.finish == made.after.finish == "2026-06-26T17:00"
    again = Project.objects.get(code="AGN")
    assert (again.start, again.deadline) == ("2026-06-16T08:00", "2026-06-26T17:00")
    rows = {row.title: row for row in WorkItem.objects.filter(project=again)}
    assert rows["Build"].parent_id == rows["Make"].pk
    assert (rows["Build"].likely_minutes, rows["Build"].percent_complete) == (2400, 0)
    assert [entry["done"] for entry in rows["Build"].checklist] == [False]
    # The deadline of the review hangs as far from the start as it did.
    assert (rows["Review"].deadline, rows["Review"].constraint_kind) == ("2026-06-25T17:00", "ASAP")
    link = Dependency.objects.get(project=again)
    assert (link.before_id, link.after_id, link.lag_minutes) == (rows["Build"].pk, rows["Review"].pk, 480)
    assert [row.resource_id for row in Assignment.objects.filter(project=again)] == [bob.pk]
    began, planned = Change.objects.filter(object_id=again.pk).order_by("seq")
    assert (began.verb, planned.cause_id) == ("created", began.pk)

    # A part of it, laid into another plan from a day on; of a role that nobody is named for, who is proposed.
    make = WorkItem.objects.get(project=source, title="Make")
    part = actions.save_template(
        source.pk, title="Part", note="", item_id=make.pk, anchor="start", names={ann.pk: "Builder"}, by=piet
    )
    assert part.roles[0]["name"] == "Builder"
    other = start(piet, product_id=cast.product.pk, code="OTH")
    insert = {
        "op": "insert",
        "template_id": str(part.pk),
        "start": "2026-04-06T08:00",
        "title": "Make two",
        "temp_id": "m",
    }
    seen = edit(other, insert, by=piet, preview=True)
    assert not WorkItem.objects.filter(project=other).exists()
    laid = edit(other, insert, by=piet)
    top = WorkItem.objects.get(pk=laid.editor.temporary["m"])
    below = WorkItem.objects.get(parent=top, title="Build")
    assert (top.title, below.constraint_kind, below.constraint_at) == ("Make two", "SNET", "2026-04-06T08:00")
    assert [row.resource_id for row in Assignment.objects.filter(project=other)] == [engineer.pk]
    undo.take_back(laid.change.pk, by=piet)
    assert not WorkItem.objects.filter(project=other, archived_at=None).exists()
    late = edit(other, insert | {"start": None, "finish": "2026-05-01T17:00"}, by=piet)
    assert late.after.finish == "2026-05-01T17:00"

    for wrong, code in (
        ({"start": None, "finish": "2026-03-03T17:00"}, "template.cannot_finish_then"),
        ({"people": {"r9": None}}, "template.unknown_role"),
    ):
        with pytest.raises(Refusal) as refused:
            edit(other, insert | wrong, by=piet)
        assert refused.value.code == code
    with pytest.raises(NotFound):
        edit(other, insert | {"people": {"r1": str(other.pk)}}, by=piet)
    part.archived_at = part.created_at
    part.save()
    with pytest.raises(Conflict):
        edit(other, insert, by=piet)
    with pytest.raises(Refusal, match="nothing planned"):
        actions.save_template(
            start(piet, product_id=cast.product.pk, code="NIL").pk,
            title="x",
            note="",
            item_id=None,
            anchor="start",
            names={},
            by=piet,
        )


@pytest.mark.django_db
def test_own_fields_and_calendars_go_along_as_far_as_they_fit(cast: Any) -> None:
    piet, adam = cast.scope("piet"), cast.scope("adam")
    source, _, _ = _launch(piet, cast.product.pk)
    kind = {"kind": "work_item", "type": "text", "options": [], "description": ""}
    custom_fields.add(product_id=None, title="Room", by=adam, **kind)
    custom_fields.add(product_id=cast.product.pk, title="Crew", by=cast.scope("pia"), **kind)
    level = custom_fields.add(
        product_id=None, title="Level", by=adam, **kind | {"type": "choice", "options": [{"label": "High"}]}
    )
    nights = resources.create_calendar({"title": "Nights", "project_id": None}, by=adam)
    yards = resources.create_calendar({"title": "Yard", "project_id": source.pk}, by=piet)
    build = WorkItem.objects.get(project=source, title="Build")
    review = WorkItem.objects.get(project=source, title="Review")
    own = {"room": "B12", "crew": "Red", "level": "high"}
    WorkItem.objects.filter(pk=build.pk).update(custom=own, calendar=nights)
    WorkItem.objects.filter(pk=review.pk).update(custom={"room": "B13"}, calendar=yards)

    def kept() -> Any:
        return actions.save_template(
            source.pk, title="Launch", note="", item_id=None, anchor="start", names={}, by=piet
        )

    def begun(code: str, product_id: Any = None) -> tuple[dict[str, WorkItem], Any]:
        made = actions.start_from_template(
            template, title=code, code=code, product_id=product_id, start="2026-06-01T08:00", finish=None,
            people={}, by=piet,
        )  # fmt: skip
        rows = {row.title: row for row in WorkItem.objects.filter(project__code=code)}
        return rows, made.editor.left_out

    template = kept()
    # A calendar of the plan's own stays behind, and the template says so.
    assert template.left_out == [{"what": "calendar", "name": "Yard", "items": 1}]

    # In the same product everything fits, and the calendar counts in the dates.
    rows, left = begun("ONE", cast.product.pk)
    assert (rows["Build"].custom, rows["Build"].calendar_id) == (own, nights.pk)
    assert (rows["Review"].custom, rows["Review"].calendar_id) == ({"room": "B13"}, None)
    assert left == []

    # Elsewhere a product's field is not there; what was removed since does not come back.
    custom_fields.revise(level, expected=1, fields={"options": [{"label": "Low"}]}, by=adam)
    editing.archive(nights, expected=nights.version, by=adam)
    rows, left = begun("TWO")
    assert (rows["Build"].custom, rows["Build"].calendar_id) == ({"room": "B12"}, None)
    assert left == [
        {"what": "calendar", "name": "Nights", "items": 1},
        {"what": "field", "name": "Crew", "items": 1},
        {"what": "field", "name": "Level", "items": 1},
    ]
    # Whoever may not know a field reads that something is left out, not what.
    assert fields_told(Counter(crew=2), by=cast.scope("nora")) == [{"what": "field", "name": "", "items": 2}]
    page = cast.client("vera").get(f"/api/plan-templates/{template.pk}").json()
    assert page["left_out"] == template.left_out


def _launch(piet: Any, product_id: Any) -> tuple[Project, Resource, Resource]:
    """Build for a week, a day after that review for four, with an engineer and an owner."""
    project = start(piet, product_id=product_id)
    engineer = resources.create_resource({"title": "Engineer", "type": "role", "project_id": None}, by=piet)
    ann = _person(piet, "Ann", role_id=engineer.pk)
    edit(
        project,
        {"op": "add", "temp_id": "make", "title": "Make"},
        {"op": "add", "temp_id": "build", "parent_id": "make", "title": "Build", "duration_minutes": 2400},
        {"op": "add", "temp_id": "review", "parent_id": "make", "after_id": "build", "title": "Review",
         "duration_minutes": 1440},
        {"op": "add", "temp_id": "done", "after_id": "make", "title": "Done", "type": "milestone"},
        {"op": "link", "before": "build", "after": "review", "lag_minutes": 480},
        {"op": "assign", "item": "build", "resource_id": str(ann.pk)},
        by=piet,
    )  # fmt: skip
    build = WorkItem.objects.get(project=project, title="Build")
    review = WorkItem.objects.get(project=project, title="Review")
    points = {"optimistic": 1440, "likely": 2400, "pessimistic": 4800}
    edit(
        project,
        {"op": "set", "id": str(build.pk), "version": build.version,
         "fields": {"estimate": points, "checklist": [{"text": "Plan", "done": True}], "percent_complete": 50}},
        {"op": "set", "id": str(review.pk), "version": review.version,
         "fields": {"deadline": "2026-03-11T17:00", "owner_id": str(piet.member_id)}},
        by=piet,
    )  # fmt: skip
    return project, engineer, ann


def _person(piet: Any, title: str, **fields: Any) -> Resource:
    row: Resource = resources.create_resource(
        {"title": title, "type": "person", "project_id": None} | fields, by=piet
    )
    return row
