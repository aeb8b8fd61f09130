"""Two plans held side by side: what the second no longer says is listed, what it says beyond is not."""

from dataclasses import replace
from datetime import datetime

from northline.engine.model import (
    Assignment,
    Link,
    LinkKind,
    Minutes,
    Project,
    Resource,
    Task,
    ThreePoint,
    standard_calendar,
)
from northline.formats import AssignmentDetails, ImportedPlan, TaskDetails
from northline.formats.losses import NAMED, Loss, losses

PROJECT = Project(
    id="p",
    name="Shed",
    start=datetime(2026, 3, 2, 8),
    calendars=(standard_calendar(),),
    tasks=(Task(id="a", duration=Minutes(480)), Task(id="b", duration=Minutes(60))),
    links=(Link("a", "b"), Link("a", "b", LinkKind.SS)),
    resources=(Resource("ann"),),
    assignments=(Assignment("a", "ann"), Assignment("a", "ann", 0.5)),
)
PLAN = ImportedPlan(
    project=PROJECT,
    details={"a": TaskDetails(notes="Mind the roof")},
    assignments=(AssignmentDetails(), AssignmentDetails(notes="Mornings")),
    about={"Author": "Ada"},
)


def told(after: ImportedPlan, before: ImportedPlan = PLAN) -> list[tuple[str, tuple[str, ...]]]:
    return [(loss.field, loss.ids) for loss in losses(before, after)]


def with_project(**values: object) -> ImportedPlan:
    return replace(PLAN, project=replace(PROJECT, **values))


def test_a_plan_beside_itself_has_lost_nothing() -> None:
    assert told(PLAN) == []


def test_order_is_no_loss_and_neither_is_what_came_on_top() -> None:
    more = tuple(replace(t, name=f"Task {t.id}", owner="Ann") for t in reversed(PROJECT.tasks))
    assert told(with_project(tasks=more, links=PROJECT.links[::-1], deadline=PROJECT.start)) == []


def test_a_changed_field_is_named_with_its_task() -> None:
    guess = ThreePoint(Minutes(1), Minutes(2), Minutes(3))
    before = with_project(tasks=(replace(PROJECT.tasks[0], estimate=guess), PROJECT.tasks[1]))
    assert told(PLAN, before) == [("task.estimate", ("a",))]


def test_a_usual_value_that_came_back_as_another_is_a_loss() -> None:
    after = with_project(tasks=(replace(PROJECT.tasks[0], milestone=True), PROJECT.tasks[1]))
    assert told(after) == [("task.milestone", ("a",))]


def test_what_is_gone_is_named() -> None:
    without = with_project(links=PROJECT.links[:1], name="Hut", assignments=PROJECT.assignments[:1])
    assert told(replace(without, details={}, about={}, assignments=())) == [
        ("about", ("Author",)),
        ("assignment", ("a/ann/1",)),
        ("assignment.notes", ("a/ann/1",)),
        ("link", ("a/b/SS",)),
        ("project.name", ("p",)),
        ("task.notes", ("a",)),
    ]


def test_long_lists_are_cut_and_counted() -> None:
    many = with_project(tasks=tuple(Task(id=str(n), priority=1) for n in range(9)), links=(), assignments=())
    after = replace(many, project=replace(many.project, tasks=tuple(Task(id=str(n)) for n in range(9))))
    (loss,) = losses(many, after)
    assert loss == Loss("task.priority", 9, tuple("01234"[:NAMED]))
    assert loss.sentence.endswith("for 9: 0, 1, 2, 3, 4, ….")
