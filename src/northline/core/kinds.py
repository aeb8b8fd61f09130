"""The register of kinds: how code that knows no area finds, shows and takes back an object of any kind.

Each area registers its kinds once, in its AppConfig.ready.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from northline.core.doors import opened
from northline.core.models import Editable, Row
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Right, Scope

End = Literal["source", "target"]


@dataclass(frozen=True, slots=True)
class Kind:
    """`edits` is the right that a change to such an object takes; `show` makes the API's answer of it.

    `door` opens one where it is not enough to know where it lives.
    """

    name: str
    model: type[Row]
    edits: Right
    show: Callable[[Any, Scope], Any]
    searchable: bool = True
    door: Callable[[Scope, UUID, Right], Row] | None = None


@dataclass(frozen=True, slots=True)
class LinkType:
    """A sentence that may stand between two kinds: `source` `name` `target`. The right is asked at both ends.

    `reason` is the end that is the other's why: an insight supports an opportunity and is its why, an idea addresses
    an opportunity, which is its why.
    """

    name: str
    source: str
    target: str
    reason: End


_KINDS: dict[str, Kind] = {}
_LINK_TYPES: dict[tuple[str, str, str], LinkType] = {}


def register(kind: Kind) -> None:
    _KINDS[kind.name] = kind


def register_link(name: str, *, source: str, target: str, reason: End) -> None:
    _LINK_TYPES[name, source, target] = LinkType(name, source, target, reason)


def all_kinds() -> list[Kind]:
    return list(_KINDS.values())


def all_link_types() -> list[LinkType]:
    return list(_LINK_TYPES.values())


def kind_named(name: str) -> Kind:
    """The kind, or NotFound: a kind that does not exist looks like an object that does not."""
    if name not in _KINDS:
        raise NotFound
    return _KINDS[name]


def link_type(name: str, *, source: str, target: str) -> LinkType:
    """The registered link type, or a refusal that lists what may join the two."""
    wanted = _LINK_TYPES.get((name, source, target))
    if wanted is None:
        ends = (source, target)
        fitting = sorted(found.name for found in _LINK_TYPES.values() if (found.source, found.target) == ends)
        raise Refusal(
            "link.does_not_fit",
            f"“{name}” does not lead from {source} to {target}. "
            + (f"These do: {', '.join(fitting)}." if fitting else "No link leads that way."),
        )
    return wanted


def object_at(scope: Scope, kind_name: str, object_id: UUID, *, right: Right = "read") -> Any:
    """The row of that kind and id, already allowed, or NotFound or NotAllowed."""
    kind = kind_named(kind_name)
    if kind.door:
        return kind.door(scope, object_id, right)
    return opened(scope, kind.model._default_manager.all(), object_id, right=right)


def object_with_key(scope: Scope, kind_name: str, key: str) -> Any:
    """The row of that kind and short key, readable by the member, or NotFound."""
    model = kind_named(kind_name).model
    found = None
    # PostgreSQL breaks off where it is asked for NUL.
    if issubclass(model, Editable) and "\0" not in key:
        rows = model._default_manager.filter(workspace_id=scope.workspace_id, key=key.upper())
        found = rows.values_list("pk", flat=True).first()
    if found is None:
        raise NotFound(kind_name)
    return object_at(scope, kind_name, found)
