"""The verbs of canvases. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from northline.core import changes, editing
from northline.core.refusal import Conflict, NotFound, Refusal, Stale
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy.canvases import queries, rules
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement


class Thought(NamedTuple):
    """A statement as it is to be; `id` is None for a new one."""

    id: UUID | None
    text: str
    nature: str


Boxes = Mapping[str, Sequence[Thought]]


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
    _check_boxes(canvas, boxes)
    stored = _kept(canvas, boxes, by)
    row = CanvasVersion.objects.create(
        workspace_id=by.workspace_id,
        canvas=canvas,
        number=newest.number + 1 if newest else 1,
        boxes=stored,
        note=note,
        created_by_id=by.member_id,
    )
    before, after = _differing(newest.boxes if newest else {}, stored)
    # Not to be undone: versions are never taken away, one writes the next.
    changes.record(by, "wrote", canvas, before=before, after=after | {"number": row.number}, reason=note)
    return row


def _check_boxes(canvas: Canvas, boxes: Boxes) -> None:
    known = rules.TEMPLATES[canvas.template]
    strange = sorted(boxes.keys() - set(known))
    if strange:
        raise Refusal(
            "canvas.no_such_box",
            f"There is no box {strange[0]} on it. These are: {', '.join(known)}. Nothing was changed.",
        )
    named = [each.id for said in boxes.values() for each in said if each.id]
    if len(set(named)) < len(named):
        raise Refusal(
            "canvas.statement_twice", "A statement stands in two places; leave one. Nothing was changed."
        )


def _kept(canvas: Canvas, boxes: Boxes, by: Scope) -> dict[str, list[dict[str, Any]]]:
    """Bring the rows of the statements to what the version says; answers how the version stores them."""
    rows = {row.pk: row for row in Statement.objects.filter(canvas=canvas)}
    made = iter(_made(canvas, boxes, by))
    stored: dict[str, list[dict[str, Any]]] = {}
    standing = set()
    for box in rules.TEMPLATES[canvas.template]:
        stored[box] = []
        for said in boxes.get(box, ()):
            row = rows.get(said.id) if said.id else next(made)
            if row is None:
                raise NotFound("statement")
            _bring_up_to_date(row, box=box, said=said)
            standing.add(row.pk)
            stored[box].append({"id": str(row.pk), "text": said.text, "nature": said.nature})
    gone = Statement.objects.filter(canvas=canvas, archived_at=None).exclude(pk__in=standing)
    gone.update(archived_at=timezone.now(), version=F("version") + 1, updated_at=timezone.now())
    return stored


def _made(canvas: Canvas, boxes: Boxes, by: Scope) -> list[Statement]:
    """Rows for the new statements, in the order in which their boxes are read."""
    new = [
        (box, said)
        for box in rules.TEMPLATES[canvas.template]
        for said in boxes.get(box, ())
        if said.id is None
    ]
    if not new:
        return []
    keys = changes.next_keys(by.workspace_id, Statement.PREFIX, count=len(new))
    return Statement.objects.bulk_create(
        [
            Statement(
                workspace_id=by.workspace_id,
                canvas=canvas,
                product_id=canvas.product_id,
                key=key,
                title=said.text,
                box=box,
                nature=said.nature,
            )
            for key, (box, said) in zip(keys, new, strict=True)
        ]
    )


def _bring_up_to_date(row: Statement, *, box: str, said: Thought) -> None:
    wanted = {"title": said.text, "box": box, "nature": said.nature, "archived_at": None}
    if any(getattr(row, name) != value for name, value in wanted.items()):
        Statement.objects.filter(pk=row.pk).update(
            **wanted, version=F("version") + 1, updated_at=timezone.now()
        )


def _differing(
    old: Mapping[str, list[dict[str, Any]]], new: Mapping[str, list[dict[str, Any]]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The boxes that differ, as the texts that stood and stand in them."""
    before, after = rules.told(old), rules.told(new)
    boxes = [box for box in new if (before.get(box) or []) != after[box]]
    return {box: _lines(old.get(box, [])) for box in boxes}, {box: _lines(new[box]) for box in boxes}


def _lines(said: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(each["text"] for each in said)
