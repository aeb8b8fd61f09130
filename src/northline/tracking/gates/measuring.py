"""What the data say of a project, for the criteria that are measured. Six queries, and those of the plan's check."""

from __future__ import annotations

from collections.abc import Collection

from northline.core.refusal import Refusal
from northline.delivery.models import Charter, Project
from northline.delivery.totals import plan_totals
from northline.scheduling.linting import findings_of
from northline.scheduling.models import Baseline, SavedForecast
from northline.tracking.gates.rules import Measured
from northline.tracking.raid.models import Issue

SEVERE = (Issue.Severity.CRITICAL, Issue.Severity.HIGH)


def measured(project: Project, measures: Collection[str]) -> Measured:
    """The measures asked for of a project that is already allowed; the check of the plan only where it is one of them."""
    totals = plan_totals([project.pk])[project.pk]
    issues = Issue.objects.filter(project=project, archived_at=None, severity__in=SEVERE)
    charters = Charter.objects.filter(project=project, state=Charter.State.ACCEPTED, archived_at=None)
    chances = SavedForecast.objects.filter(pk=project.pk).values_list("probability_on_time", flat=True)
    return Measured(
        charter_signed=charters.exists(),
        baseline_set=Baseline.objects.filter(project=project, archived_at=None).exists(),
        findings=_findings(project) if "findings" in measures else None,
        chance=chances.first(),
        severe_issues=issues.exclude(status=Issue.Status.RESOLVED).count(),
        work_done=totals.minutes_done / totals.minutes if totals.minutes else None,
    )


def _findings(project: Project) -> int | None:
    try:
        return len(findings_of(project)["findings"])
    except Refusal:
        # A plan that cannot be computed is told of where it is edited.
        return None
