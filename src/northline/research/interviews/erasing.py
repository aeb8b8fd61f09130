"""Erase what is personal in interviews: at the end of their time by a job, or at once when consent is withdrawn."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from northline.core import changes, editing, jobs
from northline.core.models import Change, Job
from northline.core.refusal import Conflict
from northline.core.richtext import EMPTY
from northline.core.scope import Scope, nameless
from northline.research.interviews.actions import policy_of
from northline.research.models import Highlight, Insight, Interview, ResearchPolicy

ERASE = "erase_interviews"
_WORDS = frozenset({"body", "words"})
_QUOTES = frozenset({"quote"})


@transaction.atomic
def erase(insight: Insight, *, expected: int, by: Scope, reason: str = "") -> Insight:
    """Erase the personal parts of an interview, here and in the past of the insight, as the policy says. For good.

    What the participant agreed to be quoted with stays. Raises Stale, or Conflict `interview.none` or
    `interview.erased`.
    """
    row = Interview.objects.select_for_update().filter(insight=insight).first()
    if row is None:
        raise Conflict("interview.none", f"Nobody is named in {insight.key}. Nothing was changed.")
    if row.erased_at is not None:
        raise Conflict("interview.erased", f"{insight.key} was erased already. Nothing was changed.")
    with_words = policy_of(insight.workspace_id).erases == ResearchPolicy.Erases.WORDS
    fields = {"body": EMPTY, "words": ""} if with_words else {}
    editing.swap(insight, expected=expected, fields=fields)
    Interview.objects.filter(pk=row.pk).update(
        participant="", erased_at=timezone.now(), version=F("version") + 1
    )
    if with_words:
        _forget(insight, keep_quotes=row.consent != Interview.Consent.INTERNAL)
    erased = ["participant", *(["words"] if with_words else [])]
    changes.record(by, "erased", insight, after={"erased": erased}, reason=reason)
    return insight


def enqueue_due() -> int:
    """Put in the queue what is to be erased, one job a workspace; answers how many. One query if nothing is."""
    at_work = Job.objects.filter(name=ERASE, state__in=(Job.State.QUEUED, Job.State.RUNNING))
    due = _due().exclude(workspace__in=at_work.values("workspace"))
    workspaces = set(due.values_list("workspace_id", flat=True))
    for workspace_id in workspaces:
        # Two workers at once enqueue two jobs, of which the second finds nothing to do.
        with transaction.atomic():
            jobs.enqueue(ERASE, by=nameless(workspace_id))
    return len(workspaces)


@jobs.handles(ERASE)
def erase_due(run: jobs.Run) -> dict[str, Any]:
    """Erase every interview of the workspace whose time is over, each in a transaction of its own."""
    by = nameless(run.job.workspace_id)
    due = list(_due().filter(workspace_id=run.job.workspace_id).values_list("insight_id", flat=True))
    for done, insight_id in enumerate(due):
        run.report(done, of=len(due), unit=jobs.Unit.INTERVIEWS)
        with transaction.atomic():
            run.hold()
            row = Insight.objects.select_for_update().get(pk=insight_id)
            if _due().filter(insight_id=insight_id).exists():
                erase(row, expected=row.version, by=by, reason="The time agreed to is over.")
    return {"erased": len(due)}


def _due() -> QuerySet[Interview]:
    return Interview.objects.filter(erased_at=None, keep_until__lt=timezone.localdate())


def _forget(insight: Insight, *, keep_quotes: bool) -> None:
    """Take the words out of what the past tells and out of what was marked."""
    gone = _WORDS if keep_quotes else _WORDS | _QUOTES
    around = {"before": "", "after": ""}
    Highlight.objects.filter(insight=insight).update(**around, **({} if keep_quotes else {"quote": ""}))
    for change in Change.objects.filter(workspace_id=insight.workspace_id, object_id=insight.pk):
        told = (_without(change.before, gone), _without(change.after, gone), _undo_without(change.undo, gone))
        if told != (change.before, change.after, change.undo):
            Change.objects.filter(pk=change.pk).update(before=told[0], after=told[1], undo=told[2])


def _without(said: dict[str, Any], gone: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if name not in gone}


def _undo_without(said: dict[str, Any], gone: frozenset[str]) -> dict[str, Any]:
    """What would bring erased words back can be undone no more."""
    holds_words = not gone.isdisjoint(said.get("fields", ())) or isinstance(said.get("highlight"), dict)
    return {} if holds_words else said
