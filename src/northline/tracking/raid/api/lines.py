"""Addresses that every kind of line in a register has: note, read, edit, archive, restore."""

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing
from northline.core.schemas import IfMatch
from northline.delivery.access import project
from northline.tracking.raid import access
from northline.tracking.raid.actions import entries as actions
from northline.tracking.raid.register import LINES, Line


def router_of(line: Line) -> Router:
    """The five operations of one kind, `note_risk` to `restore_risk`."""
    router = Router()
    name, here = line.model.KIND, line.address + "/{entry_id}"
    given, patch = line.given, line.patch

    # No postponed annotations in this file: ninja reads these bodies, which only this function knows.
    @router.post(line.address, response={201: line.out}, operation_id=f"note_{name}")
    def note(request: Any, body: given) -> Any:  # type: ignore[valid-type]
        fields: dict[str, Any] = body.model_dump(exclude={"project_id"})  # type: ignore[attr-defined]
        where = project(request.member_scope, body.project_id, right="contribute")  # type: ignore[attr-defined]
        row = actions.note(line.model, where, fields=fields, by=request.member_scope)
        return 201, line.show(row, request.member_scope)

    @router.get(here, response=line.out, operation_id=f"read_{name}")
    def read(request: Any, entry_id: UUID) -> Any:
        row = access.entry(request.member_scope, line.model, entry_id)
        return line.show(row, request.member_scope)

    @router.patch(here, response=line.out, operation_id=f"edit_{name}")
    def edit(request: Any, entry_id: UUID, body: patch, if_match: IfMatch = None) -> Any:  # type: ignore[valid-type]
        row = access.entry(request.member_scope, line.model, entry_id, right="contribute")
        fields: dict[str, Any] = body.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
        expected = editing.expected_version(if_match)
        row = actions.revise(row, expected=expected, fields=fields, by=request.member_scope)
        return line.show(row, request.member_scope)

    @router.post(f"{here}/archival", response=line.out, operation_id=f"archive_{name}")
    def archive(request: Any, entry_id: UUID, if_match: IfMatch = None) -> Any:
        row = access.entry(request.member_scope, line.model, entry_id, right="contribute")
        expected = editing.expected_version(if_match)
        return line.show(
            editing.archive(row, expected=expected, by=request.member_scope), request.member_scope
        )

    @router.delete(f"{here}/archival", response=line.out, operation_id=f"restore_{name}")
    def restore(request: Any, entry_id: UUID, if_match: IfMatch = None) -> Any:
        row = access.entry(request.member_scope, line.model, entry_id, right="contribute")
        expected = editing.expected_version(if_match)
        return line.show(
            editing.restore(row, expected=expected, by=request.member_scope), request.member_scope
        )

    return router


routers = [router_of(line) for line in LINES]
