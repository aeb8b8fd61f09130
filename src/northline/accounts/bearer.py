"""From an API token to a scope: `Authorization: Bearer nlpat_…`, with the rights of the token's person and never more.

Each of these stands before the session in an operation's list: whoever names a token is judged by it alone, and needs no
CSRF token, which is for what a browser sends by itself.
"""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from northline.accounts.authentication import VISIT_EVERY, WORKSPACE_HEADER, scope_of
from northline.accounts.models import ApiToken
from northline.accounts.tokens import hash_of, prefix_of
from northline.core import throttle
from northline.core.http import caller_address
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class SignedByToken(HttpBearer):
    """The person of a token, whichever workspace."""

    openapi_name = "api_token"

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        row = token_of(request, token)
        request.user = row.person
        request.api_token = row  # type: ignore[attr-defined]
        return row.person


class ScopedByToken(SignedByToken):
    """The person of a token as a member of the workspace that the request names; sets `request.member_scope`."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        super().authenticate(request, token)
        slug = request.headers.get(WORKSPACE_HEADER) or request.GET.get("workspace", "")
        row: ApiToken = request.api_token  # type: ignore[attr-defined]
        scope = scope_by(row, slug=slug, request_id=getattr(request, "id", ""))
        request.member_scope = scope  # type: ignore[attr-defined]
        return scope


class BrowserAlone(SignedByToken):
    """Refuses every token: what lets somebody in is changed by whoever signed in themself."""

    def authenticate(self, request: HttpRequest, token: str) -> Any:
        token_of(request, token)
        raise Refusal(
            "token.not_here",
            "An API token cannot do this: it takes a browser that is signed in. Nothing was changed.",
            status=403,
        )


def token_of(request: HttpRequest, token: str) -> ApiToken:
    """The token that a request carries, noted as used.

    Raises Refusal `token.refused` or `token.read_only`; `rate.limited` after many that are none.
    """
    row = live_token(token)
    if row is None:
        throttle.ration(f"token:{caller_address(request)}", tries=60, within=timedelta(minutes=15))
        raise token_refused()
    if not row.may_write and request.method not in SAFE:
        raise Refusal(
            "token.read_only",
            f"The API token {row.name} may read and not change anything. Nothing was changed. "
            "Make one that may write, in Settings, API tokens.",
            status=403,
        )
    _note_use(row)
    return row


def live_token(token: str) -> ApiToken | None:
    """The row of a token that still opens something. It is found by what is no secret, and compared in constant time."""
    rows = ApiToken.objects.select_related("person").filter(prefix=prefix_of(token))
    row = rows.filter(revoked_at=None, expires_at__gt=timezone.now(), person__is_active=True).first()
    return row if row is not None and hmac.compare_digest(row.token_hash, hash_of(token)) else None


def door_of(row: ApiToken) -> str:
    """How the history names the way."""
    return f"token {row.name}"


def unbound_door(request: HttpRequest) -> str:
    """The way by which a person who changes what holds in all their workspaces came; empty for a browser.

    Raises Refusal `token.bound` for a token that is bound to one of them.
    """
    row: ApiToken | None = getattr(request, "api_token", None)
    if row is None:
        return ""
    if row.workspace_id is not None:
        raise Refusal(
            "token.bound",
            "This API token is bound to one workspace, and your name and preferences hold in all of them. "
            "Nothing was changed.",
            status=403,
        )
    return door_of(row)


def scope_by(row: ApiToken, *, slug: str = "", request_id: str = "") -> Scope:
    """The scope of the token's person in the named workspace, else in the token's, else in their first.

    Raises NotFound where they are no member, or the token is bound to another workspace.
    """
    scope = scope_of(
        row.person, slug=slug, workspace_id=row.workspace_id, request_id=request_id, door=door_of(row)
    )
    if scope is None:
        raise NotFound("workspace")
    return scope


def token_refused() -> Refusal:
    return Refusal(
        "token.refused",
        "This API token is unknown, was revoked or has expired. Nothing was changed. "
        "Make another one in Settings, API tokens.",
        status=401,
    )


def _note_use(row: ApiToken) -> None:
    """Let the list of tokens tell when one was last used, without a write in every request."""
    now = timezone.now()
    before = now - timedelta(seconds=VISIT_EVERY)
    if row.used_at is None or row.used_at < before:
        ApiToken.objects.filter(Q(used_at=None) | Q(used_at__lt=before), pk=row.pk).update(used_at=now)
