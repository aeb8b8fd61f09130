"""Fields of people's own that name a person or an object."""

from __future__ import annotations

import csv
import io
from uuid import uuid4

from northline.core.listing import queries
from northline.core.models import Change
from tests.core.listing.asking import add_field, asked, bulk, make, titles


def put(cast, row, custom, *, by="carl"):
    return cast.client(by).patch(
        f"/api/ideas/{row['id']}", {"custom": custom}, headers={"if-match": f'"{row["version"]}"'}
    )


def cells(cast, name, **query):
    return [item["fields"][name] for item in asked(cast, sort="title", **query).json()["items"]]


def test_a_field_names_a_person_wherever_lists_show_sort_group_filter_and_export_it(cast):
    name = add_field(cast, "Asked by", "person")["name"]
    cell = f"custom.{name}"
    pia, carl = cast.members["pia"], cast.members["carl"]
    rows = [make(cast, title=title) for title in ("A", "B", "C")]
    rows[0] = put(cast, rows[0], {name: str(pia.pk)}).json()
    assert rows[0]["custom"] == {name: str(pia.pk)}
    answer = bulk(cast, "idea", rows[1:2], fields={"custom": {name: str(carl.pk)}}).json()
    assert answer["items"][0]["changes"] == [
        {"field": cell, "before": None, "after": {"id": str(carl.pk), "name": carl.name}}
    ]
    assert cells(cast, cell) == [
        {"id": str(pia.pk), "name": pia.name},
        {"id": str(carl.pk), "name": carl.name},
        None,
    ]
    by_name = sorted([(pia.name.lower(), "A"), (carl.name.lower(), "B")])
    assert titles(cast, sort=cell) == [*[title for _, title in by_name], "C"]
    assert titles(cast, where=[[cell, "is", str(pia.pk)]]) == ["A"]
    assert titles(cast, who="carl", where=[[cell, "is", "me"]]) == ["B"]
    assert titles(cast, where=[[cell, "none_of", [str(pia.pk)]]], sort="title") == ["B", "C"]
    assert titles(cast, where=[[cell, "empty"]]) == ["C"]
    groups = asked(cast, part="/groups", by=cell).json()["items"]
    assert {group["label"]: group["count"] for group in groups} == {pia.name: 1, carl.name: 1, "": 1}
    assert titles(cast, where=[next(group["where"] for group in groups if group["label"] == pia.name)]) == [
        "A"
    ]
    file = asked(cast, part="/export", columns=f"title,{cell}", sort="title").content.decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(file)))[1:] == [["A", pia.name], ["B", carl.name], ["C", ""]]


def test_a_field_leads_to_objects_that_the_reader_may_see(cast):
    """What one may not see has no name, neither in a cell nor in a group, an export or the order of a list."""
    name = add_field(cast, "For", "reference", of="customer")["name"]
    cell = f"custom.{name}"
    zoo, acme = (make(cast, "customers", title=title) for title in ("Zoo", "Acme"))
    rows = [make(cast, title=title) for title in ("A", "B")]
    for row, customer in zip(rows, (zoo, acme), strict=True):
        assert put(cast, row, {name: customer["id"]}).status_code == 200
    shown = {"kind": "customer", "id": zoo["id"], "key": zoo["key"], "title": "Zoo"}
    assert cells(cast, cell)[0] == shown
    assert titles(cast, sort=cell) == ["B", "A"]
    assert titles(cast, where=[[cell, "any_of", [zoo["id"]]]]) == ["A"]
    # A stakeholder with a role on the product sees no customers.
    assert cells(cast, cell, who="stan") == [
        shown | {"key": "", "title": "", "id": row["id"]} for row in (zoo, acme)
    ]
    file = asked(cast, who="stan", part="/export", columns=cell).content.decode("utf-8-sig")
    groups = asked(cast, who="stan", part="/groups", by=cell).json()["items"]
    assert "Zoo" not in file + str(groups)
    assert "not yours to see" in file


def test_what_is_put_into_a_field_must_be_there_and_is_taken_back_with_undo(cast):
    person = add_field(cast, "Asked by", "person")["name"]
    leads = add_field(cast, "For", "reference", of="idea")["name"]
    row, other = make(cast), make(cast, title="Other")
    foreign = cast.client("nora").post("/api/products", {"title": "Theirs"}).json()["id"]
    abroad = cast.client("nora").post("/api/ideas", {"product_id": foreign, "title": "Theirs"}).json()["id"]
    for name in (person, leads):
        for value in (abroad, str(uuid4())):
            assert put(cast, row, {name: value}).status_code == 404, (name, value)
        for value in ("pia", 5, [str(uuid4())]):
            assert put(cast, row, {name: value}).json()["code"] == "custom.bad_value"
    assert bulk(cast, "idea", [row], fields={"custom": {leads: abroad}}).status_code == 404
    row = put(cast, row, {leads: other["id"]}).json()
    change = Change.objects.order_by("-seq")[0]
    assert put(cast, row, {leads: None}).json()["custom"] == {}
    assert (
        cast.client("carl").post(f"/api/changes/{Change.objects.order_by('-seq')[0].pk}/undo").status_code
        == 200
    )
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert cast.client("carl").get(f"/api/ideas/{row['id']}").json()["custom"] == {}


def test_a_reference_says_where_it_leads(cast):
    body = {"object_kind": "idea", "title": "For", "type": "reference"}
    for of in ("", "nothing", "role"):
        answer = cast.client("ada").post("/api/custom-fields", body | {"of": of})
        assert (answer.status_code, answer.json()["code"]) == (422, "custom.no_target")
    made = add_field(cast, "For", "reference", of="initiative")
    assert made["of"] == "initiative"
    told = next(field for field in asked(cast, part="/fields").json()["fields"] if field["custom"])
    assert (told["type"], told["of"], told["groupable"], told["sortable"]) == (
        "reference",
        "initiative",
        True,
        True,
    )


def test_naming_takes_one_query_for_people_and_one_for_each_kind(cast, django_assert_num_queries):
    add_field(cast, "Asked by", "person")
    add_field(cast, "Seen by", "person")
    add_field(cast, "For", "reference", of="customer")
    zoo, pia = make(cast, "customers")["id"], str(cast.members["pia"].pk)
    for number in range(4):
        make(cast, title=str(number), custom={"asked_by": pia, "seen_by": pia, "for": zoo})
    scope = cast.scope("vera")
    with django_assert_num_queries(2 + 2):
        read = queries.page(scope, "idea", queries.Asked(), sort="custom.asked_by,custom.for")
    assert {item["fields"]["custom.for"]["title"] for item in read["items"]} == {"x"}
