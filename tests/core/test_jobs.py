"""Jobs: taken once, finished, cancelled, tried again, and outliving the worker that held them. The clock is in the row."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from northline.core import jobs
from northline.core.api import show_job
from northline.core.jobs import BACK_OFF, LEASE, MOST_ATTEMPTS, LeaseLost, Run, Worker
from northline.core.models import Job
from northline.core.refusal import Refusal
from northline.core.scope import nameless
from tests.core.together import together


@pytest.fixture
def handle(monkeypatch):
    """Let jobs called `test` be done by this function."""
    return lambda handler: monkeypatch.setitem(jobs._HANDLERS, "test", handler)


@pytest.fixture
def job(cast, handle):
    handle(lambda run: {"said": run.job.arguments["say"]})
    return jobs.enqueue("test", by=cast.scope("carl"), say="hello")


def now_due(job):
    """Let the waiting time of a job, or the lease on it, be over."""
    past = timezone.now() - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk, state="queued").update(run_after=past)
    Job.objects.filter(pk=job.pk, state="running").update(lease_until=past)


def broken(run):
    raise RuntimeError("out of paper")


def test_a_waiting_job_is_taken_and_finished(job):
    assert Worker().work_once() is True
    job.refresh_from_db()
    assert (job.state, job.result, job.attempts) == ("done", {"said": "hello"}, 1)
    assert job.started_at <= job.finished_at
    assert Worker().work_once() is False


def test_a_job_waits_for_its_time(job):
    Job.objects.update(run_after=timezone.now() + timedelta(minutes=1))
    assert Worker().work_once() is False
    now_due(job)
    assert Worker().work_once() is True


def test_the_job_that_waits_longest_comes_first(cast, handle):
    done = []
    handle(lambda run: done.append(run.job.arguments["number"]))
    rows = [jobs.enqueue("test", by=cast.scope("carl"), number=number) for number in range(3)]
    Job.objects.filter(pk=rows[2].pk).update(run_after=timezone.now() - timedelta(minutes=1))
    while Worker().work_once():
        pass
    assert done == [2, 0, 1]


def test_what_somebody_waits_for_comes_before_the_round_of_the_day(cast, handle):
    done = []
    handle(lambda run: done.append(run.job.arguments["number"]))
    nobody = nameless(cast.acme.workspace.pk)
    for number, by in enumerate((nobody, nobody, cast.scope("carl"))):
        jobs.enqueue("test", by=by, number=number)
    while Worker().work_once():
        pass
    assert done == [2, 0, 1]


def test_a_job_of_an_action_that_failed_is_never_there(cast, handle):
    handle(broken)

    @transaction.atomic
    def fail_late() -> None:
        jobs.enqueue("test", by=cast.scope("carl"))
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_late()
    assert not Job.objects.exists()


def test_nobody_enqueues_what_nobody_handles(cast):
    with pytest.raises(AssertionError):
        jobs.enqueue("unheard of", by=cast.scope("carl"))


def test_progress_is_told_while_it_runs(job, handle):
    seen = []

    def count(run: Run) -> None:
        run.report(25, of=100, unit=jobs.Unit.ROWS, note="Counting")
        Job.objects.update(started_at=run.job.lease_until - LEASE - timedelta(seconds=10))
        seen.append(show_job(Job.objects.get()))

    handle(count)
    Worker().work_once()
    assert (seen[0]["progress"], seen[0]["total"], seen[0]["note"]) == (25, 100, "Counting")
    # A hundred of something is not a share.
    assert seen[0]["unit"] == "rows"
    assert seen[0]["eta_seconds"] == 30


def test_a_waiting_job_is_cancelled_at_once(cast, job):
    answer = cast.client("carl").delete(f"/api/jobs/{job.pk}")
    assert (answer.status_code, answer.json()["state"]) == (200, "cancelled")
    assert Worker().work_once() is False


def test_a_running_job_is_cancelled_at_its_next_report(job, handle):
    steps = []

    def count(run: Run) -> None:
        for step in range(3):
            run.report(step, of=3)
            steps.append(step)
            jobs.cancel(Job.objects.get())

    handle(count)
    Worker().work_once()
    job.refresh_from_db()
    assert (steps, job.state, job.result) == ([0], "cancelled", {})


def test_a_cancelled_job_writes_no_effects(job, handle):
    def write(run: Run) -> None:
        jobs.cancel(Job.objects.get())
        with transaction.atomic():
            run.hold()
            pytest.fail("the effects were written")

    handle(write)
    Worker().work_once()
    job.refresh_from_db()
    assert job.state == "cancelled"


def test_a_job_cancelled_while_its_worker_was_dead_is_not_run_again(job, handle):
    Worker()._take()
    jobs.cancel(job)
    now_due(job)
    handle(lambda run: pytest.fail("it ran"))
    Worker().work_once()
    job.refresh_from_db()
    assert job.state == "cancelled"


def test_a_finished_job_is_not_cancelled(cast, job):
    Worker().work_once()
    assert cast.client("carl").delete(f"/api/jobs/{job.pk}").json()["state"] == "done"


def test_a_job_that_breaks_is_tried_again_each_time_later(job, handle):
    handle(broken)
    for attempt in range(1, MOST_ATTEMPTS):
        before = timezone.now()
        assert Worker().work_once() is True
        job.refresh_from_db()
        wait = job.run_after - before
        assert (job.state, job.attempts) == ("queued", attempt)
        assert BACK_OFF * 2 ** (attempt - 1) <= wait < BACK_OFF * 2 ** (attempt - 1) + timedelta(seconds=5)
        assert Worker().work_once() is False
        now_due(job)
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.refusal["code"]) == ("failed", "job.broke")
    assert "out of paper" not in str(job.refusal)
    assert job.finished_at


def test_a_job_that_broke_once_may_succeed(job, handle):
    handle(broken)
    Worker().work_once()
    handle(lambda run: {"at": "last"})
    now_due(job)
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.result, job.attempts) == ("done", {"at": "last"}, 2)


def test_a_refusal_is_told_and_not_tried_again(job, handle):
    def refuse(run: Run) -> None:
        raise Refusal("plan.unreadable", "That is no plan.", line=3)

    handle(refuse)
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("failed", 1)
    assert job.refusal == {"code": "plan.unreadable", "detail": "That is no plan.", "line": 3}


def test_a_killed_workers_job_is_taken_up_when_the_lease_is_over_and_not_before(job):
    killed, other = Worker(), Worker()
    assert killed._take().pk == job.pk
    assert other.work_once() is False
    now_due(job)
    assert other.work_once() is True
    job.refresh_from_db()
    assert (job.state, job.attempts, job.lease_by) == ("done", 2, other.name)


def test_a_worker_that_lost_its_lease_keeps_nothing_of_what_it_did(job, handle):
    slow, other = Worker(), Worker()
    run = Run(job=slow._take(), worker=slow.name)
    now_due(job)
    assert other._take().pk == job.pk
    with pytest.raises(LeaseLost):
        run.report(1, of=2)
    with pytest.raises(LeaseLost), transaction.atomic():
        run.hold()
    with pytest.raises(LeaseLost):
        run.finish({"said": "too late"})
    slow._again(run)
    slow._close(run, state="failed")
    job.refresh_from_db()
    assert (job.state, job.lease_by, job.result, job.progress) == ("running", other.name, {}, 0)


def test_a_worker_told_in_its_handler_that_the_lease_is_lost_lets_go(job, handle):
    other = Worker()

    def slow(run: Run) -> None:
        now_due(job)
        assert other._take()
        run.report(1, of=2)

    handle(slow)
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.lease_by) == ("running", other.name)


def test_a_job_that_kills_every_worker_is_given_up(job, handle):
    for _ in range(MOST_ATTEMPTS):
        assert Worker()._take()
        now_due(job)
    handle(lambda run: pytest.fail("it ran"))
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.refusal["code"]) == ("failed", "job.gave_up")


def test_a_job_finished_with_its_effects_is_finished_once(job, handle):
    def write(run: Run) -> dict[str, str]:
        with transaction.atomic():
            run.hold()
            run.finish({"said": "inside"})
        return {"said": "after"}

    handle(write)
    Worker().work_once()
    job.refresh_from_db()
    assert (job.state, job.result) == ("done", {"said": "inside"})


def test_a_heartbeat_renews_the_lease_of_ones_own_job_only(lasting_cast, handle):
    class TwoBeats:
        beats = 0

        def wait(self, seconds: float) -> bool:
            self.beats += 1
            return self.beats > 2

    handle(broken)
    job = jobs.enqueue("test", by=lasting_cast.scope("carl"))
    mine, other = Worker(), Worker()
    mine._take()
    past = timezone.now() - timedelta(seconds=1)
    for worker, renewed in ((other, False), (mine, True)):
        Job.objects.update(lease_until=past)
        worker._beat(job.pk, TwoBeats())
        assert (Job.objects.get().lease_until > past) is renewed


def test_many_workers_do_each_job_once(lasting_cast, handle):
    done = []
    handle(lambda run: done.append(run.job.pk))
    rows = [jobs.enqueue("test", by=lasting_cast.scope("carl")) for _ in range(12)]

    def go() -> None:
        worker = Worker()
        while worker.work_once():
            pass

    assert together(go, go, go, go) == [None] * 4
    assert sorted(done) == sorted(row.pk for row in rows)
    assert set(Job.objects.values_list("state", "attempts")) == {("done", 1)}


@pytest.mark.parametrize("name", ["ada", "vera", "nora"])
def test_a_job_belongs_to_who_started_it(cast, job, name):
    browser = cast.client(name)
    assert browser.get(f"/api/jobs/{job.pk}").status_code == 404
    assert browser.delete(f"/api/jobs/{job.pk}").status_code == 404
    assert browser.get("/api/jobs").json() == []


def test_ones_own_jobs_are_listed_newest_first(cast, job):
    newer = jobs.enqueue("test", by=cast.scope("carl"), say="again")
    carl = cast.client("carl")
    assert [row["id"] for row in carl.get("/api/jobs").json()] == [str(newer.pk), str(job.pk)]
    assert carl.get(f"/api/jobs/{job.pk}").json()["state"] == "queued"
