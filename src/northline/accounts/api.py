"""Addresses of accounts: signing in and out, oneself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth import authenticate, login, logout
from django.views.decorators.csrf import csrf_protect
from ninja import Router
from ninja.decorators import decorate_view

from northline.accounts import queries, schemas
from northline.accounts.authentication import WORKSPACE_HEADER, Signed
from northline.core import throttle
from northline.core.http import caller_address
from northline.core.refusal import Refusal

public = Router(tags=["accounts"])
router = Router(tags=["accounts"])
signed = Signed()


@public.post("/session", response=schemas.SessionOut, operation_id="sign_in")
@decorate_view(csrf_protect)
def sign_in(request: Any, body: schemas.SignIn) -> Any:
    """Sign in with a password."""
    counted = f"sign-in:{body.email.lower()}:{caller_address(request)}"
    throttle.ration(counted, tries=10, within=timedelta(minutes=15))
    person = authenticate(request, username=body.email.lower(), password=body.password)
    if person is None:
        raise Refusal("sign_in.wrong", "That address and password do not belong together.", status=401)
    throttle.forget(counted)
    login(request, person)
    request.session["address"] = caller_address(request)
    request.session["agent"] = request.headers.get("User-Agent", "")
    return queries.session_of(person)


@public.get("/session", response=schemas.SessionOut, operation_id="read_session", auth=signed)
def read_session(request: Any) -> Any:
    """Who is signed in here."""
    return queries.session_of(request.user, slug=request.headers.get(WORKSPACE_HEADER, ""))


@public.delete("/session", response={204: None}, operation_id="sign_out", auth=signed)
def sign_out(request: Any) -> Any:
    logout(request)
    return 204, None
