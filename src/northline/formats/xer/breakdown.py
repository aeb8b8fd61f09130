"""The work breakdown: nodes of PROJWBS as summaries, activities below them, all in the order of the outline."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from northline.formats.xer.tables import Record, Warn
from northline.formats.xer.values import Row


@dataclass(slots=True)
class Breakdown:
    """`name` and `code` are the project's own; `order` has nodes (True) and activities (False) as the outline
    shows them, each with its number and its level."""

    root: str = ""
    name: str = ""
    code: str = ""
    rows: dict[str, Row] = field(default_factory=dict)
    parents: dict[str, str | None] = field(default_factory=dict)
    order: list[tuple[bool, str, int]] = field(default_factory=list)


def read_breakdown(
    records: Iterable[Record], homes: Mapping[str, str], *, project: str, warn: Warn
) -> Breakdown:
    """The nodes of one project that hold any of its activities; `homes` is the node of each activity."""
    found = Breakdown()
    for record in records:
        row = Row(record, f"WBS {record.get('wbs_id', '?')}", warn)
        uid = row.text("wbs_id")
        if row.text("proj_id") not in ("", project):
            continue
        if not uid or uid in found.rows:
            warn(f"{row.who} has {'a repeated' if uid else 'no'} number and was left out.")
        else:
            found.rows[uid] = row
    _take_root(found)
    _hang(found, warn)
    below = _by_node(found, homes, warn)
    _walk(found, below)
    return found


def _take_root(found: Breakdown) -> None:
    """The node that stands for the project itself is no summary of it."""
    tops = [u for u, r in found.rows.items() if r.text("parent_wbs_id") not in found.rows]
    flagged = [u for u, r in found.rows.items() if r.flag("proj_node_flag")]
    root = flagged[0] if flagged else tops[0] if len(tops) == 1 else ""
    if root:
        row = found.rows.pop(root)
        found.root, found.name, found.code = root, row.verbatim("wbs_name"), row.text("wbs_short_name")


def _hang(found: Breakdown, warn: Warn) -> None:
    """Every node's parent among the summaries; nodes that lie in a circle are hung up at the top."""
    for uid, row in found.rows.items():
        above = row.text("parent_wbs_id")
        found.parents[uid] = above if above in found.rows else None
    safe: set[str] = set()
    for uid in found.rows:
        trail: list[str] = []
        here: str | None = uid
        while here is not None and here not in safe:
            safe.add(here)
            trail.append(here)
            here = found.parents[here]
        if here is not None and here in trail:
            warn(f"WBS {trail[-1]} lies inside itself; it was put at the top.")
            found.parents[trail[-1]] = None


def _by_node(found: Breakdown, homes: Mapping[str, str], warn: Warn) -> dict[str | None, list[str]]:
    below: dict[str | None, list[str]] = {}
    lost = 0
    for task, home in homes.items():
        known = home in found.rows
        lost += not known and home != found.root
        below.setdefault(home if known else None, []).append(task)
    if lost:
        warn(f"{lost} activities name no node of the work breakdown; they were put at the top.")
    return below


def _walk(found: Breakdown, below: Mapping[str | None, list[str]]) -> None:
    """The outline from the top: a node, its activities, then the nodes below it by their sequence number."""
    nodes: dict[str | None, list[str]] = {}
    for uid in sorted(found.rows, key=lambda u: found.rows[u].number("seq_num")):
        nodes.setdefault(found.parents[uid], []).append(uid)
    full = {node for node in below if node is not None}
    for leaf in list(full):
        above = found.parents[leaf]
        while above is not None and above not in full:
            full.add(above)
            above = found.parents[above]
    waiting: list[tuple[str | None, int]] = [(None, 0)]
    while waiting:
        node, level = waiting.pop()
        if node is not None:
            found.order.append((True, node, level))
        found.order += [(False, task, level + 1) for task in below.get(node, ())]
        waiting += [(n, level + 1) for n in reversed(nodes.get(node, [])) if n in full]
