"""What a filter finds, for every type of field and every operator; and what is refused."""

from __future__ import annotations

import pytest
from django.utils import timezone

from northline.research.models import Idea
from northline.strategy.models import KeyResult, Objective
from tests.core.listing.asking import add_field, asked, bulk, make, titles


@pytest.fixture
def evidence(cast):
    """Three insights: of Big Co. with tags, of Small with another, of nobody."""
    big = make(cast, "customers", title="Big Co", segment="enterprise")
    small = make(cast, "customers", title="small", segment="starter")
    make(cast, "insights", title="Alpha", source="data", customer_id=big["id"], tags=["speed", "Größe"])
    make(cast, "insights", title="beta", source="support", customer_id=small["id"], tags=["speedy"])
    make(cast, "insights", title="Gamma 100%", source="interview")
    return {"big": big["id"], "small": small["id"]}


def found(cast, *where, kind="insight", **query):
    return set(titles(cast, kind, where=list(where), **query))


FOUND = [
    (["title", "contains", "A"], {"Alpha", "beta", "Gamma 100%"}),
    (["title", "contains", "100%"], {"Gamma 100%"}),
    (["title", "not_contains", "amm"], {"Alpha", "beta"}),
    (["title", "is", "BETA"], {"beta"}),
    (["title", "is_not", "beta"], {"Alpha", "Gamma 100%"}),
    (["title", "any_of", ["alpha", "BETA"]], {"Alpha", "beta"}),
    (["title", "none_of", ["alpha", "BETA"]], {"Gamma 100%"}),
    (["source", "is", "data"], {"Alpha"}),
    (["source", "is_not", "data"], {"beta", "Gamma 100%"}),
    (["source", "any_of", ["data", "support"]], {"Alpha", "beta"}),
    (["source", "none_of", ["data", "support"]], {"Gamma 100%"}),
    (["source", "empty"], set()),
    (["customer", "empty"], {"Gamma 100%"}),
    (["customer", "not_empty"], {"Alpha", "beta"}),
    (["segment", "is", "Enterprise"], {"Alpha"}),
    (["segment", "is_not", "enterprise"], {"beta", "Gamma 100%"}),
    (["segment", "empty"], {"Gamma 100%"}),
    (["tags", "contains", "Speed"], {"Alpha"}),
    (["tags", "contains", "größe"], {"Alpha"}),
    (["tags", "any_of", ["speed", "speedy"]], {"Alpha", "beta"}),
    (["tags", "none_of", ["speed"]], {"beta", "Gamma 100%"}),
    (["tags", "all_of", ["speed", "größe"]], {"Alpha"}),
    (["tags", "empty"], {"Gamma 100%"}),
    (["tags", "not_empty"], {"Alpha", "beta"}),
    (["key", "is", "ins-2"], {"beta"}),
]


def test_a_filter_finds_what_it_says(cast, evidence):
    for where, expected in FOUND:
        assert found(cast, where) == expected, where


def test_a_reference_is_asked_by_id(cast, evidence):
    assert found(cast, ["customer", "is", evidence["big"]]) == {"Alpha"}
    assert found(cast, ["customer", "is_not", evidence["big"]]) == {"beta", "Gamma 100%"}
    assert found(cast, ["customer", "any_of", [evidence["big"], evidence["small"]]]) == {"Alpha", "beta"}
    assert found(cast, ["customer", "none_of", [evidence["big"]]]) == {"beta", "Gamma 100%"}


def test_conditions_hold_together_and_any_holds_one_of_them(cast, evidence):
    either = {"any": [["source", "is", "data"], ["source", "is", "support"]]}
    assert found(cast, either, ["title", "contains", "bet"]) == {"beta"}
    assert found(
        cast, {"any": [{"all": [["source", "is", "data"], ["title", "is", "no"]]}, ["title", "is", "beta"]]}
    ) == {"beta"}
    assert found(cast, {"any": []}) == {"Alpha", "beta", "Gamma 100%"}


def test_words_and_filters_and_the_archive_go_together(cast, evidence):
    assert found(cast, ["source", "is", "data"], q="alp") == {"Alpha"}
    row = asked(cast, "insight", q="alpha").json()["items"][0]
    assert bulk(cast, "insight", [row], archived=True).status_code == 200
    assert found(cast, ["source", "is", "data"]) == set()
    assert found(cast, ["source", "is", "data"], archived=True) == {"Alpha"}


DAYS = [
    ("is", "today", {"now"}),
    ("is", "2026-03-31", {"then"}),
    ("before", "today", {"then"}),
    ("before", "2026-03-31", set()),
    ("after", "2026-03-30", {"then", "now"}),
    ("after", "2026-03-31", {"now"}),
    ("at_least", "2026-03-31", {"then", "now"}),
    ("at_most", "2026-03-31", {"then"}),
    ("between", ["2026-03-01", "2026-03-31"], {"then"}),
    ("between", ["today-7d", "today"], {"now"}),
    ("after", "today-1w", {"now"}),
    ("before", "today+1m", {"then", "now"}),
    ("not_empty", None, {"then", "now"}),
]


def test_a_moment_lies_in_its_day(cast):
    make(cast, title="now")
    then = make(cast, title="then")
    Idea.objects.filter(pk=then["id"]).update(
        created_at=timezone.datetime(2026, 3, 31, 23, 59, tzinfo=timezone.get_default_timezone())
    )
    for operator, value, expected in DAYS:
        assert found(cast, ["created_at", operator, value], kind="idea") == expected, (operator, value)


def test_me_is_whoever_asks(cast):
    make(cast, "objectives", title="Hers", owner_id=cast.pia.pk)
    make(cast, "objectives", title="Nobody's")
    assert found(cast, ["owner", "is", "me"], kind="objective", who="pia") == {"Hers"}
    assert found(cast, ["owner", "is", "me"], kind="objective", who="vera") == set()
    assert found(cast, ["owner", "is_not", "me"], kind="objective", who="pia") == {"Nobody's"}
    assert found(cast, ["owner", "empty"], kind="objective") == {"Nobody's"}


def test_a_computed_number_is_filtered_and_sorted_and_may_be_missing(cast):
    for title, current in (("Half", 5), ("Done", 10)):
        row = make(cast, "objectives", title=title)
        result = (
            cast.client("pia")
            .post(f"/api/objectives/{row['id']}/key-results", {"title": "k", "target": 10})
            .json()
        )
        cast.client("pia").post(
            f"/api/key-results/{result['id']}/check-ins", {"value": current, "confidence": 50}
        )
    make(cast, "objectives", title="None")
    assert found(cast, ["progress", "at_least", 50], kind="objective") == {"Half", "Done"}
    assert found(cast, ["progress", "between", [40, 60]], kind="objective") == {"Half"}
    assert found(cast, ["progress", "empty"], kind="objective") == {"None"}
    assert titles(cast, "objective", sort="-progress") == ["Done", "Half", "None"]
    assert titles(cast, "objective", sort="progress") == ["Half", "Done", "None"]
    values = asked(cast, "objective", sort="progress").json()["items"][0]["fields"]
    assert values["progress"] == 50.0


def test_the_progress_of_an_objective_is_listed_as_its_page_tells_it(cast):
    """Weights count, nothing is more than done or less than begun, and what was never measured is at the start."""
    objective = Objective.objects.get(pk=make(cast, "objectives", title="Weighed")["id"])
    for number, (start, target, current, weight) in enumerate(
        [(0, 100, 200, 3), (0, 100, None, 2), (100, 0, 71, 1), (40, 20, 50, 5)]
    ):
        KeyResult.objects.create(
            workspace=objective.workspace, product=objective.product, objective=objective, key=f"KR-9{number}",
            title="Any", direction="up" if target > start else "down", start=start, target=target, current=current,
            weight=weight,
        )  # fmt: skip
    page = cast.client("vera").get(f"/api/objectives/{objective.pk}").json()
    listed = asked(cast, "objective", sort="title").json()["items"]
    told = {row["title"]: row["fields"]["progress"] for row in listed}
    assert page["progress"] == (3 * 100 + 29) // 11
    assert told["Weighed"] == page["progress"]


CUSTOM = [
    (
        "number",
        {},
        5,
        9,
        [("at_least", 6, {"b"}), ("is", 5, {"a"}), ("is_not", 5, {"b", "c"}), ("empty", None, {"c"})],
    ),
    (
        "text",
        {},
        "Über",
        "low",
        [("contains", "LOW", {"b"}), ("is_not", "low", {"a", "c"}), ("not_empty", None, {"a", "b"})],
    ),
    (
        "date",
        {},
        "2026-02-28",
        "2026-03-01",
        [
            ("is", "2026-02-28", {"a"}),
            ("after", "2026-02-28", {"b"}),
            ("at_most", "2026-03-01", {"a", "b"}),
            ("before", "2026-03-01", {"a"}),
            ("empty", None, {"c"}),
        ],
    ),
    (
        "choice",
        {"options": [{"label": "High"}, {"label": "Low"}]},
        "high",
        "low",
        [("is", "high", {"a"}), ("none_of", ["high"], {"b", "c"}), ("empty", None, {"c"})],
    ),
    (
        "tags",
        {"options": [{"label": "Web"}, {"label": "Yard"}]},
        ["web"],
        ["yard", "web"],
        [
            ("contains", "web", {"a", "b"}),
            ("all_of", ["web", "yard"], {"b"}),
            ("none_of", ["yard"], {"a", "c"}),
            ("empty", None, {"c"}),
        ],
    ),
    ("yes_no", {}, True, False, [("is", True, {"a"}), ("is", False, {"b"}), ("empty", None, {"c"})]),
]


@pytest.mark.parametrize(("type", "more", "a", "b", "asks"), CUSTOM, ids=[row[0] for row in CUSTOM])
def test_a_custom_field_is_filtered_sorted_and_grouped_like_any_other(cast, type, more, a, b, asks):
    name = add_field(cast, "My field", type, **more)["name"]
    for title, value in (("a", a), ("b", b)):
        make(cast, title=title, custom={name: value})
    make(cast, title="c")
    field = f"custom.{name}"
    for operator, value, expected in asks:
        assert found(cast, [field, operator, value], kind="idea") == expected, operator
    if type != "tags":
        upwards, falling = titles(cast, sort=field), titles(cast, sort=f"-{field}")
        assert (upwards[-1], falling[-1]) == ("c", "c")
        assert upwards[:2] == falling[:2][::-1]
    if type not in ("text", "number"):
        groups = asked(cast, part="/groups", by=field).json()["items"]
        for group in groups:
            assert len(found(cast, group["where"], kind="idea")) == group["count"]
        assert groups[-1]["value"] is None


def test_a_number_field_sorts_by_size_and_not_by_letters(cast):
    name = add_field(cast, "Reach", "number")["name"]
    for value in (100, 9, 20.5, -3):
        make(cast, title=str(value), custom={name: value})
    assert titles(cast, sort=f"custom.{name}") == ["-3", "9", "20.5", "100"]


BAD = [
    ("nonsense", "list.where_unreadable"),
    ({"any": []}, "list.where_unreadable"),
    ([5], "list.where_unreadable"),
    ([["title"]], "list.where_unreadable"),
    ([{"none": []}], "list.where_unreadable"),
    ([{"any": [{"any": [{"any": []}]}]}], "list.where_unreadable"),
    ([["title", "is", "x"]] * 41, "list.where_unreadable"),
    ([["colour", "is", "red"]], "list.unknown_field"),
    ([["custom.none", "is", 1]], "list.unknown_field"),
    ([["title", "after", "x"]], "list.unknown_operator"),
    ([["tags", "is", "x"]], "list.unknown_operator"),
    ([["title", "is", 5]], "list.bad_value"),
    ([["title", "is", "x" * 301]], "list.bad_value"),
    ([["title", "is", "\ud800"]], "list.where_unreadable"),
    ([["source", "is", "gossip"]], "list.bad_value"),
    ([["source", "is", ["data"]]], "list.bad_value"),
    ([["source", "any_of", "data"]], "list.bad_value"),
    ([["source", "any_of", []]], "list.bad_value"),
    ([["customer", "is", "me"]], "list.bad_value"),
    ([["created_at", "after", "tomorrow"]], "list.bad_value"),
    ([["created_at", "after", "2026-02-30"]], "list.bad_value"),
    ([["created_at", "is", "9999-12-31"]], "list.bad_value"),
    ([["created_at", "is", "today+9999y"]], "list.bad_value"),
    ([["created_at", "between", ["2026-02-02", "2026-01-01"]]], "list.bad_value"),
    ([["created_at", "between", "2026-02-02"]], "list.bad_value"),
]


def test_a_bad_filter_is_refused_and_told_what_is_possible(cast):
    for where, code in BAD:
        answer = asked(cast, "insight", where=where)
        assert (answer.status_code, answer.json()["code"]) == (422, code), where
        if code in ("list.unknown_field", "list.unknown_operator"):
            assert answer.json()["field"]
            assert answer.json()["possible"]


def test_an_unreadable_filter_and_an_unknown_kind_are_refused(cast):
    answer = cast.client("vera").get("/api/lists/idea", {"where": "[["})
    assert (answer.status_code, answer.json()["code"]) == (422, "list.where_unreadable")
    assert asked(cast, "unicorn").status_code == 404


@pytest.mark.parametrize(
    ("sort", "code"),
    [
        ("colour", "list.unknown_field"),
        ("-tags", "list.not_sortable"),
        ("title,key,source,customer,segment", "list.sort_too_long"),
    ],
)
def test_a_bad_sort_is_refused(cast, sort, code):
    answer = asked(cast, "insight", sort=sort)
    assert (answer.status_code, answer.json()["code"]) == (422, code)


def test_an_item_is_the_kinds_own_answer_with_its_values_beside(cast, evidence):
    item = next(one for one in asked(cast, "insight").json()["items"] if one["title"] == "Alpha")
    own = cast.client("vera").get(f"/api/insights/{item['id']}").json()
    assert {name: value for name, value in item.items() if name != "fields"} == own
    values = item["fields"]
    assert values["customer"] == {
        "kind": "customer",
        "id": evidence["big"],
        "key": "CUS-1",
        "title": "Big Co",
    }
    assert (values["source"], values["tags"], values["segment"]) == ("data", ["speed", "größe"], "enterprise")


@pytest.mark.parametrize("how_many", [1, 7])
def test_a_page_takes_two_queries_whatever_stands_on_it(cast, how_many, django_assert_num_queries):
    from northline.core.listing import queries

    for _ in range(how_many):
        make(cast, "insights", customer_id=cast.acme.row("customer").pk)
    scope = cast.scope("vera")
    with django_assert_num_queries(2):
        read = queries.page(scope, "insight", queries.Asked(), sort="customer,-title")
    assert len(read["items"]) == how_many
