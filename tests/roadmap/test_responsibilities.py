"""The twelve functions: who answers for each, where nobody does, where two do, and a hand-over for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

from django.utils import timezone

from northline.accounts.models import Member
from northline.core.models import Change
from northline.roadmap.actions import hand_overs
from northline.roadmap.rules.responsibilities import FUNCTIONS, Holding, Person, Said, refusal_of
from tests.working import work

MONDAY = date(2026, 3, 2)
VERBS = ("shared out", hand_overs.BEGAN, hand_overs.ENDED)
ANN, BEN, GONE = (Person(uuid4(), name, active=name != "Gone") for name in ("Ann", "Ben", "Gone"))


def test_one_answers_and_a_deputy_does_so_up_to_the_last_day():
    handed_over = Holding((ANN,), (BEN,), deputy=BEN, until=MONDAY)

    assert Holding().standing(MONDAY) == Holding((GONE,)).standing(MONDAY) == "unowned"
    assert Holding((ANN, GONE)).standing(MONDAY) == "owned"
    assert Holding((ANN, BEN)).standing(MONDAY) == "doubly_owned"
    # Whoever is asked or told owns nothing.
    assert Holding(consulted=(ANN,), informed=(BEN,)).standing(MONDAY) == "unowned"
    assert Holding((ANN,), consulted=(BEN,)).letters() == {ANN.id: "A", BEN.id: "C"}
    assert handed_over.answering(MONDAY) == (BEN,)
    assert handed_over.answering(MONDAY + timedelta(days=1)) == (ANN,)
    ahead = replace(handed_over, since=MONDAY, until=MONDAY)
    assert ahead.answering(MONDAY - timedelta(days=1)) == (ANN,)
    assert ahead.answering(MONDAY) == (ahead.handed_to(MONDAY),) == (BEN,)


def test_what_makes_no_sense_is_named():
    a, b = ANN.id, BEN.id

    def code(accountable, shares, deputy, until, **more):
        said = Said(accountable, shares, deputy_id=deputy, deputy_until=until, **more)
        wrong = refusal_of(said, today=MONDAY)
        return wrong and wrong[0]

    assert code([a], [a], None, None) == code([a, a], [], None, None) == "responsibility.twice"
    assert code([a], [], None, None, informed=[a]) == "responsibility.twice"
    assert code([], [a], None, None, consulted=[b], informed=[a]) == "responsibility.twice"
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
        "consulted": [],
        "informed": [],
        "answering": [{"id": piet, "name": "Piet", "active": True}],
        "deputy": None,
        "deputy_from": None,
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

    assert put(cast, row, "roadmap", accountable=[pia]).status_code == 200
    news = cast.client("carl").get("/api/inbox").json()["items"]
    assert [item["why"] for item in news if item["verb"] == "shared out"] == ["relieved", "deputy"]
    put(cast, row, "roadmap", accountable=[pia], deputy_id=carl, deputy_until=today.isoformat())

    refused = put(cast, row, "roadmap", accountable=[pia], deputy_id=carl, deputy_until="2020-01-01")
    assert (refused.status_code, refused.json()["code"]) == (422, "responsibility.past")
    Member.objects.filter(pk=cast.carl.pk).update(suspended_at=timezone.now())
    assert told(cast, row, "roadmap")["standing"] == "unowned"


def test_a_hand_over_begins_on_its_first_day_and_its_deputy_is_told_of_that_and_of_its_end(cast, monkeypatch):
    row, today = cast.acme.row("initiative"), timezone.localdate()
    pia, carl = str(cast.pia.pk), str(cast.carl.pk)
    first, last = today + timedelta(days=3), today + timedelta(days=5)
    days = {"deputy_from": first.isoformat(), "deputy_until": last.isoformat()}
    refused = put(
        cast, row, "roadmap", accountable=[pia], deputy_id=carl, **days | {"deputy_until": str(today)}
    )
    assert (refused.status_code, refused.json()["code"]) == (422, "responsibility.backwards")
    assert put(cast, row, "roadmap", accountable=[pia], deputy_id=carl, **days).status_code == 200
    ahead = told(cast, row, "roadmap")
    # It is known already, and until then nobody stands in.
    assert (ahead["deputy"]["name"], ahead["deputy_from"]) == ("Carl", first.isoformat())
    assert names(ahead["answering"]) == ["Pia"]

    def news_on(day):
        monkeypatch.setattr(hand_overs.timezone, "localdate", lambda: day)
        hand_overs.enqueue_due()
        assert hand_overs.enqueue_due() == 0
        work()
        items = cast.client("carl").get("/api/inbox").json()["items"]
        return [(item["verb"], item["why"]) for item in items if item["verb"] in VERBS]

    announced = ("shared out", "deputy")
    assert news_on(today) == [announced]
    begun = ("hand_over_began", "deputy")
    assert news_on(first) == news_on(last) == [begun, announced]
    # Said again, with others who share in it, it does not begin once more.
    shares = [str(cast.piet.pk)]
    put(cast, row, "roadmap", accountable=[pia], shares=shares, deputy_id=carl, **days)
    assert news_on(last) == [begun, announced]
    ended = ("hand_over_ended", "relieved")
    assert news_on(last + timedelta(days=1)) == news_on(last + timedelta(days=2)) == [ended, begun, announced]


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


def several(cast, shares, *, by="piet"):
    return cast.client(by).put(f"/api/products/{cast.product.pk}/responsibilities", {"shares": shares})


def test_several_functions_are_shared_out_at_once_or_not_at_all_and_undone_at_once(cast):
    row, client = cast.acme.row("initiative"), cast.client("piet")
    pia, carl = str(cast.pia.pk), str(cast.carl.pk)
    cast.product.refresh_from_db()
    of_product = {"function": "vision", "version": cast.product.version, "accountable": [pia]}
    own = {"initiative_id": str(row.pk), "version": row.version}
    first = own | {"function": "roadmap", "accountable": [pia], "consulted": [carl]}
    wrong = own | {"function": "tracking", "accountable": [carl], "informed": [carl]}

    assert several(cast, [of_product, first, wrong]).json()["code"] == "responsibility.twice"
    assert several(cast, [first, first]).json()["code"] == "responsibility.named_twice"
    assert told(cast, row, "roadmap")["standing"] == "unowned"
    assert several(cast, [first | {"version": row.version + 1}]).status_code == 412

    # Two of the same row name the same version: the one before both.
    second = own | {"function": "tracking", "accountable": [carl]}
    answer = several(cast, [of_product, first, second])
    assert answer.status_code == 200, answer.json()
    assert answer.json()["items"][0]["version"] == row.version + 2
    assert names(told(cast, row, "roadmap")["consulted"]) == ["Carl"]
    assert told(cast, row, "vision")["inherited"]

    whole = Change.objects.filter(verb="shared_out_several").latest("seq")
    assert client.post(f"/api/changes/{whole.pk}/undo").status_code == 200
    for function in ("roadmap", "tracking", "vision"):
        assert told(cast, row, function)["standing"] == "unowned"


def messages(cast, handle):
    items = cast.client(handle).get("/api/inbox").json()["items"]
    return {item["verb"]: item["why"] for item in items if item["kind"] == "initiative"}


def test_whoever_is_informed_follows_the_initiative_until_they_are_not_or_say_otherwise(cast):
    row, vera = cast.acme.row("initiative"), str(cast.vera.pk)
    address = f"/api/objects/initiative/{row.pk}/watch"
    assert cast.client("vera").get(address).json()["on"] is False

    put(cast, cast.product, "overseeing", informed=[vera])
    assert cast.client("vera").get(address).json() == {"on": True, "why": "informed", "others": 0}
    row.refresh_from_db()
    edit = {"title": "Told of it"}
    cast.client("pia").patch(f"/api/initiatives/{row.pk}", edit, headers={"if-match": f'"{row.version}"'})
    assert messages(cast, "vera") == {"edited": "watching"}

    # The initiative says something else, so that the product's informed are not its own.
    put(cast, row, "overseeing", accountable=[str(cast.pia.pk)])
    assert cast.client("vera").get(address).json()["on"] is False
    change = Change.objects.filter(object_id=row.pk, verb="shared out").latest("seq")
    assert cast.client("piet").post(f"/api/changes/{change.pk}/undo").status_code == 200
    assert cast.client("vera").get(address).json()["on"] is True

    # Whoever said that they do not follow it is left alone, informed or not.
    cast.client("vera").put(address, {"on": False})
    put(cast, row, "tracking", informed=[vera])
    assert cast.client("vera").get(address).json()["on"] is False


def test_a_new_initiative_is_followed_by_those_whom_its_product_informs(cast):
    put(cast, cast.product, "tracking", informed=[str(cast.vera.pk)])
    made = cast.client("pia").post(
        "/api/initiatives", {"title": "New one", "product_id": str(cast.product.pk)}
    )
    assert made.status_code == 201, made.json()
    watch = cast.client("vera").get(f"/api/objects/initiative/{made.json()['id']}/watch").json()
    assert (watch["on"], watch["why"]) == (True, "informed")


def test_the_matrix_leaves_as_a_table_with_a_column_for_each_person(cast):
    row = cast.acme.row("initiative")
    put(cast, cast.product, "roadmap", accountable=[str(cast.pia.pk)], informed=[str(cast.vera.pk)])
    put(cast, row, "timelines", accountable=[str(cast.piet.pk)], shares=[str(cast.carl.pk)])
    address = f"/api/products/{cast.product.pk}/responsibilities/export"

    whole = cast.client("vera").get(f"{address}?format=json").json()
    assert len(whole) == 2 * len(FUNCTIONS)
    lines = {(line["key"], line["function"]): line for line in whole}
    assert lines[row.key, "Roadmap"][str(cast.pia.pk)] == "A"
    assert lines[row.key, "Roadmap"][str(cast.vera.pk)] == "I"
    assert lines[row.key, "Timelines"][str(cast.carl.pk)] == "R"
    assert lines[cast.product.key, "Timelines"]["standing"] == "unowned"

    text = cast.client("vera").get(f"{address}?initiative_id={row.pk}").content.decode("utf-8-sig")
    header, *rest = text.splitlines()
    assert header == "Key,Of,Side,Function,Carl,Pia,Piet,Vera,Standing,Deputy,Deputy from,Deputy until"
    assert len(rest) == len(FUNCTIONS)
    assert f"{row.key},{row.title},Project,Timelines,R,,A,,Owned,,," in rest
    assert cast.client("vera").get(f"{address}?format=xlsx").content[:2] == b"PK"
    assert cast.client("vera").get(f"{address}?format=pdf").content[:5] == b"%PDF-"
