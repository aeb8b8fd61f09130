"""Messages by mail: one with all that is new, none in quiet hours, one for a deed of any size."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import transaction
from django.utils import timezone

from northline.core import changes
from northline.core.models import Job
from northline.reporting.notifications import sending
from northline.reporting.notifications.models import NotificationSettings
from northline.research import actions
from tests.cast import Cast
from tests.delivery.test_resources import made
from tests.reporting.digests.test_digests import delivered as digests_delivered
from tests.reporting.digests.test_digests import revised, running
from tests.scheduling.plans import chain, edit, start
from tests.scheduling.test_levelling import apply, levelled, overloaded
from tests.working import work

SOON: dict[str, Any] = {"mail": "soon", "browser": False, "time_zone": "UTC"}


def choose(cast: Cast, name: str, **said: Any) -> Any:
    return cast.client(name).put("/api/notifications", SOON | said)


def telling(cast: Cast, name: str = "pia", **said: Any) -> NotificationSettings:
    answer = choose(cast, name, **said)
    assert answer.status_code == 200, answer.content
    return NotificationSettings.objects.get(member=cast.members[name])


def quiet_today() -> dict[str, Any]:
    return {"quiet_days": [timezone.now().weekday()]}


def note(cast: Cast, title: str) -> None:
    """Something that a product manager hears of."""
    fields = {"title": title, "source": "other", "customer_id": None, "tags": []}
    actions.note_insight(cast.product, fields=fields, by=cast.scope("carl"))


def due(row: NotificationSettings) -> list[Any]:
    """All that leaves if the time for it has come."""
    NotificationSettings.objects.filter(pk=row.pk).update(next_at=timezone.now())
    sending.enqueue_due()
    work()
    return mail.outbox


def test_without_a_word_nobody_is_mailed(cast: Cast) -> None:
    assert cast.client("pia").get("/api/notifications").json() == {
        "mail": "off", "browser": False, "time_zone": "", "quiet_from": None, "quiet_to": None,
        "quiet_days": [], "quiet_until": None, "due_days_ahead": 2,
    }  # fmt: skip
    note(cast, "Too slow")
    assert sending.enqueue_due() == 0


def test_all_that_is_new_is_one_mail_and_none_is_told_twice(cast: Cast) -> None:
    note(cast, "Before")
    row = telling(cast)
    note(cast, "Too slow")
    note(cast, "Too dear")

    [letter] = due(row)

    assert letter.to == [cast.members["pia"].person.email]
    assert letter.subject == f"{cast.acme.workspace.name}: 2 new messages"
    assert "Too slow" in letter.body
    assert "Too dear" in letter.body
    assert "Before" not in letter.body
    assert "/settings/notifications" in letter.body
    assert due(row) == [letter]
    note(cast, "Too loud")
    assert due(row)[1].subject == "Carl created Too loud"


def test_a_round_asks_once_where_nothing_is_new_and_daily_mail_waits_for_the_next_day(
    cast: Cast, django_assert_num_queries: Any
) -> None:
    telling(cast)
    with django_assert_num_queries(1):
        assert sending.enqueue_due() == 0
    row = telling(cast, "piet", mail="daily")
    assert due(row) == []
    row.refresh_from_db()
    assert row.next_at is not None
    assert row.next_at > timezone.now()
    assert row.next_at.hour == 7


def test_what_was_looked_at_is_not_mailed(cast: Cast) -> None:
    row = telling(cast)
    note(cast, "Too slow")
    newest = cast.client("pia").get("/api/inbox").json()["items"][0]["seq"]
    cast.client("pia").post("/api/inbox/seen", {"seq": newest})

    assert due(row) == []


def test_in_quiet_hours_nothing_leaves_and_afterwards_all_of_it_at_once(cast: Cast) -> None:
    row = telling(cast, **quiet_today())
    midnight = (timezone.now() + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    assert row.next_at == midnight
    assert cast.client("pia").get("/api/notifications").json()["quiet_until"] == midnight.isoformat().replace(
        "+00:00", "Z"
    )
    note(cast, "Too slow")
    assert due(row) == []
    note(cast, "Too dear")
    row.refresh_from_db()
    assert row.next_at == midnight

    NotificationSettings.objects.filter(pk=row.pk).update(quiet_days=[])
    assert [letter.subject for letter in due(row)] == [f"{cast.acme.workspace.name}: 2 new messages"]


def test_a_mail_that_did_not_leave_is_told_by_the_next(cast: Cast, monkeypatch: Any) -> None:
    row = telling(cast)
    note(cast, "Too slow")
    with monkeypatch.context() as broken:
        broken.setattr(sending.EmailMessage, "send", lambda _letter: 1 / 0)
        assert due(row) == []
    Job.objects.update(state=Job.State.FAILED)
    note(cast, "Too dear")
    assert [letter.subject for letter in due(row)] == [f"{cast.acme.workspace.name}: 2 new messages"]


def test_a_suspended_member_is_mailed_nothing(cast: Cast) -> None:
    row = telling(cast, "piet")
    start(cast.scope("pia"), product_id=cast.product.pk, code="SUS")
    type(cast.members["piet"]).objects.filter(pk=row.member_id).update(suspended_at=timezone.now())
    assert due(row) == []


def test_settings_that_leave_no_hour_or_half_an_hour_are_refused(cast: Cast) -> None:
    codes = [
        choose(cast, "pia", quiet_from="18:00").json()["code"],
        choose(cast, "pia", quiet_from="08:00", quiet_to="08:00").json()["code"],
        choose(cast, "pia", quiet_days=[0, 1, 2, 3, 4, 5, 6]).json()["code"],
    ]
    assert codes == ["notifications.half_hours", "notifications.always_quiet", "notifications.always_quiet"]
    assert choose(cast, "pia", time_zone="Mars/Olympus").status_code == 422
    assert choose(cast, "pia", quiet_days=[7]).status_code == 422
    assert not NotificationSettings.objects.exists()


def test_a_digest_waits_for_the_end_of_its_readers_quiet_hours(cast: Cast) -> None:
    row = running(cast, member="carl")
    telling(cast, "carl", mail="off", **quiet_today())
    revised(cast, cast.acme.row("initiative"), title="Renamed")

    assert digests_delivered() == []
    waiting = Job.objects.get(name="send_digest", state=Job.State.QUEUED)
    assert waiting.run_after > timezone.now()
    Job.objects.filter(pk=waiting.pk).update(run_after=timezone.now())
    work()
    assert [letter.to for letter in mail.outbox] == [[cast.members["carl"].person.email]]
    row.refresh_from_db()


def test_a_status_report_waits_for_the_end_of_its_readers_quiet_hours(cast: Cast) -> None:
    telling(cast, "carl", mail="off", **quiet_today())
    report = cast.acme.row("published_report")
    sent = cast.client("piet").post(
        f"/api/status-reports/{report.pk}/mailing",
        {"member_ids": [str(cast.members["carl"].pk), str(cast.members["vera"].pk)]},
    )
    assert sent.status_code in (200, 201), sent.content
    work()
    assert [letter.to for letter in mail.outbox] == [[cast.members["vera"].person.email]]


@pytest.mark.usefixtures("one_thread")
class TestOneMessageForADeedOfAnySize:
    """Piet's project is changed by somebody else, in a hundred tasks at once: he hears of it once."""

    def new_messages(self, cast: Cast, row: NotificationSettings) -> list[dict[str, Any]]:
        items = cast.client("piet").get("/api/inbox").json()["items"]
        return [item for item in items if item["seq"] > row.mailed_seq]

    def test_a_merged_scenario_is_one_message(self, cast: Cast) -> None:
        piet, pia = cast.scope("piet"), cast.client("pia")
        project = start(piet, product_id=cast.product.pk, code="CAS")
        items = chain(project, *[f"Task {n}" for n in range(100)], by=piet)
        there = f"/api/scenarios/{pia.post(f'/api/projects/{project.pk}/scenarios', {'title': 'Slower'}).json()['id']}"
        edits = [
            {"op": "set", "id": str(one.pk), "version": one.version, "fields": {"duration_minutes": 960}}
            for one in items
        ]
        answer = pia.post(f"{there}/plan-edits", {"edits": edits})
        assert answer.status_code == 200, answer.content
        row = telling(cast, "piet")
        merged = pia.post(f"{there}/merge", {"reason": "Agreed"})
        assert merged.status_code == 200, merged.content

        [message] = self.new_messages(cast, row)
        [letter] = due(row)
        assert (message["verb"], message["title"]) == ("merged", "Atlas")
        assert letter.subject == "Pia merged Atlas"

    def test_an_applied_levelling_is_one_message(self, cast: Cast, settings: Any, tmp_path: Any) -> None:
        settings.HOME = tmp_path
        ann = made(cast)
        project, _ = overloaded(cast, "LVC", ann["id"], *[f"Task {n}" for n in range(40)])
        found = levelled(cast, project)
        row = telling(cast, "piet")
        assert apply(cast, found, by="pia").status_code == 200

        assert len(self.new_messages(cast, row)) == 1
        assert len(due(row)) == 1

    def test_a_hundred_edits_at_once_leave_earlier_messages_in_the_inbox(self, cast: Cast) -> None:
        piet = cast.scope("piet")
        project = start(piet, product_id=cast.product.pk, code="BLK")
        chain(project, *[f"Task {n}" for n in range(150)], by=piet)
        before = len(cast.client("piet").get("/api/inbox").json()["items"])
        row = telling(cast, "piet")
        adds = [{"op": "add", "temp_id": f"n{n}", "title": f"New {n}"} for n in range(150)]
        edit(project, *adds, by=cast.scope("pia"))

        assert len(self.new_messages(cast, row)) == 1
        assert len(cast.client("piet").get("/api/inbox").json()["items"]) == before + 1

    def test_steps_of_one_change_in_the_background_are_one_message(self, cast: Cast) -> None:
        piet, pia = cast.scope("piet"), cast.scope("pia")
        project = start(piet, product_id=cast.product.pk, code="STP")
        items = chain(project, *[f"Task {n}" for n in range(120)], by=piet)
        edit(project, {"op": "add", "temp_id": "x", "title": "Earlier"}, by=pia)
        row = telling(cast, "piet")
        with transaction.atomic():
            cause = changes.record(pia, "imported", project)
            changes.record_each(pia, "created", items * 5, cause=cause)

        [message] = self.new_messages(cast, row)
        [letter] = due(row)
        assert (message["verb"], message["also"]) == ("imported", 600)
        assert "Pia imported, and 600 more with it." in letter.body
        items_told = cast.client("piet").get("/api/inbox").json()["items"]
        assert [item["verb"] for item in items_told[:2]] == ["imported", "planned"]
