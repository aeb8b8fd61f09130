"""Addresses of experiments."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.research import access as research
from northline.research.discovery import access
from northline.research.discovery.actions import experiments as actions
from northline.research.discovery.models import Experiment
from northline.research.discovery.schemas import objects as schemas

router = Router()
HERE = "/experiments/{experiment_id}"


@router.post("/experiments", response={201: schemas.ExperimentOut}, operation_id="plan_experiment")
def plan_experiment(request: Any, body: schemas.ExperimentIn) -> Any:
    """Plan a test of one risk of an idea."""
    idea = research.idea(request.member_scope, body.idea_id, right="contribute")
    row = actions.plan_experiment(
        idea,
        risk=body.risk,
        fields=body.model_dump(exclude={"idea_id", "risk"}),
        by=request.member_scope,
    )
    return 201, _shown(request, row)


@router.get(HERE, response=schemas.ExperimentOut, operation_id="read_experiment")
def read_experiment(request: Any, experiment_id: UUID) -> Any:
    return _shown(request, access.experiment(request.member_scope, experiment_id))


@router.patch(HERE, response=schemas.ExperimentOut, operation_id="edit_experiment")
def edit_experiment(
    request: Any, experiment_id: UUID, body: schemas.ExperimentPatch, if_match: IfMatch = None
) -> Any:
    row = actions.revise_experiment(
        _editable(request, experiment_id),
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/archival", response=schemas.ExperimentOut, operation_id="archive_experiment")
def archive_experiment(request: Any, experiment_id: UUID, if_match: IfMatch = None) -> Any:
    row = _editable(request, experiment_id)
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return _shown(request, row)


@router.delete(f"{HERE}/archival", response=schemas.ExperimentOut, operation_id="restore_experiment")
def restore_experiment(request: Any, experiment_id: UUID, if_match: IfMatch = None) -> Any:
    row = _editable(request, experiment_id)
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return _shown(request, row)


@router.post(f"{HERE}/start", response=schemas.ExperimentOut, operation_id="start_experiment")
def start_experiment(
    request: Any, experiment_id: UUID, body: schemas.StartIn, if_match: IfMatch = None
) -> Any:
    """Begin; what it is measured by is fixed from then on."""
    row = actions.start(
        _editable(request, experiment_id),
        expected=editing.expected_version(if_match),
        on=body.on,
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/result", response=schemas.ExperimentOut, operation_id="finish_experiment")
def finish_experiment(
    request: Any, experiment_id: UUID, body: schemas.ResultIn, if_match: IfMatch = None
) -> Any:
    """Note what was measured and learned; the verdict follows from the threshold."""
    row = actions.finish(
        _editable(request, experiment_id),
        expected=editing.expected_version(if_match),
        measured=body.measured,
        learning=body.learning,
        on=body.on,
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/stop", response=schemas.ExperimentOut, operation_id="stop_experiment")
def stop_experiment(request: Any, experiment_id: UUID, body: schemas.StopIn, if_match: IfMatch = None) -> Any:
    """Give it up without a result."""
    row = actions.stop(
        _editable(request, experiment_id),
        expected=editing.expected_version(if_match),
        learning=body.learning,
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/weighing", response=schemas.ExperimentOut, operation_id="weigh_experiment")
def weigh_experiment(
    request: Any, experiment_id: UUID, body: schemas.WeighingIn, if_match: IfMatch = None
) -> Any:
    """Take the result up into the confidence of what it tested, or set it aside."""
    row = actions.weigh(
        _editable(request, experiment_id),
        expected=editing.expected_version(if_match),
        accept=body.accept,
        confidence=body.confidence,
        by=request.member_scope,
    )
    return _shown(request, row)


def _editable(request: Any, experiment_id: UUID) -> Experiment:
    return access.experiment(request.member_scope, experiment_id, right="contribute")


def _shown(request: Any, row: Experiment) -> dict[str, Any]:
    return schemas.show_experiment(row, request.member_scope)
