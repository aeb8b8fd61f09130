"""Write an edit of some links into a laid plan, where the plan's order allows it.

A new link that runs forwards in the order in which the nodes are laid leaves that order as it is; any other compiles the
plan anew, as do links onto the finish of summaries, whose ends any link may change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from northline.engine import kernels as k
from northline.engine.alike import middles, renumbered
from northline.engine.calendars import Ints
from northline.engine.edges import KINDS, TO_FINISH, Edges, Flags, lags_of, targets_of
from northline.engine.laid import Laid
from northline.engine.model import Link, Progress, Project
from northline.engine.network import successor_rows

MOST = 64
LOOKED_UP = ("steps", "rank", "index", "gates")
GONE = -99  # what an edge that went leaves behind where it drove a date: none of the kernels' codes


@dataclass(frozen=True, slots=True)
class LinkEdits:
    """The links that went, by their old numbers, and those that came, by their new ones.

    `number` (old links,): the new number of each old link, NONE for one that went.
    """

    gone: list[int]
    come: list[int]
    number: Ints


@dataclass(frozen=True, slots=True)
class Relaid:
    """A laid plan with other links, the nodes concerned, and the new row of each old edge (GONE if it went)."""

    laid: Laid
    nodes: list[int]
    row: Ints


def link_edits(old: Sequence[Link], new: Sequence[Link]) -> LinkEdits | None:
    """What tells two lists of links apart; None if that is too much to write in.

    >>> a, b, c = Link("a", "b"), Link("b", "c"), Link("a", "c")
    >>> found = link_edits((a, b), (a, c, b))
    >>> found.gone, found.come, found.number.tolist()
    ([], [1], [0, 2])
    """
    parts = middles(old, new)
    places = [{id(links[n]): n for n in part} for links, part in zip((old, new), parts, strict=True)]
    kept = places[0].keys() & places[1].keys()
    before, after = ([n for i, n in place.items() if i in kept] for place in places)
    if sum(map(len, parts)) - 2 * len(kept) > MOST or [places[1][id(old[n])] for n in before] != after:
        return None
    number = renumbered(len(old), parts)
    number[before] = after
    stay = set(before), set(after)
    gone, come = ([n for n in part if n not in s] for part, s in zip(parts, stay, strict=True))
    return LinkEdits(gone, come, number)


def relink(laid: Laid, project: Project, edits: LinkEdits) -> Relaid | None:
    """The laid plan with the edits of its links; None where the order of its nodes does not allow them."""
    if not edits.gone and not edits.come:
        return Relaid(laid, [], np.empty(0, np.int64))
    if laid.plan.edges.held or project.progress is Progress.PROGRESS_OVERRIDE:
        return None
    come = _rows(laid, project, edits)
    if come is None:
        return None
    plan = laid.plan
    goes = np.isin(plan.edges.link, edits.gone)
    home, at_home = _spliced(plan.edges, targets_of(plan.edges), goes, come, edits.number)
    here = come.copy()
    here[:2] = laid.rank[come[:2]]
    edges, row = _spliced(laid.edges, laid.target, goes[laid.edge], here, edits.number)
    edge = np.empty(len(edges.source), np.int64)
    stays = row != GONE
    edge[row[stays]] = at_home[laid.edge[stays]]
    edge[np.isin(edges.link, edits.come)] = _in_order(edges, home, edits.come)
    succ_ptr, succ_edge = successor_rows(edges.ptr, edges.source)
    touched = np.concatenate([laid.target[~stays], laid.edges.source[~stays], here[0], here[1]])
    made = replace(
        laid, plan=replace(plan, edges=home), edge=edge, edges=edges, target=targets_of(edges),
        succ_ptr=succ_ptr, succ_edge=succ_edge,
    )  # fmt: skip
    # The nodes are the same and lie where they did: what was looked up about them stays true.
    made.__dict__.update({name: found for name, found in vars(laid).items() if name in LOOKED_UP})
    return Relaid(made, np.unique(touched).tolist(), row)


def _rows(laid: Laid, project: Project, edits: LinkEdits) -> Ints | None:
    """The links that come as columns of plan nodes: target, source, kind, lag, its calendar, number."""
    plan = laid.plan
    links = [project.links[n] for n in edits.come]
    source = np.array([laid.index[x.before] for x in links], np.int64)
    task = np.array([laid.index[x.after] for x in links], np.int64)
    if any(plan.node_kind[v] == k.ROLL and x.kind in TO_FINISH for v, x in zip(task, links, strict=True)):
        return None
    target = np.array([laid.gates.get(int(v), v) for v in task], np.int64)
    if (laid.rank[source] >= laid.rank[target]).any():
        return None
    kind = np.array([KINDS[x.kind] for x in links], np.int64)
    lags = lags_of(links, project.tasks, source, task, plan.book)
    rows = np.stack([target, source, kind, *lags, np.array(edits.come, np.int64)])
    return rows[:, plan.rows.active[source] == 1]


def _spliced(edges: Edges, target: Ints, goes: Flags, come: Ints, number: Ints) -> tuple[Edges, Ints]:
    """Edges without some rows and with others, and the new row of each old one; links keep their order at a target."""
    stay = np.flatnonzero(~goes)
    link = edges.link[stay]
    known = link != k.NONE
    link[known] = number[link[known]]
    come = come[:, np.lexsort((come[5], come[0]))]
    target = target[stay]
    place = np.searchsorted(target, come[0])
    for n, (node, mine) in enumerate(zip(come[0].tolist(), come[5].tolist(), strict=True)):
        while place[n] < len(stay) and target[place[n]] == node and k.NONE < link[place[n]] < mine:
            place[n] += 1
    columns = [getattr(edges, f.name)[stay] for f in fields(Edges)[1:5]]
    made = [np.insert(c, place, new) for c, new in zip([*columns, link], come[1:], strict=True)]
    counts = np.diff(edges.ptr)
    np.subtract.at(counts, np.repeat(np.arange(len(counts)), counts)[goes], 1)
    np.add.at(counts, come[0], 1)
    row = np.full(len(goes), GONE, np.int64)
    row[stay] = np.arange(len(stay)) + np.searchsorted(place, np.arange(len(stay)), side="right")
    return Edges(np.concatenate(([0], np.cumsum(counts))).astype(np.int64), *made), row


def _in_order(edges: Edges, home: Edges, come: list[int]) -> Ints:
    """The rows at home of the edges of new links, in the order in which they are laid."""
    fresh = edges.link[np.isin(edges.link, come)]
    rows = np.flatnonzero(np.isin(home.link, come))
    by_link = dict(zip(home.link[rows].tolist(), rows.tolist(), strict=True))
    return np.array([by_link[n] for n in fresh.tolist()], np.int64)
