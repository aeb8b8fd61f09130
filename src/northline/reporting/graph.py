"""The throughline as a graph of plain values: which object is another's why, and what hangs below it.

Each step of the line has a reason and a consequence; which end of a stored link is the reason depends on its type.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from northline.core.kinds import End

# The kind and the id of an object; the id as text where a whole workspace is walked.
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
    """Steps of a workspace, walkable both ways. `evidenced` are the nodes that insights speak for, where those steps
    themselves are left out."""

    up: dict[Node, list[Step]] = field(default_factory=lambda: defaultdict(list))
    down: dict[Node, list[Step]] = field(default_factory=lambda: defaultdict(list))
    evidenced: frozenset[Node] = frozenset()
    _rested: set[Node] | None = None

    @classmethod
    def of(cls, steps: Iterable[Step], *, evidenced: Iterable[Node] = ()) -> Line:
        line = cls(evidenced=frozenset(evidenced))
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

    def has_evidence(self, start: Node) -> bool:
        """Does `start`, or anything in its why, rest on an insight?"""
        if self._rested is None:
            self._rested = self._below(self.evidenced)
        return start in self._rested

    def _below(self, starts: Iterable[Node]) -> set[Node]:
        """These nodes and everything that hangs below any of them."""
        seen, waiting = set(starts), list(starts)
        while waiting:
            for step in self.down.get(waiting.pop(), ()):
                if step.consequence not in seen:
                    seen.add(step.consequence)
                    waiting.append(step.consequence)
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
