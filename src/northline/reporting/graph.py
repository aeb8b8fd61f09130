"""The throughline as a graph of plain values: which object is another's why, and what hangs below it.

Each step of the line has a reason and a consequence; which end of a stored link is the reason depends on its type.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from northline.core.kinds import End

# The kind and the id of an object; the id as text where those of a whole workspace are read.
Node = tuple[str, Any]


class Step(NamedTuple):
    """`consequence` exists because of `reason`. `type` is the word on the edge, read from source to target."""

    type: str
    reason: Node
    consequence: Node
    source: Node
    target: Node


@dataclass(slots=True)
class Line:
    """Steps, walkable both ways."""

    up: dict[Node, list[Step]] = field(default_factory=lambda: defaultdict(list))
    down: dict[Node, list[Step]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, steps: Iterable[Step]) -> Line:
        line = cls()
        for step in steps:
            line.add(step)
        return line

    def add(self, step: Step) -> None:
        self.up[step.consequence].append(step)
        self.down[step.reason].append(step)

    def why(self, start: Node) -> tuple[set[Node], list[Step]]:
        """Everything above `start`, and the steps that lead there."""
        return _walk(start, self.up, onward=lambda step: step.reason)

    def how(self, start: Node) -> tuple[set[Node], list[Step]]:
        """Everything below `start`, and the steps that lead there."""
        return _walk(start, self.down, onward=lambda step: step.consequence)


@dataclass(slots=True)
class Ties:
    """What every object of a workspace hangs on, by ids as text: of ten thousands of steps only what gaps ask for.

    `above` are, by a kind, the objects that have one of it as their why; `below` those that one of it exists because
    of. `evidenced` are the objects that insights speak for; the steps from insights themselves are left out.
    """

    above: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    below: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    evidenced: frozenset[str] = frozenset()
    _down: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    _rested: set[str] | None = None

    def add(self, reason: str, consequence: str, pairs: Collection[tuple[str, str]]) -> None:
        """Steps from objects of one kind, the reasons, to such of another."""
        self.above[reason].update(after for _, after in pairs)
        self.below[consequence].update(before for before, _ in pairs)
        for before, after in pairs:
            self._down[before].append(after)

    def with_why(self) -> set[str]:
        """What exists because of anything."""
        return set[str]().union(*self.above.values())

    def with_evidence(self) -> set[str]:
        """What rests on an insight, itself or by anything in its why."""
        if self._rested is None:
            self._rested = self._hanging_on(self.evidenced)
        return self._rested

    def _hanging_on(self, starts: Iterable[str]) -> set[str]:
        """These objects and everything that hangs below any of them."""
        seen, waiting = set(starts), list(starts)
        while waiting:
            for one in self._down.get(waiting.pop(), ()):
                if one not in seen:
                    seen.add(one)
                    waiting.append(one)
        return seen


def step_of(kind: str, source: Node, target: Node, *, reason: End) -> Step:
    """A stored link as a step."""
    if reason == "source":
        return Step(kind, reason=source, consequence=target, source=source, target=target)
    return Step(kind, reason=target, consequence=source, source=source, target=target)


def _walk(
    start: Node, steps: Mapping[Node, list[Step]], *, onward: Callable[[Step], Node]
) -> tuple[set[Node], list[Step]]:
    seen = {start}
    taken: list[Step] = []
    waiting = deque([start])
    while waiting:
        for step in steps.get(waiting.popleft(), ()):
            taken.append(step)
            following = onward(step)
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    return seen - {start}, taken
