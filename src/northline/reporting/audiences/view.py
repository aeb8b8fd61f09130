"""A roadmap as its readers get it: built up from the fields that they may see. Nothing is taken away afterwards, so a
field that nobody thought of is not shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from northline.core.listing.fields import PREFIX
from northline.core.richtext import plain_text
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.audiences.sight import Precision, Sight, last_told, told_window
from northline.roadmap.models import Initiative
from northline.roadmap.queries import items as roadmap
from northline.roadmap.queries.colouring import colours_by
from northline.roadmap.queries.custom import custom_fields_of, names_in
from northline.roadmap.queries.custom import told as in_words
from northline.roadmap.queries.plain import PlainInitiative, plain_initiatives_of
from northline.scheduling.chances import chances_of

Chances = dict[Any, dict[str, Any]]


def roadmap_for(product: Product, sight: Sight) -> dict[str, Any]:
    """Lanes, initiatives, milestones, dependencies and colours, as far as they are shown; what is parked is not. At most
    nine queries."""
    rows = [
        row
        for row in plain_initiatives_of(product.pk)
        if not row.parked and (not sight.statuses or row.status in sight.statuses)
    ]
    shown = {row.pk for row in rows}
    chances = _chances(product, sight.precision) if "forecast" in sight.fields else {}
    answer: dict[str, Any] = {
        "lanes": _lanes(product) if "lane" in sight.fields else [],
        "initiatives": [_initiative(row, sight, chances) for row in rows],
    }
    told = {row["id"]: row for row in answer["initiatives"]}
    if "container" in sight.fields:
        _contain(rows, told)
    if any(field.startswith(PREFIX) for field in sight.fields):
        _customise(rows, told, product, sight)
    if sight.may_colour():
        _colour(rows, answer, product, sight, chances)
    if "milestones" in sight.fields:
        answer["milestones"] = _milestones(product, sight)
    if "dependencies" in sight.fields:
        answer["dependencies"] = [
            {"before": pair.before_id, "after": pair.after_id}
            for pair in roadmap.dependencies_of(product.pk)
            if pair.before_id in shown and pair.after_id in shown
        ]
    return answer


def _contain(rows: list[PlainInitiative], told: dict[Any, dict[str, Any]]) -> None:
    for row in rows:
        container = told.get(row.parent_id)
        told[row.pk]["container"] = container["title"] if container else None


def _customise(
    rows: list[PlainInitiative], told: dict[Any, dict[str, Any]], product: Product, sight: Sight
) -> None:
    """The values of fields that people added, each by the field's title."""
    shown = [field for field in custom_fields_of(product) if PREFIX + field.name in sight.fields]
    names = names_in(shown, rows)
    for row in rows:
        told[row.pk]["custom"] = {
            field.title: in_words(field, row.custom[field.name], names)
            for field in shown
            if row.custom.get(field.name) is not None
        }


def _colour(
    rows: list[PlainInitiative], answer: dict[str, Any], product: Product, sight: Sight, chances: Chances
) -> None:
    known = {key: chance["probability"] for key, chance in chances.items()}
    colours = colours_by(sight.colour, rows, product=product, chances=known)
    if colours is None:
        return
    answer["colours"] = colours.shown()
    for row in answer["initiatives"]:
        row["colour"] = colours.of[row["id"]]


def _lanes(product: Product) -> list[dict[str, Any]]:
    return [
        {"id": lane.pk, "title": lane.title, "colour": lane.colour} for lane in roadmap.lanes_of(product.pk)
    ]


def _milestones(product: Product, sight: Sight) -> list[dict[str, Any]]:
    return [
        {"id": mark.pk, "title": mark.title, "day": last_told(mark.day, sight.precision)}
        | ({"lane_id": mark.lane_id} if "lane" in sight.fields else {})
        for mark in roadmap.milestones_of(product.pk)
    ]


def _initiative(row: PlainInitiative, sight: Sight, chances: Chances) -> dict[str, Any]:
    values: dict[str, Any] = {
        "lane": ("lane_id", row.lane_id),
        "status": ("status", row.status),
        "horizon": ("horizon", row.horizon or None),
        "owner": ("owner", row.owner.name if row.owner else None),
        "goal": ("goal", row.goal),
        "metrics": ("metrics", row.metrics),
        "features": ("features", row.features),
        "effort": ("effort_weeks", row.effort_weeks),
        "theme": ("theme", row.theme_title),
    }
    shown: dict[str, Any] = {"id": row.pk, "title": row.title}
    shown |= dict(pair for field, pair in values.items() if field in sight.fields)
    if "description" in sight.fields:
        shown["description"] = plain_text(row.body)
    if "window" in sight.fields:
        shown["window"] = _window(row, sight.precision)
    if row.pk in chances:
        shown["forecast"] = chances[row.pk]
    return shown


def _window(row: PlainInitiative, precision: Precision) -> dict[str, Any] | None:
    if row.window_start is None or row.window_finish is None:
        return None
    start, finish = told_window(row.window_start, row.window_finish, precision)
    return {
        "start": start,
        "finish": finish,
        "precision": row.window_precision if precision == "exact" else precision,
    }


def _chances(product: Product, precision: Precision) -> Chances:
    """The chance of each initiative of the product, without the project that it comes from."""
    ids = Initiative.objects.filter(product=product, archived_at=None).values_list("pk", flat=True)
    projects = Project.objects.filter(archived_at=None)
    found = chances_of(product.workspace_id, ids, projects=projects)
    return {key: _told(row, precision) for key, row in found.items()}


def _told(chance: dict[str, Any], precision: Precision) -> dict[str, Any]:
    kept = {name: value for name, value in chance.items() if name != "project_id"}
    if precision == "exact":
        return kept
    days = {
        name: last_told(datetime.fromisoformat(str(kept[name])).date(), precision)
        for name in ("p50", "p85", "deadline")
        if kept[name]
    }
    return kept | days
