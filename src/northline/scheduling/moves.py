"""What an edit moved: from where to where, or as briefly as one needs it who has the plan as it was."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from northline.scheduling.actions import Edited
from northline.scheduling.compute import FINISH, START, Dates, names_of
from northline.scheduling.plan import Values


def told_moves(edited: Edited) -> list[Values]:
    """Every item that moved, named, with its dates before and after."""
    items = edited.editor.plan.items
    return [
        {
            "id": name,
            "key": items[own]["key"],
            "title": items[own]["title"],
            "start": now[START],
            "finish": now[FINISH],
            "was_start": was[START],
            "was_finish": was[FINISH],
        }
        for own, name, was, now in _moved(edited)
    ]


def brief_moves(edited: Edited) -> list[tuple[str, str, str]]:
    """The id, start and finish of every item that moved."""
    return [(name, now[START], now[FINISH]) for _, name, _, now in _moved(edited)]


def _moved(edited: Edited) -> Iterator[tuple[UUID, str, Dates, Dates]]:
    """The items whose dates are others than before, by their ids and these as text, in the order of the outline."""
    before, after = edited.before.dates, edited.after.dates
    if before is after:
        return
    names = names_of(edited.editor.plan, edited.outline)
    for placed, name in zip(edited.outline, names, strict=True):
        was, now = before.get(name), after.get(name)
        if was and now and (was[START] != now[START] or was[FINISH] != now[FINISH]):
            yield placed.id, name, was, now
