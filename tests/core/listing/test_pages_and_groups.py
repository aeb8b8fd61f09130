"""Any sort visits every row exactly once; groups count what their own condition finds."""

from __future__ import annotations

import base64
import json
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.core.ids import uuid7
from northline.core.listing import queries
from northline.core.listing.grouping import groups
from northline.research.models import Customer, Insight
from tests.core.listing.asking import add_field, asked, make

SORTS = [
    "title",
    "source",
    "customer",
    "segment",
    "created_at",
    "custom.reach",
    "custom.due",
    "custom.sure",
    "key",
]
value = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["a", "A", "b", "é", "Z", "10", "9"]),
        "source": st.sampled_from(Insight.Source.values),
        "customer": st.sampled_from([None, 0, 1]),
        "hour": st.integers(0, 2),
        "reach": st.sampled_from([None, 1, 1.5, -3, 0.1, 1e15]),
        "due": st.sampled_from([None, "2026-01-31", "2025-12-31"]),
        "sure": st.sampled_from([None, True, False]),
    }
)
sorting = st.lists(st.sampled_from(SORTS), min_size=1, max_size=3, unique=True).flatmap(
    lambda names: st.tuples(*(st.sampled_from([name, f"-{name}"]) for name in names))
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.lists(value, max_size=9), sort=sorting, limit=st.integers(1, 4))
def test_pages_of_any_sort_visit_every_row_once_and_in_order(cast, values, sort, limit):
    fill(cast, values)
    scope, said = cast.scope("vera"), ",".join(sort)
    whole = queries.page(scope, "insight", queries.Asked(), sort=said, limit=200)["items"]
    read, cursor = [], None
    while True:
        page = queries.page(scope, "insight", queries.Asked(), sort=said, cursor=cursor, limit=limit)
        read += page["items"]
        cursor = page["next"]
        if cursor is None:
            break
    assert [item["id"] for item in read] == [item["id"] for item in whole]
    assert len(read) == len(values)
    first = sort[0].removeprefix("-")
    missing = [item["fields"][first] is None for item in read]
    assert missing == sorted(missing), "what is missing comes last, whichever way"


def fill(cast, values):
    """Insights with these values, past the API, so that a case takes milliseconds."""
    if not Customer.objects.exists():
        for title, segment in (("b", "x"), ("a", "")):
            Customer.objects.create(workspace=cast.acme.workspace, key=title, title=title, segment=segment)
        for title, kind in (("Reach", "number"), ("Due", "date"), ("Sure", "yes_no")):
            add_field(cast, title, kind, kind="insight")
    Insight.objects.all().delete()
    customers = list(Customer.objects.order_by("title"))
    day = datetime(2026, 3, 1, tzinfo=UTC)
    for number, one in enumerate(values):
        custom = {name: one[name] for name in ("reach", "due", "sure") if one[name] is not None}
        Insight.objects.create(
            workspace=cast.acme.workspace,
            product=cast.product,
            key=f"INS-{number % 3}-{uuid7().hex[-16:]}",
            title=one["title"],
            source=one["source"],
            customer=None if one["customer"] is None else customers[one["customer"]],
            created_at=day + timedelta(hours=one["hour"]),
            custom=custom,
        )


def test_keys_are_in_the_order_of_their_numbers_within_their_prefix(cast):
    for key in ("INS-10", "ASK-2", "INS-9", "INS-100"):
        Insight.objects.create(workspace=cast.acme.workspace, product=cast.product, key=key, title="Said")
    for sort, wanted in (
        ("key", ["ASK-2", "INS-9", "INS-10", "INS-100"]),
        ("-key", ["INS-100", "INS-10", "INS-9", "ASK-2"]),
    ):
        first = asked(cast, "insight", sort=sort, limit=2).json()
        rest = asked(cast, "insight", sort=sort, cursor=first["next"]).json()
        assert [item["key"] for item in first["items"] + rest["items"]] == wanted


NOWHERE = "01a22263-ad15-7592-82bb-260015bd3bfb"


def made_up(said):
    return base64.urlsafe_b64encode(json.dumps(said).encode()).decode()


CURSORS = [
    "nonsense",
    made_up(5),
    made_up([]),
    made_up(["title", "x"]),
    made_up(["-title", "x", NOWHERE]),
    made_up(["title", 5, NOWHERE]),
    made_up(["title", "x\0", NOWHERE]),
    made_up(["title", "x", "y"]),
    made_up(["title", "x", 5]),
    made_up(["title", {}, NOWHERE]),
]


def test_a_made_up_page_address_is_refused(cast):
    for cursor in CURSORS:
        answer = asked(cast, sort="title", cursor=cursor)
        assert (answer.status_code, answer.json()["code"]) == (422, "cursor.unreadable"), cursor


def test_a_list_is_of_one_product_where_one_is_named(cast):
    make(cast, title="Here")
    assert [row["title"] for row in asked(cast, product_id=cast.product.pk).json()["items"]] == ["Here"]
    assert asked(cast, product_id=uuid7()).json()["items"] == []
    assert asked(cast, "customer", product_id=cast.product.pk).status_code == 200


@pytest.fixture
def evidence(cast):
    reach = add_field(cast, "Reach", "number", kind="insight")["name"]
    big = make(cast, "customers", title="Big", segment="x")["id"]
    small = make(cast, "customers", title="Small", segment="y")["id"]
    make(cast, "insights", source="data", customer_id=big, tags=["a", "b"], custom={reach: 10})
    make(cast, "insights", source="data", customer_id=small, tags=["a"], custom={reach: 20.5})
    make(cast, "insights", source="interview")
    Insight.objects.filter(source="interview").update(created_at=datetime(2026, 2, 28, 23, tzinfo=UTC))


def told(cast, by, **query):
    answer = asked(cast, "insight", part="/groups", by=by, **query).json()
    return [(group["label"], group["count"]) for group in answer["items"]]


def test_the_ids_are_those_of_what_is_filtered_for_and_no_more_than_so_many(cast, evidence, monkeypatch):
    where = [["source", "is", "data"]]
    rows = asked(cast, "insight", where=where).json()["items"]
    told = asked(cast, "insight", part="/ids", where=where).json()
    assert (set(told["items"]), told["more"]) == ({row["id"] for row in rows}, False)
    assert len(rows) > 1
    monkeypatch.setattr(queries, "MOST_IDS", 1)
    few = asked(cast, "insight", part="/ids", where=where).json()
    assert (len(few["items"]), few["more"]) == (1, True)


def test_groups_are_counted_in_the_order_of_the_field(cast, evidence):
    assert told(cast, "source") == [("Interview", 1), ("Data", 2)]
    assert told(cast, "customer") == [("Big", 1), ("Small", 1), ("", 1)]
    assert told(cast, "segment") == [("x", 1), ("y", 1), ("", 1)]
    assert told(cast, "tags") == [("a", 2), ("b", 1), ("", 1)]
    month = date.today().strftime("%Y-%m")
    assert told(cast, "created_at") == [("2026-02", 1), (month, 2)]


def test_groups_are_of_what_is_filtered_for(cast, evidence):
    assert told(cast, "tags", where=[["source", "is", "data"]]) == [("a", 2), ("b", 1)]
    assert told(cast, "tags", where=[["source", "is", "other"]]) == []
    assert told(cast, "source", q="nothing") == []
    assert told(cast, "tags", who="stan", product_id=uuid7()) == []


def test_every_group_is_found_by_its_own_condition(cast, evidence):
    for by in ("source", "customer", "segment", "tags", "created_at", "product"):
        for group in asked(cast, "insight", part="/groups", by=by).json()["items"]:
            rows = asked(cast, "insight", where=[group["where"]]).json()["items"]
            assert len(rows) == group["count"], (by, group)


def test_numbers_are_summed_and_averaged_in_all_and_in_each_group(cast, evidence):
    answer = asked(cast, "insight", part="/groups", by="source").json()
    assert (answer["total"], answer["sums"], answer["averages"]) == (
        3,
        {"custom.reach": 30.5},
        {"custom.reach": 15.25},
    )
    interview, data = answer["items"]
    assert (interview["sums"], data["sums"]["custom.reach"]) == ({}, 30.5)
    tags = asked(cast, "insight", part="/groups", by="tags").json()["items"]
    assert [group["sums"].get("custom.reach") for group in tags] == [30.5, 10, None]
    for sums, told in (("none", {}), ("custom.reach,source", {"custom.reach": 30.5})):
        assert asked(cast, "insight", part="/groups", by="source", sums=sums).json()["sums"] == told


@pytest.mark.parametrize(
    ("by", "code"),
    [
        ("colour", "list.unknown_field"),
        ("title", "list.not_groupable"),
        ("custom.reach", "list.not_groupable"),
    ],
)
def test_what_makes_no_groups_is_refused(cast, evidence, by, code):
    answer = asked(cast, "insight", part="/groups", by=by)
    assert (answer.status_code, answer.json()["code"], answer.json()["field"]) == (422, code, by)


@pytest.mark.parametrize(("by", "count"), [("", 2), ("customer", 3), ("tags", 2)])
def test_groups_take_a_known_number_of_queries(cast, evidence, by, count, django_assert_num_queries):
    scope = cast.scope("vera")
    with django_assert_num_queries(count):
        groups(scope, "insight", queries.Asked(), by=by)


def test_the_fields_of_a_list_say_what_it_can_be_asked(cast):
    add_field(cast, "Effort", "choice", kind="insight", options=[{"label": "Low"}, {"label": "High"}])
    answer = asked(cast, "insight", part="/fields").json()
    fields = {field["name"]: field for field in answer["fields"]}
    assert fields["source"]["options"][0] == {"value": "interview", "label": "Interview"}
    assert (fields["customer"]["of"], fields["customer"]["writes"]) == ("customer", "customer_id")
    assert (fields["tags"]["sortable"], fields["title"]["groupable"], fields["created_at"]["writes"]) == (
        False,
        False,
        None,
    )
    custom = fields["custom.effort"]
    assert (custom["label"], custom["writes"], custom["custom"]) == ("Effort", "custom", "effort")
    assert [option["value"] for option in custom["options"]] == ["low", "high"]
    assert answer["can"] == {"share_views": False, "add_fields": False, "archive": True, "remove": False}
    assert asked(cast, "insight", part="/fields", who="ada").json()["can"]["add_fields"]
