"""What the four risks of an idea look like, and those that nobody has tested."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from northline.core.schemas import Out, Ref, ref
from northline.core.scope import Scope
from northline.research.discovery.models import Assumption
from northline.research.discovery.queries import FOR, Heard, RiskRead, Untested
from northline.research.discovery.rules import risks
from northline.research.discovery.schemas.objects import (
    AssumptionOut,
    ExperimentOut,
    Risk,
    show_assumption,
    show_experiment,
)
from northline.research.schemas import Evidence


class HeardOut(Out):
    """An insight that speaks for or against, and the link that says so."""

    link_id: UUID
    insight: Ref
    evidence: Evidence


class RiskOut(Out):
    """One risk: null where nothing is assumed yet. Finished experiments count for or against by their verdict."""

    risk: Risk
    assumption: AssumptionOut | None
    insights_for: list[HeardOut]
    insights_against: list[HeardOut]
    experiments: list[ExperimentOut]


class RisksOut(Out):
    """The four risks in their order; `riskiest` is the one to test first."""

    risks: list[RiskOut]
    riskiest: Risk


class UntestedOut(Out):
    idea: Ref
    risk: Risk
    exposure: int
    assumption: AssumptionOut | None
    experiment: Ref | None


def show_risks(read: list[RiskRead], scope: Scope) -> dict[str, Any]:
    order = max(read, key=lambda one: _at_stake(one.assumption))
    return {"risks": [_risk(one, scope) for one in read], "riskiest": order.risk}


def show_untested(row: Untested, scope: Scope) -> dict[str, Any]:
    return {
        "idea": ref(row.idea),
        "risk": row.risk,
        "exposure": row.exposure,
        "assumption": show_assumption(row.assumption, scope) if row.assumption else None,
        "experiment": ref(row.running) if row.running else None,
    }


def _at_stake(row: Assumption | None) -> int:
    if row is None:
        return risks.exposure(None, importance=risks.DEFAULT_IMPORTANCE)
    return risks.exposure(row.confidence, importance=row.importance)


def _risk(read: RiskRead, scope: Scope) -> dict[str, Any]:
    return {
        "risk": read.risk,
        "assumption": show_assumption(read.assumption, scope) if read.assumption else None,
        "insights_for": [_heard(one) for one in read.heard if one.side == FOR],
        "insights_against": [_heard(one) for one in read.heard if one.side != FOR],
        "experiments": [show_experiment(one, scope) for one in read.experiments],
    }


def _heard(one: Heard) -> dict[str, Any]:
    return {"link_id": one.link_id, "insight": ref(one.insight), "evidence": one.insight.evidence}
