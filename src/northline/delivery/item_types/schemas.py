"""What types of work look like."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, FiniteFloat, StringConstraints

from northline.core.schemas import In, Line, ObjectOut, Patch, Writable, object_fields
from northline.core.scope import Scope
from northline.delivery.item_types import access
from northline.delivery.models import ItemType
from northline.delivery.schemas import StateIn, StateOut
from northline.delivery.workflow import MOST_STATES

TypeTitle = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=40), Writable]
Icon = Literal[
    "check", "bug", "book", "flask", "bulb", "tool", "shield", "palette", "file", "chat", "rocket", "alert"
]
Colour = Literal["gray", "blue", "teal", "green", "yellow", "orange", "red", "grape"]


# None: work of the type goes through the states of its project.
States = Annotated[list[StateIn], Field(max_length=MOST_STATES)]


class ItemTypeIn(In):
    title: TypeTitle
    description: Line = ""
    icon: Icon = "check"
    colour: Colour = "gray"
    workflow: States = []


class ItemTypePatch(Patch):
    """`position` orders the types: between two others' it stands between them."""

    title: TypeTitle | None = None
    description: Line | None = None
    icon: Icon | None = None
    colour: Colour | None = None
    position: FiniteFloat | None = None
    workflow: States | None = None


class ItemTypeOut(ObjectOut):
    description: str
    icon: Icon
    colour: Colour
    position: float
    workflow: list[StateOut]


def show_item_type(row: ItemType, scope: Scope) -> dict[str, Any]:
    names = ("description", "icon", "colour", "position", "workflow")
    can = {"edit": access.may_keep(scope)}
    return object_fields(row, can=can) | {name: getattr(row, name) for name in names}
