"""Levers combined greedily until the target is met, every combination simulated anew."""

import math
from dataclasses import dataclass

from northline.engine.recovery.trials import State, Trials
from northline.engine.recovery.values import (
    AddCapacity,
    Change,
    Defer,
    Drop,
    Idea,
    LeverKind,
    MoveDate,
    Overlap,
    Overtime,
    Package,
    Swap,
)

MOST_ANEW = 10
NEAR_ENOUGH = 0.7  # a simulation is worth more than the rest
SCOPE = (LeverKind.DROP, LeverKind.DEFER)


@dataclass(slots=True)
class Packer:
    """Combines levers that were tried alone; `base` is the plan without any."""

    trials: Trials
    base: State
    until: int = 0

    def packages(self, pool: list[Idea]) -> tuple[Package, ...]:
        """Of all levers; where that cuts scope, also one that keeps it; and a new date where neither suffices."""
        if self.trials.reached(self.base):
            return ()
        keeping = [i for i in pool if i.kind not in SCOPE]
        self.until = self.trials.most - (self.trials.left() // 2 if len(keeping) < len(pool) else 0)
        made = [self._greedy(pool)]
        self.until = self.trials.most
        if any(lever.kind in SCOPE for lever in made[0].levers):
            made.append(self._greedy(keeping))
        packages = [self._package(state) for state in made if state.levers]
        best = max(made, key=lambda state: state.chance(self.trials.deadline))
        if not self.trials.reached(best):
            packages.append(
                self._package(State(best.project, best.forecast, (*best.levers, self.trials.moved(best))))
            )
        return tuple(packages)

    def _greedy(self, pool: list[Idea]) -> State:
        """Add the worthiest lever, and again, until the target is met or nothing helps or is affordable."""
        state, renewed = self.base, False
        left = [(self.trials.scores[i.change], i) for i in pool]
        while not self.trials.reached(state) and self._may_go_on():
            step = self._best_step(state, left)
            if step is not None:
                state = step
                taken = {lever.change for lever in state.levers}
                left = [(score, i) for score, i in left if _fits_beside(i.change, taken)]
            elif renewed:
                break
            else:  # what decides now may be other tasks
                left, renewed = [(math.inf, i) for i in self._anew(state, pool)[:MOST_ANEW]], True
        return self._without_the_needless(state)

    def _best_step(self, state: State, left: list[tuple[float, Idea]]) -> State | None:
        """The lever that does most for its price on top of what is there.

        Lazily (Minoux, 1978): a lever is simulated again only while what it did before is clearly more than what
        the best does now. Those that bring the date no nearer are dropped from `left`, others get their new score.
        """
        spent = sum(lever.cost for lever in state.levers)
        best: tuple[float, State] | None = None
        for score, idea in sorted(left, key=lambda one: -one[0]):
            if best is not None and best[0] >= NEAR_ENOUGH * score:
                break
            if not self._may_go_on():
                break
            if not self._affordable(spent + idea.cost):
                continue
            after = self.trials.with_lever(state, idea)
            left.remove((score, idea))
            if after is None or self.trials.gap(after) >= self.trials.gap(state):
                continue
            fresh = self.trials.score(state, after, idea)
            left.append((fresh, idea))
            if best is None or fresh > best[0]:
                best = (fresh, after)
        return None if best is None else best[1]

    def _may_go_on(self) -> bool:
        return self.trials.used < self.until and self.trials.may_go_on()

    def _anew(self, state: State, pool: list[Idea]) -> list[Idea]:
        """Levers on what is critical now, less those of the pool; the kinds of the pool only."""
        if not self._may_go_on() or not state.levers:
            return []
        kinds = {i.kind for i in pool}
        taken = {lever.change for lever in state.levers}
        sharp = State(state.project, self.trials.simulated(state.project, criticality=True))
        known = {i.change for i in pool}
        return [
            i for i in self.trials.ideas_for(sharp)
            if i.kind in kinds and i.change not in known and _fits_beside(i.change, taken)
        ]  # fmt: skip

    def _without_the_needless(self, state: State) -> State:
        """Leave out again what the later levers made needless, the dearest first."""
        if not self.trials.reached(state) or len(state.levers) < 2:
            return state
        for lever in sorted(state.levers, key=lambda one: -self.trials.price(one.cost, one.value_lost)):
            if not self._may_go_on():
                break
            rest = [other for other in state.levers if other.change != lever.change]
            if not self._affordable(sum(other.cost for other in rest)):
                continue  # what was left out had saved what the others cost
            trial = self.trials.again(self.base, rest)
            if trial is not None and self.trials.reached(trial):
                state = trial
        return state

    def _affordable(self, cost: float) -> bool:
        return self.trials.budget is None or cost <= self.trials.budget + 1e-9

    def _package(self, state: State) -> Package:
        moved = [lever.change.to for lever in state.levers if isinstance(lever.change, MoveDate)]
        by = moved[-1] if moved else self.trials.deadline
        chance = state.forecast.probability_by(by)
        return Package(
            levers=state.levers, probability=chance, gain=chance - self.base.chance(self.trials.deadline),
            cost=sum(lever.cost for lever in state.levers),
            value_lost=sum(lever.value_lost for lever in state.levers), deadline=by,
            p50=state.forecast.p50, p80=state.forecast.p80, reached=chance >= self.trials.target - 1e-9,
        )  # fmt: skip


def _fits_beside(change: Change, taken: set[Change]) -> bool:
    """One lever per task (overlaps: per link) and per resource's hours."""
    return all(not (_touches(change) & _touches(other)) for other in taken)


def _touches(change: Change) -> frozenset[str]:
    if isinstance(change, Overlap):
        return frozenset({f"link {change.before} {change.after}", f"successor {change.after}"})
    if isinstance(change, (Overtime, AddCapacity)):
        return frozenset({f"{type(change).__name__} {change.resource}"})
    if isinstance(change, MoveDate):
        return frozenset({"date"})
    others = {f"task {change.other_task}"} if isinstance(change, Swap) and change.other_task else set()
    if isinstance(change, (Drop, Defer)):
        return frozenset({f"task {change.task}", f"successor {change.task}"})
    return frozenset({f"task {change.task}", *others})
