"""Which of a ranked list there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the line runs: so many days of capacity, or so many items; None: no line."""

    days: float | None = None
    count: int | None = None

    @property
    def is_drawn(self) -> bool:
        return self.days is not None or self.count is not None


NO_LINE = Cut()


def above(ranked: Sequence[UUID], *, days: Mapping[UUID, float], cut: Cut) -> list[UUID]:
    """Those above the line: taken from the top until the next one no longer fits.

    What lies below is not filled up with smaller pieces: a line that skips is no ranking. What has no days takes none.
    """
    taken: list[UUID] = []
    spent = 0.0
    for subject in ranked:
        spent += days.get(subject, 0.0)
        if (cut.days is not None and spent > cut.days) or (cut.count is not None and len(taken) >= cut.count):
            break
        taken.append(subject)
    return taken


def stranded(taken: Iterable[UUID], *, waits_for: Mapping[UUID, Iterable[UUID]]) -> dict[UUID, list[UUID]]:
    """Those above the line whose predecessor lies below it, with those predecessors."""
    inside = set(taken)
    found = {
        subject: [before for before in waits_for.get(subject, ()) if before not in inside]
        for subject in inside
    }
    return {subject: missing for subject, missing in found.items() if missing}


@dataclass(frozen=True, slots=True)
class Cost:
    """What falls below the line when one item is put first, and what of the score goes with it."""

    falls: list[UUID]
    gained: float
    lost: float


def cost_of_yes(
    ranked: Sequence[UUID],
    subject: UUID,
    *,
    days: Mapping[UUID, float],
    scores: Mapping[UUID, float],
    cut: Cut,
) -> Cost:
    """What saying yes to `subject` costs: it is put above everything, and the line is drawn anew."""
    before = above(ranked, days=days, cut=cut)
    after = set(above([subject, *(each for each in ranked if each != subject)], days=days, cut=cut))
    falls = [each for each in before if each not in after]
    gained = scores.get(subject, 0.0) if subject in after and subject not in before else 0.0
    return Cost(falls=falls, gained=gained, lost=sum(scores.get(each, 0.0) for each in falls))
