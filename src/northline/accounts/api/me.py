"""Oneself: name and preferences, and where one is signed in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth import logout
from ninja import Router

from northline.accounts import access, queries, schemas
from northline.accounts.actions import members
from northline.accounts.authentication import Signed
from northline.accounts.bearer import BrowserAlone, SignedByToken, unbound_door

# Where somebody is signed in is told to, and ended by, a browser alone.
router = Router(auth=[BrowserAlone(), Signed()])


@router.patch(
    "/me",
    response=schemas.PersonOut,
    operation_id="describe_oneself",
    auth=[SignedByToken(), Signed()],
)
def describe_oneself(request: Any, body: schemas.PersonPatch) -> Any:
    """Change your own name and preferences."""
    fields = body.model_dump(exclude_unset=True, exclude_none=True)
    return members.describe_oneself(
        request.user, fields=fields, request_id=getattr(request, "id", ""), door=unbound_door(request)
    )


@router.get("/sessions", response=list[schemas.BrowserOut], operation_id="list_sessions")
def list_sessions(request: Any) -> Any:
    """Where you are signed in."""
    return queries.browsers(request.user, current_key=request.session.session_key)


@router.delete("/sessions/{session_id}", response={204: None}, operation_id="end_session")
def end_session(request: Any, session_id: UUID) -> Any:
    """Sign out one of your browsers."""
    row = access.own_session(request.user, session_id)
    if row.session_key == request.session.session_key:
        logout(request)
    else:
        row.delete()
    return 204, None
