"""What a process keeps of many plans, each as long as it is in the state that it was made of."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from typing import Generic, TypeVar
from uuid import UUID

from northline.scheduling.models import SavedSchedule

T = TypeVar("T")
MOST_KEPT = 1_000


class ByPlan(Generic[T]):
    """One thing made of each plan whose dates are saved; of more than `MOST_KEPT` plans those longest unused go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[UUID, tuple[int, T]] = OrderedDict()
        self._lock = threading.Lock()

    def of(
        self, projects: Collection[UUID], make: Callable[[Collection[UUID]], Mapping[UUID, T]]
    ) -> dict[UUID, T]:
        """What is kept of these, made for all of the others at once. One query beside those of making."""
        versions = dict(SavedSchedule.objects.filter(pk__in=projects).values_list("pk", "plan_version"))
        with self._lock:
            kept = {pk: self._kept[pk] for pk in versions if pk in self._kept}
        found = {pk: thing for pk, (version, thing) in kept.items() if version == versions[pk]}
        missing = [pk for pk in projects if pk in versions and pk not in found]
        made = make(missing) if missing else {}
        with self._lock:
            for pk, thing in made.items():
                self._kept[pk] = (versions[pk], thing)
                self._kept.move_to_end(pk)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return found | dict(made)

    def forget(self) -> None:
        with self._lock:
            self._kept.clear()
