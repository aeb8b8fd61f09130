"""A forgotten password."""

from __future__ import annotations

import threading
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection

from northline.accounts.actions import passwords
from northline.accounts.models import Person, Session
from northline.core.refusal import Refusal
from tests.cast import Browser

NEW = "another long sentence"


@pytest.fixture
def signed_in(cast):
    return cast.client("ada")


@pytest.fixture
def asked(cast, posted):
    """The body that the mailed address confirms with."""
    browser = cast.client("")
    address = posted(lambda: browser.post("/api/password-resets", {"email": "Ada@acme.example"}))
    parts = urlsplit(address)
    assert parts.path == "/reset"
    return {name: values[0] for name, values in parse_qs(parts.query).items()}


def confirm(body):
    return Browser(headers={"host": "localhost"}).post("/api/password-resets/confirmation", body)


def test_the_mailed_address_sets_a_new_password_and_ends_every_session(cast, signed_in, asked):
    assert confirm(asked | {"password": NEW}).status_code == 204
    assert signed_in.get("/api/session").status_code == 401
    assert not Session.objects.filter(person=cast.ada.person).exists()
    assert (
        cast.client("").post("/api/session", {"email": "ada@acme.example", "password": NEW}).status_code
        == 200
    )


def test_the_mailed_address_works_once(asked):
    assert confirm(asked | {"password": NEW}).status_code == 204
    answer = confirm(asked | {"password": "a third long sentence"})
    assert (answer.status_code, answer.json()["code"]) == (410, "reset.gone")


@pytest.mark.parametrize("spoilt", [{"token": "x"}, {"uid": "x"}, {"uid": "OTk5"}, {"uid": "////"}])
def test_a_spoilt_address_changes_nothing(cast, asked, spoilt):
    answer = confirm(asked | {"password": NEW} | spoilt)
    assert (answer.status_code, answer.json()["code"]) == (410, "reset.gone")
    assert Person.objects.get(pk=cast.ada.person_id).password == cast.ada.person.password


def test_an_address_older_than_an_hour_changes_nothing(asked, settings):
    settings.PASSWORD_RESET_TIMEOUT = -1
    assert confirm(asked | {"password": NEW}).json()["code"] == "reset.gone"


def test_a_weak_password_leaves_the_address_usable(asked):
    assert confirm(asked | {"password": "12345"}).json()["code"] == "password.weak"
    assert confirm(asked | {"password": NEW}).status_code == 204


@pytest.mark.parametrize("email", ["nobody@acme.example", "dora@acme.example"])
def test_asking_for_a_stranger_is_answered_alike_and_sends_nothing(
    cast, email, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answer = cast.client("").post("/api/password-resets", {"email": email})
    assert (answer.status_code, answer.content, mailoutbox) == (202, b"", [])


def test_a_mailbox_gets_five_mails_an_hour_and_the_asker_learns_nothing(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        answers = {
            cast.client("").post("/api/password-resets", {"email": "ada@acme.example"}).status_code
            for _ in range(7)
        }
    assert answers == {202}
    assert len(mailoutbox) == 5


def test_one_caller_may_not_ask_for_ever(cast):
    browser = cast.client("")
    answers = [
        browser.post("/api/password-resets", {"email": f"x{n}@acme.example"}).status_code for n in range(21)
    ]
    assert answers == [202] * 20 + [429]


def test_two_who_confirm_at_once_do_not_both_succeed(lasting_cast, mailoutbox):
    lasting_cast.client("").post("/api/password-resets", {"email": "ada@acme.example"})
    query = parse_qs(urlsplit(mailoutbox[0].body.split("    ")[1].split()[0]).query)
    start, done = threading.Barrier(2), []

    def choose(password):
        start.wait()
        try:
            passwords.choose_password(uid=query["uid"][0], token=query["token"][0], password=password)
            done.append(password)
        except Refusal as refusal:
            done.append(refusal.code)
        finally:
            connection.close()

    both = [threading.Thread(target=choose, args=(f"long enough sentence {n}",)) for n in range(2)]
    [thread.start() for thread in both]
    [thread.join() for thread in both]
    assert sorted(done)[1] == "reset.gone"
    assert sorted(done)[0].startswith("long enough")
