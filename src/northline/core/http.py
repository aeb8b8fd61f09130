"""What every answer carries: a request id, a log line, the security headers; how large ones travel; who is calling from where."""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypeGuard

import structlog
from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import patch_vary_headers

from northline.core.ids import uuid7

log = structlog.get_logger("northline.request")
_GIVEN_ID = re.compile(r"[A-Za-z0-9._-]{8,40}")

POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        # The component library sets its theme variables in style elements.
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

# Bytes; smaller answers fit into a few packets as they are.
COMPRESSED_ABOVE = 32_000
_TAKES_GZIP = re.compile(r"\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))")

Handler = Callable[[HttpRequest], Any]


class _Middleware:
    """Runs `before` and `after` around a handler that may be sync or async."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: HttpRequest) -> Any:
        if iscoroutinefunction(self):
            return self._later(request)
        self.before(request)
        response = self.get_response(request)
        self.after(request, response)
        return response

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        self.before(request)
        answer: Awaitable[HttpResponseBase] = self.get_response(request)
        response = await answer
        self.after(request, response)
        return response

    def before(self, request: HttpRequest) -> None: ...

    def after(self, request: HttpRequest, response: HttpResponseBase) -> None: ...


class RequestIdMiddleware(_Middleware):
    """Gives every request an id, binds it to the log, and logs one line when the answer is ready."""

    def before(self, request: HttpRequest) -> None:
        given = request.headers.get("X-Request-Id", "")
        request.id = given if _GIVEN_ID.fullmatch(given) else uuid7().hex  # type: ignore[attr-defined]
        request.began = time.perf_counter()  # type: ignore[attr-defined]
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request.id)  # type: ignore[attr-defined]

    def after(self, request: HttpRequest, response: HttpResponseBase) -> None:
        response.headers["X-Request-Id"] = request.id  # type: ignore[attr-defined]
        took = time.perf_counter() - request.began  # type: ignore[attr-defined]
        # The path of a share holds its secret, that of an unsubscription its reader's word.
        path = re.sub(r"(/s/|/shares/|/unsubscribe/|by-token/)[^/]+", r"\1…", request.path)
        log.info(
            "answered",
            method=request.method,
            path=path,
            status=response.status_code,
            milliseconds=round(took * 1000, 1),
        )


class WritableQueryMiddleware(_Middleware):
    """Takes NUL out of query strings: no column holds it, and PostgreSQL breaks off where it is asked for."""

    def before(self, request: HttpRequest) -> None:
        query = request.META.get("QUERY_STRING", "")
        if "%00" in query or "\0" in query:
            request.META["QUERY_STRING"] = query.replace("%00", "").replace("\0", "")


class SecurityHeadersMiddleware(_Middleware):
    """Sets the content security policy and its companions."""

    def after(self, request: HttpRequest, response: HttpResponseBase) -> None:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if response.headers["Content-Security-Policy"].endswith("frame-ancestors 'none'"):
            # What some sites may frame cannot be said in this header: browsers go by the policy.
            response.headers.setdefault("X-Frame-Options", "DENY")
        if request.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "no-store")


class CompressionMiddleware(_Middleware):
    """Large answers of the API go over the network in an eighth of their size, to whoever takes them so."""

    async def _later(self, request: HttpRequest) -> HttpResponseBase:
        response: HttpResponseBase = await self.get_response(request)
        if _is_large(response):
            # Beside the loop, which others wait for; zlib leaves the interpreter to them.
            await sync_to_async(self.after, thread_sensitive=False)(request, response)
        return response

    def after(self, request: HttpRequest, response: HttpResponseBase) -> None:
        if not _is_large(response):
            return
        patch_vary_headers(response, ("Accept-Encoding",))
        if _TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
            response.content = gzip.compress(response.content, compresslevel=1, mtime=0)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Length"] = str(len(response.content))


def _is_large(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Is it worth its time? What has an ETag stays as it was when that was given."""
    return (
        isinstance(response, HttpResponse)
        and len(response.content) > COMPRESSED_ABOVE
        and "json" in response.headers.get("Content-Type", "")
        and not response.has_header("ETag")
    )


def caller_address(request: HttpRequest) -> str:
    """The address the request came from, counted back over the proxies that are ours."""
    forwarded = [
        part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()
    ]
    hops = int(settings.TRUSTED_PROXIES)
    if hops and len(forwarded) >= hops:
        return forwarded[-hops]
    return str(request.META.get("REMOTE_ADDR", ""))
