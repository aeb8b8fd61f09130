"""The first start."""

from __future__ import annotations

import pytest

from northline.accounts.actions import first_address
from northline.accounts.models import Member, Person, SetupToken, Workspace
from northline.core.models import Change
from tests.cast import Browser

BODY = {
    "name": "Ada",
    "email": "Ada@Acme.example",
    "password": "a long enough sentence",
    "workspace_name": "Acme & Sons",
}


@pytest.fixture
def browser(db):
    return Browser(headers={"host": "localhost"})


def token():
    address = first_address("http://localhost:8000")
    assert address.startswith("http://localhost:8000/setup?token=")
    return address.partition("token=")[2]


def test_the_first_start_makes_one_owner_and_signs_them_in(browser):
    assert browser.get("/api/setup").json() == {"needed": True}
    answer = browser.post("/api/setup", BODY | {"token": token()})
    assert answer.status_code == 201
    assert answer.json()["workspace"] == {"slug": "acme-sons", "name": "Acme & Sons"}
    assert browser.get("/api/session").json()["member"]["role"] == "owner"
    assert Person.objects.get().email == "ada@acme.example"
    assert Change.objects.get().verb == "set up"
    assert browser.get("/api/setup").json() == {"needed": False}


def test_set_up_works_once(browser):
    first, second = token(), token()
    assert browser.post("/api/setup", BODY | {"token": first}).status_code == 201
    for again in (first, second):
        answer = browser.post("/api/setup", BODY | {"token": again, "email": "eve@acme.example"})
        assert (answer.status_code, answer.json()["code"]) == (409, "setup.done")
    assert Workspace.objects.count() == Member.objects.count() == 1
    assert first_address("http://localhost") is None


def test_a_wrong_token_sets_nothing_up(browser):
    token()
    answer = browser.post("/api/setup", BODY | {"token": "guess"})
    assert (answer.status_code, answer.json()["code"]) == (403, "setup.wrong_token")
    assert not Person.objects.exists()


def test_a_weak_password_leaves_the_address_usable(browser):
    given = token()
    answer = browser.post("/api/setup", BODY | {"token": given, "password": "password"})
    assert (answer.status_code, answer.json()["code"]) == (422, "password.weak")
    assert answer.json()["fields"][0]["path"] == "password"
    assert browser.post("/api/setup", BODY | {"token": given}).status_code == 201


def test_the_token_is_kept_as_a_hash(db):
    assert token() not in SetupToken.objects.get().token_hash


def test_the_public_address_is_the_one_that_is_printed(db, settings):
    settings.PUBLIC_ADDRESS = "https://plan.acme.example"
    assert first_address("http://0.0.0.0:8000").startswith("https://plan.acme.example/setup?token=")
