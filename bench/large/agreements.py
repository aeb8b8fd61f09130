"""What projects agreed on: a charter of each, amendments of some, and the calendars that plans are worked by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bench.large.writer import Part, body, written
from django.utils import timezone

from northline.delivery.amendments.models import Amendment
from northline.delivery.models import Charter, PlanCalendar, Project
from northline.roadmap.models import Initiative

CALENDARS, COUNTRIES = 50, ("DE", "FR", "NO", "")
# One charter of so many signed ones has an amendment: a tenth of all, four fifths being signed.
OF_SIGNED = 8


class Agreements(Part):
    """Writes charters, their amendments and calendars."""

    def write(self, initiatives: list[Initiative]) -> None:
        projects = list(Project.objects.filter(workspace=self.workspace).order_by("pk"))
        charters = written(self._charters(projects, initiatives))
        written(self._amendments([row for row in charters if row.state == Charter.State.ACCEPTED]))
        written(self._calendars(projects))

    def _charters(self, projects: list[Project], initiatives: list[Initiative]) -> Iterator[Charter]:
        for n, (project, initiative) in enumerate(zip(projects, initiatives, strict=False)):
            at, answered = self.writer.at(n, of=len(projects)), n % 5 > 0
            yield Charter(
                workspace=self.workspace, project=project, initiative=initiative, key=f"CHA-{n}", title=initiative.title,
                state=Charter.State.ACCEPTED if answered else Charter.State.PROPOSED, scope=body(self.writer.text(60)),
                deadline=self.writer.today + timedelta(days=self.chance.randrange(400)),
                success_criteria=[self.writer.text(6) for _ in range(3)],
                proposed_by=self.chance.choice(self.members), project_manager=self.chance.choice(self.members),
                accepted_by=self.members[0] if answered else None, accepted_at=at if answered else None,
                created_at=at, updated_at=at,
            )  # fmt: skip

    def _amendments(self, charters: list[Charter]) -> Iterator[Amendment]:
        for n, charter in enumerate(charters[::OF_SIGNED]):
            agreed = n % 2 == 0
            later = self.writer.today + timedelta(days=500)
            yield Amendment(
                workspace=self.workspace, charter=charter, key=f"AMD-{n}", title=f"Amendment of {charter.title}"[:300],
                state=Amendment.State.AGREED if agreed else Amendment.State.PROPOSED, reason=self.writer.text(12),
                terms={"deadline": later.isoformat()}, was={"deadline": str(charter.deadline)},
                proposed_by=self.members[0], product_by=self.members[0], product_at=timezone.now(),
                project_by=self.members[1] if agreed else None, project_at=timezone.now() if agreed else None,
            )  # fmt: skip

    def _calendars(self, projects: list[Project]) -> Iterator[PlanCalendar]:
        for n in range(CALENDARS):
            day = self.writer.today + timedelta(days=n)
            yield PlanCalendar(
                workspace=self.workspace, project=projects[n % len(projects)] if n % 5 else None, key=f"CAL-{n}",
                title=self.writer.text(2), country=COUNTRIES[n % len(COUNTRIES)],
                exceptions=[
                    {
                        "first": (day + timedelta(days=30 * one)).isoformat(),
                        "last": (day + timedelta(days=30 * one + 2)).isoformat(),
                        "intervals": [],
                        "name": self.writer.text(2),
                        "rule": "",
                    }
                    for one in range(8)
                ],
            )  # fmt: skip
