"""Sign-in, sign-out, sessions."""

from __future__ import annotations

from unittest import mock

import pytest
from django.contrib.auth.hashers import identify_hasher
from django.test import Client

from northline.accounts.models import Person, Session
from tests.cast import PASSWORD, Browser

ADA = {"email": "ada@acme.example", "password": PASSWORD}


@pytest.fixture
def browser(cast):
    """The first of all: nobody has come in yet."""
    Session.objects.all().delete()
    cast.doors.clear()
    return Browser(headers={"host": "localhost", "user-agent": "Firefox"})


def test_a_member_signs_in_under_any_spelling_of_their_address(cast, browser):
    answer = browser.post("/api/session", ADA | {"email": " ADA@acme.example"})
    assert answer.status_code == 200
    assert answer.json()["member"] == {"id": str(cast.ada.pk), "name": "Ada", "role": "owner"}
    assert answer.json()["can"] == {"administer": True}


@pytest.mark.parametrize(
    "body",
    [
        ADA | {"password": "wrong"},
        ADA | {"email": "nobody@acme.example"},
        ADA | {"email": "dora@acme.example"},
    ],
    ids=["wrong password", "unknown address", "disabled person"],
)
def test_every_failed_sign_in_gets_the_same_answer_after_the_same_work(cast, browser, body):
    with mock.patch("django.contrib.auth.hashers.MD5PasswordHasher.encode", return_value="md5$x$y") as hashed:
        answer = browser.post("/api/session", body)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in.wrong")
    assert answer.json()["detail"].startswith("That address and password do not belong together.")
    assert hashed.call_count == 1


def test_the_eleventh_wrong_try_is_refused_and_says_how_long_to_wait(cast, browser):
    for _ in range(10):
        assert browser.post("/api/session", ADA | {"password": "wrong"}).status_code == 401
    answer = browser.post("/api/session", ADA)
    assert (answer.status_code, answer.json()["code"]) == (429, "rate.limited")
    assert answer.headers["Retry-After"] == "900"


def test_a_sign_in_changes_the_session_key(cast, browser):
    browser.get("/api/setup")
    browser.post("/api/session", ADA)
    first = browser.session.session_key
    browser.post("/api/session", ADA)
    assert browser.session.session_key != first
    assert Session.objects.filter(person=cast.ada.person).count() == 1


def test_a_sign_in_needs_the_csrf_token(cast):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    assert strict.post("/api/session", ADA, content_type="application/json").status_code == 403


def test_a_write_needs_the_csrf_token(cast):
    strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    strict.force_login(cast.ada.person)
    assert strict.patch("/api/me", {"theme": "dark"}, content_type="application/json").status_code == 403


def test_signing_out_ends_the_session(cast, browser):
    browser.post("/api/session", ADA)
    assert browser.delete("/api/session").status_code == 204
    assert browser.get("/api/session").status_code == 401
    assert not Session.objects.filter(person=cast.ada.person).exists()


def test_the_real_hasher_is_argon2id(real_hasher, db):
    person = Person.objects.create_user("x@y.example", name="X", password=PASSWORD)
    assert person.password.startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")
    assert identify_hasher(person.password).verify(PASSWORD, person.password)


def test_a_person_sees_where_they_are_signed_in_and_ends_one(cast, browser):
    browser.post("/api/session", ADA)
    other = cast.client("ada")
    mine = browser.get("/api/sessions").json()
    assert [row["current"] for row in mine].count(True) == 1
    assert {row["agent"] for row in mine} == {"Firefox", ""}
    (elsewhere,) = [row["id"] for row in mine if not row["current"]]
    assert browser.delete(f"/api/sessions/{elsewhere}").status_code == 204
    assert other.get("/api/session").status_code == 401
    assert browser.get("/api/session").status_code == 200


def test_a_session_keeps_its_name_from_visit_to_visit(cast, browser):
    browser.post("/api/session", ADA)
    before = browser.get("/api/sessions").json()[0]
    session = browser.session
    session["seen"] = 0
    session.save()
    after = browser.get("/api/sessions").json()[0]
    assert (after["id"], after["began_at"]) == (before["id"], before["began_at"])
    browser.get("/api/sessions")
    assert Session.objects.get(public_id=before["id"]).seen_at.isoformat() > before["seen_at"]


def test_nobody_ends_somebody_elses_session(cast):
    cast.client("adam")
    theirs = Session.objects.get(person=cast.adam.person)
    assert cast.client("ada").delete(f"/api/sessions/{theirs.public_id}").status_code == 404
    assert Session.objects.filter(pk=theirs.pk).exists()


def test_ending_the_current_session_signs_out(cast, browser):
    browser.post("/api/session", ADA)
    (here,) = browser.get("/api/sessions").json()
    assert browser.delete(f"/api/sessions/{here['id']}").status_code == 204
    assert browser.get("/api/session").status_code == 401
