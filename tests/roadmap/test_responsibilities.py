"""The twelve functions: who answers for each, where nobody does, where two do, and a hand-over for a while."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Change
from northline.roadmap.rules.responsibilities import FUNCTIONS, Holding, Person, Said, refusal_of

MONDAY = date(2026, 3, 2)
ANN, BEN, GONE = (Person(uuid4(), name, active=name != "Gone") for name in ("Ann", "Ben", "Gone"))


def test_one_answers_and_a_deputy_does_so_up_to_the_last_day():
    handed_over = Holding((ANN,), (BEN,), deputy=BEN, until=MONDAY)

    assert Holding().standing(MONDAY) == Holding((GONE,)).standing(MONDAY) == "unowned"
    assert Holding((ANN, GONE)).standing(MONDAY) == "owned"
    assert Holding((ANN, BEN)).standing(MONDAY) == "doubly_owned"
    assert handed_over.answering(MONDAY) == (BEN,)
    assert handed_over.answering(MONDAY + timedelta(days=1)) == (ANN,)


def test_what_makes_no_sense_is_named():
    a, b = ANN.id, BEN.id

    def code(*asked):
        wrong = refusal_of(Said(*asked), today=MONDAY)
        return wrong and wrong[0]

    assert code([a], [a], None, None) == code([a, a], [], None, None) == "responsibility.twice"
    assert code([a], [], b, None) == code([a], [], None, MONDAY) == "responsibility.until_missing"
    assert code([a], [], b, MONDAY - timedelta(days=1)) == "responsibility.past"
    assert code([], [b], b, MONDAY) == "responsibility.nobody"
    assert code([a], [], a, MONDAY) == "responsibility.deputy"
    assert code([a, b], [], None, None) is code([a], [b], b, MONDAY) is None


def put(cast, row, function, *, by="piet", **body):
    row.refresh_from_db()
    return cast.client(by).put(
        f"/api/{row.KIND}s/{row.pk}/responsibilities/{function}",
        body,
        headers={"if-match": f'"{row.version}"'},
    )


def told(cast, row, function):
    sheet = cast.client("vera").get(f"/api/initiatives/{row.pk}/responsibilities").json()
    assert [one["function"] for one in sheet["functions"]] == list(FUNCTIONS)
    return next(one for one in sheet["functions"] if one["function"] == function)


def names(people):
    return [person["name"] for person in people]


def test_an_initiative_says_otherwise_than_its_product_until_it_is_undone(cast):
    row, client = cast.acme.row("initiative"), cast.client("piet")
    pia, piet, carl = (str(getattr(cast, name).pk) for name in ("pia", "piet", "carl"))
    assert told(cast, row, "timelines")["standing"] == "unowned"

    put(cast, cast.product, "timelines", accountable=[piet])
    assert told(cast, row, "timelines") | {"side": "", "accountable": []} == {
        "function": "timelines",
        "side": "",
        "standing": "owned",
        "inherited": True,
        "accountable": [],
        "shares": [],
        "answering": [{"id": piet, "name": "Piet", "active": True}],
        "deputy": None,
        "deputy_until": None,
    }
    put(cast, row, "timelines", accountable=[piet, pia], shares=[carl])
    both = told(cast, row, "timelines")
    assert (both["standing"], both["inherited"]) == ("doubly_owned", False)
    assert (names(both["accountable"]), names(both["shares"])) == (["Piet", "Pia"], ["Carl"])

    change = Change.objects.filter(object_id=row.pk).latest("seq")
    assert client.post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert told(cast, row, "timelines")["inherited"]


def test_a_function_is_handed_over_for_a_while_and_falls_to_nobody_when_its_people_leave(cast):
    row, today = cast.acme.row("initiative"), timezone.localdate()
    pia, carl = str(cast.pia.pk), str(cast.carl.pk)
    answer = put(cast, row, "roadmap", accountable=[pia], deputy_id=carl, deputy_until=today.isoformat())
    assert answer.status_code == 200, answer.json()
    over = told(cast, row, "roadmap")
    assert (names(over["answering"]), names(over["accountable"])) == (["Carl"], ["Pia"])
    assert (over["deputy"]["name"], over["deputy_until"]) == ("Carl", today.isoformat())

    refused = put(cast, row, "roadmap", accountable=[pia], deputy_id=carl, deputy_until="2020-01-01")
    assert (refused.status_code, refused.json()["code"]) == (422, "responsibility.past")
    Member.objects.filter(pk=cast.carl.pk).update(suspended_at=timezone.now())
    assert told(cast, row, "roadmap")["standing"] == "unowned"


def test_a_product_s_sheets_cost_the_same_however_many(cast, django_assert_num_queries):
    from northline.core import editing
    from northline.roadmap.models import Initiative

    client, address = cast.client("vera"), f"/api/products/{cast.product.pk}/responsibilities"
    put(cast, cast.acme.row("initiative"), "roadmap", accountable=[str(cast.pia.pk)])
    client.get(address)
    with django_assert_num_queries(8):
        assert len(client.get(address).json()["items"]) == 1
    for number in range(3):
        row = Initiative(workspace=cast.acme.workspace, product=cast.product, title=f"More {number}")
        editing.create(row, prefix="INI", by=cast.acme.scope)
        put(cast, row, "roadmap", accountable=[str(cast.pia.pk)])
    with django_assert_num_queries(8):
        found = client.get(address).json()
    assert len(found["items"]) == 4
    assert found["product"]["can"] == {"edit": False}
