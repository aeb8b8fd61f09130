"""How good is a plan? The fourteen points of the DCMA assessment, and rules of breakdown and logic.

`points.py` and `progress.py` judge the points, `wbs.py`, `logic.py` and `rigid.py` make findings by rule, `shares.py` and `overdue.py`
those of points that fail; `facts.py` looks things up.
"""

from datetime import datetime

from northline.engine.cpm import schedule
from northline.engine.lint.facts import Facts
from northline.engine.lint.logic import logic_findings
from northline.engine.lint.overdue import overdue_findings
from northline.engine.lint.points import first_points
from northline.engine.lint.progress import last_points
from northline.engine.lint.rigid import rigid_findings
from northline.engine.lint.shares import share_findings
from northline.engine.lint.values import Finding, Limits, LintReport, Point, Verdict
from northline.engine.lint.wbs import wbs_findings
from northline.engine.model import Project
from northline.engine.remaining import with_remaining_work
from northline.engine.result import Schedule

USUAL = Limits()


def lint(
    project: Project,
    *,
    plan: Schedule | None = None,
    status_date: datetime | None = None,
    limits: Limits = USUAL,
) -> LintReport:
    """Judge a plan. `status_date` (else the project's own) is what progress is measured against.

    The plan is judged with the dates that it has; work that is planned before the status date is a finding,
    not moved. Thresholds: DCMA-EA PAM 200.1 (2012), section 4. Raises as `schedule`.

    >>> from northline.engine import Link, Minutes, Task, standard_calendar
    >>> shed = Project(id="p", name="", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
    ...     tasks=tuple(Task(id=i, duration=Minutes(480), owner="ann") for i in "abc"), links=(Link("a", "b"),))
    >>> report = lint(shed)
    >>> [(p.code, p.count, p.population) for p in report.points if p.verdict is Verdict.FAIL]
    [('logic', 1, 3)]
    >>> [(f.code, f.tasks) for f in report.findings]
    [('logic.no_links', ('c',))]
    """
    project = with_remaining_work(project)
    facts = Facts(project, plan or schedule(project), status_date or project.status_date, limits)
    points = (*first_points(facts), *last_points(facts))
    rules = (*wbs_findings(facts), *logic_findings(facts), *rigid_findings(facts))
    return LintReport(
        points=points,
        findings=(*rules, *share_findings(facts, points, rules), *overdue_findings(facts, points)),
    )


__all__ = ["Finding", "Limits", "LintReport", "Point", "Verdict", "lint"]
