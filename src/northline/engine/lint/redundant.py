"""Links that other links imply: without them no date changes."""

from __future__ import annotations

from collections.abc import Iterator

from northline.engine.lint.facts import Facts
from northline.engine.model import LagUnit, Link, LinkKind, Task


def redundant_links(facts: Facts) -> Iterator[int]:
    """Indices of links that a second equal or stronger link, or a way through other tasks, makes needless.

    Judged are finish-to-start links without lag between leaves. A way counts if it consists of
    finish-to-start links without leads through tasks that nothing but their links can move forward.
    """
    links = facts.project.links
    kept: dict[tuple[str, str], int] = {}
    waits: dict[str, list[str]] = {}
    twice: set[int] = set()
    for number in facts.counted_links:
        link = links[number]
        if not _orders(facts, link):
            continue
        pair = (link.before, link.after)
        if pair in kept:
            # Of two links between a pair the one without lag is needless; of two equal ones the later.
            old = kept[pair]
            weak = number if _weak(link) else old if _weak(links[old]) else None
            if weak is not None:
                twice.add(weak)
            kept[pair] = old if weak == number else number
        else:
            kept[pair] = number
            waits.setdefault(link.after, []).append(link.before)
    found = twice | {n for (a, b), n in kept.items() if _weak(links[n]) and _implied(facts, waits, a, b)}
    yield from sorted(found)


def _weak(link: Link) -> bool:
    """Says no more than that one comes after the other."""
    return link.lag.amount == 0


def _orders(facts: Facts, link: Link) -> bool:
    """Does the link put one leaf after the other?"""
    leaves = link.before not in facts.children and link.after not in facts.children
    forward = link.lag.amount >= 0 and link.lag.unit is not LagUnit.PERCENT
    return link.kind is LinkKind.FS and leaves and forward


def _implied(facts: Facts, waits: dict[str, list[str]], before: str, after: str) -> bool:
    """Is there another way from `before` to `after`? Nothing placed ahead of `before` can lie on one."""
    floor = facts.place[before]
    seen = {before, after}
    todo = [t for t in waits[after] if t != before and facts.place[t] > floor]
    while todo:
        here = todo.pop()
        if here in seen or not _yields(facts.tasks[here]):
            continue
        seen.add(here)
        for task in waits.get(here, ()):
            if task == before:
                return True
            if facts.place[task] > floor:
                todo.append(task)
    return False


def _yields(task: Task) -> bool:
    """Does a task always wait for its links: no facts, hands, or dates that stand above them?"""
    fixed = task.manual or task.actual_start is not None or task.hammock
    return not fixed and task.constraint.at is None
