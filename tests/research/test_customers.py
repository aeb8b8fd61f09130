"""Customers: companies and their people, what they are worth, who may change them."""

from __future__ import annotations

import pytest

from northline.core.listing.queries import Asked, page
from northline.core.models import Change
from northline.research.models import Customer


def note(cast, *, by="carl", **fields):
    return cast.client(by).post("/api/customers", {"title": "Kestrel"} | fields)


def patch(cast, customer_id, body, *, by="carl", version=1):
    return cast.client(by).patch(f"/api/customers/{customer_id}", body, headers={"if-match": f'"{version}"'})


@pytest.fixture
def company(cast):
    return cast.acme.row("customer")


def test_a_customer_names_its_segment_size_and_value(cast):
    found = note(cast, segment="Parcel", size=340, value=120_000).json()
    told = {name: found[name] for name in ("type", "segment", "size", "value", "company")}
    assert told == {"type": "company", "segment": "Parcel", "size": 340, "value": 120_000, "company": None}


def test_a_person_belongs_to_a_company(cast, company):
    found = note(cast, title="Dana", type="person", company_id=company.pk).json()
    assert found["company"]["key"] == company.key
    answer = cast.client("vera").get("/api/lists/customer", {"where": f'[["company","is","{company.pk}"]]'})
    assert [row["title"] for row in answer.json()["items"]] == ["Dana"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"type": "company", "company_id": "company"}, "customer.is_a_company"),
        ({"type": "person", "company_id": "person"}, "customer.not_a_company"),
    ],
)
def test_only_a_person_stands_under_a_company(cast, fields, code):
    kind = {"company": "customer", "person": "person"}[fields["company_id"]]
    answer = note(cast, **fields | {"company_id": cast.acme.row(kind).pk})
    assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert not Customer.objects.filter(title="Kestrel").exists()


def test_a_company_with_people_stays_one(cast, company):
    note(cast, title="Dana", type="person", company_id=company.pk)
    assert patch(cast, company.pk, {"type": "person"}).json()["code"] == "customer.has_people"


def test_whoever_contributes_anywhere_changes_and_archives_a_customer_and_takes_it_back(cast, company):
    assert patch(cast, company.pk, {"value": 90_000}, by="vera").status_code == 403
    assert patch(cast, company.pk, {"value": 90_000}, by="nora").status_code == 404
    assert patch(cast, company.pk, {"value": 90_000}).json()["value"] == 90_000
    assert patch(cast, company.pk, {"value": 1}).status_code == 412
    carl = cast.client("carl")
    change = Change.objects.order_by("-seq")[0]
    assert carl.post(f"/api/changes/{change.pk}/undo").status_code == 200
    gone = carl.post(f"/api/customers/{company.pk}/archival", headers={"if-match": '"3"'})
    assert gone.json()["archived_at"] is not None
    assert carl.get("/api/customers").json()["items"] == []
    assert carl.get(f"/api/customers/{company.pk}").json()["value"] is None


def test_a_contributor_edits_customers_in_bulk(cast, company):
    body = {"items": [{"id": company.pk, "version": 1}], "fields": {"segment": "Food"}, "dry_run": False}
    assert cast.client("vera").post("/api/lists/customer/bulk", body).status_code != 200
    assert cast.client("carl").post("/api/lists/customer/bulk", body).status_code == 200
    company.refresh_from_db()
    assert company.segment == "Food"


def test_a_customer_cannot_hold_a_value_below_nothing(cast):
    assert note(cast, value=-1).json()["code"] == "input.invalid"


@pytest.mark.parametrize("how_many", [1, 6])
def test_a_list_of_customers_is_one_query_and_one_for_its_fields(
    cast, company, how_many, django_assert_num_queries
):
    for _ in range(how_many):
        note(cast, type="person", company_id=company.pk)
    scope = cast.scope("ada")
    with django_assert_num_queries(2):
        assert len(page(scope, "customer", Asked())["items"]) == how_many + 1
