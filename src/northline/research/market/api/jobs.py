"""Addresses of jobs to be done."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.products.access import product_for
from northline.research.market import access
from northline.research.market.actions import objects as actions
from northline.research.market.models import JobToBeDone
from northline.research.market.schemas import objects as schemas

router = Router()
HERE = "/jobs-to-be-done/{job_to_be_done_id}"


@router.post("/jobs-to-be-done", response={201: schemas.JobToBeDoneOut}, operation_id="state_job")
def state_job(request: Any, body: schemas.JobToBeDoneIn) -> Any:
    """State what people want to get done, whatever they use for it."""
    product = product_for(request.member_scope, body.product_id, right="contribute")
    row = actions.state_job(product, fields=body.model_dump(exclude={"product_id"}), by=request.member_scope)
    return 201, _shown(request, row)


@router.get(HERE, response=schemas.JobToBeDoneOut, operation_id="read_job_to_be_done")
def read_job_to_be_done(request: Any, job_to_be_done_id: UUID) -> Any:
    return _shown(request, access.of_product(request.member_scope, JobToBeDone, job_to_be_done_id))


@router.patch(HERE, response=schemas.JobToBeDoneOut, operation_id="edit_job_to_be_done")
def edit_job_to_be_done(
    request: Any, job_to_be_done_id: UUID, body: schemas.JobToBeDonePatch, if_match: IfMatch = None
) -> Any:
    row = editing.revise(
        _editable(request, job_to_be_done_id),
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return _shown(request, row)


@router.post(f"{HERE}/archival", response=schemas.JobToBeDoneOut, operation_id="archive_job_to_be_done")
def archive_job_to_be_done(request: Any, job_to_be_done_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, job_to_be_done_id)
    return _shown(request, editing.archive(row, expected=expected, by=request.member_scope))


@router.delete(f"{HERE}/archival", response=schemas.JobToBeDoneOut, operation_id="restore_job_to_be_done")
def restore_job_to_be_done(request: Any, job_to_be_done_id: UUID, if_match: IfMatch = None) -> Any:
    expected, row = editing.expected_version(if_match), _editable(request, job_to_be_done_id)
    return _shown(request, editing.restore(row, expected=expected, by=request.member_scope))


def _editable(request: Any, job_to_be_done_id: UUID) -> JobToBeDone:
    return access.of_product(request.member_scope, JobToBeDone, job_to_be_done_id, right="contribute")


def _shown(request: Any, row: JobToBeDone) -> dict[str, Any]:
    return schemas.show_job(row, request.member_scope)
