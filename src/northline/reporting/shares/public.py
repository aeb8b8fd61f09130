"""What the reader of a share gets. Each view is built up from the fields that the share names; nothing is taken away
afterwards, so a field that nobody thought of is not shown."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from northline.core.richtext import plain_text
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.models import Share
from northline.reporting.shares.actions import closed
from northline.roadmap import queries as roadmap
from northline.roadmap.models import Initiative
from northline.scheduling import queries as scheduling


def shown(row: Share) -> dict[str, Any]:
    """The shared view as it stands now. Raises the refusal of a closed share where its subject is put away."""
    fields = frozenset(row.fields)
    answer: dict[str, Any] = {
        "view": row.view,
        "title": row.title,
        "fields": sorted(fields),
        "roadmap": None,
        "timeline": None,
        "shown_at": timezone.now(),
    }
    if row.view == "roadmap":
        product = Product.objects.filter(pk=row.product_id, archived_at=None).first()  # type: ignore[misc]
        if product is None:
            raise closed()
        return answer | {"subject": product.title, "roadmap": _roadmap(product, fields)}
    project = Project.objects.filter(pk=row.project_id, archived_at=None).first()  # type: ignore[misc]
    if project is None:
        raise closed()
    return answer | {"subject": project.title, "timeline": _timeline(project, fields)}


def _roadmap(product: Product, fields: frozenset[str]) -> dict[str, Any]:
    initiatives = list(roadmap.initiatives_of(product.pk))
    chances = _chances(product) if "forecast" in fields else {}
    lanes = []
    if "lane" in fields:
        lanes = [
            {"id": lane.pk, "title": lane.title, "colour": lane.colour}
            for lane in roadmap.lanes_of(product.pk)
        ]
    return {"lanes": lanes, "initiatives": [_initiative(row, fields, chances) for row in initiatives]}


def _initiative(
    row: Initiative, fields: frozenset[str], chances: dict[Any, dict[str, Any]]
) -> dict[str, Any]:
    shown: dict[str, Any] = {"id": row.pk, "title": row.title}
    if "lane" in fields:
        shown["lane_id"] = row.lane_id
    if "status" in fields:
        shown["status"] = row.status
    if "horizon" in fields:
        shown["horizon"] = row.horizon or None
    if "description" in fields:
        shown["description"] = plain_text(row.body)
    if "window" in fields:
        shown["window"] = row.window_start and {
            "start": row.window_start,
            "finish": row.window_finish,
            "precision": row.window_precision,
        }
    if row.pk in chances:
        shown["forecast"] = chances[row.pk]
    return shown


def _chances(product: Product) -> dict[Any, dict[str, Any]]:
    """The chance of each initiative of the product, without the project that it comes from."""
    ids = Initiative.objects.filter(product=product, archived_at=None).values_list("pk", flat=True)
    projects = Project.objects.filter(archived_at=None)
    found = scheduling.chances_of(product.workspace_id, ids, projects=projects)
    return {key: {name: row[name] for name in row if name != "project_id"} for key, row in found.items()}


def _timeline(project: Project, fields: frozenset[str]) -> dict[str, Any]:
    plan = scheduling.timeline_of(project)
    forecast = plan["forecast"]
    return {
        "start": plan["start"] if "dates" in fields else None,
        "finish": plan["finish"] if "dates" in fields else None,
        "deadline": project.deadline if "deadline" in fields else None,
        "calendars": plan["calendars"] if "dates" in fields else [],
        "calendar_id": project.calendar_id if "dates" in fields else None,
        "items": [_item(item, fields) for item in plan["items"]],
        "links": plan["links"] if "links" in fields else [],
        "forecast": (
            forecast
            and "forecast" in fields
            and {name: forecast[name] for name in ("p50", "p85", "probability_on_time")}
        )
        or None,
    }


def _item(item: dict[str, Any], fields: frozenset[str]) -> dict[str, Any]:
    dates = item["schedule"] or {}
    shown = {name: item[name] for name in ("id", "title", "type", "outline_level", "parent_id", "wbs")}
    if "dates" in fields and dates:
        shown |= {"start": dates["start"], "finish": dates["finish"]}
    if "critical" in fields and dates:
        shown["critical"] = dates["critical"]
    if "progress" in fields:
        shown["percent_complete"] = item["percent_complete"]
    if "deadline" in fields:
        shown["deadline"] = item["deadline"]
    return shown
