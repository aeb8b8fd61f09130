"""What the tree warns of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from northline.research.discovery.rules.wording import solution_in

Id = TypeVar("Id")
Code = Literal["solution_as_need", "few_ideas", "no_opportunity"]
# With one idea there is nothing to compare it with (Torres: compare and contrast).
FEWEST_IDEAS = 2


@dataclass(frozen=True, slots=True)
class Warning(Generic[Id]):
    """`word` and `reason` say why a title sounds like a solution; `count` is how many ideas there are."""

    code: Code
    kind: str
    id: Id
    title: str
    reason: str = ""
    word: str = ""
    count: int = 0


def warnings_of(
    opportunities: Mapping[Id, str],
    ideas: Mapping[Id, str],
    *,
    targets: Iterable[Id],
    addressed: Iterable[tuple[Id, Id]],
) -> list[Warning[Id]]:
    """Every warning of a tree: titles by id, the ids of target opportunities, and (idea, opportunity) pairs.

    >>> [one.code for one in warnings_of({1: "Add a button"}, {2: "Voice"}, targets=[1], addressed=[])]
    ['solution_as_need', 'few_ideas', 'no_opportunity']
    """
    pairs = [(idea, need) for idea, need in addressed if idea in ideas and need in opportunities]
    found = []
    for need, title in opportunities.items():
        if suspicion := solution_in(title):
            found.append(
                Warning(
                    "solution_as_need",
                    "opportunity",
                    need,
                    title,
                    reason=suspicion.reason,
                    word=suspicion.word,
                )
            )
    for need in targets:
        count = sum(one == need for _, one in pairs)
        if need in opportunities and count < FEWEST_IDEAS:
            found.append(Warning("few_ideas", "opportunity", need, opportunities[need], count=count))
    placed = {idea for idea, _ in pairs}
    found += [
        Warning("no_opportunity", "idea", one, title) for one, title in ideas.items() if one not in placed
    ]
    return found
