"""The doors to discovery."""

from __future__ import annotations

from uuid import UUID

from northline.core import kinds
from northline.core.doors import opened
from northline.core.models import Editable
from northline.core.refusal import NotFound
from northline.core.scope import Right, Scope
from northline.research.discovery.models import Assumption, Dismissal, Experiment

OUTCOMES = ("objective", "key_result")


def assumption(scope: Scope, assumption_id: UUID, *, right: Right = "read") -> Assumption:
    rows = Assumption.objects.select_related("idea", "owner")
    return opened(scope, rows, assumption_id, right=right)


def experiment(scope: Scope, experiment_id: UUID, *, right: Right = "read") -> Experiment:
    rows = Experiment.objects.select_related("assumption__idea", "owner", "weighing__by")
    return opened(scope, rows, experiment_id, right=right)


def dismissal(scope: Scope, dismissal_id: UUID, *, right: Right = "read") -> Dismissal:
    return opened(scope, Dismissal.objects.all(), dismissal_id, right=right)


def outcome(scope: Scope, kind: str, object_id: UUID) -> Editable:
    """The objective or key result that a tree grows from."""
    if kind not in OUTCOMES:
        raise NotFound("outcome")
    row: Editable = kinds.object_at(scope, kind, object_id)
    return row
