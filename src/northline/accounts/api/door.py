"""Coming in and going out: the first set-up, sign-in, sign-out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest
from django.views.decorators.csrf import csrf_protect
from ninja import Router
from ninja.decorators import decorate_view

from northline.accounts import queries, schemas
from northline.accounts.actions import setup
from northline.accounts.authentication import WORKSPACE_HEADER, Signed
from northline.accounts.bearer import BrowserAlone, SignedByToken
from northline.accounts.models import Person
from northline.core import throttle
from northline.core.http import caller_address
from northline.core.refusal import Refusal

public = Router()
signed = Signed()


@public.get("/setup", response=schemas.SetupOut, operation_id="read_setup")
def read_setup(request: Any) -> Any:
    """Is there nobody here yet?"""
    return {"needed": setup.is_needed()}


@public.post("/setup", response={201: schemas.SessionOut}, operation_id="set_up")
@decorate_view(csrf_protect)
def set_up(request: Any, body: schemas.SetupIn) -> Any:
    """Make the first person and workspace, with the address that the first start printed."""
    throttle.ration(f"setup:{caller_address(request)}", tries=20, within=timedelta(minutes=15))
    member = setup.set_up(**body.model_dump())
    come_in(request, member.person)
    return 201, queries.session_of(member.person)


@public.post("/session", response=schemas.SessionOut, operation_id="sign_in")
@decorate_view(csrf_protect)
def sign_in(request: Any, body: schemas.SignIn) -> Any:
    """Sign in with a password."""
    person = proved(request, email=body.email, password=body.password)
    come_in(request, person)
    return queries.session_of(person)


@public.get(
    "/session", response=schemas.SessionOut, operation_id="read_session", auth=[SignedByToken(), signed]
)
def read_session(request: Any) -> Any:
    """Who is signed in here."""
    token = getattr(request, "api_token", None)
    slug = request.headers.get(WORKSPACE_HEADER, "")
    return queries.session_of(request.user, slug=slug, bound_to=token and token.workspace_id)


@public.delete("/session", response={204: None}, operation_id="sign_out", auth=[BrowserAlone(), signed])
def sign_out(request: Any) -> Any:
    """Sign out of this browser."""
    logout(request)
    return 204, None


def proved(request: HttpRequest, *, email: str, password: str) -> Person:
    """The person whose address and password these are. Somebody unknown, somebody disabled and a wrong password
    get the same answer after the same work.

    Raises Refusal `sign_in.wrong` or `rate.limited`.
    """
    counted = f"sign-in:{email}:{caller_address(request)}"
    throttle.ration(counted, tries=10, within=timedelta(minutes=15))
    person = authenticate(request, username=email, password=password)
    if not isinstance(person, Person):
        raise Refusal(
            "sign_in.wrong",
            "That address and password do not belong together. Try again, or ask for a new password.",
            status=401,
        )
    throttle.forget(counted)
    return person


def come_in(request: HttpRequest, person: Person) -> None:
    """Sign the person in, in a new session: nothing of whoever was here before is left."""
    request.session.flush()
    login(request, person)
    request.session["address"] = caller_address(request)
    request.session["agent"] = request.headers.get("User-Agent", "")
