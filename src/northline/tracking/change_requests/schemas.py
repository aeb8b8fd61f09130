"""What change requests look like over the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any, ClassVar, Literal
from uuid import UUID

from pydantic import Field

from northline.core.schemas import (
    Custom,
    In,
    ObjectOut,
    Out,
    Patch,
    Ref,
    Text,
    Title,
    Who,
    object_fields,
    ref,
    who,
)
from northline.core.scope import Place, Scope
from northline.delivery.schemas import PlanTime
from northline.scheduling.models import SavedSchedule
from northline.scheduling.scenarios.schemas import MergeChoice
from northline.tracking.change_requests import rules
from northline.tracking.change_requests.impact import basis_of
from northline.tracking.change_requests.models import ChangeRequest

RequestState = Literal["draft", "submitted", "approved", "declined", "carried_out"]
Choices = Annotated[list[MergeChoice], Field(max_length=20_000)]


class ChangeRequestIn(In):
    """`proposal` is the change in words, the scenario the same as a plan; it may follow."""

    project_id: UUID
    title: Title
    reason: Text = ""
    proposal: Text = ""
    scenario_id: UUID | None = None
    custom: Custom = {}


class ChangeRequestPatch(Patch):
    NULLABLE: ClassVar = frozenset({"scenario_id"})

    title: Title | None = None
    reason: Text | None = None
    proposal: Text | None = None
    scenario_id: UUID | None = None
    custom: Custom | None = None


class ApproverIn(In):
    member_id: UUID
    deputy_id: UUID | None = None


class Submission(In):
    """Who is to approve, in this order; a deputy may answer in the place of each."""

    approvers: Annotated[list[ApproverIn], Field(min_length=1, max_length=10)]


class ChangeAnswer(In):
    """Declining takes a note. `choices`: whose side to take where the plan changed the same since."""

    verdict: Literal["approved", "declined"]
    note: Text = ""
    choices: Choices = []


class CarryingOut(In):
    choices: Choices = []


class ApprovalOut(Out):
    """`verdict` is empty while nothing was answered; `given_by` may be the deputy."""

    member: Who
    deputy: Who | None
    verdict: Literal["", "approved", "declined"]
    note: str
    given_by: Who | None
    given_at: datetime | None


class ChangeImpactMoment(Out):
    finish: PlanTime
    p80: PlanTime | None
    probability: float | None


class ChangeImpactMilestone(Out):
    """`finish_variance` is later minus earlier, in working minutes."""

    id: UUID
    key: str
    title: str
    state: Literal["added", "changed", "removed"]
    was_finish: PlanTime | None
    finish: PlanTime | None
    finish_variance: int | None


class ChangeImpactCost(Out):
    """In the workspace's money."""

    was: float
    now: float


class ChangeImpactPerson(Out):
    """Hours of work beyond what somebody can do, over all projects."""

    id: UUID
    title: str
    was: float
    now: float


class ChangeImpact(Out):
    """What carrying a request out would do. `cost` only for those who may know what people cost."""

    was: ChangeImpactMoment
    now: ChangeImpactMoment
    finish_minutes: int
    minutes_per_day: int
    milestones: list[ChangeImpactMilestone]
    cost: ChangeImpactCost | None
    people: list[ChangeImpactPerson]


class ChangeRequestOut(ObjectOut):
    """`impact_fresh`: neither the plan nor the scenario changed since the impact was computed."""

    project: Ref
    scenario: Ref | None
    baseline: Ref | None
    raised_by: Who | None
    reason: str
    proposal: str
    state: RequestState
    submitted_at: datetime | None
    decided_at: datetime | None
    approvals: list[ApprovalOut]
    waits_for: Who | None
    impact: ChangeImpact | None
    impact_at: datetime | None
    impact_fresh: bool
    finish_days: float | None


def show_change_request(row: ChangeRequest, scope: Scope) -> dict[str, Any]:
    return show_change_requests([row], scope)[0]


def show_change_requests(rows: Sequence[ChangeRequest], scope: Scope) -> list[dict[str, Any]]:
    """The answers of several requests: one query for the freshness of all."""
    plans = SavedSchedule.objects.filter(pk__in={row.project_id for row in rows})
    prints = dict(plans.values_list("pk", "fingerprint"))
    return [_shown(row, scope, prints.get(row.project_id, "")) for row in rows]


def _shown(row: ChangeRequest, scope: Scope, fingerprint: str) -> dict[str, Any]:
    approvals = list(row.approvals.all())
    chain = [rules.Asked(one.member_id, one.deputy_id, one.verdict) for one in approvals]
    place = rules.turn(chain) if row.state == "submitted" else None
    mine = place is not None and rules.may_answer(chain[place], scope.member_id)
    alive = row.archived_at is None
    edit = alive and scope.may("contribute", row.place())
    open_ = row.state in ("draft", "declined")
    names = ("reason", "proposal", "state", "submitted_at", "decided_at", "impact_at", "finish_days")
    can = {
        "edit": edit and open_,
        "submit": edit and open_ and row.scenario_id is not None,
        "answer": alive and mine,
        "carry_out": alive and row.state == "approved" and scope.may("plan", row.place()),
        "archive": scope.may("contribute", row.place()),
    }
    fresh = row.scenario is not None and row.impact_for == basis_of(row.scenario, fingerprint)
    return (
        object_fields(row, can=can)
        | {name: getattr(row, name) for name in names}
        | {
            "project": ref(row.project),
            "scenario": row.scenario and ref(row.scenario),
            "baseline": row.baseline and ref(row.baseline),
            "raised_by": who(row.raised_by),
            "approvals": [_approval(one) for one in approvals],
            "waits_for": who(approvals[place].member) if place is not None else None,
            "impact": _impact(row, scope),
            "impact_fresh": fresh or row.state == "carried_out",
        }
    )


def _approval(one: Any) -> dict[str, Any]:
    people = {name: who(getattr(one, name)) for name in ("member", "deputy", "given_by")}
    return people | {name: getattr(one, name) for name in ("verdict", "note", "given_at")}


def _impact(row: ChangeRequest, scope: Scope) -> dict[str, Any] | None:
    """What was computed, without what the reader may not know of anybody's rates."""
    if row.impact is None:
        return None
    cost = row.impact["cost"]
    knows = scope.may("administer", Place())
    if cost is not None and not cost["shared"]:
        knows = knows or scope.may("plan", row.place())
    return {**row.impact, "cost": cost if knows else None}
