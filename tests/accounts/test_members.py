"""Members and their workspace roles."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from northline.accounts.actions import members
from northline.accounts.models import Member
from northline.core.models import Change
from northline.core.refusal import Refusal


def put_role(browser, member, role, version=None):
    member.refresh_from_db()
    tag = {"If-Match": f'"{version or member.version}"'}
    return browser.patch(f"/api/members/{member.pk}", {"role": role}, headers=tag)


def test_an_owner_gives_another_role_and_may_undo_it(cast):
    owner = cast.client("ada")
    answer = put_role(owner, cast.carl, "admin")
    assert (answer.status_code, answer.json()["role"], answer.headers["ETag"]) == (200, "admin", '"2"')
    change = owner.get("/api/me/last-change").json()
    assert (change["before"], change["after"]) == ({"role": "member"}, {"role": "admin"})
    assert owner.post(f"/api/changes/{change['id']}/undo").status_code == 200
    cast.carl.refresh_from_db()
    assert cast.carl.role == "member"


def test_an_undo_does_not_pass_over_a_later_change(cast):
    owner = cast.client("ada")
    put_role(owner, cast.carl, "stakeholder")
    change = owner.get("/api/me/last-change").json()
    put_role(cast.client("adam"), cast.carl, "member")
    assert owner.post(f"/api/changes/{change['id']}/undo").json()["code"] == "undo.changed_since"


def test_a_role_change_needs_the_version_that_was_seen(cast):
    owner = cast.client("ada")
    assert owner.patch(f"/api/members/{cast.carl.pk}", {"role": "admin"}).status_code == 428
    put_role(owner, cast.carl, "stakeholder")
    answer = put_role(owner, cast.carl, "admin", version=1)
    assert (answer.status_code, answer.json()["current"]["role"]) == (412, "stakeholder")


@pytest.mark.parametrize(
    ("whom", "role", "status"),
    [
        ("carl", "stakeholder", 200),
        ("stan", "member", 200),
        ("carl", "admin", 403),
        ("carl", "owner", 403),
        ("ada", "member", 403),
        ("adam", "owner", 403),
    ],
)
def test_an_admin_moves_people_below_themself_and_nobody_else(cast, whom, role, status):
    assert put_role(cast.client("adam"), cast.members[whom], role).status_code == status


def test_an_admin_does_not_suspend_an_owner(cast):
    answer = cast.client("adam").post(f"/api/members/{cast.ada.pk}/suspension")
    assert (answer.status_code, answer.json()["code"]) == (403, "right.missing")


def test_the_last_owner_stays_one(cast):
    owner = cast.client("ada")
    for answer in (put_role(owner, cast.ada, "admin"), owner.post(f"/api/members/{cast.ada.pk}/suspension")):
        assert (answer.status_code, answer.json()["code"]) == (409, "member.last_owner")
    cast.ada.refresh_from_db()
    assert (cast.ada.role, cast.ada.suspended_at, cast.ada.version) == ("owner", None, 1)


def test_with_two_owners_one_may_go_and_none_suspends_themself(cast):
    owner = cast.client("ada")
    put_role(owner, cast.adam, "owner")
    assert owner.post(f"/api/members/{cast.ada.pk}/suspension").json()["code"] == "member.self"
    assert put_role(owner, cast.ada, "member").status_code == 200
    assert put_role(cast.client("adam"), cast.adam, "member").json()["code"] == "member.last_owner"


def test_a_disabled_owner_does_not_count(cast):
    put_role(cast.client("ada"), cast.dora, "owner")
    assert put_role(cast.client("ada"), cast.ada, "member").json()["code"] == "member.last_owner"


def test_a_suspended_member_is_shut_out_at_once_and_let_in_again(cast):
    theirs, owner = cast.client("carl"), cast.client("ada")
    assert theirs.get("/api/products").status_code == 200
    answer = owner.post(f"/api/members/{cast.carl.pk}/suspension")
    assert answer.status_code == 200
    assert answer.json()["suspended_at"]
    assert theirs.get("/api/products").status_code == 404
    assert owner.post(f"/api/members/{cast.carl.pk}/suspension").json()["code"] == "member.suspended_already"
    assert owner.delete(f"/api/members/{cast.carl.pk}/suspension").json()["suspended_at"] is None
    assert theirs.get("/api/products").status_code == 200
    assert owner.delete(f"/api/members/{cast.carl.pk}/suspension").json()["code"] == "member.not_suspended"
    assert [change.verb for change in Change.objects.order_by("seq")][-2:] == ["suspended", "reactivated"]


def test_a_suspension_can_be_undone(cast):
    owner = cast.client("ada")
    owner.post(f"/api/members/{cast.carl.pk}/suspension")
    owner.post(f"/api/changes/{owner.get('/api/me/last-change').json()['id']}/undo")
    cast.carl.refresh_from_db()
    assert cast.carl.suspended_at is None


def test_a_stakeholder_meets_only_themself_among_the_members(cast):
    assert [row["name"] for row in cast.client("stan").get("/api/members").json()] == ["Stan"]
    assert len(cast.client("vera").get("/api/members").json()) == 8


def test_what_may_be_edited_is_said(cast):
    can = {row["name"]: row["can"]["edit"] for row in cast.client("adam").get("/api/members").json()}
    assert (can["Ada"], can["Adam"], can["Carl"], can["Stan"]) == (False, False, True, True)
    assert not any(row["can"]["edit"] for row in cast.client("pia").get("/api/members").json())


def test_two_owners_who_demote_each_other_at_once_leave_one(lasting_cast):
    cast = lasting_cast
    Member.objects.filter(pk=cast.adam.pk).update(role="owner")
    start, outcomes = threading.Barrier(2), []

    def demote(by, whom):
        scope, member = cast.scope(by), Member.objects.get(pk=cast.members[whom].pk)
        start.wait()
        try:
            members.change_role(member, role="member", expected=1, by=scope)
            outcomes.append("done")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    both = [threading.Thread(target=demote, args=pair) for pair in (("ada", "adam"), ("adam", "ada"))]
    [thread.start() for thread in both]
    [thread.join() for thread in both]
    assert sorted(outcomes) == ["done", "right.missing"]
    assert Member.objects.filter(workspace=cast.acme.workspace, role="owner").count() == 1


def test_a_new_name_shows_in_every_workspace_and_is_recorded(cast):
    answer = cast.client("carl").patch("/api/me", {"name": "Carla", "theme": "dark"})
    assert (answer.status_code, answer.json()["name"], answer.json()["theme"]) == (200, "Carla", "dark")
    cast.carl.refresh_from_db()
    assert cast.carl.name == "Carla"
    change = Change.objects.latest("seq")
    assert (change.verb, change.before, change.after) == ("renamed", {"name": "Carl"}, {"name": "Carla"})


def test_preferences_are_nobody_elses_business(cast):
    before = Change.objects.count()
    assert cast.client("carl").patch("/api/me", {"perspective": "project", "locale": None}).status_code == 200
    assert Change.objects.count() == before


def test_the_columns_that_one_chose_for_plans_are_ones_own(cast):
    chosen = ["wbs", "title", "field.owner"]
    assert cast.client("carl").patch("/api/me", {"plan_columns": chosen}).json()["plan_columns"] == chosen
    assert cast.client("carl").get("/api/session").json()["person"]["plan_columns"] == chosen
    assert cast.client("vera").get("/api/session").json()["person"]["plan_columns"] == []


@pytest.mark.parametrize(
    "body",
    [{"email": "x@y.example"}, {"theme": "pink"}, {"name": " "}, {"name": "a\nb"}, {"plan_columns": ["a,b"]}],
)
def test_oneself_is_described_within_bounds(cast, body):
    assert cast.client("carl").patch("/api/me", body).status_code == 422
