"""The dry run: what an import would do to each item, decided over plain values and what is known already."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

from django.utils import timezone

from northline.core.listing.reading import day_in
from northline.core.richtext import Doc
from northline.formats.feedback import Item, Said
from northline.research.imports.bodies import LONGEST_TITLE, body_of, too_long
from northline.research.imports.mapping import LEFT_OUT, Plan, kind_of
from northline.research.imports.own_fields import Reader

What = Literal["create", "update", "unchanged", "error", "left_out"]
MOST_TAGS, LONGEST_TAG = 20, 40
LONGEST_ID = 300


@dataclass(frozen=True, slots=True)
class Known:
    """What came in before: the object, what was taken from the source, and whether it was put away here since."""

    id: UUID
    kind: str
    taken: Mapping[str, Any]
    archived: bool = False


@dataclass(slots=True)
class Outcome:
    """What becomes of one item; `taken` are its fields, `changed` those that differ from the last time."""

    item: Item
    what: What
    kind: str = ""
    code: str = ""
    why: str = ""
    known: Known | None = None
    body: Doc = field(default_factory=dict)
    taken: dict[str, Any] = field(default_factory=dict)
    changed: tuple[str, ...] = ()
    comments: tuple[Said, ...] = ()


def tried(
    items: Sequence[Item],
    plan: Plan,
    *,
    known: Mapping[str, Known],
    comments: frozenset[str],
    reader: Reader | None = None,
) -> list[Outcome]:
    """What becomes of each item, in the order of the file. `comments` are the ids of those that came in before,
    `reader` knows the fields that people added."""
    seen: set[str] = set()
    outcomes = [_one(item, plan, known, comments, seen, reader or Reader()) for item in items]
    _refuse_circles(outcomes)
    return outcomes


def comment_id(said: Said) -> str:
    """What a comment is known by: reworded at its source it is another one, so that neither text is lost."""
    return f"{said.id[:200]}:{hashlib.sha256(said.text.encode()).hexdigest()[:24]}"


def _one(
    item: Item,
    plan: Plan,
    known: Mapping[str, Known],
    comments: frozenset[str],
    seen: set[str],
    reader: Reader,
) -> Outcome:
    kind = kind_of(item, plan)
    if kind == LEFT_OUT:
        return Outcome(item, "left_out", why=f"The mapping leaves out “{item.type or item.group}”.")
    if fault := _fault(item, seen):
        return Outcome(item, "error", kind=kind, code=fault[0], why=fault[1])
    seen.add(item.id)
    before = known.get(item.id)
    kind = before.kind if before else kind
    own = reader.read(item, kind)
    if own.fault:
        return Outcome(item, "error", kind=kind, code="import.bad_value", why=own.fault)
    also, taken = _fields(item, kind, plan)
    also += own.kept
    if own.values or (before and before.taken.get("custom")):
        taken["custom"] = own.values
    try:
        body = body_of(item, source=plan.source, also=also)
    except ValueError as error:
        return Outcome(item, "error", kind=kind, code="import.text_too_long", why=str(error))
    taken["body"] = hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()
    new = tuple(said for said in item.comments if said.text and comment_id(said) not in comments)
    made = Outcome(item, "create", kind=kind, known=before, body=body, taken=taken, comments=new)
    return _compared(made, before) if before else made


def _fault(item: Item, seen: set[str]) -> tuple[str, str] | None:
    if not item.id and not item.title:
        return "import.nothing_to_know_it_by", "It has neither an id nor a title. Give it one in the file."
    if not item.id:
        return "import.no_id", "It has no id, so that a second import could not know it again."
    if len(item.id) > LONGEST_ID:
        return (
            "import.id_too_long",
            f"Its id is longer than {LONGEST_ID} characters. Is that the right column?",
        )
    if item.id in seen:
        return "import.id_twice", f"“{item.id[:60]}” stands in the file twice. Keep one of the two."
    if too_long(item):
        return "import.text_too_long", "Its text is longer than 100,000 characters. Shorten it in the file."
    return None


def _compared(made: Outcome, before: Known) -> Outcome:
    made.changed = tuple(name for name, value in made.taken.items() if before.taken.get(name) != value)
    if before.archived:
        made.what, made.why, made.changed, made.comments = "unchanged", "It was archived here.", (), ()
    else:
        made.what = "update" if made.changed or made.comments else "unchanged"
    return made


def _fields(item: Item, kind: str, plan: Plan) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """What goes to the end of the text, and the fields as they are stored."""
    taken: dict[str, Any] = {
        "title": (item.title or item.id)[:LONGEST_TITLE].strip() or item.id[:LONGEST_TITLE]
    }
    labels = list(item.labels)
    if kind == "insight":
        wanted = dict.fromkeys(
            tag.strip().lower() for tag in (*labels, item.group, item.state) if tag.strip()
        )
        tags = [tag for tag in wanted if len(tag) <= LONGEST_TAG][:MOST_TAGS]
        taken |= {
            "tags": tags,
            "customer": item.customer[:LONGEST_TITLE],
            "observed_on": day_of(item.created),
        }
        labels = [label for label in labels if label.strip().lower() not in tags]
        rest = item.customer if len(item.customer) > LONGEST_TITLE else ""
        also = [("Labels", ", ".join(labels)), ("Customer", rest)]
    else:
        also = [("Labels", ", ".join(labels)), ("Customer", item.customer)]
    if kind == "idea":
        taken["status"] = plan.statuses.get(item.state, "new")
    if kind == "opportunity":
        taken["parent"] = item.parent
    also.append(("Under", item.parent))
    return also, taken


def day_of(written: str) -> str | None:
    """The day of a date as tools write it; None for what is no date, can be read in two ways or lies ahead.

    >>> day_of("2024-03-05T10:00:00Z"), day_of("05/Mar/24 4:05 PM"), day_of("05.03.2024")
    ('2024-03-05', '2024-03-05', None)
    """
    day = day_in(written)
    return day.isoformat() if day and day <= timezone.localdate() else None


def _refuse_circles(outcomes: Iterable[Outcome]) -> None:
    """Refuse opportunities that stand below themselves by what the file says."""
    made = {o.item.id: o for o in outcomes if o.kind == "opportunity" and o.what != "error"}
    for own, outcome in made.items():
        walked, at = {own}, made.get(outcome.item.parent)
        while at is not None and at.item.id not in walked:
            walked.add(at.item.id)
            at = made.get(at.item.parent)
        if at is not None and at.item.id == own:
            outcome.what, outcome.code = "error", "import.parent_circle"
            outcome.why = f"“{own[:60]}” stands below itself. Mend its parent in the file."
