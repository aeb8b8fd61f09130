"""A status report of the cold chain project of two weeks ago, and the draft of the next one."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from northline.delivery.models import Project, WorkItem
from northline.demo.making import Making
from northline.reporting.status import actions
from northline.reporting.status.models import StatusReport

if TYPE_CHECKING:
    from collections.abc import Iterator

AGO = 14
SAID = {
    "id": None,
    "section": "summary",
    "text": "The first container crossed the Baltic with its cold chain on record from door to door.",
}
REWRITTEN = (
    "Gdansk decides the date: once the sensors are on the quay, the rest is three weeks of known work."
)


def remember(making: Making) -> None:
    making.past.ago(AGO, lambda: _publish(making))
    making.past.ago(0.2, lambda: _draft(making))


def _publish(making: Making) -> None:
    by, at = making.by("marek"), timezone.localtime(making.past.now - timedelta(days=AGO))
    project = making.project()
    with _as_it_stood(project, since=at):
        row = actions.draft_report(project, at=at, by=by)
    said = [_kept(one) for one in row.sentences] + [SAID]
    row = actions.revise_report(row, expected=row.version, fields={"sentences": said}, by=by)
    row = actions.publish(row, expected=row.version, by=by)
    told = {
        name: [
            one | {"evidence": [_known_by(at, each) for each in one["evidence"]]}
            for one in getattr(row, name)
        ]
        for name in ("sentences", "reasons")
    }
    StatusReport.objects.filter(pk=row.pk).update(published_at=at, **told)


@contextmanager
def _as_it_stood(project: Project, *, since: datetime) -> Iterator[None]:
    """The plan while what was finished since is half done. Its dates stay: to compute them anew takes seconds."""
    done = WorkItem.objects.filter(project=project, actual_finish__gte=f"{since:%Y-%m-%dT00:00}")
    was = dict(done.values_list("pk", "actual_finish"))
    done.update(percent_complete=50, actual_finish=None)
    yield
    for item_id, finish in was.items():
        WorkItem.objects.filter(pk=item_id).update(percent_complete=100, actual_finish=finish)


def _draft(making: Making) -> None:
    by = making.by("marek")
    row = actions.draft_report(making.project(), by=by)
    said = [_kept(one) for one in row.sentences]
    said[0] |= {"text": REWRITTEN}
    actions.revise_report(row, expected=row.version, fields={"sentences": said}, by=by)


def _known_by(at: datetime, evidence: dict[str, Any]) -> dict[str, Any]:
    """Nobody then knew what was written later."""
    return evidence | {"known_at": min(evidence["known_at"], at.isoformat())}


def _kept(one: dict[str, Any]) -> dict[str, Any]:
    return {name: one[name] for name in ("id", "section", "text")}
