"""Whole lists as files: every row that is filtered for, nothing that calculates, dates that are dates."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import pytest
from openpyxl import load_workbook

from northline.core.listing.exporting import writing
from northline.core.listing.queries import Asked
from northline.research.models import Insight
from tests.core.listing.asking import add_field, asked, make

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
def test_thousands_of_rows_take_two_queries_and_are_all_there(cast, format, django_assert_num_queries):
    rows = [
        Insight(workspace=cast.acme.workspace, product=cast.product, key=f"I-{number}", title=f"{number}")
        for number in range(3 * writing.CHUNK + 1)
    ]
    Insight.objects.bulk_create(rows)
    scope = cast.scope("vera")
    with django_assert_num_queries(2):
        file = writing.export(scope, "insight", Asked(), sort="key", columns=["key", "title"], format=format)
    with file:
        if format == "xlsx":
            found = sum(1 for _ in load_workbook(file, read_only=True).active.iter_rows()) - 1
        else:
            content = file.read()
            found = len(json.loads(content)) if format == "json" else len(rows_of_csv(content)) - 1
    assert found == len(rows)
