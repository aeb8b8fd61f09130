"""The one mechanism for work longer than a second.

A job is a row, written in the transaction that wants it. A worker takes a waiting row by compare-and-set and holds
it by a lease that a heartbeat renews; a worker that dies loses its lease and another takes the job up again, so a
handler's effects must be idempotent: it writes them in one transaction that checks the job is still its own.
"""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import structlog
from django.db import OperationalError, close_old_connections, connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from northline.core import live
from northline.core.ids import uuid7
from northline.core.models import Job
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope, nameless

log = structlog.get_logger("northline.jobs")
LEASE = timedelta(seconds=30)
HEARTBEAT = 5.0
MOST_ATTEMPTS = 5
BACK_OFF = timedelta(seconds=2)
IDLE = 1.0
ROUND = 60.0


Unit = Job.Unit


class Cancelled(Exception):
    """The person asked to stop; raised inside the handler at its next report of progress."""


class LeaseLost(Exception):
    """Another worker has the job now; whatever this one did must not be kept."""


Handler = Callable[["Run"], dict[str, Any] | None]
_HANDLERS: dict[str, Handler] = {}
_ROUNDS: list[Callable[[], object]] = []
_bell = threading.Event()


def handles(name: str) -> Callable[[Handler], Handler]:
    """Register the function as the handler of jobs called `name`."""

    def register(handler: Handler) -> Handler:
        _HANDLERS[name] = handler
        return handler

    return register


def rounds(look: Callable[[], object]) -> None:
    """Let every worker call the function about once a minute, to put in the queue what has become due.

    Several workers may do so at once; it must bear that.
    """
    if look not in _ROUNDS:
        _ROUNDS.append(look)


def enqueue(name: str, *, by: Scope, not_before: datetime | None = None, **arguments: Any) -> Job:
    """Put a job in the queue, as part of the transaction at hand. `arguments` must be JSON."""
    assert name in _HANDLERS, f"no handler for {name}"
    job = Job.objects.create(
        workspace_id=by.workspace_id,
        by_id=by.member_id,
        name=name,
        arguments=arguments,
        run_after=not_before or timezone.now(),
        door=by.door,
    )
    transaction.on_commit(_bell.set)
    return job


def enqueue_once(name: str, workspace_ids: Iterable[UUID]) -> int:
    """Put a job of nobody's in the queue of each of these workspaces in which none of that name waits or runs; answers how many.

    Any number of workers may do so at once. Two queries, none for no workspace.
    """
    due = set(workspace_ids)
    if due:
        live = Job.objects.filter(
            workspace__in=due, name=name, state__in=[Job.State.QUEUED, Job.State.RUNNING]
        )
        due -= set(live.values_list("workspace_id", flat=True))
    with transaction.atomic():
        for workspace_id in sorted(due):
            enqueue(name, by=nameless(workspace_id))
    return len(due)


def own_job(scope: Scope, job_id: UUID) -> Job:
    """The member's own job, or NotFound."""
    job = Job.objects.filter(workspace_id=scope.workspace_id, by_id=scope.member_id, pk=job_id).first()
    if job is None:
        raise NotFound("job")
    return job


def cancel(job: Job) -> Job:
    """Ask the job to stop: at once if it waits, at its next report of progress if it runs."""
    Job.objects.filter(pk=job.pk, state=Job.State.QUEUED).update(
        state=Job.State.CANCELLED, finished_at=timezone.now()
    )
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING).update(cancel_asked=True)
    job.refresh_from_db()
    return job


@dataclass(slots=True)
class Run:
    """What a handler gets: the job, and the way to report, to be cancelled and to commit safely."""

    job: Job
    worker: str

    def report(self, done: int, *, of: int, unit: Unit = Unit.STEPS, note: str = "") -> None:
        """Tell how far the work is, and what that counts. Raises Cancelled or LeaseLost."""
        until = timezone.now() + LEASE
        if not self._mine().update(progress=done, total=of, unit=unit, note=note, lease_until=until):
            raise LeaseLost
        self.job.refresh_from_db()
        if self.job.cancel_asked:
            raise Cancelled

    def hold(self) -> None:
        """Inside the transaction that writes the effects: lock the job, and make sure it is still ours."""
        assert connection.in_atomic_block
        if not self._mine().update(attempts=F("attempts")):
            raise LeaseLost
        self.job.refresh_from_db()
        if self.job.cancel_asked:
            raise Cancelled

    def finish(self, result: dict[str, Any] | None) -> None:
        """Mark the job done. A handler may call it inside the transaction of its effects."""
        done = self._mine().update(state=Job.State.DONE, result=result or {}, finished_at=timezone.now())
        if (
            not done
            and not Job.objects.filter(pk=self.job.pk, state=Job.State.DONE, lease_by=self.worker).exists()
        ):
            raise LeaseLost

    def _mine(self) -> Any:
        return Job.objects.filter(pk=self.job.pk, state=Job.State.RUNNING, lease_by=self.worker)


class Worker:
    """Takes jobs one after the other until told to stop. Any number may run, in any number of processes."""

    def __init__(self) -> None:
        self.name = f"{socket.gethostname()}:{os.getpid()}:{uuid7().hex[-8:]}"
        self._stop = threading.Event()
        self._next_round = 0.0

    def run(self) -> None:
        """Work until `stop`."""
        log.info("worker_ready", worker=self.name)
        while not self._stop.is_set():
            try:
                self._make_rounds()
                busy = self.work_once()
            except Exception:
                log.exception("worker_trouble", worker=self.name)
                busy = False
            if not busy:
                close_old_connections()
                _bell.wait(IDLE)
                _bell.clear()

    def stop(self) -> None:
        self._stop.set()
        _bell.set()

    def work_once(self) -> bool:
        """Take one waiting job, if there is one, and see it through."""
        job = self._take()
        if job is None:
            return False
        self._work(job)
        return True

    def see_to(self, job: Job) -> Job:
        """Do this very job, or wait until whoever took it has done it: for a command that needs what comes of it."""
        while job.state in (Job.State.QUEUED, Job.State.RUNNING):
            taken = self._take(only=job)
            if taken is not None:
                self._work(taken)
            else:
                _bell.wait(IDLE)
                _bell.clear()
            job.refresh_from_db()
        return job

    def _work(self, job: Job) -> None:
        run = Run(job=job, worker=self.name)
        beating = threading.Event()
        heart = threading.Thread(target=self._beat, args=(job.pk, beating), daemon=True)
        heart.start()
        try:
            self._see_through(run)
        finally:
            beating.set()
            heart.join()
            live.wake(job.workspace_id)

    def _make_rounds(self) -> None:
        if time.monotonic() < self._next_round:
            return
        self._next_round = time.monotonic() + ROUND
        for look in _ROUNDS:
            look()

    def _take(self, *, only: Job | None = None) -> Job | None:
        now = timezone.now()
        free = Q(state=Job.State.QUEUED, run_after__lte=now) | Q(state=Job.State.RUNNING, lease_until__lt=now)
        if only is not None:
            free &= Q(pk=only.pk)
        # What somebody waits for does not queue behind the round of the day.
        waiting = Job.objects.filter(free).annotate(routine=Q(by=None)).order_by("routine", "run_after", "pk")
        for job_id in waiting.values_list("pk", flat=True)[:10]:
            taken = Job.objects.filter(free, pk=job_id).update(
                state=Job.State.RUNNING,
                lease_by=self.name,
                lease_until=now + LEASE,
                attempts=F("attempts") + 1,
                started_at=now,
            )
            if taken:
                return Job.objects.get(pk=job_id)
        return None

    def _see_through(self, run: Run) -> None:
        job = run.job
        try:
            if job.cancel_asked:
                raise Cancelled
            if job.attempts > MOST_ATTEMPTS:
                raise Refusal(
                    "job.gave_up", f"This was tried {MOST_ATTEMPTS} times and did not come through."
                )
            run.finish(_HANDLERS[job.name](run))
        except LeaseLost:
            log.warning("lease_lost", job=str(job.pk))
        except Cancelled:
            self._close(run, state=Job.State.CANCELLED)
        except Refusal as refusal:
            told = {"code": refusal.code, "detail": refusal.message, **refusal.extra}
            self._close(run, state=Job.State.FAILED, refusal=told)
        except Exception:
            log.exception("job_broke", job=str(job.pk), name=job.name, attempt=job.attempts)
            self._again(run)

    def _again(self, run: Run) -> None:
        if run.job.attempts >= MOST_ATTEMPTS:
            told = {
                "code": "job.broke",
                "detail": "Something broke on our side. Nothing was saved; start it again.",
            }
            self._close(run, state=Job.State.FAILED, refusal=told)
            return
        wait = BACK_OFF * 2 ** (run.job.attempts - 1)
        run._mine().update(state=Job.State.QUEUED, run_after=timezone.now() + wait, lease_until=None)

    def _close(self, run: Run, **fields: Any) -> None:
        run._mine().update(finished_at=timezone.now(), **fields)

    def _beat(self, job_id: UUID, done: threading.Event) -> None:
        while not done.wait(HEARTBEAT):
            try:
                Job.objects.filter(pk=job_id, lease_by=self.name, state=Job.State.RUNNING).update(
                    lease_until=timezone.now() + LEASE
                )
            except OperationalError:
                # A busy database; the lease outlives several missed beats.
                log.warning("heartbeat_missed", job=str(job_id))
        connection.close()
