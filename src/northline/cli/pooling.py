"""Several plans on one pool: files number their resources each for itself, so that names say who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from northline.engine import Project


def pooled(projects: Sequence[Project]) -> tuple[Project, ...]:
    """The plans with resources of one name as one, and with ids that tell the plans apart; one plan stays as it is."""
    if len(projects) == 1:
        return tuple(projects)
    known: set[str] = set()
    return tuple(_renamed(p, _free(p.name or p.id, known)) for p in projects)


def _free(name: str, known: set[str]) -> str:
    found, turn = name, 1
    while found in known:
        turn += 1
        found = f"{name} ({turn})"
    known.add(found)
    return found


def _renamed(project: Project, name: str) -> Project:
    taken: set[str] = set()
    who = {r.id: _free(r.name or f"{name}: {r.id}", taken) for r in project.resources}
    tasks = [
        replace(t, modes=tuple(replace(m, needs=tuple((who[r], n) for r, n in m.needs)) for m in t.modes))
        if t.modes
        else t
        for t in project.tasks
    ]
    return replace(
        project,
        id=name,
        tasks=tuple(tasks),
        resources=tuple(replace(r, id=who[r.id]) for r in project.resources),
        assignments=tuple(replace(a, resource=who[a.resource]) for a in project.assignments),
    )
