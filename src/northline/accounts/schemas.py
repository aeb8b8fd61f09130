"""What accounts' requests and answers look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import EmailStr, StringConstraints

from northline.core.schemas import In, Out

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
WorkspaceRole = Literal["owner", "admin", "member", "stakeholder"]
ObjectRole = Literal["product_manager", "project_manager", "contributor", "viewer"]


class SignIn(In):
    email: EmailStr
    password: Password


class PersonOut(Out):
    id: UUID
    name: str
    email: str
    theme: str
    perspective: str
    locale: str


class WorkspaceOut(Out):
    slug: str
    name: str


class MembershipOut(Out):
    workspace: WorkspaceOut
    role: WorkspaceRole


class MemberRef(Out):
    id: UUID
    name: str
    role: WorkspaceRole


class SessionOut(Out):
    person: PersonOut
    workspace: WorkspaceOut | None
    member: MemberRef | None
    memberships: list[MembershipOut]
    can: dict[str, bool]


class PersonPatch(In):
    name: Name | None = None
    theme: Literal["light", "dark", "auto"] | None = None
    perspective: Literal["product", "project"] | None = None
    locale: Annotated[str, StringConstraints(max_length=20)] | None = None


class BrowserOut(Out):
    id: UUID
    address: str
    agent: str
    began_at: datetime
    seen_at: datetime
    current: bool
