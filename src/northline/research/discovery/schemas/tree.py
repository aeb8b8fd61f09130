"""What the opportunity-solution tree looks like over the API."""

from __future__ import annotations

from typing import Any, ClassVar, Literal
from uuid import UUID

from northline.core.models import Editable, Link
from northline.core.schemas import In, Out, Patch, Title
from northline.core.scope import Scope
from northline.products.models import Product
from northline.research.discovery.models import Assumption, Branch, Dismissal, Experiment
from northline.research.discovery.queries import Tree
from northline.research.discovery.rules import risks
from northline.research.discovery.rules.warnings import Warning
from northline.research.discovery.schemas.objects import ExperimentState, Outcome, Risk
from northline.research.models import Idea, Opportunity
from northline.research.schemas import IdeaStatus

BranchStatus = Literal["considered", "exploring", "solved", "parked"]
OutcomeKind = Literal["objective", "key_result"]
WarningCode = Literal["solution_as_need", "few_ideas", "no_opportunity"]
WarningReason = Literal["", "starts_with_building", "asks_for_a_thing", "names_software"]


class NodeIn(In):
    title: Title


class OpportunityBelowIn(In):
    product_id: UUID
    title: Title


class SpotIn(In):
    """An opportunity, or an outcome: an objective or a key result."""

    kind: Literal["opportunity", "objective", "key_result"]
    id: UUID


class OpportunityMoveIn(In):
    """`away_from` is what it hung on in the tree, so that it no longer serves that outcome; null: nothing."""

    away_from: SpotIn | None = None
    to: SpotIn | None = None


class IdeaMoveIn(In):
    """The opportunity that it no longer addresses, and the one that it does; null: none."""

    away_from_id: UUID | None = None
    to_id: UUID | None = None


class BranchPatch(Patch):
    NULLABLE: ClassVar = frozenset()

    status: BranchStatus | None = None
    is_target: bool | None = None


class BranchOut(Out):
    """`version` is the opportunity's."""

    version: int
    status: BranchStatus
    is_target: bool


class PrunedOut(Out):
    """What was archived."""

    opportunities: list[UUID]
    ideas: list[UUID]


class DismissalIn(In):
    warning: WarningCode
    object_kind: Literal["opportunity", "idea"]
    object_id: UUID


class DismissalOut(Out):
    id: UUID
    warning: WarningCode
    object_kind: str
    object_id: UUID


class OutcomeNodeOut(Out):
    kind: OutcomeKind
    id: UUID
    key: str
    title: str


class OpportunityNodeOut(Out):
    """`outcomes` are the ids of the objectives and key results that it serves."""

    id: UUID
    key: str
    title: str
    version: int
    parent_id: UUID | None
    outcomes: list[UUID]
    status: BranchStatus
    is_target: bool


class RiskNodeOut(Out):
    """One risk of an idea; null where nobody said how sure they are."""

    risk: Risk
    confidence: int | None


class IdeaNodeOut(Out):
    """`opportunities` are the ids of those that it addresses; `risks` are all four, `riskiest` is the first to test."""

    id: UUID
    key: str
    title: str
    version: int
    status: IdeaStatus
    opportunities: list[UUID]
    risks: list[RiskNodeOut]
    riskiest: Risk


class ExperimentNodeOut(Out):
    id: UUID
    key: str
    title: str
    version: int
    idea_id: UUID
    risk: Risk
    state: ExperimentState
    verdict: Outcome | None


class WarningOut(Out):
    """`reason` and `word` say what sounds like a solution; `dismissal_id` is there where somebody dismissed it."""

    code: WarningCode
    object_kind: str
    object_id: UUID
    reason: WarningReason
    word: str
    count: int
    dismissal_id: UUID | None


class TreeOut(Out):
    outcomes: list[OutcomeNodeOut]
    opportunities: list[OpportunityNodeOut]
    ideas: list[IdeaNodeOut]
    experiments: list[ExperimentNodeOut]
    warnings: list[WarningOut]
    can: dict[str, bool]


def show_tree(tree: Tree, product: Product, scope: Scope) -> dict[str, Any]:
    serving, addressing = _upper(tree.serving), _upper(tree.addressing)
    held = {(row.idea_id, row.risk): row for row in tree.assumptions}
    assumed = {row.pk: row for row in tree.assumptions}
    return {
        "outcomes": [{name: one[name] for name in ("kind", "id", "key", "title")} for one in tree.outcomes],
        "opportunities": [
            _opportunity(row, tree.branches.get(row.pk), serving.get(row.pk, []))
            for row in tree.opportunities
        ],
        "ideas": [_idea(row, addressing.get(row.pk, []), held) for row in tree.ideas],
        "experiments": [
            _experiment(row, assumed[row.assumption_id])
            for row in tree.experiments
            if row.assumption_id in assumed
        ],
        "warnings": [_warning(one, tree.dismissals.get((one.code, one.id))) for one in tree.warnings],
        "can": {"edit": scope.may("contribute", product.place())},
    }


def show_branch(row: Opportunity, branch: Branch) -> dict[str, Any]:
    return {"version": row.version, "status": branch.status, "is_target": branch.is_target}


def _upper(rows: list[Link]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    for row in rows:
        found.setdefault(row.source_id, []).append(row.target_id)
    return found


def _opportunity(row: Opportunity, branch: Branch | None, outcomes: list[UUID]) -> dict[str, Any]:
    return _node(row) | {
        "parent_id": row.parent_id,
        "outcomes": outcomes,
        "status": branch.status if branch else Branch.Status.CONSIDERED,
        "is_target": bool(branch and branch.is_target),
    }


def _idea(row: Idea, opportunities: list[UUID], held: dict[tuple[UUID, str], Any]) -> dict[str, Any]:
    known = {risk: held.get((row.pk, risk)) for risk in risks.RISKS}
    sure = {risk: one.confidence if one else None for risk, one in known.items()}

    def at_stake(risk: str) -> int:
        one = known[risk]
        return risks.exposure(sure[risk], importance=one.importance if one else risks.DEFAULT_IMPORTANCE)

    return _node(row) | {
        "status": row.status,
        "opportunities": opportunities,
        "risks": [{"risk": risk, "confidence": sure[risk]} for risk in risks.RISKS],
        "riskiest": max(risks.RISKS, key=at_stake),
    }


def _experiment(row: Experiment, assumption: Assumption) -> dict[str, Any]:
    return _node(row) | {
        "idea_id": assumption.idea_id,
        "risk": assumption.risk,
        "state": row.state,
        "verdict": row.result,
    }


def _warning(one: Warning[UUID], dismissal: Dismissal | None) -> dict[str, Any]:
    dismissed = dismissal is not None and dismissal.title == one.title
    return {
        "code": one.code,
        "object_kind": one.kind,
        "object_id": one.id,
        "reason": one.reason,
        "word": one.word,
        "count": one.count,
        "dismissal_id": dismissal.pk if dismissal and dismissed else None,
    }


def _node(row: Editable) -> dict[str, Any]:
    return {"id": row.pk, "key": row.key, "title": row.title, "version": row.version}
