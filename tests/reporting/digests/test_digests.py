"""Digests: only what is new for one stakeholder, as far as their audience may see it, once, and not against their will."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Change, Job
from northline.core.richtext import of_text
from northline.reporting.audiences.sight import FIELDS, USUAL
from northline.reporting.digests import sending
from northline.reporting.digests.models import Digest, DigestIssue
from northline.reporting.digests.rules import next_due
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.roadmap.actions.initiatives import revise_initiative
from northline.roadmap.models import Initiative, Lane, Milestone, Promise
from northline.strategy.stakeholders.models import Stakeholder, Telling
from northline.talk.models import Watch
from tests.cast import Cast
from tests.working import work

DAY = date(2027, 2, 17)
WINDOW = {"start": DAY, "finish": DAY + timedelta(days=20), "precision": "day"}
MARKERS = {field: f"marker{field}zz" for field in FIELDS["roadmap"]}


def arranged(cast: Cast, *, member: str = "", email: str = "krug@nordlicht.example", **chosen: Any) -> Digest:
    """A digest of somebody outside, or of a member, that is off still."""
    fields = {"title": "Dr. Krug", "organisation": "Nordlicht"}
    if member:
        fields["member_id"] = str(cast.members[member].pk)
    client = cast.client("pia")
    person = client.post(f"/api/products/{cast.product.pk}/stakeholders", fields).json()
    audience = {"product_id": cast.product.pk, "title": "Readers", "group": "other"} | chosen
    reader = client.post("/api/audiences", audience).json()
    body = {"audience_id": reader["id"], "email": "" if member else email, "frequency": "daily"}
    answer = client.post(f"/api/stakeholders/{person['id']}/digest", body)
    assert answer.status_code == 201, answer.content
    return Digest.objects.get(pk=answer.json()["id"])


def switched(cast: Cast, row: Digest, method: str = "post") -> Any:
    row.refresh_from_db()
    headers = {"if-match": f'"{row.version}"'}
    return getattr(cast.client("pia"), method)(f"/api/digests/{row.pk}/delivery", headers=headers)


def running(cast: Cast, **how: Any) -> Digest:
    """One that is on, and was due a minute ago."""
    row = arranged(cast, **how)
    answer = switched(cast, row)
    assert answer.status_code == 200, answer.content
    fall_due(row)
    row.refresh_from_db()
    return row


def fall_due(row: Digest, *, ago: timedelta = timedelta(minutes=1)) -> None:
    Digest.objects.filter(pk=row.pk).update(next_at=timezone.now() - ago)


def delivered() -> list[Any]:
    """Everything that leaves until nothing waits any more."""
    sending.enqueue_due()
    work()
    return mail.outbox


def revised(cast: Cast, row: Initiative, **fields: Any) -> None:
    row.refresh_from_db()
    revise_initiative(
        row, expected=row.version, fields=fields, by=cast.scope("pia"), reason="Because.", acknowledge=[]
    )


def initiative(cast: Cast) -> Initiative:
    """One that was there long before any digest."""
    row: Initiative = cast.acme.row("initiative")
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    return row


def test_only_what_changed_since_is_told(cast: Cast) -> None:
    row = initiative(cast)
    cast.acme.row("container")
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    running(cast, fields=["window", "status"])
    revised(cast, row, status="committed", window=WINDOW)

    [letter] = delivered()

    assert letter.to == ["krug@nordlicht.example"]
    assert letter.body.count("A initiative") == 1
    assert "Committed; was planned." in letter.body or "Committed; was an idea." in letter.body
    assert "Planned for 17 February 2027 – 9 March 2027." in letter.body
    [(html, kind)] = letter.alternatives
    assert kind == "text/html"
    assert "Planned for 17 February 2027 – 9 March 2027." in html


def test_it_leaves_once_a_day_however_many_workers_ask(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status"])
    revised(cast, row, status="committed")
    sending.enqueue_due()
    fall_due(digest)
    sending.enqueue_due()

    assert len(delivered()) == 1
    assert DigestIssue.objects.count() == 1


def test_a_job_that_is_taken_up_again_sends_nothing_twice(cast: Cast) -> None:
    row = initiative(cast)
    running(cast, fields=["status"])
    revised(cast, row, status="committed")
    assert len(delivered()) == 1

    Job.objects.filter(name="send_digest").update(
        state=Job.State.QUEUED, lease_by="", run_after=timezone.now()
    )

    assert len(delivered()) == 1
    assert DigestIssue.objects.get().state == "sent"


def test_what_may_have_left_is_not_sent_again_but_told_by_the_next(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status"])
    revised(cast, row, status="committed")
    sending.enqueue_due()
    # The worker died while it spoke to the mail server.
    DigestIssue.objects.update(state="handed_over", day=date(2026, 1, 1))
    assert delivered() == []

    fall_due(digest)

    [letter] = delivered()
    assert "Committed" in letter.body


def test_a_mail_server_that_refuses_is_asked_again(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = initiative(cast)
    running(cast, fields=["status"])
    revised(cast, row, status="committed")
    with monkeypatch.context() as broken:
        broken.setattr(sending, "send", lambda *_, **__: (_ for _ in ()).throw(OSError("no route")))
        assert delivered() == []
    assert DigestIssue.objects.get().state == "waiting"

    Job.objects.update(run_after=timezone.now())

    assert len(delivered()) == 1


def test_without_news_nothing_leaves(cast: Cast) -> None:
    initiative(cast)
    running(cast, fields=["status"])
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))

    assert delivered() == []
    assert DigestIssue.objects.get().state == "quiet"


def test_the_next_one_begins_where_the_last_ended(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status", "horizon"])
    revised(cast, row, status="committed")
    delivered()
    DigestIssue.objects.update(day=date(2026, 1, 1))
    revised(cast, row, horizon="now")
    fall_due(digest)

    letter = delivered()[1]

    assert "Now; was" in letter.body
    assert "Committed" not in letter.body


def test_what_was_told_is_in_the_register_and_in_the_activity(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status"])
    revised(cast, row, status="committed")
    before = Change.objects.count()
    delivered()

    told = Telling.objects.get(stakeholder=digest.stakeholder)
    change = Change.objects.latest("seq")
    assert (told.channel, told.by) == ("digest", None)
    assert told.summary.startswith("Atlas: what is new since")
    assert (Change.objects.count() - before, change.verb, change.by_name) == (1, "told", "Northline")
    people = cast.client("vera").get(f"/api/products/{cast.product.pk}/stakeholders").json()
    assert people[0]["last_told"]["channel"] == "digest"


@pytest.mark.parametrize("group", list(USUAL))
def test_no_hidden_field_is_in_any_digest(cast: Cast, group: str) -> None:
    row, lane, mark = initiative(cast), cast.acme.row("lane"), cast.acme.row("milestone")
    digest = running(cast, group=group)
    Lane.objects.filter(pk=lane.pk).update(title=MARKERS["lane"])
    Milestone.objects.filter(pk=mark.pk).update(title=MARKERS["milestones"])
    Member.objects.filter(pk=cast.carl.pk).update(name=MARKERS["owner"])
    container = cast.acme.row("container")
    Initiative.objects.filter(pk=container.pk).update(title=MARKERS["dependencies"])
    revised(
        cast,
        row,
        lane_id=lane.pk,
        body=of_text(MARKERS["description"]),
        owner_id=cast.carl.pk,
        goal=MARKERS["goal"],
        metrics=[MARKERS["metrics"]],
        features=[MARKERS["features"]],
        status="committed",
        window=WINDOW,
    )
    shown = set(digest.audience.fields)
    words = {
        field: MARKERS[field] for field in ("lane", "description", "owner", "goal", "metrics", "features")
    }

    [letter] = delivered()
    texts = letter.body + letter.alternatives[0][0] + str(letter.subject)

    assert [field for field, word in words.items() if word in texts and field not in shown] == []
    assert [field for field, word in words.items() if word not in texts and field in shown] == []
    if "milestones" not in shown:
        assert MARKERS["milestones"] not in texts
    if "window" not in shown:
        assert "2027" not in texts
    if digest.audience.precision != "exact":
        assert "17 February" not in texts
    assert row.key not in texts


def test_a_window_that_moves_within_the_told_quarter_is_no_news(cast: Cast) -> None:
    row = initiative(cast)
    revised(cast, row, window=WINDOW)
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    running(cast, fields=["window"], precision="quarter")
    Change.objects.exclude(object_kind="initiative").update(created_at=timezone.now() - timedelta(days=90))
    revised(cast, row, window=WINDOW | {"finish": DAY + timedelta(days=30)})

    assert delivered() == []


def test_what_is_in_another_state_comes_and_goes_as_the_reader_sees_it(cast: Cast) -> None:
    row = initiative(cast)
    running(cast, fields=["status"], statuses=["committed"])
    revised(cast, row, status="committed")

    [letter] = delivered()

    assert "New on the roadmap." in letter.body
    assert "was" not in letter.body.partition("ON THE ROADMAP")[2].partition("--")[0]


def test_promises_made_to_them_are_told_without_the_reason_that_is_kept_inside(cast: Cast) -> None:
    row = cast.acme.row("promise")
    Promise.objects.filter(pk=row.pk).update(words="Sealed exports.")
    running(cast, fields=[])
    headers = {"if-match": f'"{row.version}"'}
    body = {"verdict": "renegotiated", "due": "2026-09-30", "reason": "inside-reason"}
    answer = cast.client("pia").post(f"/api/promises/{row.pk}/outcomes", body, headers=headers)
    assert answer.status_code < 300, answer.content

    [letter] = delivered()

    assert "Promised by 30 September 2026. Sealed exports." in letter.body
    assert "Promised by 30 September 2026 now; was 30 June 2026." in letter.body
    assert "inside-reason" not in letter.body


def test_what_became_of_an_older_promise_is_told_by_its_name_and_its_words(cast: Cast) -> None:
    row = cast.acme.row("promise")
    Promise.objects.filter(pk=row.pk).update(title="Exports for Nordlicht", words="Sealed exports.")
    past = timezone.now() - timedelta(days=90)
    Promise.objects.update(created_at=past)
    Change.objects.update(created_at=past)
    running(cast, fields=[])
    headers = {"if-match": f'"{row.version}"'}
    answer = cast.client("pia").post(f"/api/promises/{row.pk}/outcomes", {"verdict": "kept"}, headers=headers)
    assert answer.status_code < 300, answer.content

    [letter] = delivered()

    assert "Exports for Nordlicht" in letter.body
    assert "“Sealed exports.” Kept; it was promised by 30 June 2026." in letter.body


def test_a_promise_to_somebody_else_is_not_theirs_to_hear(cast: Cast) -> None:
    row = cast.acme.row("promise")
    Promise.objects.filter(pk=row.pk).update(promised_to="Kestrel")
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    running(cast, fields=[])

    assert delivered() == []


def test_updates_are_told_to_a_member_who_follows_and_to_nobody_outside(cast: Cast) -> None:
    row = initiative(cast)
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    digest = running(cast, member="vera", fields=["status"])
    made = {
        "workspace": cast.acme.workspace,
        "initiative": row,
        "health": "at_risk",
        "words": "Supplier late.",
    }
    InitiativeUpdate.objects.create(**made)
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    assert delivered() == []

    followed = {"member": cast.vera, "object_kind": "initiative", "object_id": row.pk, "why": "said_so"}
    Watch.objects.create(workspace=cast.acme.workspace, **followed)
    DigestIssue.objects.all().delete()
    fall_due(digest)

    [letter] = delivered()
    assert letter.to == ["vera@acme.example"]
    assert "At risk" in letter.body
    assert "Supplier late." in letter.body
    assert f"/acme/o/initiative/{row.key}" in letter.body


def test_whoever_is_asked_to_sign_is_told_until_they_answered(cast: Cast) -> None:
    cast.acme.row("signed_vision")
    person = Stakeholder.objects.get(title="A stakeholder")
    Change.objects.update(created_at=timezone.now() - timedelta(days=90))
    audience = cast.acme.row("audience")
    made = (
        cast.client("pia").post(f"/api/stakeholders/{person.pk}/digest", {"audience_id": audience.pk}).json()
    )
    preview = cast.client("pia").get(f"/api/digests/{made['id']}/preview").json()

    assert preview["to"] == "ada@acme.example"
    assert "Do you agree with it?" in preview["text"]
    assert "Version 1 of the vision" in preview["html"]


def test_the_preview_is_what_would_be_sent_and_sends_nothing(cast: Cast) -> None:
    row = initiative(cast)
    digest = arranged(cast, fields=["status"])
    revised(cast, row, status="committed")

    preview = cast.client("pia").get(f"/api/digests/{digest.pk}/preview").json()

    assert preview["news"] >= 1
    assert "Committed" in preview["text"]
    assert delivered() == []


def test_a_reader_unsubscribes_by_the_link_without_signing_in(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status"])
    revised(cast, row, status="committed")
    [letter] = delivered()
    token = re.search(r"/unsubscribe/(\S+)", letter.body)
    assert token
    click = letter.extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://localhost")
    known = cast.client("").get(f"/api/public/digests/by-token/{token[1]}").json()
    assert known == {"product": "Atlas", "name": "Dr. Krug", "frequency": "daily", "unsubscribed": False}

    answer = cast.client("").post(click)

    assert answer.json()["unsubscribed"] is True
    digest.refresh_from_db()
    assert (digest.begun_at, digest.next_at) == (None, None)
    change = Change.objects.latest("seq")
    assert (change.verb, change.by, change.by_name) == ("unsubscribed from", None, "Dr. Krug")
    assert switched(cast, digest).json()["code"] == "digest.unsubscribed"


def test_only_the_reader_takes_their_no_back(cast: Cast) -> None:
    digest = running(cast)
    address = f"/api/public/digests/by-token/{sending.page_address(digest).rpartition('/')[2]}/unsubscription"
    cast.client("").post(address)
    assert cast.client("").delete(address).json()["unsubscribed"] is False

    digest.refresh_from_db()
    assert digest.begun_at is None
    assert switched(cast, digest).status_code == 200


def test_a_link_that_was_tampered_with_leads_nowhere(cast: Cast) -> None:
    digest = running(cast)
    token = sending.page_address(digest).rpartition("/")[2]

    answer = cast.client("").post(f"/api/public/digests/by-token/{token[:-2]}xx/unsubscription")

    assert (answer.status_code, answer.json()["code"]) == (404, "digest.unknown_link")
    assert Digest.objects.get(pk=digest.pk).begun_at is not None


def test_switching_on_is_undone(cast: Cast) -> None:
    digest = running(cast)
    change = Change.objects.get(verb="switched on")

    assert cast.client("pia").post(f"/api/changes/{change.pk}/undo").status_code == 200
    digest.refresh_from_db()
    assert digest.begun_at is None


def test_no_address_is_in_the_activity(cast: Cast) -> None:
    digest = arranged(cast)
    headers = {"if-match": f'"{digest.version}"'}
    patch = {"email": "other@nordlicht.example", "frequency": "monthly"}
    answer = cast.client("pia").patch(f"/api/digests/{digest.pk}", patch, headers=headers)

    assert answer.json()["to"] == "other@nordlicht.example"
    told = cast.client("vera").get("/api/changes").content.decode()
    assert "monthly" in told
    assert "nordlicht.example" not in told


def test_somebody_without_an_address_is_not_switched_on(cast: Cast) -> None:
    digest = arranged(cast, email="")

    answer = switched(cast, digest)

    assert (answer.status_code, answer.json()["code"]) == (422, "digest.address_missing")


def test_each_stakeholder_has_one(cast: Cast) -> None:
    digest = arranged(cast)
    body = {"audience_id": str(digest.audience_id)}

    answer = cast.client("pia").post(f"/api/stakeholders/{digest.stakeholder_id}/digest", body)

    assert (answer.status_code, answer.json()["code"]) == (409, "digest.arranged")


def test_what_was_switched_off_meanwhile_does_not_leave(cast: Cast) -> None:
    row = initiative(cast)
    digest = running(cast, fields=["status"])
    revised(cast, row, status="committed")
    sending.enqueue_due()
    assert switched(cast, digest, "delete").status_code == 200

    assert delivered() == []
    assert DigestIssue.objects.get().state == "dropped"


@pytest.mark.parametrize("how_many", [1, 8])
def test_a_preview_costs_the_same_however_much_is_new(
    cast: Cast, how_many: int, django_assert_max_num_queries: Any
) -> None:
    row = initiative(cast)
    digest = arranged(cast, member="vera", fields=sorted(FIELDS["roadmap"]))
    for at in range(how_many):
        revised(cast, row, goal=f"Goal {at}")
    client = cast.client("pia")
    client.get("/api/home")

    with django_assert_max_num_queries(24):
        assert client.get(f"/api/digests/{digest.pk}/preview").status_code == 200


@pytest.mark.parametrize(
    ("frequency", "weekday", "due"),
    [
        ("daily", 0, datetime(2026, 11, 29, 7, tzinfo=UTC)),
        ("weekly", 0, datetime(2026, 11, 30, 7, tzinfo=UTC)),
        ("weekly", 5, datetime(2026, 12, 5, 7, tzinfo=UTC)),
        ("monthly", 0, datetime(2026, 12, 1, 7, tzinfo=UTC)),
    ],
)
def test_when_the_next_is_due(frequency: str, weekday: int, due: datetime) -> None:
    # A Saturday, after seven.
    assert next_due(datetime(2026, 11, 28, 9, tzinfo=UTC), frequency=frequency, weekday=weekday) == due
