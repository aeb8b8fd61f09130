"""What a version of a document says, kept: the rows of its statements, on canvases and on the vision board."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self
from uuid import UUID

from django.db.models import F, QuerySet
from django.utils import timezone

from northline.core import changes
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope
from northline.strategy.canvases import rules
from northline.strategy.canvases.models import Canvas, Statement


class Thought(NamedTuple):
    """A statement as it is to be; `id` is None for a new one."""

    id: UUID | None
    text: str
    nature: str


Boxes = Mapping[str, Sequence[Thought]]
Stored = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Document:
    """A canvas, or the vision board of a product, of which `vision_id` is the version being written."""

    template: str
    product_id: UUID
    canvas_id: UUID | None = None
    vision_id: UUID | None = None

    @classmethod
    def of_canvas(cls, canvas: Canvas) -> Self:
        return cls(canvas.template, canvas.product_id, canvas_id=canvas.pk)

    @property
    def boxes(self) -> tuple[str, ...]:
        return rules.TEMPLATES[self.template]

    def statements(self) -> QuerySet[Statement]:
        """All that stand or ever stood on it."""
        mine = Statement.objects.filter(product_id=self.product_id)
        return mine.filter(canvas_id=self.canvas_id) if self.canvas_id else mine.filter(canvas=None)


def kept(document: Document, boxes: Boxes, *, by: Scope) -> Stored:
    """Bring the rows of the statements to what the version says; answers how the version stores them.

    Raises Refusal `canvas.no_such_box` and `canvas.statement_twice`, and NotFound for a statement of another document.
    """
    _check(document, boxes)
    rows = {row.pk: row for row in document.statements()}
    made = iter(_made(document, boxes, by))
    stored: Stored = {}
    standing = set()
    for box in document.boxes:
        stored[box] = []
        for said in boxes.get(box, ()):
            row = rows.get(said.id) if said.id else next(made)
            if row is None:
                raise NotFound("statement")
            _bring_up_to_date(row, box=box, said=said)
            standing.add(row.pk)
            stored[box].append({"id": str(row.pk), "text": said.text, "nature": said.nature})
    if document.vision_id:
        Statement.objects.filter(pk__in=standing).update(vision_id=document.vision_id)
    gone = document.statements().filter(archived_at=None).exclude(pk__in=standing)
    gone.update(archived_at=timezone.now(), version=F("version") + 1, updated_at=timezone.now())
    return stored


def _check(document: Document, boxes: Boxes) -> None:
    strange = sorted(boxes.keys() - set(document.boxes))
    if strange:
        raise Refusal(
            "canvas.no_such_box",
            f"There is no box {strange[0]} on it. These are: {', '.join(document.boxes)}. Nothing was changed.",
        )
    named = [each.id for said in boxes.values() for each in said if each.id]
    if len(set(named)) < len(named):
        raise Refusal(
            "canvas.statement_twice", "A statement stands in two places; leave one. Nothing was changed."
        )


def _made(document: Document, boxes: Boxes, by: Scope) -> list[Statement]:
    """Rows for the new statements, in the order in which their boxes are read."""
    new = [(box, said) for box in document.boxes for said in boxes.get(box, ()) if said.id is None]
    if not new:
        return []
    keys = changes.next_keys(by.workspace_id, Statement.PREFIX, count=len(new))
    return Statement.objects.bulk_create(
        [
            Statement(
                workspace_id=by.workspace_id,
                canvas_id=document.canvas_id,
                vision_id=document.vision_id,
                product_id=document.product_id,
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


def differing(
    old: Mapping[str, list[dict[str, Any]]], new: Mapping[str, list[dict[str, Any]]]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The boxes that differ, as the texts that stood and stand in them."""
    before, after = rules.told(old), rules.told(new)
    boxes = [box for box in new if (before.get(box) or []) != after[box]]
    return (
        {box: rules.lines(old.get(box, [])) for box in boxes},
        {box: rules.lines(new[box]) for box in boxes},
    )
