"""A worker that is killed outright loses nothing: another takes the job up, and its effect stands once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.utils import timezone

from northline.core import jobs
from northline.core.models import Job
from northline.research.models import Customer
from tests.cast import Cast

CHILD = """
import time
from northline.config.boot import boot
boot(level="ERROR")
from northline.core import jobs

@jobs.handles("tests.note_once")
def stuck(run):
    run.report(1, of=2, note="half way")
    time.sleep(600)

jobs.Worker().run()
"""


@pytest.fixture
def noting() -> object:
    """The job as it should be done: one customer, in the transaction that closes the job."""

    def handle(run: jobs.Run) -> dict[str, str]:
        from django.db import transaction

        with transaction.atomic():
            run.hold()
            key = f"CUS-{run.job.pk.hex[:8]}"
            Customer.objects.create(workspace_id=run.job.workspace_id, key=key, title="Noted by a job")
            run.finish({"key": key})
        return {"key": key}

    jobs._HANDLERS["tests.note_once"] = handle
    yield handle
    del jobs._HANDLERS["tests.note_once"]


def database_address() -> str:
    """The test database, as another process is told of it."""
    said = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{said['NAME']}"
    return f"postgresql://{said['USER']}:{said['PASSWORD']}@/{said['NAME']}?host={quote(said['HOST'])}&port={said['PORT']}"


def until(met: object, *, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not met():  # type: ignore[operator]
        assert time.monotonic() < end, "the condition was not met"
        time.sleep(0.05)


def test_a_job_of_a_killed_worker_is_taken_up_and_done_once(lasting_cast: Cast, noting: object) -> None:
    job = jobs.enqueue("tests.note_once", by=lasting_cast.scope("ada"))
    environment = os.environ | {"NORTHLINE_DATABASE": database_address(), "NORTHLINE_LOG_FORMAT": "text"}
    worker = subprocess.Popen([sys.executable, "-c", CHILD], env=environment)
    try:
        until(lambda: Job.objects.get(pk=job.pk).note == "half way")
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    # What a worker finds to do each day is another matter.
    Job.objects.exclude(pk=job.pk).delete()
    assert not jobs.Worker().work_once()  # its lease still runs
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))

    assert jobs.Worker().work_once()

    job.refresh_from_db()
    assert (job.state, job.attempts) == ("done", 2)
    assert Customer.objects.filter(title="Noted by a job").count() == 1
    assert not jobs.Worker().work_once()
