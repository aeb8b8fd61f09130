"""How sure a ranking is when its figures are ranges: simulated with a fixed seed, so the same list answers the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
import numpy.typing as npt

from northline.strategy.scoring.rules.cutline import NO_LINE, Cut, Waits, above, before_all
from northline.strategy.scoring.rules.factors import Estimate, Factor, Scores, plain_score, scored
from northline.strategy.scoring.rules.formulas import Figures, Formula

SEED = 20_261_128
MOST_DRAWS, FEWEST, MOST_TIMES = 2_000_000, 500, 10_000
# Ends of the interval that a rank lies in eight times out of ten.
INTERVAL = (0.1, 0.9)
STEPS, ROUNDS = 65, 3
MOST_WAITING = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """What is ranked, and its estimates by factor."""

    id: UUID
    scores: Scores


@dataclass(frozen=True, slots=True)
class Flip:
    """Were this factor `at` instead of what it is now, the item would change sides."""

    factor: str
    now: float
    at: float


@dataclass(frozen=True, slots=True)
class Robust:
    """`makes_cut` is the probability of lying above the line (None without a line). Ranks count from 1."""

    id: UUID
    makes_cut: float | None
    rank_low: int
    rank_mean: float
    rank_high: int
    flips: list[Flip]


@dataclass(frozen=True, slots=True)
class Card:
    """What ranks: the formula with its factors, which factor takes capacity, and where the line runs."""

    formula: Formula
    factors: Sequence[Factor]
    effort: str = ""
    days_per_unit: float = 1.0
    cut: Cut = NO_LINE

    def days_of(self, scores: Scores) -> float:
        return scores[self.effort].middle * self.days_per_unit if self.effort in scores else 0.0


def ranked(card: Card, subjects: Sequence[Subject]) -> list[tuple[UUID, float]]:
    """Those with a score, best first; of equals the one that comes first in `subjects`."""
    found = [(each.id, plain_score(card.formula, card.factors, each.scores)) for each in subjects]
    known = [(subject, score) for subject, score in found if score is not None]
    return sorted(known, key=lambda pair: -pair[1])


def simulated(
    card: Card,
    subjects: Sequence[Subject],
    *,
    waits_for: Waits | None = None,
    seed: int = SEED,
    flipping: bool = True,
) -> list[Robust]:
    """How each subject with a score fares when every estimate that is a range is drawn anew, many times.

    Ranges are independent of each other. Of `MOST_DRAWS` divided by the number of subjects, but at most
    `MOST_TIMES`, rounds. Flips, which take longest, are sought where `flipping`, of `MOST_WAITING` where some wait.
    """
    by_id = {each.id: each for each in subjects}
    taken = [by_id[subject] for subject, _ in ranked(card, subjects)]
    if not taken:
        return []
    times = max(FEWEST, min(MOST_TIMES, MOST_DRAWS // len(taken)))
    scores, days = _drawn(card, taken, times, np.random.default_rng(seed))
    # A stable sort: of equals the one that is ahead now stays ahead.
    positions = np.argsort(-scores, axis=0, kind="stable")
    ranks = np.empty_like(positions)
    np.put_along_axis(ranks, positions, np.arange(len(taken))[:, None], axis=0)
    bundles = _bundles(taken, waits_for or {})
    waits = waits_for if bundles.shape[1] > 1 else None
    seeks = flipping and (waits is None or len(taken) <= MOST_WAITING)
    within = _above(positions, ranks, days, bundles, card.cut)
    low, high = np.quantile(ranks, INTERVAL, axis=1, method="nearest")
    return [
        Robust(
            id=subject.id,
            makes_cut=None if within is None else float(within[row].mean()),
            rank_low=int(low[row]) + 1,
            rank_mean=float(ranks[row].mean()) + 1,
            rank_high=int(high[row]) + 1,
            flips=flips(card, taken, subject, waits_for=waits)
            if seeks and within is not None and 0 < within[row].mean() < 1
            else [],
        )
        for row, subject in enumerate(taken)
    ]


def _drawn(
    card: Card, taken: Sequence[Subject], times: int, dice: np.random.Generator
) -> tuple[Figures, Figures]:
    """Scores and days, a row a subject, a column a round. A score that is no number ranks last."""
    scores, days = np.empty((len(taken), times)), np.zeros((len(taken), times))
    for row, subject in enumerate(taken):
        values = {name: estimate.sampled(dice, times) for name, estimate in subject.scores.items()}
        found = scored(card.formula, card.factors, values)
        scores[row] = np.nan_to_num(np.asarray(found), nan=-np.inf)
        if card.effort in values:
            days[row] = values[card.effort] * card.days_per_unit
    return scores, days


def _above(
    positions: npt.NDArray[np.int64],
    ranks: npt.NDArray[np.int64],
    days: Figures,
    bundles: npt.NDArray[np.int64],
    cut: Cut,
) -> npt.NDArray[np.bool_] | None:
    """Whether each subject lies above the line in each round."""
    if not cut.is_drawn:
        return None
    if bundles.shape[1] > 1:
        return _together(positions, days, bundles, cut)
    within = np.ones_like(ranks, dtype=np.bool_)
    if cut.days is not None:
        spent = np.cumsum(np.take_along_axis(days, positions, axis=0), axis=0)
        within &= np.take_along_axis(spent, ranks, axis=0) <= cut.days
    if cut.count is not None:
        within &= ranks < cut.count
    return within


def _bundles(taken: Sequence[Subject], waits_for: Waits) -> npt.NDArray[np.int64]:
    """The places of each subject and of all that it waits for, filled up with one behind all."""
    place = {each.id: row for row, each in enumerate(taken)}
    found = [
        [row, *(place[before] for before in before_all(each.id, waits_for) if before in place)]
        for row, each in enumerate(taken)
    ]
    width = max(map(len, found))
    return np.array([each + [len(taken)] * (width - len(each)) for each in found], dtype=np.int64)


def _together(
    positions: npt.NDArray[np.int64], days: Figures, bundles: npt.NDArray[np.int64], cut: Cut
) -> npt.NDArray[np.bool_]:
    """As `_above`, where each subject is taken with all that it waits for: `cutline.drawn`, all rounds at once."""
    count, times = positions.shape
    rounds = np.arange(times)
    # The place behind all is taken from the start and costs nothing.
    within = np.zeros((count + 1, times), dtype=np.bool_)
    within[count] = True
    cost = np.vstack([days, np.zeros(times)])
    spent, places, goes_on = np.zeros(times), np.zeros(times), np.ones(times, dtype=np.bool_)
    for row in positions:
        bundle = bundles[row]
        new = ~within[bundle, rounds[:, None]]
        needs, more = (cost[bundle, rounds[:, None]] * new).sum(axis=1), new.sum(axis=1)
        if cut.days is not None:
            goes_on &= spent + needs <= cut.days
        if cut.count is not None:
            goes_on &= places + more <= cut.count
        within[bundle[goes_on], rounds[goes_on, None]] = True
        spent, places = spent + needs * goes_on, places + more * goes_on
    return within[:count]


@dataclass(frozen=True, slots=True)
class _Field:
    """The others of a ranked list, best first, with the days spent before each place."""

    scores: Figures
    earlier: npt.NDArray[np.bool_]
    spent: Figures
    cut: Cut

    def holds(self, score: Figures, days: Figures) -> npt.NDArray[np.bool_]:
        """Would an item with this score and these days lie above the line? Element by element."""
        place = self.places(score)
        within = np.ones(len(place), dtype=np.bool_)
        if self.cut.days is not None:
            within &= self.spent[place] + days <= self.cut.days
        if self.cut.count is not None:
            within &= place < self.cut.count
        return within

    def places(self, score: Figures) -> npt.NDArray[np.int64]:
        """How many of the others would be ahead."""
        score = np.nan_to_num(score, nan=-np.inf)[:, None]
        # Of equals the one that is ahead now stays ahead.
        ahead = (self.scores > score) | ((self.scores == score) & self.earlier)
        found: npt.NDArray[np.int64] = ahead.sum(axis=1)
        return found


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The same where subjects wait for others: the line is drawn for each value."""

    field: _Field
    others: Sequence[UUID]
    subject: UUID
    days: Mapping[UUID, float]
    waits_for: Waits

    def holds(self, score: Figures, days: Figures) -> npt.NDArray[np.bool_]:
        return np.array([*map(self._holds, self.field.places(score), days)], dtype=np.bool_)

    def _holds(self, place: int, days: float) -> bool:
        order = [*self.others[:place], self.subject, *self.others[place:]]
        taking = {**self.days, self.subject: days}
        return self.subject in above(order, days=taking, cut=self.field.cut, waits_for=self.waits_for)


def flips(
    card: Card, subjects: Sequence[Subject], subject: Subject, *, waits_for: Waits | None = None
) -> list[Flip]:
    """Which single estimate of the subject, moved within its range, would carry it over the line, the nearest first.

    `subjects` stand in their order, best first.
    """
    plain = _field(card, subjects, subject)
    others = [each.id for each in subjects if each.id != subject.id]
    waiting = _Waiting(plain, others, subject.id, days_of(card, subjects), waits_for or {})
    field = waiting if waits_for else plain
    found = []
    for name, estimate in subject.scores.items():
        at = _turning_point(card, field, subject, name, estimate) if estimate.is_range else None
        if at is not None:
            found.append(Flip(factor=name, now=estimate.middle, at=at))
    return sorted(found, key=lambda flip: abs(flip.at - flip.now) / _width(subject.scores[flip.factor]))


def _field(card: Card, subjects: Sequence[Subject], subject: Subject) -> _Field:
    place = [each.id for each in subjects].index(subject.id)
    others = [each for each in subjects if each.id != subject.id]
    scores = [plain_score(card.formula, card.factors, each.scores) for each in others]
    spent = np.cumsum([0.0, *(card.days_of(each.scores) for each in others)])
    known = np.array([-np.inf if score is None else score for score in scores])
    return _Field(known, np.arange(len(others)) < place, spent, card.cut)


def _width(estimate: Estimate) -> float:
    low, high = estimate.ends
    return high - low


def _turning_point(
    card: Card, field: _Field | _Waiting, subject: Subject, name: str, estimate: Estimate
) -> float | None:
    """The value nearest to the present one, towards either end of the range, at which the item changes sides."""
    turns = []
    for end in estimate.ends:
        near, far = estimate.middle, end
        # Each round looks at STEPS values and then closer, between the two where the side changes.
        for _ in range(ROUNDS):
            looked_at = np.linspace(near, far, STEPS)
            sides = _sides(card, field, subject, name, looked_at)
            changed = np.flatnonzero(sides != sides[0])
            if not len(changed):
                break
            near, far = looked_at[changed[0] - 1], looked_at[changed[0]]
        else:
            turns.append(float(far))
    return min(turns, key=lambda turn: abs(turn - estimate.middle)) if turns else None


def _sides(
    card: Card, field: _Field | _Waiting, subject: Subject, name: str, looked_at: Figures
) -> npt.NDArray[np.bool_]:
    values = {each: np.full(STEPS, estimate.middle) for each, estimate in subject.scores.items()}
    values[name] = looked_at
    score = scored(card.formula, card.factors, values)
    assert score is not None, "it was ranked, so it has a score"
    days = values[card.effort] * card.days_per_unit if card.effort in values else np.zeros(STEPS)
    return field.holds(np.broadcast_to(score, (STEPS,)), days)


def days_of(card: Card, subjects: Sequence[Subject]) -> Mapping[UUID, float]:
    """The days that each subject takes by the middle of its effort."""
    return {each.id: card.days_of(each.scores) for each in subjects}
