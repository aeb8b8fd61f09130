"""The verbs of canvases. Each is one transaction and records one change."""

from __future__ import annotations

from django.db import transaction

from northline.core import changes, editing
from northline.core.refusal import Conflict, Stale
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy.canvases import keeping, queries
from northline.strategy.canvases.keeping import Boxes, Thought
from northline.strategy.canvases.models import Canvas, CanvasVersion

__all__ = ["Boxes", "Thought", "draw_canvas", "write_version"]


def draw_canvas(product: Product, *, title: str, template: str, by: Scope) -> Canvas:
    """Begin a canvas; its first version is written next."""
    row = Canvas(workspace_id=by.workspace_id, product=product, title=title, template=template)
    return editing.create(row, prefix=Canvas.PREFIX, by=by)


@transaction.atomic
def write_version(
    canvas: Canvas, *, boxes: Boxes, note: str, based_on: int | None, by: Scope
) -> CanvasVersion:
    """Write the next version of a canvas.

    Raises Stale, with the newest version, when that is not the one it was written from, Conflict `canvas.archived`,
    Refusal `canvas.no_such_box` and `canvas.statement_twice`, and NotFound for a statement of another canvas.
    """
    # Two versions at once would both be written from the same one; the canvas's row orders them.
    canvas = Canvas.objects.select_for_update().get(pk=canvas.pk)
    newest = queries.newest_of(canvas)
    if based_on != (newest.number if newest else None):
        raise Stale(newest)
    if canvas.archived_at:
        raise Conflict("canvas.archived", f"{canvas.key} is archived. Restore it first. Nothing was changed.")
    stored = keeping.kept(keeping.Document.of_canvas(canvas), boxes, by=by)
    row = CanvasVersion.objects.create(
        workspace_id=by.workspace_id,
        canvas=canvas,
        number=newest.number + 1 if newest else 1,
        boxes=stored,
        note=note,
        created_by_id=by.member_id,
    )
    before, after = keeping.differing(newest.boxes if newest else {}, stored)
    # Not to be undone: versions are never taken away, one writes the next.
    changes.record(by, "wrote", canvas, before=before, after=after | {"number": row.number}, reason=note)
    return row
