"""Digests leave by the job queue: each of a stakeholder's days once, none without news nor in a member's quiet hours."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.core import jobs
from northline.core.scope import nameless
from northline.reporting.digests import rules
from northline.reporting.digests.access import whole
from northline.reporting.digests.letters import Letter, click_address, letter_of, page_address, send
from northline.reporting.digests.models import Digest, DigestIssue
from northline.reporting.leaving import given_back, taken
from northline.reporting.notifications.queries import quiet_until
from northline.strategy.stakeholders import actions as register

MOST = 500
State = DigestIssue.State


def enqueue_due() -> int:
    """Put in the queue what is due; answers how much. Any number of workers may do so at once. One query if nothing is."""
    now = timezone.now()
    due = Digest.objects.filter(next_at__lte=now, archived_at=None).order_by("next_at")
    found = list(due.values_list("pk", "next_at")[:MOST])
    return sum(_enqueue(pk, at, now) for pk, at in found if at is not None)


@transaction.atomic
def _enqueue(digest_id: UUID, due: datetime, now: datetime) -> bool:
    row = Digest.objects.select_related("stakeholder").get(pk=digest_id)
    after = rules.next_due(timezone.localtime(now), frequency=row.frequency, weekday=row.weekday)
    if not Digest.objects.filter(pk=digest_id, next_at=due).update(next_at=after):
        return False  # another worker was faster
    issue, made = DigestIssue.objects.get_or_create(
        digest=row,
        day=timezone.localtime(due).date(),
        defaults={"workspace_id": row.workspace_id, "since": since_of(row, due=due)},
    )
    if made:
        quiet = quiet_until(row.stakeholder.member_id, now)
        by = nameless(row.workspace_id)
        jobs.enqueue("send_digest", by=by, not_before=quiet, issue=str(issue.pk))
    return made


def since_of(row: Digest, *, due: datetime) -> datetime:
    """Where the last one ended that was sent or had nothing to tell; one period back where there was none."""
    last = row.issues.filter(state__in=(State.SENT, State.QUIET)).order_by("-until").first()
    return last.until if last and last.until else rules.begins(due, frequency=row.frequency)


@jobs.handles("send_digest")
def send_digest(run: jobs.Run) -> dict[str, Any]:
    """Send one issue, unless it was handed over before: a job that is taken up again sends nothing twice."""
    issue = DigestIssue.objects.get(pk=run.job.arguments["issue"])
    if not taken(issue, run):
        return {"state": issue.state}
    row, until = whole().get(pk=issue.digest_id), timezone.now()
    if not _wanted(row) or issue.since is None:
        return _ended(issue, State.DROPPED)
    letter = letter_of(row, since=issue.since, unsubscribe=page_address(row))
    if not letter.news:
        return _ended(issue, State.QUIET, until=until)
    # Where it does not leave in any of the job's tries, the next digest tells it.
    with given_back(issue):
        send(letter, issue=issue, unsubscribe=click_address(row))
    return _told(row, issue, letter, until)


def _wanted(row: Digest) -> bool:
    put_away = (row.archived_at, row.stakeholder.archived_at, row.product.archived_at)
    return row.begun_at is not None and not any(put_away)


@transaction.atomic
def _told(row: Digest, issue: DigestIssue, letter: Letter, until: datetime) -> dict[str, Any]:
    """The mail has left: take down in the register what the stakeholder was told."""
    answer = _ended(issue, State.SENT, until=until, subject=letter.subject, news=letter.news)
    summary = f"{letter.subject} ({letter.news} {'thing' if letter.news == 1 else 'things'})"
    register.tell(
        row.stakeholder, summary=summary, channel="digest", version_id=None, by=nameless(row.workspace_id)
    )
    return answer


def _ended(issue: DigestIssue, state: State, **fields: Any) -> dict[str, Any]:
    DigestIssue.objects.filter(pk=issue.pk).update(state=state, **fields)
    return {"state": str(state)}
