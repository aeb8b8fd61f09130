"""Invitations."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from northline.accounts import access
from northline.accounts.actions import invitations
from northline.accounts.models import Invitation, Member, Person
from northline.core.models import Change
from northline.core.refusal import Refusal
from tests.cast import PASSWORD

ACCEPT = {"name": "Ines", "password": "a long enough sentence"}


@pytest.fixture
def invite(cast, posted):
    """Invite somebody; answers the API's path of the mailed address."""

    def sent(email="ines@acme.example", role="member", by="ada"):
        body = {"email": email, "role": role}
        address = posted(lambda: cast.client(by).post("/api/invitations", body))
        assert "/invitation/" in address
        return "/api/invitations/by-token/" + address.rpartition("/")[2]

    return sent


def test_somebody_new_comes_in_and_is_signed_in(cast, invite):
    path = invite(email="Ines@Acme.example")
    browser = cast.client("")
    shown = browser.get(path).json()
    assert (shown["email"], shown["role"], shown["needs_account"]) == ("ines@acme.example", "member", True)
    assert shown["workspace"] == {"slug": "acme", "name": "Acme"}
    answer = browser.post(f"{path}/acceptance", ACCEPT)
    assert answer.status_code == 201
    assert browser.get("/api/session").json()["member"]["role"] == "member"
    assert [change.verb for change in Change.objects.order_by("-seq")[:2]] == ["joined", "invited"]


def test_an_invitation_works_once(cast, invite):
    path = invite()
    assert cast.client("").post(f"{path}/acceptance", ACCEPT).status_code == 201
    for answer in (cast.client("").get(path), cast.client("").post(f"{path}/acceptance", ACCEPT)):
        assert (answer.status_code, answer.json()["code"]) == (404, "invitation.gone")


@pytest.mark.parametrize(
    "spoil",
    [
        {"expires_at": timezone.now() - timedelta(seconds=1)},
        {"revoked_at": timezone.now()},
        {"token_hash": "something else"},
    ],
    ids=["late", "taken back", "guessed"],
)
def test_a_spoilt_invitation_lets_nobody_in(cast, invite, spoil):
    path = invite()
    Invitation.objects.update(**spoil)
    assert cast.client("").get(path).json()["code"] == "invitation.gone"
    assert cast.client("").post(f"{path}/acceptance", ACCEPT).json()["code"] == "invitation.gone"
    assert not Person.objects.filter(email="ines@acme.example").exists()


def test_the_token_is_kept_as_a_hash(invite):
    assert invite().rpartition("/")[2] not in Invitation.objects.get().token_hash


def test_somebody_known_comes_in_with_their_password(cast, invite):
    path = invite(email="nora@beyond.example")
    browser = cast.client("")
    assert browser.get(path).json()["needs_account"] is False
    answer = browser.post(f"{path}/acceptance", ACCEPT)
    assert (answer.status_code, answer.json()["code"]) == (401, "sign_in.wrong")
    answer = browser.post(f"{path}/acceptance", {"password": PASSWORD})
    assert answer.status_code == 201
    assert answer.json()["workspace"]["slug"] == "acme"
    assert [row["role"] for row in answer.json()["memberships"]] == ["owner", "member"]
    assert Person.objects.get(email="nora@beyond.example").name == "Nora"


def test_somebody_known_who_is_signed_in_needs_no_password(cast, invite):
    path = invite(email="nora@beyond.example")
    assert cast.client("nora").post(f"{path}/acceptance", {}).status_code == 201


def test_somebody_elses_session_does_not_accept_an_invitation(cast, invite):
    path = invite(email="nora@beyond.example")
    assert cast.client("carl").post(f"{path}/acceptance", {}).status_code == 401
    assert not Member.objects.filter(person=cast.nora.person, workspace=cast.acme.workspace).exists()


def test_a_disabled_person_does_not_come_in_by_invitation(cast, invite):
    Person.objects.filter(pk=cast.nora.person_id).update(is_active=False)
    path = invite(email="nora@beyond.example")
    assert (
        cast.client("").post(f"{path}/acceptance", {"password": PASSWORD}).json()["code"] == "sign_in.wrong"
    )


def test_only_an_owner_invites_owners_and_admins(cast):
    for role in ("owner", "admin"):
        answer = cast.client("adam").post("/api/invitations", {"email": "i@acme.example", "role": role})
        assert (answer.status_code, answer.json()["code"]) == (403, "right.missing")
    assert (
        cast.client("adam")
        .post("/api/invitations", {"email": "i@acme.example", "role": "member"})
        .status_code
        == 201
    )
    assert (
        cast.client("ada").post("/api/invitations", {"email": "j@acme.example", "role": "owner"}).status_code
        == 201
    )


def test_an_admin_neither_replaces_nor_takes_back_an_owners_invitation_of_an_admin(cast, invite):
    invite(role="admin")
    row = Invitation.objects.get()
    admin = cast.client("adam")
    assert admin.delete(f"/api/invitations/{row.pk}").status_code == 403
    assert admin.post("/api/invitations", {"email": row.email, "role": "member"}).status_code == 403
    row.refresh_from_db()
    assert row.revoked_at is None


def test_a_second_invitation_replaces_the_first(cast, invite):
    first, second = invite(), invite(role="stakeholder")
    assert cast.client("").get(first).status_code == 404
    assert cast.client("").get(second).json()["role"] == "stakeholder"
    assert len(cast.client("ada").get("/api/invitations").json()) == 1


def test_a_member_is_not_invited_again(cast):
    answer = cast.client("ada").post("/api/invitations", {"email": "carl@acme.example", "role": "member"})
    assert (answer.status_code, answer.json()["code"]) == (409, "invitation.member_already")


def test_an_invitation_is_taken_back_once(cast, invite):
    path = invite()
    row = Invitation.objects.get()
    owner = cast.client("ada")
    assert owner.delete(f"/api/invitations/{row.pk}").status_code == 204
    assert owner.delete(f"/api/invitations/{row.pk}").json()["code"] == "invitation.over"
    assert cast.client("").get(path).status_code == 404
    assert owner.get("/api/invitations").json() == []


def test_inviting_can_be_undone(cast, invite):
    path = invite()
    owner = cast.client("ada")
    change = owner.get("/api/me/last-change").json()
    assert owner.post(f"/api/changes/{change['id']}/undo").status_code == 200
    assert cast.client("").get(path).status_code == 404


def test_the_invitations_of_somebody_shut_out_let_nobody_in(cast, invite):
    path = invite(by="adam")
    cast.client("ada").post(f"/api/members/{cast.adam.pk}/suspension")
    assert cast.client("").get(path).json()["code"] == "invitation.gone"


def test_a_weak_password_leaves_the_invitation_usable(cast, invite):
    path = invite()
    assert (
        cast.client("").post(f"{path}/acceptance", ACCEPT | {"password": "short"}).json()["code"]
        == "password.weak"
    )
    assert cast.client("").post(f"{path}/acceptance", {"password": "a long enough sentence"}).json()[
        "fields"
    ] == [{"path": "name", "message": "Say what people call you."}]
    assert cast.client("").post(f"{path}/acceptance", ACCEPT).status_code == 201


def test_of_many_who_accept_at_once_one_comes_in(lasting_cast, mailoutbox):
    lasting_cast.client("ada").post("/api/invitations", {"email": "ines@acme.example", "role": "member"})
    token = mailoutbox[0].body.partition("/invitation/")[2].split()[0]
    start, outcomes = threading.Barrier(4), []

    def come():
        row = access.invitation_by_token(token)
        start.wait()
        try:
            invitations.accept(row, person=None, **ACCEPT)
            outcomes.append("in")
        except Refusal as refusal:
            outcomes.append(refusal.code)
        finally:
            connection.close()

    crowd = [threading.Thread(target=come) for _ in range(4)]
    [thread.start() for thread in crowd]
    [thread.join() for thread in crowd]
    assert sorted(outcomes) == ["in"] + ["invitation.gone"] * 3
    assert Member.objects.filter(person__email="ines@acme.example").count() == 1


def test_no_mail_leaves_when_the_invitation_is_rolled_back(lasting_cast, mailoutbox, monkeypatch):
    from northline.core import changes

    monkeypatch.setattr(changes, "record", lambda *a, **k: (_ for _ in ()).throw(Refusal("x.y", "no")))
    lasting_cast.client("ada").post("/api/invitations", {"email": "ines@acme.example", "role": "member"})
    assert mailoutbox == []
    assert not Invitation.objects.exists()


def test_the_mail_says_who_what_and_for_how_long_in_plain_text(cast, invite, mailoutbox):
    Member.objects.filter(pk=cast.ada.pk).update(name="Ada O'Neil")
    invite()
    (mail,) = mailoutbox
    assert mail.subject == "Ada O'Neil invites you to Acme on Northline"
    assert "as member" in mail.body
    assert "seven days" in mail.body
