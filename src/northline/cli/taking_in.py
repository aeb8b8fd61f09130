"""What `northline import` does with a file, be it a plan or an export: it is taken in as an upload is, and its jobs are seen to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from northline.cli import refuse

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from northline.delivery.models import Import
    from northline.research.imports.models import ResearchImport

    Taken = TypeVar("Taken", Import, ResearchImport)


@contextmanager
def upload_of(file: Path) -> Iterator[UploadedFile[bytes]]:
    """The file as a browser would send it."""
    from django.core.files.uploadedfile import UploadedFile

    if not file.is_file():
        refuse(f"{file}: there is no such file.")
    with file.open("rb") as held:
        yield UploadedFile(held, name=file.name, size=file.stat().st_size)


def seen_to(row: Taken, *, wanted: str) -> Taken:
    """The import once its job is through; refuses with why it did not come so far, and forgets it."""
    from northline.core import uploads
    from northline.core.jobs import Worker

    assert row.job is not None
    job = Worker().see_to(row.job)
    rows = type(row)._default_manager.select_related("job", "by")
    found = rows.filter(pk=row.pk).first()
    if found is None or found.state != wanted:
        uploads.forget(row.file)
        rows.filter(pk=row.pk).delete()
        why = (
            (found and found.refusal) or job.refusal or {"detail": "It was stopped.", "code": "job.cancelled"}
        )
        refuse(f"{why['detail']} ({why['code']})")
    return found
