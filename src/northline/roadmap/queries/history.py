"""The roadmap of any moment, rebuilt from what is now and every change since: six queries whatever its size."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max
from django.db.models.fields.json import KeyTransform
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from northline.core.models import Change, fields_of, plain
from northline.core.refusal import Refusal
from northline.core.scope import Scope
from northline.core.visits.models import Seen
from northline.products.models import Product
from northline.roadmap.models import Initiative, InitiativeDependency, Lane, Milestone, Snapshot
from northline.roadmap.queries.items import newest_seq
from northline.roadmap.rules.differences import Difference, differences
from northline.roadmap.rules.history import Past, State, taken_back

MODELS: tuple[type[Lane | Initiative | Milestone], ...] = (Lane, Initiative, Milestone)
# What is no part of the content of a row, and what no roadmap of the past shows of it.
_NOT_TOLD = frozenset(
    {"id", "workspace", "product", "created_at", "updated_at", "version", "archived_at", "words"}
)
_NOT_SHOWN = _NOT_TOLD | {
    "body",
    "theme",
    "features",
    "metrics",
    "effort_weeks",
    "no_review_reason",
    "custom",
    "note",
}


def moment(product: Product, said: str) -> int:
    """The number of the last change at a moment: a number, a day (its end), or a time. Empty is now.

    Raises Refusal `moment.unreadable`.
    """
    if not said:
        return newest_seq(product.workspace_id)
    if said.isdecimal() and len(said) < 19:
        return int(said)
    at = _time(said)
    rows = Change.objects.filter(workspace_id=product.workspace_id, created_at__lt=at)
    newest: int | None = rows.aggregate(newest=Max("seq"))["newest"]
    return newest or 0


def _time(said: str) -> datetime:
    try:
        if day := parse_date(said):
            return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
        at = parse_datetime(said)
    except (ValueError, OverflowError):
        at = None
    if at is None:
        raise Refusal(
            "moment.unreadable",
            f"“{said[:40]}” is no day, no time and no number of a change. Say 2026-11-28.",
        )
    return at if timezone.is_aware(at) else timezone.make_aware(at)


def state_at(product: Product, seq: int) -> State:
    """The roadmap of the product as it was after the change numbered `seq`."""
    return state_then(product, state_now(product), seq)


def _shown_at(product: Product, seq: int) -> State:
    return state_then(product, state_now(product, without=_NOT_SHOWN), seq)


def state_then(product: Product, now: State, seq: int) -> State:
    """The same, of a present that was read already."""
    return taken_back(now, _changes_after(product, seq))


def state_now(product: Product, *, without: frozenset[str] = _NOT_TOLD) -> State:
    """Every lane, initiative, milestone and dependency of the product, put away or not."""
    state = State()
    for model in MODELS:
        names = [field.attname for field in model._meta.concrete_fields if field.name not in without]
        rows = model.objects.filter(product=product).values_list("pk", "archived_at", *names)
        state.rows[model.KIND] = {
            str(pk): dict(zip(names, map(plain, values), strict=True)) | {"archived": put_away is not None}
            for pk, put_away, *values in rows
        }
    links = InitiativeDependency.objects.filter(product=product).values_list("pk", "before_id", "after_id")
    state.dependencies = {
        str(pk): {"before": str(before), "after": str(after)} for pk, before, after in links
    }
    return state


def told(row: Lane | Initiative | Milestone) -> dict[str, Any]:
    """The content of a row, as the past keeps it."""
    names = [field.attname for field in row._meta.concrete_fields if field.name not in _NOT_TOLD]
    return fields_of(row, names) | {"archived": row.archived_at is not None}


def _changes_after(product: Product, seq: int) -> Iterable[Past]:
    rows = Change.objects.filter(
        workspace_id=product.workspace_id,
        seq__gt=seq,
        product_id=product.pk,
        object_kind__in=[model.KIND for model in MODELS],
    )
    # Of what is there after a change only a new dependency counts.
    made = KeyTransform("dependency", "after")
    names = ("seq", "object_kind", "object_id", "verb", "before", "made")
    read = rows.annotate(made=made).order_by("-seq").values_list(*names)
    for number, kind, object_id, verb, before, dependency in read:
        after = {"dependency": dependency} if dependency else {}
        yield Past(number, kind, str(object_id), verb, before, after)


def differences_between(product: Product, since: int, until: int) -> list[Difference]:
    """What differs between two moments of a product's roadmap; the present is read once."""
    now = state_now(product)
    changes = list(_changes_after(product, min(since, until)))
    states = {seq: taken_back(now, [one for one in changes if one.seq > seq]) for seq in {since, until}}
    return differences(states[since], states[until])


def told_at(product: Product, seq: int) -> dict[str, Any]:
    """The live part of the roadmap of a moment, in the terms of today's answer."""
    rows = _shown_at(product, seq).rows
    kept = {kind: _live(rows[kind]) for kind in rows}
    held = {row["lane_id"] for row in kept["initiative"]}
    lanes = [{"id": key, **row} for key, row in rows["lane"].items() if not row["archived"] or key in held]
    initiatives = [
        row | {"window": _window(row), "horizon": row["horizon"] or None} for row in kept["initiative"]
    ]
    return {
        "seq": seq,
        "lanes": sorted(lanes, key=_order),
        "initiatives": sorted(initiatives, key=_order),
        "milestones": sorted(kept["milestone"], key=lambda row: row["day"]),
    }


def _live(rows: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [{"id": key, **row} for key, row in rows.items() if not row["archived"]]


def _order(row: dict[str, Any]) -> tuple[float, str]:
    return row["position"], row["id"]


def _window(row: dict[str, Any]) -> dict[str, Any] | None:
    if row["window_start"] is None:
        return None
    return {
        "start": date.fromisoformat(row["window_start"]),
        "finish": date.fromisoformat(row["window_finish"]),
        "precision": row["window_precision"],
    }


def snapshots_of(product_id: UUID) -> Iterable[Snapshot]:
    """The named moments of a product, newest first. The caller has opened the product."""
    return Snapshot.objects.filter(product_id=product_id, archived_at=None).order_by("-seq", "-pk")


def last_look(scope: Scope, product: Product) -> int | None:
    """The newest change that the member had seen when they came to the roadmap; None at the first time."""
    rows = Seen.objects.filter(member_id=scope.member_id, object_id=product.pk, view="roadmap")
    return rows.values_list("before", flat=True).first()
