"""The API's edge: how answers are written and how every kind of no becomes application/problem+json."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
import structlog
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.renderers import BaseRenderer

from northline.core import kinds
from northline.core.models import Row
from northline.core.refusal import NotFound, Refusal, SignInFirst

log = structlog.get_logger("northline.edge")
OPTIONS = orjson.OPT_NON_STR_KEYS | orjson.OPT_UTC_Z


class Renderer(BaseRenderer):
    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:
        return orjson.dumps(data, default=str, option=OPTIONS)


def written(answer: dict[str, Any] | list[Any]) -> HttpResponse:
    """An answer of thousands of rows as JSON, without the second look of its schema, which costs more than the rows.

    It must hold what the schema says and no more, which tests/config/test_questions.py looks at.
    """
    return HttpResponse(orjson.dumps(answer, option=OPTIONS), content_type="application/json")


def sent(rows: list[Any]) -> orjson.Fragment:
    """Rows as they stand in an answer that is `written`: for those that many answers tell again."""
    return orjson.Fragment(orjson.dumps(rows, option=OPTIONS))


class Api(NinjaAPI):
    """Ninja with our manners: an ETag on everything that has a version."""

    def create_response(self, request: HttpRequest, data: Any, **kwargs: Any) -> HttpResponse:
        response = super().create_response(request, data, **kwargs)
        if isinstance(data, dict) and isinstance(data.get("version"), int):
            response["ETag"] = f'"{data["version"]}"'
        return response


def problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The refusal as RFC 9457 has it."""
    extra = {name: _shown(request, value) for name, value in refusal.extra.items()}
    body = {
        "type": f"urn:northline:{refusal.code}",
        "title": refusal.code.replace(".", " ").replace("_", " ").capitalize(),
        "status": refusal.status,
        "code": refusal.code,
        "detail": refusal.message,
        "request_id": getattr(request, "id", ""),
        **extra,
    }
    response = HttpResponse(
        orjson.dumps(body, default=_as_answered, option=OPTIONS),
        status=refusal.status,
        content_type="application/problem+json",
    )
    if refusal.status == 429 and "retry_after" in refusal.extra:
        response["Retry-After"] = str(refusal.extra["retry_after"])
    return response


def _as_answered(value: Any) -> Any:
    """A member inside a shown row, as answers name one; anything else as text."""
    if isinstance(value, Row) and hasattr(value, "name"):
        return {"id": str(value.pk), "name": value.name}
    return str(value)


def _path(where: Sequence[Any]) -> str:
    """The field's own name: ninja puts the place (body, query) and the argument's name before it."""
    place, *steps = map(str, where)
    if place in ("body", "form", "file") and len(steps) > 1:
        steps = steps[1:]
    return ".".join(steps)


def _shown(request: HttpRequest, value: Any) -> Any:
    """A row in a refusal is shown as the API shows it."""
    if isinstance(value, Row) and hasattr(request, "member_scope"):
        return kinds.kind_named(value.KIND).show(value, request.member_scope)
    return value


def answer_refusals(api: NinjaAPI) -> None:
    """Teach the API every kind of no."""

    @api.exception_handler(Refusal)
    def refused(request: HttpRequest, error: Refusal) -> HttpResponse:
        return problem(request, error)

    @api.exception_handler(AuthenticationError)
    def unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return problem(request, SignInFirst())

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(request, NotFound())

    @api.exception_handler(RequestDataTooBig)
    def too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
        return problem(
            request, Refusal("input.too_large", "That is more than one request may carry.", status=413)
        )

    @api.exception_handler(ValidationError)
    def invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [{"path": _path(item["loc"]), "message": item["msg"]} for item in error.errors]
        if any(item["loc"][0] == "path" for item in error.errors):
            return problem(request, NotFound())
        named = ", ".join(f"{field['path']}: {field['message']}" for field in fields[:3])
        return problem(request, Refusal("input.invalid", f"Nothing was changed. {named}", fields=fields))

    @api.exception_handler(HttpError)
    def http(request: HttpRequest, error: HttpError) -> HttpResponse:
        return problem(request, Refusal("request.refused", str(error), status=error.status_code))

    @api.exception_handler(Exception)
    def broken(request: HttpRequest, error: Exception) -> HttpResponse:
        log.exception("broken", error=type(error).__name__)
        return problem(
            request,
            Refusal(
                "server.broken", "Something broke on our side. Nothing was saved; try again.", status=500
            ),
        )
