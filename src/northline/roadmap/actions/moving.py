"""Move initiatives to another product: all or none, one change that causes the others, one undo.

The key, what they advance and deliver, their promises and all that was said of them stay with them. The lane and the
theme follow into their namesakes, a container takes its parts along. What waits for others that stay, or lies in a
launch, is refused.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from northline.core import changes, editing, undo
from northline.core.deeds import Several
from northline.core.ids import uuid7
from northline.core.listing.models import CustomField
from northline.core.models import Change, fields_of
from northline.core.refusal import Conflict
from northline.core.scope import Scope
from northline.products.access import product_for
from northline.products.models import Product
from northline.roadmap import access
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, LaunchItem, Promise
from northline.roadmap.queries import items as queries
from northline.roadmap.queries.history import told
from northline.roadmap.rules import moving as rules
from northline.strategy.models import Theme

BACK = "move_initiatives_back"
# What of an initiative is of its product.
BOUND = ("product_id", "lane_id", "theme_id", "parent_id", "position", "custom")


class Named(NamedTuple):
    """An initiative and the version that whoever moves it has seen."""

    initiative_id: UUID
    expected: int


@dataclass(frozen=True, slots=True)
class Step:
    """One initiative on its way: what it will hold of the new product, and the names of what it leaves behind."""

    row: Initiative
    expected: int
    fields: dict[str, Any]
    lane: str = ""
    theme: str = ""
    leaves: tuple[tuple[str, str], ...] = ()
    along: bool = False


@transaction.atomic
def move_initiatives(
    target: Product, *, named: Sequence[Named], by: Scope, reason: str = "", only_look: bool = False
) -> tuple[list[Step], Change | None]:
    """Move initiatives, with all that lies in them, to another product; with `only_look` say what that would do.

    Raises Stale, Conflict `initiative.named_twice`, `move.same_product`, `move.product_archived`,
    `move.waits_across`, `move.in_launch`.
    """
    steps = _planned(target, named, by)
    if only_look:
        return steps, None
    return steps, _carried_out(steps, verb="moved_initiatives", by=by, reason=reason)


def _planned(target: Product, named: Sequence[Named], by: Scope) -> list[Step]:
    if target.archived_at:
        raise Conflict(
            "move.product_archived", f"{target.title} is archived. Restore it first. Nothing was changed."
        )
    expected = {one.initiative_id: one.expected for one in named}
    if len(expected) < len(named):
        raise Conflict("initiative.named_twice", "An initiative is named twice. Nothing was changed.")
    rows = [access.initiative(by, one, right="steer") for one in expected]
    for row in rows:
        if row.product_id == target.pk:
            raise Conflict(
                "move.same_product", f"{row.key} is in {target.title} already. Nothing was changed."
            )
    _hold({target.pk, *(row.product_id for row in rows)})
    moving = _with_parts(rows)
    _check_ties(moving)
    return _steps(moving, target, expected)


def _hold(product_ids: set[UUID]) -> None:
    """Hold the products until the transaction ends, always in the same order, so that no two moves wait for each other."""
    list(Product.objects.select_for_update().filter(pk__in=product_ids).order_by("pk"))


def _with_parts(rows: Sequence[Initiative]) -> list[Initiative]:
    """The rows and all that lies in them, containers first, held until the transaction ends."""
    products = {row.product_id for row in rows}
    parts = Initiative.objects.filter(product__in=products).exclude(parent=None).order_by("position", "pk")
    ids = rules.with_parts([row.pk for row in rows], parts.values_list("parent_id", "pk"))
    found = Initiative.objects.select_for_update(of=("self",)).filter(pk__in=ids).order_by("pk")
    known = {row.pk: row for row in found.select_related("lane", "theme", "parent")}
    return [known[one] for one in ids]


def _check_ties(moving: Sequence[Initiative]) -> None:
    """Refuse those that something holds in their product."""
    ids = [row.pk for row in moving]
    neighbours: dict[UUID, list[str]] = {}
    edges = InitiativeDependency.objects.filter(Q(before__in=ids) | Q(after__in=ids)).order_by("pk")
    for before, before_key, after, after_key in edges.values_list(
        "before_id", "before__key", "after_id", "after__key"
    ):
        if before not in ids:
            neighbours.setdefault(after, []).append(before_key)
        if after not in ids:
            neighbours.setdefault(before, []).append(after_key)
    launches: dict[UUID, list[str]] = {}
    items = LaunchItem.objects.filter(initiative__in=ids, launch__archived_at=None).order_by("pk")
    for initiative, title in items.values_list("initiative_id", "launch__title"):
        launches.setdefault(initiative, []).append(title)
    for row in moving:
        ties = rules.Ties(neighbours.get(row.pk, ()), launches.get(row.pk, ()))
        if found := rules.obstacle(row.key, ties):
            raise Conflict(found.code, found.why, initiative=str(row.pk))


def _steps(moving: Sequence[Initiative], target: Product, expected: Mapping[UUID, int]) -> list[Step]:
    there = {"product": target, "archived_at": None}
    arrival = _Arrival(
        target,
        lanes=dict(Lane.objects.filter(**there).order_by("position", "pk").values_list("pk", "title")),
        themes=dict(Theme.objects.filter(**there).order_by("pk").values_list("pk", "title")),
        bound=_titles_of_fields({row.product_id for row in moving}),
        moving=frozenset(row.pk for row in moving),
    )
    last = queries.next_position(Initiative.objects.filter(product=target))
    return [_step(row, arrival, expected, position=last + at) for at, row in enumerate(moving)]


@dataclass(frozen=True, slots=True)
class _Arrival:
    """What the new product offers, which values the former ones keep, and who moves."""

    target: Product
    lanes: Mapping[UUID, str]
    themes: Mapping[UUID, str]
    bound: Mapping[str, str]
    moving: frozenset[UUID]


def _step(row: Initiative, arrival: _Arrival, expected: Mapping[UUID, int], *, position: float) -> Step:
    lane = row.lane and rules.namesake(row.lane.title, arrival.lanes)
    theme = row.theme and rules.namesake(row.theme.title, arrival.themes)
    stays_inside = row.parent_id in arrival.moving
    leaves = [
        ("lane", row.lane.title if row.lane and not lane else ""),
        ("theme", row.theme.title if row.theme and not theme else ""),
        ("container", row.parent.title if row.parent and not stays_inside else ""),
        *(("field", arrival.bound[name]) for name in row.custom if name in arrival.bound),
    ]
    return Step(
        row,
        expected.get(row.pk, row.version),
        {
            "product_id": arrival.target.pk,
            "lane_id": lane,
            "theme_id": theme,
            "parent_id": row.parent_id if stays_inside else None,
            "position": position,
            "custom": rules.kept_values(row.custom, arrival.bound),
        },
        lane=arrival.lanes[lane] if lane else "",
        theme=arrival.themes[theme] if theme else "",
        leaves=tuple((what, name) for what, name in leaves if name),
        along=row.pk not in expected,
    )


def _titles_of_fields(product_ids: Iterable[UUID]) -> dict[str, str]:
    """The fields of initiatives that only these products have: titles by name."""
    fields = CustomField.objects.filter(object_kind=Initiative.KIND, product_id__in=list(product_ids))
    return dict(fields.values_list("name", "title"))


def _carried_out(
    steps: Sequence[Step], *, verb: str, by: Scope, reason: str = "", cause: Change | None = None
) -> Change:
    """Write the steps and record them: the whole where they arrive, each where it leaves and where it arrives."""
    first = steps[0]
    target = Product.objects.get(pk=first.fields["product_id"])
    whole = changes.record(
        by,
        verb,
        Several(pk=uuid7(), title=target.title, where=target.place()),
        after={"count": len(steps), "product": target.title},
        undo={"how": BACK, "items": [_way_back(step) for step in steps]},
        reason=reason,
        cause=cause,
    )
    for step in steps:
        _leave(step, by=by, reason=reason, cause=whole)
    for step in steps:
        _arrive(step, by=by, reason=reason, cause=whole)
    return whole


def _way_back(step: Step) -> dict[str, Any]:
    return {"id": str(step.row.pk), "version": step.expected + 1, "fields": fields_of(step.row, BOUND)}


def _leave(step: Step, *, by: Scope, reason: str, cause: Change) -> None:
    """Record at the former product what it held: its past shows the initiative where it was."""
    waits = InitiativeDependency.objects.filter(after=step.row)
    before = {
        "row": told(step.row),
        "dependencies": [
            {"id": str(one.pk), "before": str(one.before_id), "after": str(one.after_id)} for one in waits
        ],
    }
    changes.record(by, "left_product", step.row, before=before, reason=reason, cause=cause)


def _arrive(step: Step, *, by: Scope, reason: str, cause: Change) -> None:
    row, target = step.row, step.fields["product_id"]
    editing.swap(row, expected=step.expected, fields=step.fields)
    Promise.objects.filter(initiative=row).update(product_id=target)
    InitiativeDependency.objects.filter(after=row).update(product_id=target)
    after = fields_of(row, ("product_id", "lane_id", "theme_id", "parent_id"))
    changes.record(by, "joined_product", row, after=after, reason=reason, cause=cause)


def _take_back(change: Change, by: Scope) -> None:
    """Move all of them back to where each was, if nothing holds them where they are now."""
    items = {UUID(item["id"]): item for item in change.undo["items"]}
    rows = [access.initiative(by, one, right="steer") for one in items]
    homes = {UUID(item["fields"]["product_id"]) for item in items.values()}
    for home in homes:
        product_for(by, home, right="steer")
    _hold(homes | {row.product_id for row in rows})
    _check_ties(rows)
    steps = [_step_back(row, items[row.pk], items.keys()) for row in rows]
    _check_parts(rows)
    _carried_out(steps, verb="undid", by=by, cause=change)


def _step_back(row: Initiative, item: Mapping[str, Any], moving: Collection[UUID]) -> Step:
    """As it was; without a lane or a container that was put away or moved on since."""
    fields: dict[str, Any] = dict(item["fields"])
    for name in ("product_id", "lane_id", "theme_id", "parent_id"):
        fields[name] = fields[name] and UUID(fields[name])
    there = {"product_id": fields["product_id"], "archived_at": None}
    if not Lane.objects.filter(pk=fields["lane_id"], **there).exists():
        fields["lane_id"] = None
    if (
        fields["parent_id"] not in moving
        and not Initiative.objects.filter(pk=fields["parent_id"], **there).exists()
    ):
        fields["parent_id"] = None
    return Step(row, int(item["version"]), fields)


def _check_parts(rows: Sequence[Initiative]) -> None:
    """Refuse to leave behind what was put into a container since it arrived."""
    ids = [row.pk for row in rows]
    left = Initiative.objects.filter(parent__in=ids).exclude(pk__in=ids).values_list("key", flat=True)
    if named := ", ".join(left):
        raise Conflict(
            "undo.changed_since",
            f"{named} was put into what moved since. Take it out first. Nothing was changed.",
        )


undo.register(BACK, _take_back)
