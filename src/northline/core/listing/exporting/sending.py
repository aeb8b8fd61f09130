"""A file sent piece by piece, under ASGI and under WSGI."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import IO

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

PIECE = 64 * 1024


def sent(request: HttpRequest, file: IO[bytes], *, name: str, content_type: str) -> HttpResponseBase:
    """The answer that downloads the file as `name`, and closes it."""
    start = file.read(PIECE)
    response = _streamed(request, start, file) if len(start) == PIECE else _whole(start, file)
    response["Content-Type"] = content_type
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _whole(content: bytes, file: IO[bytes]) -> HttpResponseBase:
    file.close()
    return HttpResponse(content)


def _streamed(request: HttpRequest, start: bytes, file: IO[bytes]) -> HttpResponseBase:
    # Under ASGI Django would gather the pieces of a plain iterator in memory first.
    return StreamingHttpResponse(
        _later(start, file) if isinstance(request, ASGIRequest) else _now(start, file)
    )


def _now(start: bytes, file: IO[bytes]) -> Iterator[bytes]:
    yield start
    with file:
        while piece := file.read(PIECE):
            yield piece


async def _later(start: bytes, file: IO[bytes]) -> AsyncIterator[bytes]:
    yield start
    try:
        while piece := await sync_to_async(file.read)(PIECE):
            yield piece
    finally:
        file.close()
