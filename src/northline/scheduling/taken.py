"""What finished work took, told to prioritisation: the hours booked on it, and of what nobody booked on, the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from uuid import UUID

from northline.scheduling.effort import Leaf, delivering_of, leaves_of, shares_of
from northline.strategy.scoring.told import Taken

HoursIn = Callable[[Collection[UUID]], dict[UUID, int]]

_HOURS: list[HoursIn] = []


def tell_hours(hours_in: HoursIn) -> None:
    """Say how the minutes booked on the work items of projects are found. Hours stand above the plans."""
    _HOURS[:] = [hours_in]


def taken_by(workspace_id: UUID, initiative_ids: Collection[UUID]) -> dict[UUID, Taken]:
    """What the projects of each initiative took, in days of the project, where all of their work is done. Five queries.

    A project of several initiatives counts for each in equal parts.
    """
    shares = shares_of(workspace_id, initiative_ids)
    took = _took({project for project, _, _ in shares})
    parts: dict[UUID, list[Taken | None]] = defaultdict(list)
    for project, initiative, share in shares:
        if project in took:
            whole = took[project]
            parts[initiative].append(whole and Taken(whole.days / share, whole.booked / share))
    return _finished(parts)


def taken_by_ideas(workspace_id: UUID, idea_ids: Collection[UUID]) -> dict[UUID, Taken]:
    """The same for ideas, through the initiatives that deliver them."""
    delivering = delivering_of(workspace_id, idea_ids)
    took = taken_by(workspace_id, {initiative for initiative, _ in delivering})
    parts: dict[UUID, list[Taken | None]] = defaultdict(list)
    for initiative, idea in delivering:
        parts[idea].append(took.get(initiative))
    return _finished(parts)


def _finished(parts: dict[UUID, list[Taken | None]]) -> dict[UUID, Taken]:
    """Together what has no open part; a part that is open is None."""
    found = {}
    for subject, all_parts in parts.items():
        done = [part for part in all_parts if part]
        if len(done) == len(all_parts):
            found[subject] = Taken(sum(p.days for p in done), sum(p.booked for p in done))
    return found


def _took(projects: Collection[UUID]) -> dict[UUID, Taken | None]:
    """What each project took; None where work is open. Three queries."""
    leaves: dict[UUID, list[Leaf]] = defaultdict(list)
    for leaf in leaves_of(projects):
        leaves[leaf.project_id].append(leaf)
    done = {project for project, found in leaves.items() if all(leaf.finished for leaf in found)}
    hours = _HOURS[0](done) if _HOURS else {}
    return {project: _of(found, hours) if project in done else None for project, found in leaves.items()}


def _of(leaves: Collection[Leaf], hours: Mapping[UUID, int]) -> Taken:
    booked = [hours.get(leaf.id, 0) / leaf.day for leaf in leaves]
    days = sum(spent or leaf.days for spent, leaf in zip(booked, leaves, strict=True))
    return Taken(days, sum(booked))
