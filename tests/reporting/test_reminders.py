"""Reminders: told once when their moment has come, of nothing that may not be seen; and what of one's own is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.utils import timezone

from northline.accounts.models import Member, RoleGrant
from northline.core import jobs
from northline.core.models import Change, Job
from northline.core.scope import nameless
from northline.delivery.models import WorkItem
from northline.reporting.notifications import sending as mailing
from northline.reporting.notifications.models import NotificationSettings
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.reminders import due, sending
from northline.reporting.reminders.models import DueNotice, Reminder
from northline.reporting.reminders.rules import Due, to_tell
from northline.research.discovery.models import Experiment
from northline.research.models import Insight
from northline.roadmap.models import Initiative
from northline.strategy.models import KeyResult
from northline.tracking.raid.models import Issue
from tests.working import work

pytestmark = pytest.mark.django_db
TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Set what time it is."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to


def ask(cast: Any, handle: str = "vera", kind: str = "insight", **said: Any) -> Any:
    body = {"kind": kind, "object_id": str(cast.acme.row(kind).pk), "day": str(TOMORROW), "hour": "09:30"}
    return cast.client(handle).post("/api/reminders", body | said)


def listed(cast: Any, handle: str = "vera", **asked: Any) -> Any:
    return cast.client(handle).get("/api/reminders", asked).json()["items"]


def inbox(cast: Any, handle: str = "vera", why: str = "reminder") -> Any:
    items = cast.client(handle).get("/api/inbox").json()["items"]
    return [item for item in items if item["why"] == why]


def come(row_id: str) -> None:
    """Its moment has come."""
    Reminder.objects.filter(pk=row_id).update(at=timezone.now() - timedelta(minutes=1))
    sending.enqueue_due()
    work()


def test_a_reminder_is_of_a_day_and_hour_of_one_s_own_time_zone(cast: Any) -> None:
    Member.objects.filter(pk=cast.vera.pk).update(time_zone="Asia/Tokyo")
    made = ask(cast, note="Call them")
    assert made.status_code == 201, made.json()
    told = made.json()
    assert (told["day"], told["hour"], told["note"]) == (str(TOMORROW), "09:30:00", "Call them")
    assert datetime.fromisoformat(told["at"]).astimezone(UTC).strftime("%H:%M") == "00:30"
    assert told["object"]["key"] == cast.acme.row("insight").key

    past = ask(cast, day=str(TOMORROW - timedelta(days=2)))
    assert (past.status_code, past.json()["code"]) == (422, "reminder.past")
    foreign = ask(cast, object_id=str(cast.beyond.row("insight").pk))
    assert foreign.status_code == ask(cast, object_id=str(uuid4())).status_code == 404
    # A change is no object with a page.
    assert ask(cast, kind="insight", **{"object_id": str(cast.vera.pk)}).status_code == 404


def test_it_is_edited_done_and_deleted_and_nobody_else_finds_it(cast: Any) -> None:
    cast.acme.row("insight")
    before = Change.objects.count()
    one = ask(cast).json()
    home, vera = f"/api/reminders/{one['id']}", cast.client("vera")
    later = {"day": str(TOMORROW + timedelta(days=1)), "hour": "17:00", "note": "Later"}
    assert cast.client("ada").patch(home, later, headers={"if-match": '"1"'}).status_code == 404
    assert vera.patch(home, later).status_code == 428
    assert vera.patch(home, later, headers={"if-match": '"1"'}).json()["hour"] == "17:00:00"
    assert vera.patch(home, later, headers={"if-match": '"1"'}).status_code == 412
    assert vera.put(f"{home}/done", {}, headers={"if-match": '"2"'}).json()["done_at"]
    assert (listed(cast), [row["id"] for row in listed(cast, done=True)]) == ([], [one["id"]])
    assert cast.client("ada").delete(home).status_code == 404
    assert vera.delete(home).status_code == 204
    assert not Reminder.objects.exists()
    assert Change.objects.count() == before


def test_two_workers_tell_it_once(cast: Any) -> None:
    one = ask(cast, note="Call them").json()
    Reminder.objects.filter(pk=one["id"]).update(at=timezone.now() - timedelta(minutes=1))
    assert sending.enqueue_due() == 1
    assert sending.enqueue_due() == 0
    # Two asked at the very same moment.
    jobs.enqueue(sending.JOB, by=nameless(cast.acme.workspace.pk))
    work()
    results = [job.result["told"] for job in Job.objects.filter(name=sending.JOB)]
    assert sorted(results) == [0, 1]
    [message] = inbox(cast)
    assert (message["kind"], message["key"]) == ("insight", cast.acme.row("insight").key)
    assert (message["excerpt"], message["by"]) == ("Call them", None)
    assert sending.enqueue_due() == 0


def test_what_is_done_or_put_off_before_is_not_told(cast: Any) -> None:
    one, other = ask(cast).json(), ask(cast).json()
    cast.client("vera").put(f"/api/reminders/{one['id']}/done", {}, headers={"if-match": '"1"'})
    Reminder.objects.filter(pk=one["id"]).update(at=timezone.now() - timedelta(minutes=1))
    assert sending.enqueue_due() == 0
    come(other["id"])
    assert len(inbox(cast)) == 1
    # Put off after it was told, it is told again.
    later = {"day": str(TOMORROW), "hour": "11:00"}
    assert (
        cast.client("vera")
        .patch(f"/api/reminders/{other['id']}", later, headers={"if-match": '"1"'})
        .json()["told_at"]
        is None
    )
    come(other["id"])
    assert len(inbox(cast)) == 2


def test_nothing_is_said_of_what_its_reader_may_not_see_any_more(cast: Any) -> None:
    one = ask(cast, "stan", note="Look again").json()
    RoleGrant.objects.filter(member=cast.members["stan"]).delete()
    come(one["id"])
    [message] = inbox(cast, "stan")
    assert (message["key"], message["title"], message["excerpt"]) == ("", "", "Look again")
    assert message["object_id"] == one["id"]
    assert listed(cast, "stan")[0]["object"] is None


def test_nobody_else_hears_of_a_reminder(cast: Any) -> None:
    come(ask(cast, note="Secret").json()["id"])
    for handle in ("ada", "pia"):
        for address in ("/api/changes", "/api/inbox", "/api/home"):
            text = cast.client(handle).get(address).content.decode()
            assert sending.REMINDED not in text, (handle, address)
            assert "Secret" not in text


def test_the_mail_follows_what_was_chosen(cast: Any) -> None:
    said = {"mail": "soon", "browser": False, "time_zone": "UTC"}
    assert cast.client("vera").put("/api/notifications", said).status_code == 200
    come(ask(cast, note="Call them").json()["id"])
    NotificationSettings.objects.update(next_at=timezone.now())
    mailing.enqueue_due()
    work()
    [letter] = mail.outbox
    assert letter.to == [cast.members["vera"].person.email]
    assert "You asked to be reminded." in letter.body
    assert "Call them" in letter.body
    assert cast.acme.row("insight").key in letter.body


MONDAY = date(2026, 3, 2)


def test_what_was_told_for_a_day_is_told_again_only_for_another() -> None:
    ann, thing = UUID(int=1), UUID(int=2)
    soon = Due(ann, "issue", thing, MONDAY + timedelta(days=2))
    told = {(str(thing), soon.on.isoformat())}
    assert to_tell([soon], today=MONDAY, ahead=1, told=()) == []
    assert to_tell([soon], today=MONDAY, ahead=2, told=()) == [soon]
    assert to_tell([soon], today=MONDAY, ahead=2, told=told) == []
    moved = Due(ann, "issue", thing, MONDAY + timedelta(days=1))
    assert to_tell([moved], today=MONDAY, ahead=2, told=told) == [moved]


def owned(cast: Any, on: date) -> None:
    """Vera owns an issue, a task, a key result of March and an experiment; all but the key result are due on that day."""
    vera = {"owner_id": cast.vera.pk}
    Issue.objects.filter(pk=cast.acme.row("issue").pk).update(**vera, due=on)
    item = cast.acme.row("work_item")
    WorkItem.objects.filter(pk=item.pk).update(**vera, deadline=f"{on}T17:00")
    result = cast.acme.row("key_result")
    KeyResult.objects.filter(pk=result.pk).update(**vera, current=None)
    type(result.objective).objects.filter(pk=result.objective_id).update(period="2026-03")
    Experiment.objects.filter(pk=cast.acme.row("experiment").pk).update(**vera, ends_on=on, starts_on=None)


def morning(clock: Any, day: date, hour: int = 8) -> int:
    clock(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))
    count = due.enqueue_due()
    work()
    return count


def test_owners_are_told_once_a_day_what_is_due_and_each_thing_once(cast: Any, clock: Any) -> None:
    owned(cast, MONDAY + timedelta(days=2))
    # One job for each of the two workspaces, for the morning before.
    assert morning(clock, MONDAY, hour=6) == 2
    assert not DueNotice.objects.exists()
    assert morning(clock, MONDAY) == 2
    assert morning(clock, MONDAY, hour=9) == 0
    [message] = inbox(cast, why="due")
    assert {line["kind"] for line in message["due"]} == {"issue", "work_item", "experiment"}
    assert {line["on"] for line in message["due"]} == {"2026-03-04"}
    assert cast.acme.row("issue").key in message["excerpt"]

    # Nothing new the day after, so no message; at the end of its period the key result.
    morning(clock, MONDAY + timedelta(days=1))
    assert len(inbox(cast, why="due")) == 1
    morning(clock, date(2026, 3, 29))
    newest = inbox(cast, why="due")[0]
    assert [line["kind"] for line in newest["due"]] == ["key_result"]


def test_how_many_days_ahead_is_each_member_s_choice_by_their_own_morning(cast: Any, clock: Any) -> None:
    owned(cast, MONDAY + timedelta(days=5))
    said = {"mail": "off", "browser": False, "time_zone": "Asia/Tokyo"}
    cast.client("vera").put("/api/notifications", said | {"due_days_ahead": 5})
    # Seven in the morning of Monday in Tokyo is ten in the evening of Sunday here.
    morning(clock, MONDAY - timedelta(days=1), hour=21)
    assert inbox(cast, why="due") == []
    morning(clock, MONDAY - timedelta(days=1), hour=22)
    assert len(inbox(cast, why="due")) == 1

    assert cast.client("vera").put("/api/notifications", said | {"due_days_ahead": 31}).status_code == 422
    cast.client("vera").put("/api/notifications", said | {"due_days_ahead": None})
    Issue.objects.update(due=MONDAY + timedelta(days=9))
    morning(clock, MONDAY + timedelta(days=8))
    assert len(inbox(cast, why="due")) == 1


def under_way(cast: Any, said_on: date, **fields: Any) -> Initiative:
    """Vera owns an initiative in progress, of which she last said on that day how it goes."""
    row: Initiative = cast.acme.row("initiative")
    given = {"owner_id": cast.vera.pk, "status": "in_progress", "parked": False}
    Initiative.objects.filter(pk=row.pk).update(**given | fields)
    said = InitiativeUpdate.objects.create(workspace=cast.acme.workspace, initiative=row, health="on_track")
    moment = datetime(said_on.year, said_on.month, said_on.day, 10, tzinfo=UTC)
    InitiativeUpdate.objects.filter(pk=said.pk).update(created_at=moment)
    return row


def test_an_update_that_is_due_is_asked_for_every_fortnight_until_somebody_says_it(
    cast: Any, clock: Any
) -> None:
    row = under_way(cast, MONDAY)
    morning(clock, MONDAY + timedelta(days=11))
    assert inbox(cast, why="due") == []
    # Two days ahead, once.
    morning(clock, MONDAY + timedelta(days=12))
    morning(clock, MONDAY + timedelta(days=14))
    [message] = inbox(cast, why="due")
    [line] = message["due"]
    assert (line["kind"], line["key"]) == ("initiative", row.key)
    assert (line["on"], line["since"]) == ("2026-03-16", "2026-03-02")
    assert f"{row.title}: update due 16 March 2026, no word since 2 March 2026" in message["excerpt"]

    # Nobody said anything, so it is overdue and asked for again; then somebody does.
    morning(clock, MONDAY + timedelta(days=27))
    assert [line["on"] for line in inbox(cast, why="due")[0]["due"]] == ["2026-03-30"]
    under_way(cast, MONDAY + timedelta(days=28))
    morning(clock, MONDAY + timedelta(days=39))
    assert len(inbox(cast, why="due")) == 2


@pytest.mark.parametrize("fields", [{"status": "planned"}, {"status": "done"}, {"parked": True}])
def test_nobody_is_asked_how_goes_what_is_not_under_way(
    cast: Any, clock: Any, fields: dict[str, Any]
) -> None:
    under_way(cast, MONDAY, **fields)
    morning(clock, MONDAY + timedelta(days=14))
    assert inbox(cast, why="due") == []


def test_the_mail_asks_for_the_update(cast: Any, clock: Any) -> None:
    said = {"mail": "soon", "browser": False, "time_zone": "UTC"}
    assert cast.client("vera").put("/api/notifications", said).status_code == 200
    row = under_way(cast, MONDAY)
    morning(clock, MONDAY + timedelta(days=13))
    NotificationSettings.objects.update(next_at=timezone.now())
    mailing.enqueue_due()
    work()
    [letter] = [one for one in mail.outbox if one.to == [cast.members["vera"].person.email]]
    assert f"{row.key} {row.title}: update due 16 March 2026" in letter.body


def test_what_is_due_costs_the_same_however_much(cast: Any, django_assert_num_queries: Any) -> None:
    from northline.reporting.reminders.owned import due_of

    owned(cast, MONDAY)
    span = {"first": MONDAY, "last": MONDAY + timedelta(days=40)}
    with django_assert_num_queries(9):
        assert len(list(due_of([cast.vera.pk], **span))) == 4


@pytest.mark.parametrize("how_many", [1, 5])
def test_ones_own_reminders_take_as_many_queries_however_many(
    cast: Any, how_many: int, django_assert_num_queries: Any
) -> None:
    for number in range(how_many):
        row = Insight.objects.create(
            workspace=cast.acme.workspace, product=cast.product, key=f"I-{number}", title="x"
        )
        assert ask(cast, object_id=str(row.pk)).status_code == 201
    vera = cast.client("vera")
    vera.get("/api/reminders")
    # Who asks (4), the member, the reminders, and what they are of.
    with django_assert_num_queries(7):
        assert len(vera.get("/api/reminders").json()["items"]) == how_many
