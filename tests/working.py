"""The job queue in tests: done in the test's own thread, until nothing waits any more."""

from __future__ import annotations

from northline.core.jobs import Worker


def work() -> None:
    """Do all that is in the queue, and all that this puts there."""
    worker = Worker()
    while worker.work_once():
        pass
