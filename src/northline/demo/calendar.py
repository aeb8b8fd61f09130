"""The demo's past: what was done when, carried out in that order and dated so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Max

from northline.core import kinds
from northline.core.models import Change, Editable


@dataclass(slots=True)
class Past:
    """Deeds with the number of days they lie back. `live` carries them out, oldest first."""

    workspace_id: UUID
    now: datetime
    deeds: list[tuple[float, int, Callable[[], None]]] = field(default_factory=list)

    def ago(self, days: float, deed: Callable[[], None]) -> None:
        self.deeds.append((-days, len(self.deeds), deed))

    def live(self) -> None:
        """Carry out every deed and date its changes, and what they made, to its day.

        The spine stays in order: a later number never has an earlier time.
        """
        last = self._newest()
        for order, (days, _, deed) in enumerate(sorted(self.deeds, key=lambda found: found[:2])):
            deed()
            newest = self._newest()
            # Office hours: the deeds of a day follow each other by minutes.
            at = self.now + timedelta(days=days) - timedelta(minutes=len(self.deeds) - order)
            self._date(last, newest, at)
            last = newest

    def _date(self, after: int, until: int, at: datetime) -> None:
        found = Change.objects.filter(workspace_id=self.workspace_id, seq__gt=after, seq__lte=until)
        made: dict[str, list[UUID]] = {}
        for kind, object_id in found.values_list("object_kind", "object_id"):
            made.setdefault(kind, []).append(object_id)
        found.update(created_at=at)
        for kind, ids in made.items():
            if kind not in {known.name for known in kinds.all_kinds()}:
                continue
            model = kinds.kind_named(kind).model
            if issubclass(model, Editable):
                rows = model._default_manager.filter(pk__in=ids)
                rows.update(updated_at=at)
                rows.filter(created_at__gt=self.now - timedelta(hours=1)).update(created_at=at)

    def _newest(self) -> int:
        changes = Change.objects.filter(workspace_id=self.workspace_id)
        return changes.aggregate(newest=Max("seq"))["newest"] or 0
