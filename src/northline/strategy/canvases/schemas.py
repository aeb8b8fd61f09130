"""What requests and answers about canvases look like."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, StringConstraints

from northline.core.schemas import In, ObjectOut, Out, Patch, Ref, Text, Title, Who, object_fields, ref
from northline.core.scope import Scope
from northline.strategy.canvases import queries, rules
from northline.strategy.canvases.keeping import Thought
from northline.strategy.canvases.models import Canvas, CanvasVersion, Statement
from northline.strategy.canvases.queries import Evidence
from northline.strategy.differences import BoxDifference
from northline.strategy.stakeholders.rules import content_hash

Template = Literal["lean_canvas", "business_model", "swot", "value_proposition", "positioning"]
Nature = Literal["assumption", "fact"]
Standing = Literal["supported", "contested", "contradicted", "unsupported"]
BoxName = Annotated[str, StringConstraints(pattern=r"^[a-z_]{1,40}$")]


class CanvasIn(In):
    product_id: UUID
    title: Title
    template: Template


class CanvasPatch(Patch):
    title: Title | None = None


class StatementIn(In):
    """`id` names the statement of an earlier version that this one goes on from; null for a new one."""

    id: UUID | None = None
    text: Title
    nature: Nature = "assumption"


class VersionIn(In):
    """All boxes as they are to be. `based_on` is the number of the version they were written from, null for the
    first."""

    boxes: dict[BoxName, Annotated[list[StatementIn], Field(max_length=50)]]
    note: Text = ""
    based_on: int | None = None

    def thoughts(self) -> dict[str, list[Thought]]:
        return {
            box: [Thought(each.id, each.text, each.nature) for each in said]
            for box, said in self.boxes.items()
        }


class CanvasOut(ObjectOut):
    """`boxes` in reading order; `standings` counts the newest version's assumptions by how they stand to evidence."""

    product_id: UUID
    template: Template
    boxes: list[str]
    statements: int
    standings: dict[Standing, int]


class StatedOut(Out):
    """A statement in a version, with how much evidence there is for and against it today."""

    id: UUID
    key: str
    text: str
    nature: Nature
    standing: Standing
    supports: int
    contradicts: int


class CanvasBoxOut(Out):
    box: str
    statements: list[StatedOut]


class CanvasVersionOut(Out):
    id: UUID
    kind: str
    canvas_id: UUID
    number: int
    note: str
    created_by: Who | None
    created_at: datetime
    content_hash: str
    boxes: list[CanvasBoxOut]


class StatementOut(ObjectOut):
    """A statement as the newest version has it; archived when it is no longer in there. `document` is its canvas, or
    the newest version of the vision that it stands in."""

    product_id: UUID
    document: Ref
    template: Template | Literal["vision_board"]
    box: str
    nature: Nature
    standing: Standing
    supports: int
    contradicts: int


class PassageOut(Out):
    change: Literal["same", "added", "removed"]
    text: str


class StatementDifferenceOut(Out):
    """`nature_before` and `nature_after` are empty where the statement was not there, or has none."""

    id: str
    change: Literal["same", "edited", "added", "removed"]
    nature_before: str
    nature_after: str
    passages: list[PassageOut]


class BoxDifferenceOut(Out):
    box: str
    changed: bool
    statements: list[StatementDifferenceOut]


class VersionDifferencesOut(Out):
    """From version `before` to version `after`, box by box."""

    before: int
    after: int
    boxes: list[BoxDifferenceOut]


def show_canvases(rows: Iterable[Canvas], scope: Scope) -> list[dict[str, Any]]:
    """Canvases with how their assumptions stand. Three queries however many, with one kind of evidence."""
    canvases = list(rows)
    said = queries.statements_of(canvases)
    found = queries.evidence_of(scope, {each.pk for group in said.values() for each in group})
    return [_canvas(row, said.get(row.pk, []), found, scope) for row in canvases]


def show_canvas(row: Canvas, scope: Scope) -> dict[str, Any]:
    return show_canvases([row], scope)[0]


def _canvas(
    row: Canvas, said: list[Statement], found: Mapping[UUID, Evidence], scope: Scope
) -> dict[str, Any]:
    assumed = [each for each in said if each.nature == Statement.Nature.ASSUMPTION]
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "template": row.template,
        "boxes": list(rules.TEMPLATES[row.template]),
        "statements": len(said),
        "standings": dict(Counter(found.get(each.pk, Evidence()).standing for each in assumed)),
    }


def show_versions(rows: Iterable[CanvasVersion], scope: Scope) -> list[dict[str, Any]]:
    """Versions with today's evidence. Three queries however many, with one kind of evidence."""
    versions = list(rows)
    ids = queries.ids_in(row.boxes for row in versions)
    found, keys = queries.evidence_of(scope, ids), queries.keys_of(ids)
    return [_version(row, found, keys) for row in versions]


def show_version(row: CanvasVersion, scope: Scope) -> dict[str, Any]:
    return show_versions([row], scope)[0]


def _version(row: CanvasVersion, found: Mapping[UUID, Evidence], keys: Mapping[UUID, str]) -> dict[str, Any]:
    return {
        "id": row.pk,
        "kind": row.KIND,
        "canvas_id": row.canvas_id,
        "number": row.number,
        "note": row.note,
        "created_by": row.created_by,
        "created_at": row.created_at,
        "content_hash": content_hash(rules.told(row.boxes)),
        "boxes": show_boxes(row.canvas.template, row.boxes, found, keys),
    }


def show_boxes(
    template: str,
    boxes: Mapping[str, list[dict[str, Any]]],
    found: Mapping[UUID, Evidence],
    keys: Mapping[UUID, str],
) -> list[dict[str, Any]]:
    """What a version says, box by box, with the evidence found for its statements."""
    return [
        {"box": box, "statements": [_stated(each, found, keys) for each in boxes.get(box, [])]}
        for box in rules.TEMPLATES[template]
    ]


def _stated(
    each: Mapping[str, Any], found: Mapping[UUID, Evidence], keys: Mapping[UUID, str]
) -> dict[str, Any]:
    key = UUID(each["id"])
    return ({"id": key, "key": keys[key], "text": each["text"], "nature": each["nature"]}) | _told(
        found.get(key, Evidence())
    )


def show_statements(rows: Iterable[Statement], scope: Scope) -> list[dict[str, Any]]:
    """Statements with how they stand. One query however many, and one a kind of evidence."""
    statements = list(rows)
    found = queries.evidence_of(scope, {row.pk for row in statements})
    return [_statement(row, found.get(row.pk, Evidence()), scope) for row in statements]


def show_statement(row: Statement, scope: Scope) -> dict[str, Any]:
    return show_statements([row], scope)[0]


def _statement(row: Statement, found: Evidence, scope: Scope) -> dict[str, Any]:
    return object_fields(row, can=_can(row, scope)) | {
        "product_id": row.product_id,
        "document": ref(row.canvas or row.vision),
        "template": row.canvas.template if row.canvas else rules.VISION,
        "box": row.box,
        "nature": row.nature,
        **_told(found),
    }


def _told(found: Evidence) -> dict[str, Any]:
    return {"standing": found.standing, "supports": found.supports, "contradicts": found.contradicts}


def show_differences(before: int, after: int, boxes: list[BoxDifference]) -> dict[str, Any]:
    return {"before": before, "after": after, "boxes": boxes}


def _can(row: Canvas | Statement, scope: Scope) -> dict[str, bool]:
    rights = scope.rights_at(row.place())
    return {"edit": "steer" in rights, "contribute": "contribute" in rights}
