"""What requests and answers about launches, their checklists and what came of them look like."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import (
    Custom,
    In,
    Line,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
)
from northline.core.scope import Scope
from northline.roadmap.models import Launch, LaunchDecision, LaunchStep, LaunchTemplate, OutcomeReview
from northline.roadmap.queries.launches import whole

Offset = Annotated[int, Field(ge=-730, le=730)]
Ids = Annotated[list[UUID], Field(max_length=200)]


class LaunchIn(In):
    """`template_id` names the checklist to start from."""

    product_id: UUID
    title: Title
    day: date
    note: Text = ""
    owner_id: UUID | None = None
    initiative_ids: Ids = []
    template_id: UUID | None = None
    custom: Custom = {}


class LaunchRow(Patch):
    """What is changed of several launches at once."""

    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    day: date | None = None
    note: Text | None = None
    owner_id: UUID | None = None
    custom: Custom | None = None


class LaunchPatch(LaunchRow):
    initiative_ids: Ids | None = None


class LaunchStepIn(In):
    """`offset_days` counts from the launch: -7 is a week before it."""

    title: Title
    offset_days: Offset = 0
    owner_id: UUID | None = None


class LaunchStepPatch(Patch):
    NULLABLE: ClassVar = frozenset({"owner_id"})

    title: Title | None = None
    offset_days: Offset | None = None
    owner_id: UUID | None = None
    done: bool | None = None


class TemplateStep(In):
    title: Title
    offset_days: Offset = 0


class LaunchTemplateIn(In):
    title: Title
    steps: Annotated[list[TemplateStep], Field(max_length=200)] = []


class LaunchTemplatePatch(Patch):
    title: Title | None = None
    steps: Annotated[list[TemplateStep], Field(max_length=200)] | None = None


class DecisionIn(In):
    """A no, and a go over open points, take a reason."""

    verdict: Literal["go", "no_go"]
    reason: Line = ""


class ReleaseIn(In):
    on: date


class ConclusionIn(In):
    """`key_result_id` names the metric that was looked at; where it stands is written down with the verdict."""

    verdict: Literal["keep", "iterate", "stop"]
    findings: Text = ""
    key_result_id: UUID | None = None


class LaunchStepOut(ObjectOut):
    launch_id: UUID
    offset_days: int
    due: date
    owner: Who | None
    done_on: date | None
    done_by: Who | None


class LaunchTemplateOut(ObjectOut):
    product_id: UUID
    steps: list[TemplateStep]


class DecisionOut(Out):
    verdict: Literal["go", "no_go"]
    reason: str
    open_steps: int
    by: Who | None
    at: datetime


class OutcomeReviewOut(ObjectOut):
    product_id: UUID
    launch: Ref
    initiative: Ref
    after_days: int
    due: date
    key_result: Ref | None
    reading: str
    verdict: Literal["keep", "iterate", "stop"] | None
    findings: str
    decided_on: date | None
    decided_by: Who | None


class ListedLaunch(ObjectOut):
    """`points` are those of its checklist; `reviews_due` have come up and are not decided."""

    product_id: UUID
    day: date
    note: str
    owner: Who | None
    launched_on: date | None
    state: Literal["planned", "go", "no_go", "launched", "reviewed"]
    initiatives: list[Ref]
    points: int
    points_done: int
    reviews_due: int


class LaunchOut(ListedLaunch):
    """The newest of `decisions` counts. `reviews` are there once it happened."""

    steps: list[LaunchStepOut]
    decisions: list[DecisionOut]
    reviews: list[OutcomeReviewOut]


def show_listed(row: Any, scope: Scope) -> dict[str, Any]:
    """A launch among others, read with what is `summed` of it."""
    names = ("product_id", "day", "note", "owner", "launched_on", "state")
    counts = ("points", "points_done", "reviews_due")
    return object_fields(row, can=_can(row, scope)) | {
        "initiatives": [ref(one) for one in row.initiatives.all()],
        **{name: getattr(row, name) for name in (*names, *counts)},
    }


def show_launch(row: Launch, scope: Scope) -> dict[str, Any]:
    """A launch as it now is, read anew with all that belongs to it."""
    row = whole(Launch.objects.filter(pk=row.pk)).get()
    return show_listed(row, scope) | {
        "steps": [show_step(one, scope) for one in row.steps.all()],
        "decisions": [show_decision(one) for one in row.decisions.all()],
        "reviews": [show_review(one, scope) for one in row.reviews.all()],
    }


def show_step(row: LaunchStep, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can={"edit": scope.may("contribute", row.place())}) | {
        "launch_id": row.launch_id,
        "offset_days": row.offset_days,
        "due": row.launch.day + timedelta(days=row.offset_days),
        "owner": row.owner,
        "done_on": row.done_on,
        "done_by": row.done_by,
    }


def show_template(row: LaunchTemplate, scope: Scope) -> dict[str, Any]:
    can = {"edit": scope.may("steer", row.place())}
    return object_fields(row, can=can) | {"product_id": row.product_id, "steps": row.steps}


def show_decision(row: LaunchDecision) -> dict[str, Any]:
    names = ("verdict", "reason", "open_steps", "by")
    return {name: getattr(row, name) for name in names} | {"at": row.created_at}


def show_review(row: OutcomeReview, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "launch": ref(row.launch),
        "initiative": ref(row.initiative),
        "after_days": row.after_days,
        "due": row.due,
        "key_result": ref(row.key_result) if row.key_result else None,
        "reading": row.reading,
        "verdict": row.verdict or None,
        "findings": row.findings,
        "decided_on": row.decided_on,
        "decided_by": row.decided_by,
    }


def _can(row: Launch | OutcomeReview, scope: Scope) -> dict[str, bool]:
    # Whoever plans delivery checks points off and looks at outcomes beside the product manager.
    rights = scope.rights_at(row.place())
    return {"edit": "steer" in rights, "contribute": "contribute" in rights}
