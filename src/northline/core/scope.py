"""Who asks, and what that person may do: one value that every operation passes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, cast
from uuid import UUID

from northline.core.refusal import NotAllowed, NotFound

Right = Literal["read", "contribute", "plan", "steer", "administer", "own"]
WorkspaceRole = Literal["owner", "admin", "member", "stakeholder"]
ObjectRole = Literal["product_manager", "project_manager", "contributor", "viewer"]

_EVERYTHING: frozenset[Right] = frozenset({"read", "contribute", "plan", "steer", "administer"})

OF_WORKSPACE_ROLE: Mapping[str, frozenset[Right]] = {
    "owner": _EVERYTHING | {"own"},
    "admin": _EVERYTHING,
    "member": frozenset({"read"}),
    # A stakeholder sees only the products and projects where somebody gave them a role.
    "stakeholder": frozenset(),
}
OF_OBJECT_ROLE: Mapping[str, frozenset[Right]] = {
    "product_manager": frozenset({"read", "contribute", "plan", "steer"}),
    "project_manager": frozenset({"read", "contribute", "plan"}),
    "contributor": frozenset({"read", "contribute"}),
    "viewer": frozenset({"read"}),
}
NEEDS: Mapping[str, str] = {
    "read": "a role on it",
    "contribute": "the role of contributor",
    "plan": "the role of project manager",
    "steer": "the role of product manager",
    "administer": "the workspace role of admin",
    "own": "the workspace role of owner",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an object lives: roles on its product and on its project both count. Neither: the workspace."""

    product_id: UUID | None = None
    project_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Scope:
    """A member in a workspace for the length of one request or job.

    `grants` maps ("product" | "project", id) to the roles held there. `door` is by which way they came, for the history:
    empty for a browser, `token` and its name for an API token, `command` for the command line.
    """

    workspace_id: UUID
    member_id: UUID
    person_id: UUID
    name: str
    role: str
    grants: Mapping[tuple[str, UUID], frozenset[str]] = field(default_factory=dict)
    request_id: str = ""
    door: str = ""

    def rights_at(self, place: Place) -> frozenset[Right]:
        """Every right of this member at `place`."""
        rights = OF_WORKSPACE_ROLE[self.role]
        for kind, object_id in (("product", place.product_id), ("project", place.project_id)):
            if object_id is not None:
                for role in self.grants.get((kind, object_id), ()):
                    rights = rights | OF_OBJECT_ROLE[role]
        return rights

    def may(self, right: Right, place: Place) -> bool:
        return right in self.rights_at(place)

    def require(self, right: Right, place: Place, *, what: str = "object") -> None:
        """Raise NotFound where the place cannot even be seen, NotAllowed where it can but not this."""
        rights = self.rights_at(place)
        if "read" not in rights and place != Place():
            raise NotFound(what)
        if right not in rights:
            raise NotAllowed(NEEDS[right])

    @property
    def sees_everything(self) -> bool:
        return "read" in OF_WORKSPACE_ROLE[self.role]

    def may_somewhere(self, right: Right) -> bool:
        """Is the right held in the workspace, or by any role on any product or project?"""
        held = OF_WORKSPACE_ROLE[self.role]
        return right in held or any(
            right in OF_OBJECT_ROLE[role] for roles in self.grants.values() for role in roles
        )

    def granted(self, kind: str, right: Right = "read") -> list[UUID]:
        """The ids of the products or projects on which a role of this member's gives the right."""
        return [
            object_id
            for (granted_kind, object_id), roles in self.grants.items()
            if granted_kind == kind and any(right in OF_OBJECT_ROLE[role] for role in roles)
        ]


def nameless(workspace_id: UUID, *, name: str = "Northline", request_id: str = "", door: str = "") -> Scope:
    """The scope of what no member does: what happens by itself, or by a link. It has no right to anything."""
    nobody = cast(UUID, None)
    return Scope(
        workspace_id=workspace_id,
        member_id=nobody,
        person_id=nobody,
        name=name,
        role="stakeholder",
        request_id=request_id,
        door=door,
    )
