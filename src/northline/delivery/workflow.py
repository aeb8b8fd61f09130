"""The states that work goes through, and how they hang together with its progress: pure decisions.

There is one truth, the progress. It says whether work is to do, in progress or done; a state only says more within that.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from northline.core.refusal import Refusal

Category = Literal["to_do", "doing", "done"]
CATEGORIES: tuple[Category, ...] = ("to_do", "doing", "done")
# What of an item says where it stands.
PROGRESS = ("state", "percent_complete", "actual_start", "actual_finish")
MOST_STATES = 20
# Work that is taken up again has something left: how far it was before it was done is not known.
REOPENED = 90.0


@dataclass(frozen=True, slots=True)
class State:
    """A column of the board; no more than `limit` items should stand in it at once."""

    id: str
    name: str
    category: Category
    limit: int | None = None


Workflow = tuple[State, ...]
DEFAULT: Workflow = (
    State("to_do", "To do", "to_do"),
    State("in_progress", "In progress", "doing"),
    State("done", "Done", "done"),
)


def workflow_of(stored: Sequence[Mapping[str, Any]]) -> Workflow:
    """The workflow that a project keeps, or the default one."""
    return tuple(State(**state) for state in stored) or DEFAULT


def stored(workflow: Workflow) -> list[dict[str, Any]]:
    """The workflow as a project keeps it."""
    return [asdict(state) for state in workflow]


def category_of(percent: float, actual_start: str | None, actual_finish: str | None) -> Category:
    """What the progress says of the work.

    >>> category_of(0, None, None), category_of(0, "2026-03-02T08:00", None), category_of(100, None, None)
    ('to_do', 'doing', 'done')
    """
    if percent >= 100 or actual_finish:
        return "done"
    return "doing" if percent > 0 or actual_start else "to_do"


def drawn(states: Sequence[Mapping[str, Any]]) -> Workflow:
    """A workflow of states as they are given; one without an id gets one that its name suggests.

    Raises Refusal `workflow.not_whole`.
    """
    taken = {state["id"] for state in states if state["id"]}
    workflow = tuple(
        State(state["id"] or _id_of(state["name"], taken), state["name"], state["category"], state["limit"])
        for state in states
    )
    if not is_whole(workflow):
        raise Refusal(
            "workflow.not_whole",
            f"A workflow has up to {MOST_STATES} states, each with a name of its own: first what is to do, then what is"
            " in progress, then what is done, and at least one of each. Nothing was changed.",
        )
    return workflow


def _id_of(name: str, taken: set[str]) -> str:
    """An id that the name suggests, taken from now on."""
    base = re.sub(r"[^a-z0-9]+", "_", name.casefold()).strip("_")[:30] or "state"
    found, number = base, 2
    while found in taken:
        found, number = f"{base}_{number}", number + 1
    taken.add(found)
    return found


def counterpart(state: State, workflow: Workflow) -> State:
    """Where in the workflow what stands in a state of another one stands: of the same category the state with its id,
    else with its name, else the first.

    >>> counterpart(State("fixing", "In Progress", "doing"), DEFAULT).id, counterpart(State("wontfix", "Dropped", "done"), DEFAULT).id
    ('in_progress', 'done')
    """
    fitting = [other for other in workflow if other.category == state.category]
    by_id = (other for other in fitting if other.id == state.id)
    by_name = (other for other in fitting if other.name.casefold() == state.name.casefold())
    return next(by_id, None) or next(by_name, fitting[0])


def translated(state_id: str, workflow: Workflow, others: Sequence[Workflow]) -> State | None:
    """The state of that id; where only one of the other workflows knows it, its counterpart."""
    for known in (workflow, *others):
        for state in known:
            if state.id == state_id:
                return counterpart(state, workflow)
    return None


def state_of(workflow: Workflow, category: Category, *, put_in: str) -> State:
    """The state that an item was put in while its progress agrees, else the first of what its progress says.

    >>> state_of(DEFAULT, "doing", put_in="to_do").id
    'in_progress'
    """
    fitting = [state for state in workflow if state.category == category]
    return next((state for state in fitting if state.id == put_in), fitting[0])


def state_of_item(workflow: Workflow, item: Mapping[str, Any]) -> State:
    """The state of an item with its columns of progress."""
    return state_of(workflow, category_of_item(item), put_in=item["state"])


def progress_of(row: Any) -> dict[str, Any]:
    """The columns of progress of an item's row."""
    return {name: getattr(row, name) for name in PROGRESS}


def category_of_item(item: Mapping[str, Any]) -> Category:
    return category_of(item["percent_complete"], item["actual_start"], item["actual_finish"])


def progress_in(category: Category, item: Mapping[str, Any], *, now: str) -> dict[str, Any]:
    """The progress that comes with a move to a state of the category; nothing within the category.

    Work that is begun starts now unless it has a start, work that is done ends now; back among what is to do, nothing of
    it was done.
    """
    was = category_of_item(item)
    if was == category:
        return {}
    if category == "to_do":
        return {"percent_complete": 0.0, "actual_start": None, "actual_finish": None}
    if category == "done":
        start = item["actual_start"]
        return {"percent_complete": 100.0, "actual_finish": max(now, start) if start else now}
    if was == "done":
        return {"percent_complete": min(item["percent_complete"], REOPENED), "actual_finish": None}
    return {"actual_start": now}


def is_whole(workflow: Workflow) -> bool:
    """Does it lead from work to do over work in progress to what is done, each state told apart?

    >>> is_whole(DEFAULT), is_whole(DEFAULT[::-1]), is_whole(DEFAULT[:2])
    (True, False, False)
    """
    order = [CATEGORIES.index(state.category) for state in workflow]
    names = [state.name.casefold() for state in workflow]
    ids = {state.id for state in workflow}
    return order == sorted(order) and set(order) == {0, 1, 2} and len(ids) == len(set(names)) == len(workflow)
