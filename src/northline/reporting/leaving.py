"""What leaves by mail leaves once, however often its job is taken up."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from northline.core import jobs
from northline.reporting.digests.models import DigestIssue
from northline.reporting.status.models import StatusMail

WAITING, HANDED_OVER = "waiting", "handed_over"
Letter = DigestIssue | StatusMail


def taken(letter: Letter, run: jobs.Run) -> bool:
    """Hand a letter over to this job; False where it was handed over before."""
    with transaction.atomic():
        run.hold()
        waiting = type(letter)._default_manager.filter(pk=letter.pk, state=WAITING)
        return bool(waiting.update(state=HANDED_OVER))


@contextmanager
def given_back(letter: Letter) -> Iterator[None]:
    """Where it did not leave it waits again, for the job's next try."""
    try:
        yield
    except Exception:
        type(letter)._default_manager.filter(pk=letter.pk).update(state=WAITING)
        raise
