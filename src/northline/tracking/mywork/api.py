"""Address of one's own work."""

from __future__ import annotations

from typing import Any

from ninja import Router

from northline.tracking.mywork import queries, schemas

router = Router(tags=["tracking"])


@router.get("/my-work", response=schemas.MyWorkOut, operation_id="read_my_work")
def read_my_work(request: Any) -> Any:
    """What you own or are assigned to in every project, what is late or due first first. Report on it by `edit_plan`."""
    return queries.work_of(request.member_scope)
