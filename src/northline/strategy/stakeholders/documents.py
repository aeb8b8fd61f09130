"""What can be signed: a version of the vision or of a canvas, as sign-off sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from northline.core.models import Editable
from northline.strategy.canvases.models import CanvasVersion
from northline.strategy.canvases.rules import told
from northline.strategy.models import Vision


@dataclass(frozen=True, slots=True)
class Document:
    """A version with its content by boxes. `about` is what its changes are recorded of; numbers count within `line`,
    of which `newest` is the last."""

    kind: str
    id: UUID
    about: Editable
    product_id: UUID
    line: UUID
    number: int
    newest: int
    title: str
    boxes: Mapping[str, object]


def of_vision(row: Vision) -> Document:
    """A version of the vision; one query."""
    versions = Vision.objects.filter(product_id=row.product_id)
    return Document(
        kind=row.KIND,
        id=row.pk,
        about=row,
        product_id=row.product_id,
        line=row.product_id,
        number=row.number,
        newest=versions.order_by("-number").values_list("number", flat=True)[0],
        title=row.title,
        boxes=told(row.boxes),
    )


def of_canvas(row: CanvasVersion) -> Document:
    """A version of a canvas; one query."""
    versions = CanvasVersion.objects.filter(canvas_id=row.canvas_id)
    return Document(
        kind=row.KIND,
        id=row.pk,
        about=row.canvas,
        product_id=row.canvas.product_id,
        line=row.canvas_id,
        number=row.number,
        newest=versions.order_by("-number").values_list("number", flat=True)[0],
        title=f"{row.canvas.title}, version {row.number}",
        boxes=told(row.boxes),
    )
