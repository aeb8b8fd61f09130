"""The list of work items: the tasks and milestones of every project, edited as edits of their plans."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar
from uuid import UUID

from django.db.models import Case, F, FloatField, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from pydantic import Field as Limited

from northline.core.listing.listings import Field, Held, Listing, register
from northline.core.refusal import Conflict
from northline.core.schemas import Custom, Patch, Text, Title
from northline.core.scope import Scope
from northline.delivery.day_hours import with_hours
from northline.delivery.models import Assignment, WorkItem
from northline.delivery.queries import leaves
from northline.delivery.schemas import DayOrTime, WorkItemOut
from northline.delivery.workflow import CATEGORIES
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Edit, Remove, Set
from northline.scheduling.item_dates import lay
from northline.tracking.iterations.models import Commitment


class WorkItemPatch(Patch):
    """What a list may change of a task; its plan is computed anew where dates depend on it."""

    NULLABLE: ClassVar = frozenset({"owner_id", "deadline", "item_type_id", "calendar_id"})

    title: Title | None = None
    owner_id: UUID | None = None
    item_type_id: UUID | None = None
    priority: Annotated[int, Limited(ge=0, le=1000)] | None = None
    percent_complete: Annotated[float, Limited(ge=0, le=100)] | None = None
    deadline: DayOrTime | None = None
    notes: Text | None = None
    calendar_id: UUID | None = None
    custom: Custom = {}


CONSTRAINTS = (
    ("ASAP", "As soon as possible"),
    ("ALAP", "As late as possible"),
    ("SNET", "Start no earlier than"),
    ("SNLT", "Start no later than"),
    ("FNET", "Finish no earlier than"),
    ("FNLT", "Finish no later than"),
    ("MSO", "Must start on"),
    ("MFO", "Must finish on"),
)


def _days(column: str) -> Any:
    return Cast(F(column), FloatField()) / F("project__minutes_per_day")


def _planned(name: str, *, label: str) -> Field:
    """A date that was computed of the plan."""
    return Field(name, "date", label=label, value=F(f"dates__{name}"), text_date=True)


def _slack(name: str, *, label: str, of: str) -> Field:
    return Field(name, "number", label=label, value=_days(f"dates__{of}_slack_minutes"), sums=False)


def rows() -> QuerySet[Any]:
    of_live_plans = leaves().filter(project__archived_at=None)
    return of_live_plans.select_related("owner", "project__product", "parent", "item_type")


# `workflow.category_of`, in the database.
CATEGORY = Case(
    When(Q(percent_complete__gte=100) | Q(actual_finish__isnull=False), then=Value("done")),
    When(Q(percent_complete__gt=0) | Q(actual_start__isnull=False), then=Value("doing")),
    default=Value("to_do"),
)


def revise(row: WorkItem, *, expected: int, fields: dict[str, Any], by: Scope, reason: str = "") -> WorkItem:
    """Change a task by an edit of its plan. Raises what `edit_plan` raises."""
    # The item's own calendar is another matter: when a day ends for all is said by that of the project.
    told = with_hours({"deadline": fields.get("deadline")}, row.project, last=("deadline",))
    said = {**fields, **told} if "deadline" in fields else fields
    edit = {"op": "set", "id": str(row.pk), "version": expected, "fields": said}
    return _edited(row, Set.model_validate(edit), by=by, reason=reason)


def remove(row: WorkItem, *, expected: int, by: Scope, reason: str = "") -> WorkItem:
    """Take a task out of its plan."""
    return _edited(row, Remove(op="remove", id=str(row.pk), version=expected), by=by, reason=reason)


def restore(row: WorkItem, *, expected: int, by: Scope, reason: str = "") -> WorkItem:
    """Refuse: a plan that went on does not take back what was removed without its links."""
    raise Conflict(
        "item.back_by_undo",
        f"{row.key} was taken out of its plan; undo that edit to bring it back. Nothing was changed.",
    )


def _edited(row: WorkItem, edit: Edit, *, by: Scope, reason: str) -> WorkItem:
    edit_plan(row.project_id, edits=[edit], by=by, reason=reason)
    row.refresh_from_db()
    return row


def register_all() -> None:
    register(
        Listing(
            "work_item",
            rows=rows,
            out=WorkItemOut,
            fields=(
                Field("project", "reference", of="project"),
                Field("product", "reference", path="project__product", of="product"),
                Field("parent", "reference", label="Part of", of="work_item"),
                Field("owner", "person", writes="owner_id"),
                Field(
                    "assigned",
                    "reference",
                    of="resource",
                    held=Held(Assignment.objects.all, row="item_id", one="resource"),
                    description="Who or what works on it.",
                ),
                Field(
                    "iteration",
                    "reference",
                    of="iteration",
                    held=Held(lambda: Commitment.objects.filter(until=None), row="item_id", one="iteration"),
                    description="For which it is promised.",
                ),
                Field("item_type", "reference", label="Type of work", of="item_type", writes="item_type_id"),
                Field("category", "choice", label="Progress", value=CATEGORY, options=CATEGORIES),
                Field("percent_complete", "number", label="Done, %", writes="percent_complete"),
                Field("type", "choice", options=tuple(WorkItem.Type.values)),
                Field("priority", "number", writes="priority", groups=True),
                Field("days", "number", label="Duration, days", value=_days("duration_minutes")),
                Field(
                    "likely_days", "number", label="Estimate, days", value=_days("likely_minutes"), sums=False
                ),
                _planned("start", label="Planned start"),
                _planned("finish", label="Planned finish"),
                _planned("early_start", label="Early start"),
                _planned("early_finish", label="Early finish"),
                _planned("late_start", label="Late start"),
                _planned("late_finish", label="Late finish"),
                _slack("slack", label="Total slack, days", of="total"),
                _slack("free_slack", label="Free slack, days", of="free"),
                Field("critical", "yes_no", value=F("dates__critical")),
                Field("deadline", "date", text_date=True, writes="deadline"),
                Field("constraint", "choice", path="constraint_kind", options=CONSTRAINTS),
                Field("constraint_at", "date", label="Constraint date", text_date=True),
                Field("calendar", "reference", of="calendar", writes="calendar_id"),
                Field("notes", "text", writes="notes", sorts=False),
                Field("actual_start", "date", label="Started", text_date=True),
                Field("actual_finish", "date", label="Finished", text_date=True),
            ),
            patch=WorkItemPatch,
            revise=revise,
            archive=remove,
            restore=restore,
            product="project__product_id",
            project="project_id",
            before=lay,
            sort="project,key",
        )
    )
