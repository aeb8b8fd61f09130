"""Uploads stop at the limit while they arrive, are kept for this account alone, and are read in a process apart."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import StopUpload, TemporaryFileUploadHandler

from northline.core import sandbox
from northline.core.refusal import Refusal


class BoundedUploadHandler(TemporaryFileUploadHandler):
    """Writes the upload to a temporary file and cuts it off at UPLOAD_LIMIT bytes."""

    _received = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._received += len(raw_data)
        if self._received > settings.UPLOAD_LIMIT:
            self.request.upload_cut = True  # type: ignore[union-attr]
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)


def folder() -> Path:
    """Where uploads are kept, for this account alone."""
    found = Path(settings.HOME) / "uploads"
    found.mkdir(parents=True, exist_ok=True, mode=0o700)
    return found


def answer_of(name: str) -> Path:
    """Where what was read from an upload is kept."""
    return folder() / f"{name}.json"


def checked(file: UploadedFile[bytes] | None, *, cut: bool, holds: str) -> UploadedFile[bytes]:
    """The upload, unless it is missing or too large; `cut` where its rest was not even taken.

    Raises Refusal `upload.too_large` (413) or `upload.missing`, which says what the file holds.
    """
    if cut or (file is not None and (file.size or 0) > settings.UPLOAD_LIMIT):
        most = settings.UPLOAD_LIMIT // sandbox.MEBIBYTE
        raise Refusal(
            "upload.too_large", f"The file is larger than {most} MiB. Nothing was kept.", status=413
        )
    if file is None:
        raise Refusal("upload.missing", f"Send the {holds} in the field “file”.")
    return file


def keep(file: UploadedFile[bytes]) -> str:
    """Keep the upload; answers the name by which it is found."""
    name = secrets.token_hex(16)
    with (folder() / name).open("xb") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
    return name


def forget(name: str) -> None:
    """Remove an upload and what was read from it."""
    for path in (folder() / name, answer_of(name)):
        with suppress(FileNotFoundError):
            path.unlink()


def read_aside(name: str, *, by: str, heavy: Refusal, tick: Callable[[], None]) -> dict[str, Any]:
    """What the module `by` reads from the upload, in a process of its own. Raises Refusal."""
    source, into = folder() / name, answer_of(name)
    if not source.exists():
        raise Refusal("upload.gone", "The file is no longer there. Upload it again.")
    try:
        sandbox.run(by, str(settings.UPLOAD_LIMIT), source=source, into=into, tick=tick)
        answer: dict[str, Any] = orjson.loads(into.read_bytes())
    except (sandbox.Overrun, orjson.JSONDecodeError) as error:
        raise heavy from error
    if "refused" in answer:
        raise Refusal(answer["refused"]["code"], answer["refused"]["detail"])
    return answer
