"""What stands beside the plans: canvases, checklists of launches, named moments, saved views, reminders, types of work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bench.large.writer import Part, written

from northline.core.listing.models import SavedView
from northline.delivery.models import ItemType
from northline.reporting.reminders.models import Reminder
from northline.roadmap.models import (
    Initiative,
    Launch,
    LaunchDecision,
    LaunchStep,
    LaunchTemplate,
    RoadmapPolicy,
    Snapshot,
)
from northline.strategy.models import Canvas, CanvasVersion, Statement

CANVASES, BOXES = 4, ("problem", "solution", "channels", "revenue_streams")
STEPS, TYPES = 12, 40
MOMENTS, CHECKLISTS, VIEWS = 100, 20, 1_000


class Beside(Part):
    """Writes what belongs to the plans and is looked at for itself."""

    def write(self, initiatives: list[Initiative]) -> None:
        self._canvases()
        self._launches()
        self._moments()
        written(self._reminders(initiatives))
        written(self._types())

    def _canvases(self) -> None:
        templates = Canvas.Template.values
        canvases = written(
            Canvas(
                workspace=self.workspace, product=self.products[n % len(self.products)], key=f"CAN-{n}",
                title=self.writer.text(3), template=templates[n % len(templates)],
            )
            for n in range(CANVASES * len(self.products))
        )  # fmt: skip
        written(
            CanvasVersion(workspace=self.workspace, canvas=row, number=n, boxes={})
            for row in canvases
            for n in (1, 2)
        )
        written(
            Statement(
                workspace=self.workspace, canvas=row, product_id=row.product_id, key=f"ST-{number}-{n}",
                title=self.writer.text(8), box=self.chance.choice(BOXES), nature=self.chance.choice(Statement.Nature.values),
                created_at=self.writer.some_time(),
            )
            for number, row in enumerate(canvases)
            for n in range(max(self.size.insights // 1_000, 4))
        )  # fmt: skip

    def _launches(self) -> None:
        launches = list(Launch.objects.filter(workspace=self.workspace).order_by("pk"))
        written(
            LaunchStep(
                workspace=self.workspace, product_id=row.product_id, launch=row, key=f"LCS-{number}-{n}",
                title=self.writer.text(4), offset_days=n * 7 - 56, owner=self.chance.choice(self.members),
                done_on=row.day if n % 2 else None,
            )
            for number, row in enumerate(launches)
            for n in range(STEPS)
        )  # fmt: skip
        written(
            LaunchDecision(
                workspace=self.workspace, launch=row, verdict="go", open_steps=2, by=self.members[0]
            )
            for row in launches[::2]
        )

    def _moments(self) -> None:
        """What a roadmap was and is checked against, and what launches start from."""
        written(
            Snapshot(
                workspace=self.workspace, product=product, key=f"SNAP-{number}-{n}", title=self.writer.text(3), seq=n,
                created_at=self.writer.some_time(),
            )
            for number, product in enumerate(self.products)
            for n in range(MOMENTS)
        )  # fmt: skip
        written(
            LaunchTemplate(
                workspace=self.workspace, product=product, key=f"LCT-{number}-{n}", title=self.writer.text(3),
                steps=[{"title": self.writer.text(4), "offset_days": -step} for step in range(STEPS)],
            )
            for number, product in enumerate(self.products)
            for n in range(CHECKLISTS)
        )  # fmt: skip
        written(
            RoadmapPolicy(workspace=self.workspace, product=product, key=f"RMP-{number}", title=product.title)
            for number, product in enumerate(self.products)
        )
        written(
            SavedView(
                workspace=self.workspace, key=f"VIEW-{n}", title=self.writer.text(3), object_kind="insight",
                product_id=self.products[n % len(self.products)].pk, owner=self.members[n % len(self.members)],
                shared=n % 3 > 0,
            )
            for n in range(VIEWS)
        )  # fmt: skip

    def _reminders(self, initiatives: list[Initiative]) -> Iterator[Reminder]:
        for n, row in enumerate(initiatives):
            yield Reminder(
                workspace=self.workspace, member=self.members[n % len(self.members)], object_kind=row.KIND, object_id=row.pk,
                at=self.writer.some_time() + timedelta(days=450), note=self.writer.text(5),
            )  # fmt: skip

    def _types(self) -> Iterator[ItemType]:
        for n in range(TYPES):
            yield ItemType(
                workspace=self.workspace, key=f"ITYPE-{n}", title=f"Type {n}", position=n,
                colour=self.chance.choice(ItemType.Colour.values),
            )  # fmt: skip
