"""Invitations, for those who send them and for those who hold one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest
from django.views.decorators.csrf import csrf_protect
from ninja import Router
from ninja.decorators import decorate_view

from northline.accounts import access, queries, schemas
from northline.accounts.actions import invitations
from northline.accounts.api.door import come_in, proved
from northline.accounts.models import Invitation, Person
from northline.core.scope import Place

public = Router()
router = Router()


@router.get("/invitations", response=list[schemas.InvitationOut], operation_id="list_invitations")
def list_invitations(request: Any) -> Any:
    """Invitations that wait to be accepted."""
    request.member_scope.require("administer", Place(), what="invitation")
    return queries.waiting_invitations(request.member_scope)


@router.post("/invitations", response={201: schemas.InvitationOut}, operation_id="invite")
def invite(request: Any, body: schemas.InvitationIn) -> Any:
    """Ask an address in, by mail."""
    access.may_invite(request.member_scope, body.role)
    origin = request.build_absolute_uri("/")
    row = invitations.invite(body.email, role=body.role, by=request.member_scope, origin=origin)
    return 201, queries.show_invitation(row, request.member_scope)


@router.delete("/invitations/{invitation_id}", response={204: None}, operation_id="take_back_invitation")
def take_back_invitation(request: Any, invitation_id: UUID) -> Any:
    """Make a sent invitation worthless."""
    invitations.take_back(
        access.open_invitation(request.member_scope, invitation_id), by=request.member_scope
    )
    return 204, None


@public.get(
    "/invitations/by-token/{token}", response=schemas.OpenInvitationOut, operation_id="read_invitation"
)
def read_invitation(request: Any, token: str) -> Any:
    """What the mailed address invites to."""
    return queries.shown_by_token(access.invitation_by_token(token))


@public.post(
    "/invitations/by-token/{token}/acceptance",
    response={201: schemas.SessionOut},
    operation_id="accept_invitation",
)
@decorate_view(csrf_protect)
def accept_invitation(request: Any, token: str, body: schemas.Acceptance) -> Any:
    """Come in. Whoever has an account under the invited address is signed in with it or gives its password."""
    invitation = access.invitation_by_token(token)
    person = _invited(request, invitation, password=body.password)
    member = invitations.accept(invitation, person=person, name=body.name, password=body.password)
    come_in(request, member.person)
    return 201, queries.session_of(member.person, slug=invitation.workspace.slug)


def _invited(request: HttpRequest, invitation: Invitation, *, password: str) -> Person | None:
    """The known person of the invited address, once they have proved that they are it."""
    here = request.user
    if isinstance(here, Person) and here.is_active and here.email == invitation.email:
        return here
    if not Person.objects.filter(email=invitation.email).exists():
        return None
    return proved(request, email=invitation.email, password=password)
