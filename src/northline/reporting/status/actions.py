"""The verbs of status reports: draft, redraft, edit, put away, publish."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from northline.core import changes, editing
from northline.core.refusal import Conflict, Refusal
from northline.core.scope import Scope
from northline.core.wording import exactly
from northline.delivery.access import refuse_archived
from northline.delivery.models import Project
from northline.reporting.status import rules, sentences, wording
from northline.reporting.status.access import draft, last_published, refuse_published
from northline.reporting.status.comparing import compared, figures_of
from northline.reporting.status.models import StatusReport
from northline.reporting.status.reading import facts_of, now_here
from northline.reporting.status.values import Reason

# Where there was no report yet, news are what happened in so many days.
FIRST = timedelta(days=14)
State = StatusReport.State


def draft_report(project: Project, *, at: datetime | None = None, by: Scope) -> StatusReport:
    """Write a report of the project from what its data say, as of now or of the time `at`.

    Raises Conflict `project.archived`, `status_report.drafted`.
    """
    refuse_archived(project)
    _refuse_second_draft(project)
    found = _found(project, last_published(project), at or now_here())
    title = f"Status of {project.title}, {exactly(found['as_of'].date())}"[:300]
    row = StatusReport(
        workspace_id=by.workspace_id, project=project, title=title, drafted_by_id=by.member_id, **found
    )
    try:
        return editing.create(row, prefix=StatusReport.PREFIX, by=by, verb="drafted")
    except IntegrityError:
        # Somebody was faster; the table holds one draft.
        _refuse_second_draft(project)
        raise


def _refuse_second_draft(project: Project) -> None:
    rows = StatusReport.objects.filter(project=project, state=State.DRAFT, archived_at=None)
    there = rows.first()
    if there is not None:
        raise Conflict(
            "status_report.drafted",
            f"{there.key} is drafted already. Publish it or put it away before you draft another.",
            id=str(there.pk),
        )


def _found(project: Project, previous: StatusReport | None, now: datetime) -> dict[str, Any]:
    """What the data say, as a draft holds it."""
    facts, version = facts_of(project, now=now)
    figures = figures_of(facts)
    changed = compared(previous.figures, figures) if previous else None
    since = previous.as_of if previous else facts.now - FIRST
    state, reasons = rules.proposed(facts)
    told = wording.drafted(facts, timezone.localtime(since).date(), changed)
    return {
        "previous": previous,
        "as_of": facts.now,
        "plan_version": version,
        "proposed": state,
        "reasons": [_kept_reason(one) for one in reasons],
        "figures": figures,
        "sentences": [sentences.kept(one) for one in told],
    }


def _kept_reason(one: Reason) -> dict[str, Any]:
    evidence = [sentences.shown_evidence(each) for each in one.evidence]
    return {"code": one.code, "state": one.state, "text": one.text, "evidence": evidence}


@transaction.atomic
def redraft(row: StatusReport, *, expected: int, by: Scope) -> StatusReport:
    """Read the data again; what people wrote, removed and said of the health stays.

    Raises Conflict `status_report.published`.
    """
    row = draft(by, row.pk)
    found = _found(row.project, row.previous, now_here())
    found["sentences"] = sentences.redrafted(row.sentences, found["sentences"])
    del found["previous"]
    return editing.revise(row, expected=expected, fields=found, by=by, verb="redrafted")


@transaction.atomic
def revise_report(
    row: StatusReport, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> StatusReport:
    """Rewrite a draft: its title, its sentences, or the health with a reason.

    Raises Conflict `status_report.published`, Refusal `status_report.health_needs_reason` and those of
    `sentences.edited`.
    """
    row, values = draft(by, row.pk), dict(fields)
    if "sentences" in values:
        values["sentences"] = sentences.edited(row.sentences, values["sentences"])
    if values.get("health") == "":
        values["health_reason"] = ""
    if (values.get("health", row.health)) and not values.get("health_reason", row.health_reason):
        raise Refusal(
            "status_report.health_needs_reason",
            "Say why the health is not what the data propose. Nothing was changed.",
        )
    return editing.revise(row, expected=expected, fields=values, by=by, reason=reason)


@transaction.atomic
def publish(row: StatusReport, *, expected: int, by: Scope) -> StatusReport:
    """Publish a draft for good; what readers have read is not undone, a later report supersedes it.

    Raises Conflict `status_report.published`, `status_report.put_away`, Refusal `status_report.says_nothing`.
    """
    row = draft(by, row.pk)
    if row.archived_at is not None:
        raise Conflict("status_report.put_away", f"{row.key} was put away. Restore it before you publish it.")
    told = sentences.published(row.sentences)
    if not told:
        raise Refusal(
            "status_report.says_nothing",
            "A report without a sentence tells nobody anything. Write one first.",
        )
    values = {
        "state": State.PUBLISHED,
        "published_at": timezone.now(),
        "published_by_id": by.member_id,
        "sentences": told,
    }
    editing.swap(row, expected=expected, fields=values)
    changes.record(by, "published", row, after={"health": row.said})
    return row


@transaction.atomic
def put_away(row: StatusReport, *, expected: int, by: Scope, reason: str = "") -> StatusReport:
    """Drop a draft; it can be taken up again while there is no other. Raises Conflict `status_report.published`."""
    refuse_published(row)
    return editing.archive(row, expected=expected, by=by, reason=reason)


@transaction.atomic
def take_up(row: StatusReport, *, expected: int, by: Scope, reason: str = "") -> StatusReport:
    """Restore a draft. Raises Conflict `status_report.drafted` where there is another by now."""
    _refuse_second_draft(row.project)
    return editing.restore(row, expected=expected, by=by, reason=reason)


def check_undo(row: StatusReport, values: Mapping[str, Any], by: Scope) -> None:
    """Taking back an edit is an edit. Raises Conflict `status_report.published`, `status_report.drafted`."""
    refuse_published(row)
    if "archived_at" in values:
        _refuse_second_draft(row.project)
