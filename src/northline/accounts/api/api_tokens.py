"""One's own API tokens. No token makes, lists or revokes one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Router

from northline.accounts import access, queries, schemas
from northline.accounts.actions import api_tokens
from northline.accounts.authentication import Signed
from northline.accounts.bearer import BrowserAlone

router = Router(auth=[BrowserAlone(), Signed()])
MINE = "/me/api-tokens"


@router.get(MINE, response=list[schemas.ApiTokenOut], operation_id="list_api_tokens")
def list_api_tokens(request: Any) -> Any:
    """Your API tokens, the newest first; not the secrets, which nobody knows but whoever copied them."""
    return queries.api_tokens(request.user)


@router.post(MINE, response={201: schemas.ApiTokenMade}, operation_id="make_api_token")
def make_api_token(request: Any, body: schemas.ApiTokenIn) -> Any:
    """Make a token, which is told this once."""
    workspace = api_tokens.workspace_of(request.user, body.workspace) if body.workspace else None
    row, token = api_tokens.make_token(
        request.user,
        name=body.name,
        days=body.days,
        may_write=body.access == "write",
        workspace=workspace,
    )
    return 201, queries.show_api_token(row) | {"token": token}


@router.delete(f"{MINE}/{{api_token_id}}", response={204: None}, operation_id="revoke_api_token")
def revoke_api_token(request: Any, api_token_id: UUID) -> Any:
    """Let a token open nothing any more."""
    api_tokens.revoke_token(access.own_api_token(request.user, api_token_id))
    return 204, None
