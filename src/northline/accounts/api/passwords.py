"""A forgotten password."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.views.decorators.csrf import csrf_protect
from ninja import Router
from ninja.decorators import decorate_view

from northline.accounts import schemas
from northline.accounts.actions import passwords
from northline.core import throttle
from northline.core.http import caller_address
from northline.core.refusal import Refusal

public = Router()
MAILS_PER_HOUR = 5


@public.post("/password-resets", response={202: None}, operation_id="ask_for_password_reset")
@decorate_view(csrf_protect)
def ask_for_password_reset(request: Any, body: schemas.ResetIn) -> Any:
    """Mail a reset address, if somebody of that mail address is here; the answer is the same either way."""
    throttle.ration(f"reset:{caller_address(request)}", tries=20, within=timedelta(minutes=15))
    if _has_room(body.email):
        passwords.ask_for_reset(body.email, origin=request.build_absolute_uri("/"))
    return 202, None


@public.post("/password-resets/confirmation", response={204: None}, operation_id="choose_password")
@decorate_view(csrf_protect)
def choose_password(request: Any, body: schemas.ResetConfirmation) -> Any:
    """Choose a new password by the mailed address. Every session and API token of the person ends."""
    throttle.ration(f"reset-confirmation:{caller_address(request)}", tries=20, within=timedelta(minutes=15))
    passwords.choose_password(uid=body.uid, token=body.token, password=body.password)
    return 204, None


def _has_room(email: str) -> bool:
    """Nobody's mailbox is flooded; and since a refusal would tell nothing useful, there is none."""
    try:
        throttle.ration(f"reset-mail:{email}", tries=MAILS_PER_HOUR, within=timedelta(hours=1))
    except Refusal:
        return False
    return True
