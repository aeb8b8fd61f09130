"""Whole lists as files: every row that is filtered for, nothing that calculates, dates that are dates."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime
from uuid import uuid4

import pytest
from django.db import connection
from django.db.models import F
from django.utils import timezone
from openpyxl import load_workbook

from northline.accounts.models import RoleGrant
from northline.core import jobs
from northline.core.exports import making
from northline.core.listing.exporting import asking, writing
from northline.core.listing.queries import Asked
from northline.core.models import Export
from northline.research.models import Insight
from tests.core.listing.asking import add_field, asked, make
from tests.core.together import together
from tests.working import work

EVIL = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /c calc'!A1"]


def export(cast, kind="insight", **query):
    answer = asked(cast, kind, part="/export", **query)
    return answer, b"".join(answer.streaming_content) if answer.streaming else answer.content


def rows_of_csv(content):
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


@pytest.fixture
def evidence(cast):
    due = add_field(cast, "Due", "date", kind="insight")["name"]
    reach = add_field(cast, "Reach", "number", kind="insight")["name"]
    customer = make(cast, "customers", title="Big")["id"]
    make(
        cast,
        "insights",
        title="Öl",
        source="data",
        customer_id=customer,
        tags=["a", "b"],
        custom={due: "2026-03-31", reach: -2.5},
    )
    make(cast, "insights", title="Other", source="support")


def test_a_csv_has_the_columns_asked_for_and_the_rows_filtered_for(cast, evidence):
    answer, content = export(
        cast, columns="title,source,customer,tags,custom.due,custom.reach", where=[["source", "is", "data"]]
    )
    assert answer.headers["Content-Disposition"].startswith('attachment; filename="insight-')
    assert rows_of_csv(content) == [
        ["Title", "Source", "Customer", "Tags", "Due", "Reach"],
        ["Öl", "Data", "CUS-1 Big", "a, b", "2026-03-31", "-2.5"],
    ]


def test_an_xlsx_has_dates_that_are_dates_and_numbers_that_are_numbers(cast, evidence):
    _, content = export(cast, format="xlsx", columns="title,custom.due,custom.reach,created_at", sort="title")
    sheet = load_workbook(io.BytesIO(content)).active
    first, second, third = sheet.iter_rows(values_only=True)
    assert first == ("Title", "Due", "Reach", "Created")
    assert third[:3] == ("Öl", datetime(2026, 3, 31), -2.5)
    assert isinstance(third[3], datetime)
    assert second[1:3] == (None, None)
    assert sheet["B3"].is_date


def test_a_json_holds_the_values_themselves(cast, evidence):
    _, content = export(cast, format="json", columns="title,customer,custom.reach", sort="title")
    other, oil = json.loads(content)
    assert oil["customer"]["title"] == "Big"
    assert (oil["title"], oil["custom.reach"], other["custom.reach"]) == ("Öl", -2.5, None)
    assert Insight.objects.filter(pk=oil["id"]).exists()


def test_an_empty_list_is_an_empty_file(cast):
    assert json.loads(export(cast, format="json")[1]) == []
    assert len(rows_of_csv(export(cast)[1])) == 1


@pytest.mark.parametrize("evil", EVIL)
def test_no_text_of_a_file_is_a_formula(cast, evil):
    made = make(cast, "insights", title="x", tags=["x"])
    Insight.objects.filter(pk=made["id"]).update(title=evil, tags=[evil])
    _, content = export(cast, columns="title,tags")
    # csv's reader gives back what a spreadsheet would see in the cell
    assert rows_of_csv(content)[1] == [f"'{evil}", f"'{evil}"]
    _, content = export(cast, format="xlsx", columns="title,tags")
    for cell in load_workbook(io.BytesIO(content)).active[2]:
        assert cell.data_type == "s"
        assert cell.value.startswith("'")


def test_a_custom_fields_name_is_no_formula_either(cast):
    add_field(cast, "=1+1", "number", kind="insight")
    assert rows_of_csv(export(cast)[1])[0][-1] == "'=1+1"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"format": "pdf"}, "list.unknown_format"),
        ({"columns": "title,colour"}, "list.unknown_field"),
        ({"sort": "tags"}, "list.not_sortable"),
    ],
)
def test_a_file_that_cannot_be_is_refused(cast, query, code):
    answer = asked(cast, "insight", part="/export", **query)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


@pytest.mark.parametrize("format", ["csv", "xlsx", "json"])
def test_thousands_of_rows_take_a_query_a_chunk_and_are_all_there(cast, format, django_assert_num_queries):
    rows = [
        Insight(workspace=cast.acme.workspace, product=cast.product, key=f"I-{number}", title=f"{number}")
        for number in range(3 * writing.CHUNK + 1)
    ]
    Insight.objects.bulk_create(rows)
    scope = cast.scope("vera")
    # Custom fields, the order of all, and four chunks.
    with django_assert_num_queries(2 + 4):
        file = writing.export(scope, "insight", Asked(), sort="key", columns=["key", "title"], format=format)
    with file:
        if format == "xlsx":
            found = sum(1 for _ in load_workbook(file, read_only=True).active.iter_rows()) - 1
        else:
            content = file.read()
            found = len(json.loads(content)) if format == "json" else len(rows_of_csv(content)) - 1
    assert found == len(rows)


def test_a_long_list_is_written_in_the_background_for_whoever_asked(cast, monkeypatch, one_thread):
    for number in range(5):
        make(cast, "insights", title=f"Note {number}")
    vera = cast.client("vera")
    at_once, content = export(cast, format="csv", columns="key,title", sort="title", q="Note")
    assert asked(cast, "insight", part="/groups").json()["export_at_once"]
    monkeypatch.setattr(asking, "AT_ONCE", 4)
    monkeypatch.setattr(writing, "CHUNK", 2)
    assert not asked(cast, "insight", part="/groups").json()["export_at_once"]
    refused = asked(cast, "insight", part="/export", format="csv")
    assert (refused.status_code, refused.json()["code"]) == (409, "export.in_background")

    there = "/api/lists/insight/exports"
    said = {"format": "csv", "columns": ["key", "title"], "sort": "title", "q": "Note"}
    told = vera.post(there, said).json()
    here = f"/api/exports/{told['id']}"
    assert vera.get(f"{here}/file").status_code == 404
    work()
    job = vera.get(f"/api/jobs/{told['job']}").json()
    assert (job["state"], job["progress"], job["total"]) == ("done", 5, 5)
    file = vera.get(f"{here}/file")
    assert file.content == content
    assert (file["Content-Type"], file["Content-Disposition"]) == (
        at_once["Content-Type"], at_once["Content-Disposition"],
    )  # fmt: skip
    # It is hers alone, and of what can be asked for.
    assert cast.client("ada").get(here).status_code == 404
    for wrong, status, code in (
        ({"format": "bmp"}, 422, "list.unknown_format"),
        ({"product_id": str(uuid4())}, 404, "object.not_found"),
        ({"where": '[["nothing", "is", 1]]'}, 422, "list.unknown_field"),
    ):
        answer = vera.post(there, wrong)
        assert (answer.status_code, answer.json()["code"]) == (status, code), answer.content
    assert vera.post("/api/lists/nothing/exports", {}).status_code == 404


def test_a_file_is_made_while_others_write(lasting_cast, monkeypatch):
    for number in range(5):
        make(lasting_cast, "insights", title=f"Note {number}")
    vera, told = lasting_cast.client("vera"), jobs.Run.report
    monkeypatch.setattr(writing, "CHUNK", 2)

    def report_after_others(run, done, **said):
        # The last report belongs to the transaction that keeps the file, for whose end others wait.
        if not connection.in_atomic_block:
            wrote = together(lambda: Insight.objects.filter(title="Note 4").update(version=F("version") + 1))
            assert wrote == [1]
        told(run, done, **said)

    monkeypatch.setattr(jobs.Run, "report", report_after_others)
    asked_for = vera.post("/api/lists/insight/exports", {"format": "csv", "columns": ["title"]}).json()
    work()
    assert vera.get(f"/api/jobs/{asked_for['job']}").json()["state"] == "done"
    written = rows_of_csv(vera.get(f"/api/exports/{asked_for['id']}/file").content)
    assert sorted(line[0] for line in written[1:]) == [f"Note {number}" for number in range(5)]


def test_ones_own_files_are_listed_for_a_day(cast, django_assert_max_num_queries):
    vera = cast.client("vera")
    there = "/api/lists/insight/exports"
    old, dropped, made = (vera.post(there, {"format": kind}).json() for kind in ("json", "csv", "xlsx"))
    Export.objects.filter(pk=old["id"]).update(created_at=timezone.now() - making.KEPT)
    vera.delete(f"/api/jobs/{dropped['job']}")
    assert [one["state"] for one in vera.get("/api/exports").json()] == ["queued", "cancelled"]
    work()
    with django_assert_max_num_queries(6):
        mine = vera.get("/api/exports").json()
    assert [(one["id"], one["state"]) for one in mine] == [(made["id"], "done"), (dropped["id"], "cancelled")]
    assert [one["name"] for one in mine] == [
        f"insight-{timezone.localdate()}.{kind}" for kind in ("xlsx", "csv")
    ]
    assert cast.client("ada").get("/api/exports").json() == []


def test_a_file_is_the_members_only_as_long_as_its_product_is(cast):
    told = cast.client("stan").post("/api/lists/insight/exports", {"product_id": str(cast.product.pk)}).json()
    work()
    here = f"/api/exports/{told['id']}/file"
    assert cast.client("stan").get(here).status_code == 200
    RoleGrant.objects.filter(member=cast.members["stan"]).delete()
    assert cast.client("stan").get(here).status_code == 404
