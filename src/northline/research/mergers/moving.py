"""What goes along when an insight is merged into another, and how it comes back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q

from northline.core.models import Link, plain
from northline.research.models import Insight, Merger


def move(duplicate: Insight, *, kept: Insight) -> dict[str, Any]:
    """Hang what the duplicate has on the one that is kept; answers what went along, for `bring_back`.

    Links that the kept one has already are folded into its own.
    """
    moved: list[dict[str, str]] = []
    folded: list[dict[str, Any]] = []
    for link in Link.objects.filter(Q(source_id=duplicate.pk) | Q(target_id=duplicate.pk)).order_by("pk"):
        end = "source_id" if link.source_id == duplicate.pk else "target_id"
        if _is_there(link, end, kept.pk):
            folded.append({column.attname: plain(getattr(link, column.attname)) for column in _columns()})
            link.delete()
        else:
            moved.append({"id": str(link.pk), "end": end})
            Link.objects.filter(pk=link.pk).update(**{end: kept.pk})
    mergers = list(Merger.objects.filter(kept=duplicate).values_list("pk", flat=True))
    Merger.objects.filter(pk__in=mergers).update(kept=kept)
    lent = customer_lent(duplicate, kept)
    return {
        "links": moved,
        "folded": folded,
        "mergers": [str(pk) for pk in mergers],
        "customer": str(lent) if lent else None,
    }


def customer_lent(duplicate: Insight, kept: Insight) -> UUID | None:
    """The duplicate's customer, where the one that is kept has none."""
    return duplicate.customer_id if kept.customer_id is None else None


def bring_back(merger: Merger, duplicate: Insight, *, kept: Insight) -> None:
    """Give the duplicate back what went along with it and is still there."""
    for one in merger.moved["links"]:
        Link.objects.filter(pk=one["id"], **{one["end"]: kept.pk}).update(**{one["end"]: duplicate.pk})
    for said in merger.moved["folded"]:
        values = {column.attname: column.to_python(said[column.attname]) for column in _columns()}
        if not Link.objects.filter(
            type=values["type"], source_id=values["source_id"], target_id=values["target_id"]
        ).exists():
            Link.objects.create(**values)
    Merger.objects.filter(pk__in=merger.moved["mergers"], kept=kept).update(kept=duplicate)


def _is_there(link: Link, end: str, kept_id: UUID) -> bool:
    """Would the link, hung on the kept one, lead to itself or be there twice?"""
    ends = {"source_id": link.source_id, "target_id": link.target_id} | {end: kept_id}
    is_loop = ends["source_id"] == ends["target_id"]
    return is_loop or Link.objects.filter(type=link.type, **ends).exists()


def _columns() -> list[Any]:
    return list(Link._meta.concrete_fields)
