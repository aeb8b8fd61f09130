"""What the delivery plans say about initiatives. The area that knows plans lies above and registers its answer here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northline.core.scope import Scope
from northline.roadmap.rules.promising import Ends, chance_by


@dataclass(frozen=True, slots=True)
class Outlook:
    """A plan realises the initiative; what its simulation says, where it was simulated."""

    p50: date | None = None
    p85: date | None = None
    ends: Ends | None = None


Source = Callable[[Scope, Iterable[UUID]], Mapping[UUID, Outlook]]


def _nobody(scope: Scope, initiative_ids: Iterable[UUID]) -> Mapping[UUID, Outlook]:
    return {}


_sources: list[Source] = [_nobody]


def register(source: Source) -> None:
    """Ask `source` from now on."""
    _sources[0] = source


def outlooks(scope: Scope, initiative_ids: Iterable[UUID]) -> Mapping[UUID, Outlook]:
    """The outlook of those initiatives that some plan realises, as far as the member may read plans."""
    return _sources[0](scope, initiative_ids)


def chance_of(scope: Scope, initiative_id: UUID, *, by: date) -> float | None:
    """The chance, 0 to 1, that the initiative is finished on the day `by`; None where no plan says so."""
    found = outlooks(scope, [initiative_id]).get(initiative_id)
    return chance_by(by, found.ends) if found else None
