"""What the parts of the writer share: numbers for everything, and what of a plan P6 can take."""

from collections.abc import Mapping
from dataclasses import dataclass

from northline.engine.model import LagUnit, Project, Task
from northline.formats.renaming import numbers_for


@dataclass(frozen=True, slots=True)
class Ids:
    """Numbers by our ids: `nodes` are summaries, `tasks` the active others; `root` is the project's own node.

    `default` is the project's own calendar, `clock` the number of a calendar that always works, if a task needs it; `elapsed_lags` says that all lags
    count time on the clock.
    """

    project: str
    root: str
    nodes: Mapping[str, str]
    tasks: Mapping[str, str]
    calendars: Mapping[str, str]
    default: str
    resources: Mapping[str, str]
    clock: str | None
    elapsed_lags: bool


def ids_of(project: Project) -> Ids:
    """Ids that are plain numbers stay; a summary `w7`, as the reader calls node 7, gets its 7 back."""
    parents = {t.parent for t in project.tasks}
    nodes = _nodes([t.id for t in project.tasks if t.id in parents])
    calendars = _numbered([c.id for c in project.calendars])
    elapsed = any(t.elapsed_duration and t.id not in parents for t in project.tasks)
    lags = {k.lag.unit for k in project.links if k.lag.amount}
    return Ids(
        project=_numbered([project.id])[project.id],
        root=_free(nodes),
        nodes=nodes,
        tasks=_numbered([t.id for t in project.tasks if t.id not in parents and t.active]),
        calendars=calendars,
        default=calendars[project.calendar],
        resources=_numbered([r.id for r in project.resources]),
        clock=_free(calendars) if elapsed else None,
        elapsed_lags=lags == {LagUnit.ELAPSED},
    )


def _numbered(ids: list[str]) -> dict[str, str]:
    made = numbers_for(ids)
    return {uid: made.get(uid, uid) for uid in ids}


def _nodes(ids: list[str]) -> dict[str, str]:
    made = _numbered([uid[1:] if _is_node(uid) else f"/{uid}" for uid in ids])
    return {uid: made[uid[1:] if _is_node(uid) else f"/{uid}"] for uid in ids}


def _is_node(uid: str) -> bool:
    return uid[:1] == "w" and uid[1:].isascii() and uid[1:].isdecimal() and uid[1:2] != "0" and len(uid) < 10


def _free(taken: Mapping[str, str]) -> str:
    return str(max((int(number) for number in taken.values()), default=0) + 1)


def home_of(task: Task, ids: Ids) -> str:
    """The node that a task or summary hangs below."""
    return ids.root if task.parent is None else ids.nodes[task.parent]


def codes_for(wishes: Mapping[str, str]) -> dict[str, str]:
    """A code for each task's number: the one wished for, or a new one where that is empty or taken.

    >>> codes_for({"1": "A", "2": "", "3": "A"})
    {'1': 'A', '2': 'A1020', '3': 'A1030'}
    """
    made: dict[str, str] = {}
    taken = set(wishes.values())
    first: set[str] = set()
    step = 1000
    for number, wish in wishes.items():
        step += 10
        if wish and wish not in first:
            made[number] = wish
            first.add(wish)
            continue
        while f"A{step}" in taken:
            step += 10
        made[number] = f"A{step}"
        taken.add(made[number])
    return made
