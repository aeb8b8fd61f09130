"""Answers outside the API: the client's page, health, the live stream, and plain not-found."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any
from uuid import UUID

from asgiref.sync import sync_to_async
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET, require_safe

from northline.accounts.authentication import WORKSPACE_HEADER, scope_of
from northline.accounts.bearer import live_token, scope_by, token_of
from northline.accounts.models import Person
from northline.config.boot import waiting_migrations
from northline.core import stream
from northline.core.edge import problem
from northline.core.refusal import NotFound, Refusal, SignInFirst
from northline.core.scope import Scope
from northline.reporting.shares.framing import policy_of


@require_safe
def client(request: HttpRequest) -> HttpResponse:
    """The web client's page, whatever the address: the client has the routes."""
    page = _page()
    if page is None:
        return HttpResponse(
            "The web client is not built. Run make run.", status=503, content_type="text/plain"
        )
    get_token(request)  # sets the CSRF cookie that the client echoes
    response = HttpResponse(page, content_type="text/html; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    if request.path.startswith("/s/"):
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        response["Content-Security-Policy"] = policy_of(request.path.removeprefix("/s/").strip("/"))
    return response


def _page() -> bytes | None:
    file = Path(settings.WEB_CLIENT) / "index.html"
    return _read(file, file.stat().st_mtime_ns) if file.exists() else None


@lru_cache(maxsize=1)
def _read(file: Path, changed: int) -> bytes:
    return file.read_bytes()


@require_safe
def healthy(request: HttpRequest) -> HttpResponse:
    """The process answers."""
    return JsonResponse({"status": "ok"})


@require_safe
def ready(request: HttpRequest) -> HttpResponse:
    """The database answers and is migrated."""
    try:
        waiting = waiting_migrations()
    except Exception:  # whatever the database says, the answer is "not ready"
        return JsonResponse({"status": "no database"}, status=503)
    if waiting:
        return JsonResponse({"status": "migrations wait", "count": waiting}, status=503)
    return JsonResponse({"status": "ok"})


@require_GET
async def events(request: HttpRequest) -> HttpResponseBase:
    """The live stream of the member's workspace; `Last-Event-ID` or `?after=` replays what was missed."""
    try:
        workspace_id, rescope = await sync_to_async(_listening)(request)
    except Refusal as refusal:
        return problem(request, refusal)
    last = request.headers.get("Last-Event-ID") or request.GET.get("after", "")
    response = StreamingHttpResponse(
        stream.events(workspace_id, after=int(last) if last.isdecimal() else None, rescope=rescope),
        content_type="text/event-stream",
    )
    response["Cache-Control"] = "no-store"
    response["X-Accel-Buffering"] = "no"
    return response


def _listening(request: HttpRequest) -> tuple[UUID, Callable[[], Scope | None]]:
    """Which workspace is listened to, and what says who listens as long as they may."""
    slug = request.headers.get(WORKSPACE_HEADER) or request.GET.get("workspace", "")
    kind, _, token = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() == "bearer":
        named = scope_by(token_of(request, token), slug=slug).workspace_id
        return named, lambda: _by_token(token, named)
    person: Any = request.user
    scope = _scope_now(person.pk, slug) if person.is_authenticated else None
    if scope is None:
        raise NotFound("workspace") if person.is_authenticated and slug else SignInFirst()
    workspace_id, key = scope.workspace_id, request.session.session_key or ""

    def by_session() -> Scope | None:
        return _scope_now(person.pk, "", workspace_id) if request.session.exists(key) else None

    return workspace_id, by_session


def _by_token(token: str, workspace_id: UUID) -> Scope | None:
    row = live_token(token)
    return scope_of(row.person, workspace_id=workspace_id) if row else None


def _scope_now(person_id: Any, slug: str, workspace_id: UUID | None = None) -> Scope | None:
    person = Person.objects.filter(pk=person_id, is_active=True).first()
    return scope_of(person, slug=slug, workspace_id=workspace_id) if person else None


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    return problem(request, NotFound("page"))


def broken(request: HttpRequest) -> HttpResponse:
    return problem(
        request, Refusal("server.broken", "Something broke on our side. Nothing was saved.", status=500)
    )
