"""API tokens: made in a browser, shown once, with a person's own rights and no more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.test import Client
from django.utils import timezone
from django.utils.http import urlsafe_base64_encode

from northline.accounts.actions.api_tokens import MOST, make_token, revoke_all
from northline.accounts.actions.members import suspend
from northline.accounts.actions.passwords import choose_password
from northline.accounts.bearer import live_token
from northline.accounts.models import ApiToken, Member, Person
from northline.config import web
from northline.core import jobs
from northline.core.models import Change
from northline.core.scope import Scope
from tests.cast import Browser, _member

MINE = "/api/me/api-tokens"


def program(token, *, of="acme", strict=False):
    """A program that comes in by a token. A strict one has no CSRF token, as no program has."""
    kind = Client if strict else Browser
    told = {"enforce_csrf_checks": True} if strict else {}
    return kind(
        headers={"host": "localhost", "northline-workspace": of, "authorization": f"Bearer {token}"}, **told
    )


def token_of(member, *, may_write=True, workspace=None, name="Sync"):
    return make_token(member.person, name=name, days=30, may_write=may_write, workspace=workspace)[1]


def test_a_token_is_told_once_and_kept_as_a_hash(cast):
    browser = cast.client("carl")
    made = browser.post(MINE, {"name": "Nightly sync", "access": "read", "days": 30, "workspace": "acme"})
    assert made.status_code == 201
    token = made.json()["token"]
    assert token.startswith("nlpat_")
    assert len(token) > 50
    (listed,) = browser.get(MINE).json()
    assert "token" not in listed
    assert (listed["begins"], listed["access"], listed["used_at"]) == (token[:16], "read", None)
    assert listed["workspace"] == {"slug": "acme", "name": "Acme"}
    row = ApiToken.objects.get()
    assert token not in (row.prefix, row.token_hash)
    assert len(row.token_hash) == 64
    assert (row.expires_at - timezone.now()).days == 29


@pytest.mark.parametrize(
    "body",
    [{"name": ""}, {"name": "x", "days": 0}, {"name": "x", "days": 400}, {"name": "x", "access": "all"}],
)
def test_a_token_needs_a_name_an_end_and_a_known_access(cast, body):
    assert cast.client("carl").post(MINE, body).json()["code"] == "input.invalid"


def test_a_token_is_bound_to_a_workspace_of_ones_own_alone(cast):
    answer = cast.client("carl").post(MINE, {"name": "x", "workspace": "beyond"})
    assert (answer.status_code, answer.json()["code"]) == (404, "object.not_found")


def test_nobody_has_more_than_fifty(cast):
    for _ in range(MOST):
        token_of(cast.carl)
    answer = cast.client("carl").post(MINE, {"name": "One more"})
    assert (answer.status_code, answer.json()["code"]) == (409, "token.too_many")


def test_a_program_writes_without_a_csrf_token_and_the_history_says_by_which_token(cast):
    strict = program(token_of(cast.carl, name="Nightly sync"), strict=True)
    body = {"product_id": str(cast.product.pk), "title": "It is slow"}
    assert strict.post("/api/insights", body, content_type="application/json").status_code == 201
    (told,) = [
        one for one in cast.client("ada").get("/api/changes").json()["items"] if one["title"] == "It is slow"
    ]
    assert told["by"]["name"] == "Carl"
    assert told["door"] == {"kind": "token", "name": "Nightly sync"}


def test_what_a_browser_does_came_by_no_door(cast):
    cast.client("carl").post("/api/insights", {"product_id": cast.product.pk, "title": "It is slow"})
    assert cast.client("ada").get("/api/changes").json()["items"][0]["door"] is None


@jobs.handles("tests.door")
def _nothing(run: jobs.Run) -> None:
    return None


def test_a_job_knows_by_which_token_it_was_asked_for(cast):
    scope: Scope = cast.scope("carl")
    assert jobs.enqueue("tests.door", by=scope).door == ""
    by_token = Scope(
        scope.workspace_id, scope.member_id, scope.person_id, scope.name, scope.role, door="token Sync"
    )
    assert jobs.enqueue("tests.door", by=by_token).door == "token Sync"


def test_a_token_has_the_rights_of_its_person_and_no_more(cast):
    note = {"product_id": cast.product.pk, "title": "x"}
    assert program(token_of(cast.vera)).post("/api/insights", note).json()["code"] == "right.missing"
    assert program(token_of(cast.nora)).get("/api/products").status_code == 404
    assert program(token_of(cast.nora), of="").get("/api/products").status_code == 200


def test_a_read_only_token_reads_and_changes_nothing(cast):
    reader = program(token_of(cast.ada, may_write=False))
    assert reader.get("/api/products").status_code == 200
    answer = reader.post("/api/insights", {"product_id": cast.product.pk, "title": "x"})
    assert (answer.status_code, answer.json()["code"]) == (403, "token.read_only")
    assert not Change.objects.filter(object_kind="insight").exists()


def test_a_bound_token_opens_one_workspace(cast):
    _member(cast.beyond.workspace, "carl-too", "member")
    token = token_of(cast.nora, workspace=cast.beyond.workspace)
    assert program(token, of="").get("/api/products").status_code == 200
    assert program(token, of="acme").get("/api/products").status_code == 404
    answer = program(token, of="").patch("/api/me", {"name": "Nova"})
    assert (answer.status_code, answer.json()["code"]) == (403, "token.bound")
    assert Person.objects.get(pk=cast.nora.person_id).name != "Nova"


def test_a_bound_token_is_told_of_no_other_workspace(cast):
    Member.objects.create(
        workspace=cast.beyond.workspace, person=cast.carl.person, name="Carl", role="member"
    )
    free, bound = token_of(cast.carl), token_of(cast.carl, workspace=cast.acme.workspace)
    slugs = [
        {one["workspace"]["slug"] for one in program(token, of="").get("/api/session").json()["memberships"]}
        for token in (free, bound)
    ]
    assert slugs == [{"acme", "beyond"}, {"acme"}]


def test_no_token_makes_another_or_looks_where_somebody_is_signed_in(cast):
    writer = program(token_of(cast.ada))
    for answer in (writer.post(MINE, {"name": "x"}), writer.get(MINE), writer.get("/api/sessions")):
        assert (answer.status_code, answer.json()["code"]) == (403, "token.not_here")
    assert ApiToken.objects.count() == 1


def test_a_token_goes_before_the_session_of_the_same_browser(cast):
    browser = cast.client("ada")
    answer = browser.get("/api/products", headers={"authorization": "Bearer nlpat_0000000000_guess"})
    assert (answer.status_code, answer.json()["code"]) == (401, "token.refused")
    assert browser.get("/api/products", headers={"authorization": "Basic eDp5"}).status_code == 200


def ended_by_revoking(cast, row):
    assert cast.client("carl").delete(f"{MINE}/{row.pk}").status_code == 204


def ended_by_time(cast, row):
    ApiToken.objects.filter(pk=row.pk).update(expires_at=timezone.now() - timedelta(seconds=1))


def ended_by_a_new_password(cast, row):
    person = cast.carl.person
    uid = urlsafe_base64_encode(str(person.pk).encode())
    choose_password(
        uid=uid, token=default_token_generator.make_token(person), password="quite another sentence"
    )


def ended_by_disabling(cast, row):
    Person.objects.filter(pk=row.person_id).update(is_active=False)


@pytest.mark.parametrize(
    "end", [ended_by_revoking, ended_by_time, ended_by_a_new_password, ended_by_disabling]
)
def test_what_ends_a_token(cast, end):
    token = token_of(cast.carl)
    assert program(token).get("/api/products").status_code == 200
    end(cast, ApiToken.objects.get())
    answer = program(token).get("/api/products")
    assert (answer.status_code, answer.json()["code"]) == (401, "token.refused")


def test_a_suspended_members_token_opens_that_workspace_no_more(cast):
    token = token_of(cast.carl)
    suspend(cast.carl, by=cast.scope("ada"))
    assert program(token).get("/api/products").status_code == 404


def test_signing_out_ends_no_token(cast):
    token = token_of(cast.carl)
    browser = cast.client("carl")
    browser.delete("/api/session")
    cast.doors.pop("carl", None)
    assert program(token).get("/api/products").status_code == 200


def test_the_last_use_is_noted_coarsely(cast):
    token = token_of(cast.carl)
    program(token).get("/api/setup")
    assert ApiToken.objects.get().used_at is None
    program(token).get("/api/products")
    first = ApiToken.objects.get().used_at
    assert first is not None
    program(token).get("/api/products")
    assert ApiToken.objects.get().used_at == first
    ApiToken.objects.update(used_at=first - timedelta(minutes=6))
    program(token).get("/api/products")
    assert ApiToken.objects.get().used_at > first


def test_nobody_revokes_or_sees_somebody_elses_token(cast):
    token_of(cast.carl)
    row = ApiToken.objects.get()
    assert cast.client("ada").get(MINE).json() == []
    assert cast.client("ada").delete(f"{MINE}/{row.pk}").status_code == 404


def test_many_that_are_none_have_to_wait_and_a_real_one_does_not(cast):
    answers = [program("nlpat_0000000000_guess").get("/api/products").status_code for _ in range(61)]
    assert answers == [401] * 60 + [429]
    assert program(token_of(cast.carl)).get("/api/products").status_code == 200


@pytest.mark.parametrize("text", ["", "nlpat_", "nlpat_0000000000", "x" * 5000, "nlpat_é_ü"])
def test_what_is_no_token_finds_nothing(cast, text):
    assert live_token(text) is None


def test_the_live_stream_takes_a_token_and_refuses_one_that_is_none(cast):
    answer = program("nlpat_0000000000_guess").get("/api/events")
    assert (answer.status_code, answer.json()["code"]) == (401, "token.refused")
    assert program(token_of(cast.nora)).get("/api/events").status_code == 404
    stream = program(token_of(cast.carl)).get("/api/events")
    assert (stream.status_code, stream["Content-Type"]) == (200, "text/event-stream")


def test_a_stream_ends_with_its_token(cast):
    token = token_of(cast.carl)
    listening = web._by_token(token, cast.acme.workspace.pk)
    assert listening is not None
    assert listening.member_id == cast.carl.pk
    revoke_all(cast.carl.person)
    assert web._by_token(token, cast.acme.workspace.pk) is None
