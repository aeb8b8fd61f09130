"""What of an initiative follows it to another product, and what holds it back. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeVar

Id = TypeVar("Id")


@dataclass(frozen=True, slots=True)
class Ties:
    """What binds an initiative to others of its product that do not move along: short keys, and titles of launches."""

    neighbours: Sequence[str] = ()
    launches: Sequence[str] = ()


class Obstacle(NamedTuple):
    code: str
    why: str


def obstacle(key: str, ties: Ties) -> Obstacle | None:
    """Why the initiative cannot leave its product, if anything holds it.

    >>> obstacle("INI-1", Ties(neighbours=["INI-2"])).code
    'move.waits_across'
    """
    if ties.neighbours:
        named = ", ".join(ties.neighbours)
        return Obstacle(
            "move.waits_across",
            f"{key} waits for, or is awaited by, {named}, and only initiatives of one product wait for each other. "
            "Move them together, or part them first. Nothing was changed.",
        )
    if ties.launches:
        named = ", ".join(ties.launches)
        return Obstacle(
            "move.in_launch",
            f"{key} is part of {named}, whose reviews belong to its product. "
            "Take it out of the launch first. Nothing was changed.",
        )
    return None


def with_parts(roots: Iterable[Id], parts: Iterable[tuple[Id, Id]]) -> list[Id]:
    """The roots and all that lies in them, containers first; `parts` are pairs of container and part.

    >>> with_parts(["a"], [("b", "c"), ("a", "b"), ("x", "y")])
    ['a', 'b', 'c']
    """
    inside: dict[Id, list[Id]] = {}
    for container, part in parts:
        inside.setdefault(container, []).append(part)
    found = list(dict.fromkeys(roots))
    seen = set(found)
    for one in found:
        news = [part for part in inside.get(one, []) if part not in seen]
        seen.update(news)
        found += news
    return found


def namesake(title: str, offered: Mapping[Id, str]) -> Id | None:
    """Which of `offered` (titles by id) is called the same: a lane or a theme follows into its namesake.

    >>> namesake("Growth ", {1: "Trust", 2: "growth"})
    2
    """
    wanted = title.strip().casefold()
    return next((key for key, named in offered.items() if named.strip().casefold() == wanted), None)


def kept_values(values: Mapping[str, Any], bound: Collection[str]) -> dict[str, Any]:
    """The values of fields that people added, without those of the fields that only the former product has.

    >>> kept_values({"reach": 3, "segment": "large"}, {"segment"})
    {'reach': 3}
    """
    return {name: value for name, value in values.items() if name not in bound}
