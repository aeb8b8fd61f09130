"""`northline user` and `northline token`: who may come in, for whoever runs the server."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cast import PASSWORD, Browser
from typer.testing import CliRunner, Result

from northline.accounts.actions.api_tokens import make_token
from northline.accounts.models import ApiToken, Member, Person, Session
from northline.cli import app
from northline.core.models import Change

NEW = "hanna@acme.example"


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As a process of its own would find the database of the tests."""
    (tmp_path / "northline.sqlite3").touch()
    monkeypatch.setenv("NORTHLINE_HOME", str(tmp_path))
    monkeypatch.setattr("northline.cli.house.boot", lambda **_: None)


def run(*arguments: str, said: str = "") -> Result:
    return CliRunner().invoke(app, list(arguments), input=said)


def told(*arguments: str, said: str = "") -> Any:
    done = run(*arguments, "--format", "json", said=said)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)


def refused(*arguments: str, said: str = "") -> str:
    """Why: on standard error, and nothing on standard output."""
    done = run(*arguments, said=said)
    assert (done.exit_code, done.stdout) == (1, "")
    return done.stderr


def test_everybody_is_listed_with_their_workspaces(cast: Any) -> None:
    users = {one["email"]: one for one in told("user", "list")["users"]}
    assert users["ada@acme.example"]["workspaces"] == [{"slug": "acme", "role": "owner", "suspended": False}]
    assert users["dora@acme.example"]["active"] is False
    assert "nora@beyond.example" in users
    assert "nora@beyond.example" not in run("user", "list", "--workspace", "acme").stdout


def test_somebody_new_chooses_a_password_at_a_one_time_address(cast: Any) -> None:
    made = told("user", "add", NEW, "--name", "Hanna", "--workspace", "acme", "--role", "admin")
    found = re.fullmatch(r"http://127\.0\.0\.1:8000/reset\?uid=(.+)&token=(.+)", made["address"])
    assert found
    assert made["user"]["workspaces"] == [{"slug": "acme", "role": "admin", "suspended": False}]
    body = {"uid": found[1], "token": found[2], "password": "a sentence of her own"}
    browser = Browser(headers={"host": "localhost"})
    assert browser.post("/api/password-resets/confirmation", body).status_code == 204
    assert browser.post("/api/password-resets/confirmation", body).status_code == 410
    assert (
        browser.post("/api/session", {"email": NEW, "password": "a sentence of her own"}).status_code == 200
    )
    (change,) = Change.objects.filter(object_kind="member", object_title="Hanna")
    assert (change.verb, change.door, change.by) == ("added", "command", None)


def test_somebody_new_may_be_given_a_password(cast: Any) -> None:
    made = told(
        "user",
        "add",
        NEW,
        "--name",
        "Hanna",
        "--workspace",
        "acme",
        "--password-stdin",
        said="a sentence given\n",
    )
    assert made["address"] is None
    answer = Browser(headers={"host": "localhost"}).post(
        "/api/session", {"email": NEW, "password": "a sentence given"}
    )
    assert answer.status_code == 200


def test_somebody_known_joins_another_workspace_and_keeps_their_password(cast: Any) -> None:
    before = cast.carl.person.password
    made = told("user", "add", "carl@acme.example", "--workspace", "beyond")
    assert made["address"] is None
    assert Member.objects.filter(person=cast.carl.person).count() == 2
    assert Person.objects.get(pk=cast.carl.person_id).password == before


@pytest.mark.parametrize(
    ("arguments", "said", "why"),
    [
        (["add", NEW, "--workspace", "acme"], "", "--name"),
        (["add", NEW, "--name", "Hanna"], "", "acme, beyond"),
        (["add", NEW, "--name", "Hanna", "--workspace", "nowhere"], "", "no workspace nowhere"),
        (["add", "hanna", "--name", "Hanna", "--workspace", "acme"], "", "no mail address"),
        (["add", "carl@acme.example", "--workspace", "acme"], "", "member.already"),
        (["add", NEW, "--name", "H", "--workspace", "acme", "--password-stdin"], "short\n", "password.weak"),
        (["add", NEW, "--name", "H", "--workspace", "acme", "--password-stdin"], "", "no password"),
        (["deactivate", "ada@acme.example"], "", "member.last_owner"),
        (["deactivate", "dora@acme.example"], "", "deactivated already"),
        (["deactivate", NEW], "", "nobody is known"),
        (["activate", "carl@acme.example"], "", "not deactivated"),
        (["reset-password", "dora@acme.example"], "", "deactivated"),
        (["reset-password", "carl@acme.example", "--password-stdin"], "1234567890\n", "password.weak"),
        (["make-owner", "ada@acme.example", "--workspace", "acme"], "", "owner already"),
        (["make-owner", "nora@beyond.example", "--workspace", "acme"], "", "no member of Acme"),
    ],
)
def test_a_refusal_says_why_and_changes_nothing(cast: Any, arguments: list[str], said: str, why: str) -> None:
    before = (Person.objects.count(), Member.objects.count(), Change.objects.count())
    assert why in refused("user", *arguments, said=said)
    assert (Person.objects.count(), Member.objects.count(), Change.objects.count()) == before


def test_somebody_deactivated_is_out_at_once_and_comes_back_with_their_password(cast: Any) -> None:
    browser = cast.client("carl")
    make_token(cast.carl.person, name="Sync", days=1, may_write=False)
    told("user", "deactivate", "carl@acme.example")
    assert browser.get("/api/products").status_code == 401
    assert not Session.objects.filter(person=cast.carl.person).exists()
    assert not ApiToken.objects.filter(revoked_at=None).exists()
    told("user", "activate", "carl@acme.example")
    body = {"email": "carl@acme.example", "password": PASSWORD}
    assert Browser(headers={"host": "localhost"}).post("/api/session", body).status_code == 200
    told_of = Change.objects.filter(object_id=cast.carl.pk).order_by("seq").values_list("verb", flat=True)
    assert list(told_of) == ["deactivated", "reactivated"]


def test_a_new_password_ends_sessions_and_tokens(cast: Any) -> None:
    browser = cast.client("carl")
    make_token(cast.carl.person, name="Sync", days=1, may_write=False)
    told("user", "reset-password", "carl@acme.example", "--password-stdin", said="quite another sentence\n")
    assert browser.get("/api/products").status_code == 401
    assert not ApiToken.objects.filter(revoked_at=None).exists()


def test_a_one_time_address_stands_under_where_the_server_is(cast: Any) -> None:
    made = told("user", "reset-password", "carl@acme.example", "--origin", "https://north.example")
    assert made["address"].startswith("https://north.example/reset?uid=")


def test_a_member_becomes_an_owner(cast: Any) -> None:
    told("user", "make-owner", "vera@acme.example", "--workspace", "acme")
    assert Member.objects.get(pk=cast.vera.pk).role == "owner"
    change = Change.objects.get(object_id=cast.vera.pk)
    assert (change.before, change.after, change.door) == ({"role": "member"}, {"role": "owner"}, "command")


def test_a_token_is_printed_alone_so_that_a_script_can_take_it(cast: Any) -> None:
    token = run("token", "create", "carl@acme.example", "Nightly sync", "--write").stdout.strip()
    headers = {"host": "localhost", "authorization": f"Bearer {token}"}
    assert Browser(headers=headers).get("/api/products").status_code == 200
    (listed,) = told("token", "list")["tokens"]
    assert (listed["user"], listed["access"], listed["workspace"]) == ("carl@acme.example", "write", None)
    assert token not in run("token", "list").stdout
    assert told("token", "list", "--user", "ada@acme.example") == {"tokens": []}
    told("token", "revoke", listed["begins"])
    assert Browser(headers=headers).get("/api/products").status_code == 401


def test_a_token_may_be_bound_and_revoked_by_all_of_it(cast: Any) -> None:
    made = told("token", "create", "carl@acme.example", "Sync", "--workspace", "acme", "--days", "7")
    assert (made["workspace"], made["access"]) == ("acme", "read")
    assert told("token", "revoke", made["token"])["revoked"]["name"] == "Sync"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["create", "dora@acme.example", "Sync"], "deactivated"),
        (["create", "carl@acme.example", " "], "1 to 80"),
        (["create", "carl@acme.example", "Sync", "--workspace", "beyond"], "no such workspace"),
        (["revoke", "nlpat_0000000000"], "no token nlpat_0000000000"),
        (["list", "--user", NEW], "nobody is known"),
    ],
)
def test_a_token_is_refused_with_the_reason(cast: Any, arguments: list[str], why: str) -> None:
    assert why in refused("token", *arguments)
    assert not ApiToken.objects.exists()


def test_where_there_is_no_database_nothing_is_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NORTHLINE_HOME", str(tmp_path / "nowhere"))
    monkeypatch.delenv("NORTHLINE_DATABASE", raising=False)
    assert "there is no Northline here" in refused("user", "list")
    assert not (tmp_path / "nowhere").exists()


def test_a_database_that_waits_for_migrations_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("northline.cli.house.waiting_migrations", lambda: 2)
    assert "waits for 2 migrations" in refused("user", "list")
