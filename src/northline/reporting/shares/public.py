"""What the reader of a share gets. Each view is built up from the fields that the share names; nothing is taken away
afterwards, so a field that nobody thought of is not shown."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import F
from django.http import HttpResponse
from django.utils import timezone

from northline.core.refusal import Refusal
from northline.delivery.models import Project
from northline.products.models import Product
from northline.reporting.audiences.sight import drawn_as
from northline.reporting.audiences.view import roadmap_for
from northline.reporting.digests.news import roadmap_news
from northline.reporting.digests.wording import Told
from northline.reporting.exports.files import Format, file_of
from northline.reporting.models import Share, ShareVisit
from northline.reporting.shares.actions import closed
from northline.reporting.status.files import status_file
from northline.scheduling import queries as scheduling


def shown(row: Share) -> dict[str, Any]:
    """The shared view as it stands now, or as it stood when it was frozen.

    Raises the refusal of a closed share where its subject is put away.
    """
    subject = _subject(row)
    answer = {
        "view": row.view,
        "title": row.title,
        "subject": subject.title,
        "frozen_at": row.created_at if row.frozen else None,
        "shown_at": timezone.now(),
        "roadmap": None,
        "timeline": None,
        "status": None,
    }
    seen = row.frozen or content(row, subject)
    return answer | seen | {"layout": _layout(row, seen)}


def content(row: Share, subject: Product | Project) -> dict[str, Any]:
    """The fields that are shown and what is in them, now."""
    if isinstance(subject, Product):
        sight = row.sight()
        return {"fields": sorted(sight.fields), "roadmap": roadmap_for(subject, sight)}
    fields = frozenset(row.fields)
    return {"fields": sorted(fields), "timeline": _timeline(subject, fields)}


def frozen(row: Share) -> dict[str, Any]:
    """What a share that is being opened keeps for good."""
    return content(row, _subject(row))


def downloaded(row: Share, format: Format) -> HttpResponse:
    """A shared roadmap or report as a file. Raises Refusal `share.no_file` for other views and forms."""
    subject = _subject(row)
    if row.view == Share.View.STATUS and row.frozen and format in ("pdf", "pptx"):
        return status_file(row.frozen["status"], format=format)
    if not isinstance(subject, Product):
        raise Refusal(
            "share.no_file",
            "Only a roadmap, or a report as PDF or PPTX, can be taken away as a file. Open the page instead.",
        )
    seen = row.frozen or content(row, subject)
    return file_of(
        seen["roadmap"],
        product=subject,
        format=format,
        layout=_layout(row, seen),
        fields=frozenset(seen["fields"]),
        reader=row.title,
    )


def news(row: Share, *, since: datetime) -> dict[str, Any]:
    """What its readers see changed since then, at the earliest since it was opened. Only a live roadmap has news."""
    subject = _subject(row)
    since = min(max(since, row.created_at), timezone.now())
    told: tuple[Told, ...] = ()
    if isinstance(subject, Product) and not row.frozen:
        told = roadmap_news(subject, row.sight(), since)
    return {"since": since, "told": told}


def _layout(row: Share, seen: dict[str, Any]) -> str:
    return drawn_as(row.audience.layout if row.audience else "timeline", frozenset(seen["fields"]))


def count_visit(row: Share) -> None:
    """One more look at a share today. A reader's look is no change of the workspace."""
    today = {"share": row, "day": timezone.now().date()}
    if not ShareVisit.objects.filter(**today).update(count=F("count") + 1):
        ShareVisit.objects.get_or_create(**today, defaults={"workspace_id": row.workspace_id})
        ShareVisit.objects.filter(**today).update(count=F("count") + 1)


def _subject(row: Share) -> Product | Project:
    found: Product | Project | None
    if row.view == Share.View.ROADMAP:
        found = Product.objects.filter(pk=row.product_id, archived_at=None).first()  # type: ignore[misc]
    else:
        found = Project.objects.filter(pk=row.project_id, archived_at=None).first()  # type: ignore[misc]
    if found is None:
        raise closed()
    return found


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
