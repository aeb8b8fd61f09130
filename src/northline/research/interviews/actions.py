"""Note who took part and what they agreed to; say how long that is kept. One change each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Workspace
from northline.core import changes, undo
from northline.core.models import Change, column, plain
from northline.core.refusal import Conflict, Refusal, Stale
from northline.core.scope import Scope
from northline.research import access
from northline.research.highlights.actions import refuse_merged
from northline.research.models import Insight, Interview, ResearchPolicy

REVISE, FORGET, POLICY = "revise_interview", "forget_interview", "revise_research_policy"
# Activity is read by whoever sees the product; the name of a participant only by those who work with it.
_PRIVATE = frozenset({"participant"})


@transaction.atomic
def note_interview(
    insight: Insight, *, expected: int, fields: Mapping[str, Any], by: Scope, cause: Change | None = None
) -> Interview:
    """Say who took part in the interview behind an insight, what they agreed to, and until when that is kept.

    `expected` is the version that is changed, 0 for none yet. Without `keep_until` the workspace's own time counts,
    from the day of consent. Raises Stale, Conflict `interview.erased` or `insight.merged`, Refusal
    `interview.other_source` or `interview.over_already`.
    """
    Insight.objects.select_for_update().filter(pk=insight.pk).first()
    refuse_merged(insight)
    row = Interview.objects.filter(insight=insight).first()
    if (row.version if row else 0) != expected:
        raise Stale
    _refuse_erased(row)
    if insight.source != Insight.Source.INTERVIEW:
        raise Refusal(
            "interview.other_source",
            f"{insight.key} does not come from an interview. Set its source to interview first."
            " Nothing was changed.",
        )
    given = dict(fields)
    given["keep_until"] = given.get("keep_until") or _usual_end(insight, given, row)
    _refuse_over(given["keep_until"])
    return _write(row, insight, given, by=by, cause=cause)


@transaction.atomic
def set_policy(
    workspace: Workspace,
    *,
    expected: int,
    fields: Mapping[str, Any],
    by: Scope,
    cause: Change | None = None,
) -> ResearchPolicy:
    """Say how long interviews are kept, and what is erased then. What was noted before keeps its own day."""
    Workspace.objects.select_for_update().filter(pk=workspace.pk).first()
    row = policy_of(workspace.pk)
    is_new = row._state.adding
    if (0 if is_new else row.version) != expected:
        raise Stale
    before = {name: getattr(row, name) for name in fields}
    for name, value in fields.items():
        setattr(row, name, value)
    row.version = 1 if is_new else row.version + 1
    row.save(force_insert=is_new)
    taken_back = {"how": POLICY, "version": row.version, "fields": before}
    changes.record(by, "set_policy", row, before=before, after=dict(fields), undo=taken_back, cause=cause)
    return row


def policy_of(workspace_id: UUID) -> ResearchPolicy:
    """The workspace's policy; one that is not stored yet where nobody has chosen."""
    found = ResearchPolicy.objects.filter(workspace_id=workspace_id).first()
    return found or ResearchPolicy(workspace_id=workspace_id)


def _usual_end(insight: Insight, given: Mapping[str, Any], row: Interview | None) -> date:
    if row is not None:
        return row.keep_until
    begun = given.get("consent_on") or insight.observed_on or timezone.localdate()
    return begun + timedelta(days=policy_of(insight.workspace_id).keep_days)


def _refuse_erased(row: Interview | None) -> None:
    if row is not None and row.erased_at is not None:
        raise Conflict(
            "interview.erased",
            "The personal parts of this interview were erased; nobody can be named in it any more."
            " Note a new insight for a new interview. Nothing was changed.",
        )


def _refuse_over(keep_until: date) -> None:
    if keep_until < timezone.localdate():
        raise Refusal(
            "interview.over_already",
            f"It would be erased at once: {keep_until} is over. Name a later day, or erase it. Nothing was changed.",
        )


def _write(
    row: Interview | None,
    insight: Insight,
    given: Mapping[str, Any],
    *,
    by: Scope,
    cause: Change | None,
) -> Interview:
    is_new = row is None
    row = row or Interview(workspace_id=by.workspace_id, insight=insight, version=0)
    before = {name: plain(getattr(row, name)) for name in given}
    changed = sorted(name for name, value in given.items() if is_new or plain(value) != before[name])
    if not changed:
        return row
    for name in changed:
        setattr(row, name, given[name])
    row.version += 1
    row.save(force_insert=is_new)
    told = [name for name in changed if name not in _PRIVATE]
    changes.record(
        by,
        "noted_interview",
        insight,
        before={} if is_new else {name: before[name] for name in told},
        after={name: plain(given[name]) for name in told},
        undo=_undo_of(row, is_new, before, told=told, changed=changed),
        cause=cause,
    )
    return row


def _undo_of(
    row: Interview, is_new: bool, before: Mapping[str, Any], *, told: list[str], changed: list[str]
) -> dict[str, Any]:
    """Who was named before is kept nowhere, so that it can be erased: such a change is not undone."""
    if is_new:
        return {"how": FORGET, "version": row.version}
    fields = {name: before[name] for name in told}
    return {"how": REVISE, "version": row.version, "fields": fields} if told == changed else {}


def _undo_first_noting(change: Change, by: Scope) -> None:
    insight = access.insight(by, change.object_id, right="contribute")
    row = Interview.objects.filter(insight=insight, version=change.undo["version"], erased_at=None).first()
    if row is None:
        raise Stale
    row.delete()
    changes.record(by, "undid", insight, before=change.after, cause=change)


def _undo_noting(change: Change, by: Scope) -> None:
    insight = access.insight(by, change.object_id, right="contribute")
    fields = change.undo["fields"]
    values = {name: column(Interview, name).to_python(value) for name, value in fields.items()}
    note_interview(insight, expected=change.undo["version"], fields=values, by=by, cause=change)


def _undo_policy(change: Change, by: Scope) -> None:
    by.require("administer", change.place())
    workspace = Workspace.objects.get(pk=by.workspace_id)
    said = change.undo
    set_policy(workspace, expected=said["version"], fields=said["fields"], by=by, cause=change)


undo.register(REVISE, _undo_noting)
undo.register(FORGET, _undo_first_noting)
undo.register(POLICY, _undo_policy)
