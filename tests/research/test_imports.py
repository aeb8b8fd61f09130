"""The rules of bringing in an export of another tool."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from northline.core.models import Job
from northline.research.imports.models import ResearchImport, SourceId
from northline.research.models import Customer, Idea, Insight, Opportunity
from northline.talk.models import Comment
from tests.working import work

pytestmark = pytest.mark.django_db
AT = "/api/research/imports"


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path, one_thread: None) -> Path:
    settings.HOME = tmp_path
    return tmp_path / "uploads"


class Bringing:
    """One person who imports files into the cast's product."""

    def __init__(self, cast: Any, who: str = "carl", product: Any = None) -> None:
        self.browser, self.product = cast.client(who), product or cast.product
        self.id = ""

    def upload(self, content: bytes | str, name: str = "notes.csv") -> Any:
        content = content.encode() if isinstance(content, str) else content
        body = {"file": SimpleUploadedFile(name, content), "product_id": str(self.product.pk)}
        made = Client.post(
            self.browser, AT, body, headers={"host": "localhost", "northline-workspace": "acme"}
        )
        if made.status_code == 202:
            self.id = made.json()["id"]
            work()
        return made

    def seen(self) -> Any:
        return self.browser.get(f"{AT}/{self.id}").json()

    def dry(self, **wanted: str) -> Any:
        return self.browser.get(f"{AT}/{self.id}/dry-run", wanted).json()

    def remap(self, **changed: Any) -> Any:
        return self.browser.generic("PUT", f"{AT}/{self.id}/mapping", self.seen()["mapping"] | changed)

    def confirm(self, **body: Any) -> Any:
        answer = self.browser.post(f"{AT}/{self.id}/confirmation", body)
        work()
        return answer

    def bring(self, content: bytes | str, name: str = "notes.csv", **changed: Any) -> Any:
        assert self.upload(content, name).status_code == 202
        if changed:
            answer = self.remap(**changed)
            assert answer.status_code == 200, answer.content
        assert self.confirm().status_code == 202
        seen = self.seen()
        assert seen["state"] == "imported", seen["refusal"] or Job.objects.latest("created_at").refusal
        return seen


NOTES = (
    "id,title,body,tags,customer,comment\n"
    '1,Too slow,It lags,"Speed, UX",Globex,Ann said so\n'
    "2,No export,As CSV please,data,globex,\n"
)


def test_a_table_becomes_insights_with_tags_customers_and_comments(cast: Any, home: Path) -> None:
    carl = Bringing(cast)
    carl.upload(NOTES)
    ready = carl.seen()
    assert (ready["state"], ready["recognised"]["items"], ready["mapping"]["source"]) == ("ready", 2, "notes")
    assert ready["mapping"]["columns"] == ["id", "title", "text", "labels", "customer", "comment"]
    assert carl.dry()["counts"] == {
        "create": 2, "update": 0, "unchanged": 0, "error": 0, "left_out": 0, "comments": 1,
    }  # fmt: skip
    assert Insight.objects.count() == 0
    carl.confirm()
    done = carl.seen()
    assert (done["state"], done["outcome"]["counts"]["create"]) == ("imported", 2)
    slow = Insight.objects.get(title="Too slow")
    assert (slow.tags, slow.customer.title, slow.source) == (["speed", "ux"], "Globex", "feedback")
    assert "It lags" in slow.words
    assert Customer.objects.count() == 1  # Globex and globex are one
    assert "Ann said so" in Comment.objects.get(object_id=slow.pk).words
    shown = carl.browser.get(f"/api/objects/insight/{slow.pk}/activity").json()["items"]
    assert [one["change"]["verb"] for one in shown] == ["commented", "created"]
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-03-05T22:00:00Z", date(2024, 3, 5)),
        ("05/Mar/24 4:05 PM", date(2024, 3, 5)),
        ("Mar 5, 2024", date(2024, 3, 5)),
        ("05.03.2024", None),
        ("2024-13-45", None),
        ("3024-01-01", None),
        ("in may or so", None),
    ],
)
def test_an_insight_was_said_on_the_day_that_the_source_gives(
    cast: Any, written: str, day: date | None
) -> None:
    Bringing(cast).bring(f'id,title,created\n1,Too slow,"{written}"\n')
    insight = Insight.objects.get()
    assert insight.observed_on == day
    assert written in insight.words


def test_the_second_import_of_a_file_changes_nothing(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES)
    before = (Insight.objects.count(), Comment.objects.count(), SourceId.objects.count())
    again = carl.bring(NOTES)
    assert again["outcome"]["counts"]["unchanged"] == 2
    assert (Insight.objects.count(), Comment.objects.count(), SourceId.objects.count()) == before
    assert set(Insight.objects.values_list("version", flat=True)) == {1}


def test_a_changed_row_updates_what_the_source_changed_and_nothing_else(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES)
    slow = Insight.objects.get(title="Too slow")
    carl.browser.patch(
        f"/api/insights/{slow.pk}",
        {"title": "Our title", "tags": ["speed", "ux", "ours"]},
        headers={"if-match": '"1"'},
    )
    changed = NOTES.replace('"Speed, UX"', '"Speed, mobile"').replace("Ann said so", "Bo said so")
    carl.upload(changed)
    (row,) = carl.dry(what="update")["rows"]
    assert (row["changed"], row["comments"]) == (["tags"], 1)
    carl.confirm()
    slow.refresh_from_db()
    assert slow.title == "Our title"
    assert slow.tags == ["speed", "ours", "mobile"]
    assert Comment.objects.filter(object_id=slow.pk).count() == 2


def test_one_undo_takes_the_whole_import_back_and_it_can_be_imported_again(cast: Any) -> None:
    carl = Bringing(cast)
    done = carl.bring(NOTES)
    last = carl.browser.get("/api/me/last-change").json()
    assert last["id"] == done["change"], last
    answer = carl.browser.post(f"/api/changes/{done['change']}/undo")
    assert answer.status_code == 200, answer.content
    assert Insight.objects.filter(archived_at=None).count() == 0
    assert Customer.objects.filter(archived_at=None).count() == 0
    carl.bring(NOTES)
    assert Insight.objects.filter(archived_at=None).count() == 2


def test_undoing_an_update_sets_back_what_it_changed(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES)
    done = carl.bring(NOTES.replace("Too slow", "Much too slow"))
    assert Insight.objects.filter(title="Much too slow").exists()
    assert carl.browser.post(f"/api/changes/{done['change']}/undo").status_code == 200
    assert Insight.objects.filter(title="Too slow", archived_at=None).exists()
    carl.upload(NOTES)
    assert carl.dry()["counts"]["unchanged"] == 2


def test_an_import_that_was_worked_on_since_is_not_undone(cast: Any) -> None:
    carl = Bringing(cast)
    done = carl.bring(NOTES)
    slow = Insight.objects.get(title="Too slow")
    carl.browser.patch(f"/api/insights/{slow.pk}", {"title": "x"}, headers={"if-match": '"1"'})
    answer = carl.browser.post(f"/api/changes/{done['change']}/undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "undo.changed_since")
    assert slow.key in answer.json()["detail"]
    assert Insight.objects.filter(archived_at=None).count() == 2


def test_an_import_that_runs_twice_writes_once(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES)
    Job.objects.filter(name="write_export").update(state="queued", lease_until=None)
    work()
    assert Insight.objects.count() == 2


BOARD = json.dumps(
    {
        "name": "Plan",
        "lists": [{"id": "l", "name": "In progress"}],
        "labels": [],
        "cards": [{"id": "c", "name": "Map", "idList": "l", "labels": [{"name": "UX"}]}],
        "actions": [{"id": "s", "type": "commentCard", "data": {"card": {"id": "c"}, "text": "Do it"}}],
    }
)


def test_cards_become_ideas_whose_lists_say_their_status(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(BOARD, "board.json")
    idea = Idea.objects.get()
    assert (idea.title, idea.status) == ("Map", "chosen")
    assert "Labels: UX" in idea.words
    assert "List: In progress" in idea.words
    assert "Do it" in Comment.objects.get().words


def test_the_person_decides_what_types_become_and_what_is_left_out(cast: Any) -> None:
    carl = Bringing(cast)
    rows = "id,title,type,parent\n1,Need,Epic,\n2,Sub,Epic,1\n3,Chore,Task,\n"
    carl.bring(rows, kind_by="type", kinds={"Epic": "opportunity", "Task": "skip"})
    need, sub = Opportunity.objects.order_by("title")
    assert (need.title, sub.title, sub.parent) == ("Need", "Sub", need)
    assert carl.seen()["outcome"]["counts"]["left_out"] == 1


def test_rows_that_cannot_come_in_are_named_and_left_out_only_when_asked(cast: Any) -> None:
    carl = Bringing(cast)
    carl.upload("id,title,type,parent\n1,a,x,\n1,b,x,\n,,x,\n4,c,x,5\n5,d,x,4\n")
    carl.remap(kind="opportunity")
    rows = carl.dry(what="error")["rows"]
    assert [(row["row"], row["code"]) for row in rows] == [
        (3, "import.id_twice"),
        (4, "import.nothing_to_know_it_by"),
        (5, "import.parent_circle"),
        (6, "import.parent_circle"),
    ]
    refused = carl.confirm()
    assert (refused.status_code, refused.json()["code"]) == (409, "import.has_errors")
    carl.confirm(leave_out_errors=True)
    assert Opportunity.objects.count() == 1


def test_a_mapping_that_does_not_fit_is_refused(cast: Any) -> None:
    carl = Bringing(cast)
    carl.upload(NOTES)
    refused = carl.remap(columns=["title"])
    assert (refused.status_code, refused.json()["code"]) == (422, "import.mapping")
    assert carl.remap(columns=["nonsense"] * 6).status_code == 422


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"<html/>", "format.unknown"),
        (b"[" * 1000, "format.too_deep"),
        (b'{"cards": [', "format.truncated"),
        (b"title\n", "format.no_items"),
    ],
)
def test_a_bad_file_is_refused_and_nothing_of_it_is_kept(
    cast: Any, home: Path, content: bytes, code: str
) -> None:
    carl = Bringing(cast)
    carl.upload(content)
    seen = carl.seen()
    assert (seen["state"], seen["refusal"]["code"]) == ("refused", code)
    assert list(home.iterdir()) == []


def test_whoever_may_not_contribute_imports_nothing_and_nobody_sees_anothers_file(cast: Any) -> None:
    assert Bringing(cast, "vera").upload(NOTES).status_code == 403
    assert Bringing(cast, "carl", cast.beyond.product).upload(NOTES).status_code == 404
    carl = Bringing(cast)
    carl.upload(NOTES)
    for other in ("ada", "nora"):
        assert cast.client(other).get(f"{AT}/{carl.id}").status_code == 404


def test_the_same_id_of_another_source_is_another_thing(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES, "spring.csv")
    carl.bring(NOTES, "autumn.csv")
    assert Insight.objects.count() == 4


def test_what_was_archived_here_stays_so(cast: Any) -> None:
    carl = Bringing(cast)
    carl.bring(NOTES)
    slow = Insight.objects.get(title="Too slow")
    carl.browser.post(f"/api/insights/{slow.pk}/archival", headers={"if-match": '"1"'})
    carl.upload(NOTES.replace("It lags", "It lags a lot"))
    assert carl.dry()["counts"]["unchanged"] == 2


def test_a_dropped_import_leaves_nothing(cast: Any, home: Path) -> None:
    carl = Bringing(cast)
    carl.upload(NOTES)
    assert carl.browser.delete(f"{AT}/{carl.id}").status_code == 204
    assert (ResearchImport.objects.count(), list(home.iterdir())) == (0, [])


def test_a_dry_run_takes_as_many_queries_for_many_rows_as_for_one(
    cast: Any, django_assert_num_queries: Any
) -> None:
    carl = Bringing(cast)
    carl.upload(NOTES)
    with django_assert_num_queries(9):
        carl.dry()
    carl.upload("id,title\n" + "".join(f"{at},Row {at}\n" for at in range(300)))
    with django_assert_num_queries(9):
        carl.dry()
