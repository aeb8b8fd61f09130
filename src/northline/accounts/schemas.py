"""What accounts' requests and answers look like."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator
from pydantic import AfterValidator, Field, StringConstraints

from northline.core.schemas import In, Out, Who, Writable

# Companies that run their own server have addresses such as ada@office.local, which stricter checkers refuse.
_is_address = EmailValidator(message="That is not a mail address.", allowlist=["localhost"])


def _address(text: str) -> str:
    try:
        _is_address(text)
    except ValidationError as error:
        raise ValueError(" ".join(error.messages)) from error
    return text


# In lower case from the edge on, so that one address is one person.
Email = Annotated[
    str,
    StringConstraints(strip_whitespace=True, to_lower=True, min_length=3, max_length=254),
    AfterValidator(_address),
]
Name = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=r"^[^\r\n]+$"),
    Writable,
]
ColumnName = Annotated[str, StringConstraints(min_length=1, max_length=80, pattern=r"^[^\s,]+$")]
WorkspaceName = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=120, pattern=r"^[^\r\n]+$"),
    Writable,
]
Password = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
Token = Annotated[str, StringConstraints(min_length=1, max_length=200)]
WorkspaceRole = Literal["owner", "admin", "member", "stakeholder"]
ObjectRole = Literal["product_manager", "project_manager", "contributor", "viewer"]
RoleKind = Literal["product", "project"]


class SignIn(In):
    email: Email
    password: Password


class SetupOut(Out):
    needed: bool


class SetupIn(In):
    token: Token
    name: Name
    email: Email
    password: Password
    workspace_name: WorkspaceName


class ResetIn(In):
    email: Email


class ResetConfirmation(In):
    uid: Token
    token: Token
    password: Password


class PersonOut(Out):
    id: UUID
    name: str
    email: str
    theme: str
    perspective: str
    locale: str
    plan_columns: list[str]


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
    locale: Annotated[str, StringConstraints(max_length=20), Writable] | None = None
    plan_columns: Annotated[list[ColumnName], Field(max_length=60)] | None = None


class BrowserOut(Out):
    id: UUID
    address: str
    agent: str
    began_at: datetime
    seen_at: datetime
    current: bool


class ApiTokenIn(In):
    """`workspace` binds the token to one, by its slug."""

    name: Annotated[
        str,
        StringConstraints(strip_whitespace=True, min_length=1, max_length=80, pattern=r"^[^\r\n]+$"),
        Writable,
    ]
    access: Literal["read", "write"] = "read"
    days: Annotated[int, Field(ge=1, le=366)] = 90
    workspace: Annotated[str, StringConstraints(max_length=60)] | None = None


class ApiTokenOut(Out):
    """`begins` is no secret; `used_at` is true to five minutes."""

    id: UUID
    name: str
    begins: str
    access: Literal["read", "write"]
    workspace: WorkspaceOut | None
    created_at: datetime
    expires_at: datetime
    expired: bool
    used_at: datetime | None


class ApiTokenMade(ApiTokenOut):
    token: str


class MemberOut(Out):
    id: UUID
    version: int
    name: str
    email: str
    role: WorkspaceRole
    suspended_at: datetime | None
    can: dict[str, bool]


class MemberPatch(In):
    role: WorkspaceRole


class InvitationIn(In):
    email: Email
    role: WorkspaceRole


class InvitationOut(Out):
    id: UUID
    email: str
    role: WorkspaceRole
    expires_at: datetime
    invited_by: Who
    can: dict[str, bool]


class OpenInvitationOut(Out):
    email: str
    workspace: WorkspaceOut
    role: WorkspaceRole
    expires_at: datetime
    needs_account: bool


class Acceptance(In):
    name: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200), Writable] = ""
    password: Annotated[str, StringConstraints(max_length=1000)] = ""


class RoleIn(In):
    kind: RoleKind
    id: UUID
    member_id: UUID
    role: ObjectRole


class RoleOut(Out):
    id: UUID
    kind: RoleKind
    object_id: UUID
    member: Who
    role: ObjectRole
    can: dict[str, bool]
