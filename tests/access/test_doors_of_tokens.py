"""By a token: every operation that a browser reaches, and none without asking whether the token is any good."""

from __future__ import annotations

from typing import Any

import pytest

from northline.accounts.actions.api_tokens import make_token, revoke_token
from northline.accounts.authentication import Scoped, Signed
from northline.accounts.bearer import BrowserAlone, ScopedByToken, SignedByToken
from northline.config.api import api
from tests.access import operations
from tests.access.table import ANYBODY, TABLE
from tests.cast import Browser

OPERATIONS = operations.operations()
SAFE = ("get", "head")
# What no token does: how somebody comes in.
BROWSER_ALONE = {
    "sign_out",
    "list_sessions",
    "end_session",
    "list_api_tokens",
    "make_api_token",
    "revoke_api_token",
}


def doors() -> dict[str, list[Any]]:
    """How each operation is entered, in the order in which it is tried."""
    found = {}
    for router in api._get_bound_routers():
        for path in router.path_operations.values():
            for one in path.operations:
                found[one.operation_id] = list(one.auth_callbacks)
    return found


DOORS = doors()
ENTERED = sorted(name for name, ways in DOORS.items() if ways)


def test_a_token_is_judged_before_a_session_wherever_one_is_asked_for() -> None:
    by_session = {ScopedByToken: Scoped, SignedByToken: Signed, BrowserAlone: Signed}
    for name in ENTERED:
        token, session = DOORS[name]
        assert by_session[type(token)] is type(session), name
        assert isinstance(token, BrowserAlone) == (name in BROWSER_ALONE), name


def test_what_asks_for_no_session_is_for_anybody() -> None:
    without = {name for name, ways in DOORS.items() if not ways}
    assert without == {row.partition("/")[0] for row, one in TABLE.items() if one.takes == ANYBODY}


@pytest.mark.parametrize("which", ["made up", "revoked", "read only"])
def test_no_operation_answers_a_token_that_may_not(cast: Any, which: str) -> None:
    row, token = make_token(cast.ada.person, name="Sync", days=30, may_write=False)
    if which == "revoked":
        revoke_token(row)
    if which == "made up":
        token = token[:-4] + "AAAA"
    program = Browser(headers={"host": "localhost", "authorization": f"Bearer {token}"})
    met = {}
    for name in ENTERED:
        operation = OPERATIONS[name]
        if which == "read only" and operation.method in SAFE:
            continue
        address = operation.address
        for part in operation.path:
            address = address.replace("{" + part + "}", "0192f0c0-0000-7000-8000-000000000000")
        met[name] = program.generic(operation.method.upper(), address).json()["code"]
    expected = {"token.read_only"} if which == "read only" else {"token.refused", "rate.limited"}
    assert set(met.values()) == expected
