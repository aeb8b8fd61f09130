"""The throughline of an object, and the gaps in a whole product's line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from northline.core import kinds
from northline.core.ids import as_text
from northline.core.models import Editable, Link
from northline.core.scope import Scope
from northline.delivery.models import WorkItem
from northline.reporting.graph import Line, Node, Step, Ties, step_of
from northline.research.discovery.models import Assumption, Experiment
from northline.research.models import Opportunity
from northline.strategy.models import KeyResult

MOST_NODES = 400
# What an experiment does to its assumption, by its result.
_RESULTS = {"confirmed": "confirms", "refuted": "refutes"}


def ties_of(scope: Scope) -> Ties:
    """Every step of the workspace outside the plans' own outlines, but for those from insights: of these only what
    they lead to. Six queries."""
    links = Link.objects.filter(workspace_id=scope.workspace_id)
    evidenced = links.filter(source_kind="insight").values_list(as_text("target_id"), flat=True).distinct()
    ties = Ties(evidenced=frozenset(evidenced))
    ends = defaultdict(list)
    told = links.exclude(source_kind="insight").values_list(
        "type", "source_kind", "target_kind", as_text("source_id"), as_text("target_id")
    )
    for name, source_kind, target_kind, source, target in told:
        ends[name, source_kind, target_kind].append((source, target))
    for (name, source_kind, target_kind), pairs in ends.items():
        if kinds.link_type(name, source=source_kind, target=target_kind).reason == "source":
            ties.add(source_kind, target_kind, pairs)
        else:
            ties.add(target_kind, source_kind, [(target, source) for source, target in pairs])
    inside = defaultdict(list)
    for step in _inside(scope, written=as_text):
        (above, reason), (below, consequence) = step.reason, step.consequence
        inside[above, below].append((reason, consequence))
    for (above, below), pairs in inside.items():
        ties.add(above, below, pairs)
    return ties


def line_around(scope: Scope, *starts: Node) -> Line:
    """The steps that lead to and from objects. At most five queries a step away from them, until `MOST_NODES` are found."""
    line, known = Line(), set[Step]()
    for upwards in (True, False):
        seen, at = set(starts), set(starts)
        while at and len(seen) <= MOST_NODES:
            steps = [
                step
                for step in _touching(scope, at, upwards=upwards)
                if (step.consequence if upwards else step.reason) in at
            ]
            for step in steps:
                if step not in known:
                    known.add(step)
                    line.add(step)
            at = {step.reason if upwards else step.consequence for step in steps} - seen
            seen |= at
    return line


def _touching(scope: Scope, nodes: Collection[Node], *, upwards: bool) -> list[Step]:
    """The steps that lead up, or down, from these objects, and some that only touch them."""
    ids = [object_id for _, object_id in nodes]
    links = Link.objects.filter(workspace_id=scope.workspace_id)
    return [*_linked(links.filter(_leading(ids, upwards=upwards))), *_inside(scope, nodes)]


def _leading(ids: list[UUID], *, upwards: bool) -> Q:
    """Links whose consequence, or reason, is among the ids: an objective that one of a thousand initiatives advances
    need not tell of the others."""
    names: dict[str, set[str]] = {"source": set(), "target": set()}
    for one in kinds.all_link_types():
        names[one.reason].add(one.name)
    below, above = ("target_id__in", "source_id__in") if upwards else ("source_id__in", "target_id__in")
    return Q(**{below: ids}, type__in=names["source"]) | Q(**{above: ids}, type__in=names["target"])


def _linked(links: QuerySet[Link]) -> Iterator[Step]:
    ends = links.values_list("type", "source_kind", "source_id", "target_kind", "target_id")
    for name, source_kind, source_id, target_kind, target_id in ends:
        reason = kinds.link_type(name, source=source_kind, target=target_kind).reason
        yield step_of(name, (source_kind, source_id), (target_kind, target_id), reason=reason)


def _inside(
    scope: Scope, nodes: Collection[Node] | None = None, *, written: Callable[[str], Any] = F
) -> Iterable[Step]:
    """Steps that are foreign keys instead of links: all, or those with one of these objects at an end. Nothing is
    asked of kinds that none of them is of."""
    yield from _tested(scope, nodes, written)
    if (ids := _of(nodes, "opportunity")) != []:
        parts = Opportunity.objects.filter(
            _at_an_end(ids, "parent_id"),
            workspace_id=scope.workspace_id,
            parent__isnull=False,
            archived_at=None,
        )
        for child, parent in parts.values_list(written("pk"), written("parent_id")):
            yield step_of("is part of", ("opportunity", child), ("opportunity", parent), reason="target")
    if (ids := _of(nodes, "key_result", "objective")) != []:
        results = KeyResult.objects.filter(
            _at_an_end(ids, "objective_id"), workspace_id=scope.workspace_id, archived_at=None
        )
        for result, objective in results.values_list(written("pk"), written("objective_id")):
            yield step_of("measures", ("key_result", result), ("objective", objective), reason="target")


def _of(nodes: Collection[Node] | None, *kinds: str) -> list[UUID] | None:
    """The ids of those of some kinds; None where all are meant."""
    return None if nodes is None else [object_id for kind, object_id in nodes if kind in kinds]


def _at_an_end(ids: list[UUID] | None, upper: str) -> Q:
    return Q() if ids is None else Q(pk__in=ids) | Q(**{f"{upper}__in": ids})


def _tested(scope: Scope, nodes: Collection[Node] | None, written: Callable[[str], Any]) -> Iterable[Step]:
    """What must be true for an idea, as far as something speaks to it, and what experiments said of that."""
    if (ids := _of(nodes, "assumption", "idea")) != []:
        spoken = Link.objects.filter(
            workspace_id=scope.workspace_id, target_kind="assumption", target_id=OuterRef("pk")
        )
        assumptions = Assumption.objects.filter(
            Exists(_experiments(assumption=OuterRef("pk"))) | Exists(spoken),
            _at_an_end(ids, "idea_id"),
            workspace_id=scope.workspace_id,
            archived_at=None,
        )
        for assumption, idea in assumptions.values_list(written("pk"), written("idea_id")):
            yield step_of("is assumed by", ("assumption", assumption), ("idea", idea), reason="source")
    if (ids := _of(nodes, "experiment", "assumption")) != []:
        experiments = _experiments(workspace_id=scope.workspace_id).filter(_at_an_end(ids, "assumption_id"))
        told = experiments.annotate(own=written("pk"), of=written("assumption_id"))
        for row in told.only("measured", "comparison", "threshold"):
            said = _RESULTS.get(row.result or "", "tests")
            yield step_of(said, ("experiment", row.own), ("assumption", row.of), reason="source")


def _experiments(**of: Any) -> QuerySet[Experiment]:
    return Experiment.objects.filter(archived_at=None, **of)


def throughline(scope: Scope, kind: str, object_id: UUID) -> dict[str, Any]:
    """Why the object exists and what it leads to, as nodes and edges; unreadable neighbours are left out."""
    focus_row = kinds.object_at(scope, kind, object_id)
    focus: Node = (kind, focus_row.pk)
    line = line_around(scope, focus, *_project_of(focus_row))
    _grow_plan(line, scope, focus_row)
    above, steps_up = line.why(focus)
    below, steps_down = line.how(focus)
    for project in [node for node in below if node[0] == "project"]:
        items = _top_items(scope, project[1])
        steps_down += items
        below |= {step.consequence for step in items}
    sides = dict.fromkeys(below, "how") | dict.fromkeys(above, "why") | {focus: "focus"}
    shown = _shown(scope, list(sides)[:MOST_NODES] if len(sides) > MOST_NODES else list(sides))
    edges = {
        (step.type, step.source, step.target): step
        for step in [*steps_up, *steps_down]
        if step.source in shown and step.target in shown
    }
    return {
        "focus": {"kind": kind, "id": focus_row.pk},
        "nodes": [shown[node] | {"side": side} for node, side in sides.items() if node in shown],
        "edges": [
            {
                "type": step.type,
                "source": step.source[1],
                "target": step.target[1],
                "reason": step.reason[1],
                "consequence": step.consequence[1],
            }
            for step in edges.values()
        ],
        "truncated": len(sides) > MOST_NODES,
    }


def _project_of(row: Any) -> list[Node]:
    """A work item's why goes on from its project."""
    return [("project", row.project_id)] if isinstance(row, WorkItem) else []


def _grow_plan(line: Line, scope: Scope, row: Any) -> None:
    """Add the outline around a work item: its parents up to the project, and its children."""
    if isinstance(row, WorkItem):
        parents = dict(
            WorkItem.objects.filter(project_id=row.project_id, archived_at=None).values_list(
                "pk", "parent_id"
            )
        )
        below = [child for child, parent in parents.items() if parent == row.pk]
        steps = [_contains(child, row.pk, row.project_id) for child in below]
        current: UUID | None = row.pk
        while current is not None:
            parent = parents.get(current)
            steps.append(_contains(current, parent, row.project_id))
            current = parent
        for step in steps:
            line.add(step)


def _top_items(scope: Scope, project_id: UUID) -> list[Step]:
    ids = WorkItem.objects.filter(
        workspace_id=scope.workspace_id, project_id=project_id, parent=None, archived_at=None
    ).order_by("position")
    return [_contains(item_id, None, project_id) for item_id in ids.values_list("pk", flat=True)]


def _contains(item: UUID, parent: UUID | None, project: UUID) -> Step:
    above: Node = ("work_item", parent) if parent else ("project", project)
    return Step(
        "contains", reason=above, consequence=("work_item", item), source=above, target=("work_item", item)
    )


def _shown(scope: Scope, nodes: Iterable[Node]) -> dict[Node, dict[str, Any]]:
    """The nodes this member may read, as the client draws them: one query a kind."""
    by_kind: dict[str, set[UUID]] = {}
    for kind, object_id in nodes:
        by_kind.setdefault(kind, set()).add(object_id)
    found: dict[Node, dict[str, Any]] = {}
    for kind, ids in by_kind.items():
        rows = kinds.kind_named(kind).model._default_manager.filter(
            workspace_id=scope.workspace_id, pk__in=ids
        )
        for row in rows:
            if isinstance(row, Editable) and scope.may("read", row.place()):
                found[kind, row.pk] = {
                    "kind": kind,
                    "id": row.pk,
                    "key": row.key,
                    "title": row.title,
                    "status": _status(row),
                    "archived": row.archived_at is not None,
                }
    return found


def _status(row: Editable) -> str:
    """The state of an object; of an experiment its verdict once there is one."""
    if isinstance(row, Experiment):
        return row.result or row.state
    return str(getattr(row, "status", "") or "")
