"""How the changes of accounts are taken back. Each passes its door again."""

from __future__ import annotations

from uuid import UUID

from northline.accounts import access
from northline.accounts.actions import invitations, members, roles
from northline.accounts.models import Member
from northline.core import undo
from northline.core.models import Change
from northline.core.refusal import Stale
from northline.core.scope import Scope


def register() -> None:
    """Make them known to undo."""
    undo.register("member.role", _role_back)
    undo.register("member.suspend", _suspend)
    undo.register("member.reactivate", _reactivate)
    undo.register("role.take", _take_role)
    undo.register("role.give", _give_role)
    undo.register("invitation.take_back", _take_back)


def _member(change: Change, by: Scope) -> Member:
    member = access.administered_member(by, UUID(change.undo["member"]))
    if member.version != change.undo["version"]:
        raise Stale
    return member


def _role_back(change: Change, by: Scope) -> None:
    said = change.undo
    members.change_role(_member(change, by), role=said["role"], expected=said["version"], by=by, cause=change)


def _suspend(change: Change, by: Scope) -> None:
    members.suspend(_member(change, by), by=by, cause=change)


def _reactivate(change: Change, by: Scope) -> None:
    members.reactivate(_member(change, by), by=by, cause=change)


def _take_role(change: Change, by: Scope) -> None:
    roles.take(access.removable_role(by, UUID(change.undo["grant"])), by=by, cause=change)


def _give_role(change: Change, by: Scope) -> None:
    said = change.undo
    row = access.object_to_staff(by, said["kind"], UUID(said["object"]), role=said["role"])
    member = access.colleague(by, UUID(said["member"]))
    roles.give(said["role"], member, on=row, by=by, cause=change)


def _take_back(change: Change, by: Scope) -> None:
    invitations.take_back(access.open_invitation(by, UUID(change.undo["invitation"])), by=by, cause=change)
