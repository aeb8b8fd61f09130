"""Addresses of the changelog, for members."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.core import editing, paging
from northline.core.schemas import IfMatch, Page
from northline.research.portal import access, queries, schemas
from northline.research.portal.actions import changelog

router = Router()
AT = "/changelog/{changelog_entry_id}"


@router.get("/changelog", response=Page[schemas.ChangelogEntryOut], operation_id="list_changelog")
def list_changelog(
    request: Any, portal_id: UUID | None = None, cursor: str | None = None, limit: int = 50
) -> Any:
    """Entries, drafts too, the latest day first."""
    rows = queries.entries(request.member_scope, portal_id)
    return paging.page(
        rows,
        lambda row: schemas.show_entry(row, request.member_scope),
        cursor=cursor,
        limit=limit,
        order="-day",
    )


@router.post("/changelog", response={201: schemas.ChangelogEntryOut}, operation_id="draft_changelog_entry")
def draft_changelog_entry(request: Any, body: schemas.ChangelogEntryIn) -> Any:
    portal = access.portal(request.member_scope, body.portal_id, right="steer")
    fields = body.model_dump(exclude={"portal_id"})
    row = changelog.draft(portal, fields=fields, by=request.member_scope)
    return 201, schemas.show_entry(row, request.member_scope)


@router.get(AT, response=schemas.ChangelogEntryOut, operation_id="read_changelog_entry")
def read_changelog_entry(request: Any, changelog_entry_id: UUID) -> Any:
    return schemas.show_entry(access.entry(request.member_scope, changelog_entry_id), request.member_scope)


@router.patch(AT, response=schemas.ChangelogEntryOut, operation_id="edit_changelog_entry")
def edit_changelog_entry(
    request: Any, changelog_entry_id: UUID, body: schemas.ChangelogEntryPatch, if_match: IfMatch = None
) -> Any:
    row = access.entry(request.member_scope, changelog_entry_id, right="steer")
    row = changelog.revise_entry(
        row,
        expected=editing.expected_version(if_match),
        fields=body.model_dump(exclude_unset=True),
        by=request.member_scope,
    )
    return schemas.show_entry(row, request.member_scope)


@router.post(f"{AT}/publication", response=schemas.ChangelogEntryOut, operation_id="publish_changelog_entry")
def publish_changelog_entry(request: Any, changelog_entry_id: UUID, if_match: IfMatch = None) -> Any:
    """Show it on the public page and in the feed, and mail it to whoever follows."""
    row = access.entry(request.member_scope, changelog_entry_id, right="steer")
    row = changelog.publish(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_entry(row, request.member_scope)


@router.delete(
    f"{AT}/publication", response=schemas.ChangelogEntryOut, operation_id="unpublish_changelog_entry"
)
def unpublish_changelog_entry(request: Any, changelog_entry_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.entry(request.member_scope, changelog_entry_id, right="steer")
    row = changelog.unpublish(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_entry(row, request.member_scope)


@router.post(f"{AT}/archival", response=schemas.ChangelogEntryOut, operation_id="archive_changelog_entry")
def archive_changelog_entry(request: Any, changelog_entry_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.entry(request.member_scope, changelog_entry_id, right="steer")
    row = editing.archive(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_entry(row, request.member_scope)


@router.delete(f"{AT}/archival", response=schemas.ChangelogEntryOut, operation_id="restore_changelog_entry")
def restore_changelog_entry(request: Any, changelog_entry_id: UUID, if_match: IfMatch = None) -> Any:
    row = access.entry(request.member_scope, changelog_entry_id, right="steer")
    row = editing.restore(row, expected=editing.expected_version(if_match), by=request.member_scope)
    return schemas.show_entry(row, request.member_scope)
