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


Waits = Mapping[UUID, Iterable[UUID]]


@dataclass(frozen=True, slots=True)
class Refused:
    """The first that no longer fits: the days that it takes with what it waits for, and the days that are left."""

    subject: UUID
    waits_for: list[UUID]
    needs: float
    left: float | None


@dataclass(frozen=True, slots=True)
class Line:
    """`taken` lie above it; `pulled` are those among them that stand there because another waits for them, by that."""

    taken: list[UUID]
    pulled: dict[UUID, UUID]
    refused: Refused | None


def drawn(
    ranked: Sequence[UUID], *, days: Mapping[UUID, float], cut: Cut, waits_for: Waits | None = None
) -> Line:
    """Take from the top, each with all that it waits for, until the next one no longer fits.

    What lies below is not filled up with smaller pieces: a line that skips is no ranking. What has no days takes none.
    """
    taken: dict[UUID, None] = {}
    pulled: dict[UUID, UUID] = {}
    spent = 0.0
    for subject in ranked:
        before = [each for each in before_all(subject, waits_for or {}) if each not in taken]
        more = [*before, *([subject] if subject not in taken else [])]
        needs = sum(days.get(each, 0.0) for each in more)
        too_long = cut.days is not None and spent + needs > cut.days
        if too_long or (cut.count is not None and len(taken) + len(more) > cut.count):
            left = None if cut.days is None else cut.days - spent
            return Line(list(taken), pulled, Refused(subject, before, needs, left))
        spent += needs
        taken |= dict.fromkeys(more)
        pulled |= dict.fromkeys(before, subject)
    return Line(list(taken), pulled, None)


def above(
    ranked: Sequence[UUID], *, days: Mapping[UUID, float], cut: Cut, waits_for: Waits | None = None
) -> list[UUID]:
    """Those above the line."""
    return drawn(ranked, days=days, cut=cut, waits_for=waits_for).taken


def before_all(subject: UUID, waits_for: Waits) -> list[UUID]:
    """All that must be done before a subject, the first first; whatever its predecessors wait for is among them."""
    found: dict[UUID, None] = {}
    ahead = list(waits_for.get(subject, ()))
    while ahead:
        each = ahead.pop()
        if each != subject and each not in found:
            found[each] = None
            ahead += waits_for.get(each, ())
    return list(reversed(found))


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
    waits_for: Waits | None = None,
) -> Cost:
    """What saying yes to `subject` costs: it is put above everything, and the line is drawn anew."""
    before = above(ranked, days=days, cut=cut, waits_for=waits_for)
    first = [subject, *(each for each in ranked if each != subject)]
    after = set(above(first, days=days, cut=cut, waits_for=waits_for))
    falls = [each for each in before if each not in after]
    gained = scores.get(subject, 0.0) if subject in after and subject not in before else 0.0
    return Cost(falls=falls, gained=gained, lost=sum(scores.get(each, 0.0) for each in falls))
