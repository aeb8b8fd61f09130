"""The opportunity–solution tree: what hangs on what, moving, pruning, marks and warnings."""

from __future__ import annotations

from northline.core.links import link
from northline.core.models import Change, Link
from northline.research.discovery.models import Branch
from northline.research.models import Idea, Opportunity
from tests.cast import MAKERS
from tests.core.listing.asking import asked, titles
from tests.research.discovery.telling import finished, undo, version


def name(cast, title, *, under=None):
    body = {"product_id": cast.product.pk, "title": title, "parent_id": under and under["id"]}
    return cast.client("carl").post("/api/opportunities", body).json()


def answer(cast, need, title="An answer"):
    return cast.client("carl").post(f"/api/opportunities/{need['id']}/ideas", {"title": title}).json()


def move(cast, row, *, to=None, away_from=None, kind="opportunities"):
    body = {"to": to, "away_from": away_from}
    if kind == "ideas":
        body = {"to_id": to and to["id"], "away_from_id": away_from and away_from["id"]}
    return cast.client("carl").post(f"/api/{kind}/{row['id']}/move", body, headers=version(row))


def spot(row):
    return {"kind": row["kind"], "id": row["id"]}


def tree(cast, by="vera"):
    return cast.client(by).get(f"/api/products/{cast.product.pk}/discovery-tree").json()


def nodes(cast, kind):
    return {one["title"]: one for one in tree(cast)[kind]}


def outcome(cast, kind="objective"):
    return {"kind": kind, "id": str(cast.acme.row(kind).pk)}


def last(verb):
    return Change.objects.filter(verb=verb).latest("seq")


def test_an_idea_grows_below_an_opportunity_as_one_deed(cast):
    need = name(cast, "Know the time")
    seen = Change.objects.count()
    answer(cast, need, "Live ETA")
    assert nodes(cast, "ideas")["Live ETA"]["opportunities"] == [need["id"]]
    made = Change.objects.order_by("seq")[seen:]
    assert [(one.verb, one.cause_id is None) for one in made] == [
        ("grew", True),
        ("created", False),
        ("linked", False),
    ]
    assert undo(cast, last("grew")).status_code == 200
    assert nodes(cast, "ideas") == {}
    assert not Link.objects.exists()


def test_an_opportunity_grows_below_an_outcome(cast):
    for kind in ("objective", "key_result"):
        goal = outcome(cast, kind)
        body = {"title": f"For a {kind}", "product_id": str(cast.product.pk)}
        made = cast.client("carl").post(f"/api/outcomes/{kind}/{goal['id']}/opportunities", body)
        assert made.status_code == 201
        assert nodes(cast, "opportunities")[f"For a {kind}"]["outcomes"] == [goal["id"]]
    assert [one["kind"] for one in tree(cast)["outcomes"]] == ["key_result", "objective"]


def test_an_outcome_is_of_the_same_product(cast):
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()
    body = {"title": "Elsewhere", "product_id": other["id"]}
    said = cast.client("ada").post(f"/api/outcomes/objective/{outcome(cast)['id']}/opportunities", body)
    assert (said.status_code, said.json()["code"]) == (422, "outcome.other_product")
    assert not Opportunity.objects.exists()


def test_an_opportunity_moves_and_undo_moves_it_back(cast):
    top, other, below = name(cast, "Trust"), name(cast, "Speed"), None
    below = name(cast, "Dates", under=top)
    moved = move(cast, below, to=spot(other), away_from=spot(top)).json()
    assert moved["parent_id"] == other["id"]
    assert undo(cast, last("moved")).status_code == 200
    assert nodes(cast, "opportunities")["Dates"]["parent_id"] == top["id"]


def test_an_undone_move_is_done_again_by_undoing_the_undo(cast):
    top, other = name(cast, "Trust"), name(cast, "Speed")
    below = name(cast, "Dates", under=top)
    move(cast, below, to=spot(other), away_from=spot(top))
    for parent in (top, other, top):
        newest = Change.objects.filter(object_kind="several").order_by("-seq").first()
        assert undo(cast, newest).status_code == 200
        assert nodes(cast, "opportunities")["Dates"]["parent_id"] == parent["id"]


def test_no_branch_is_hung_below_itself(cast):
    top = name(cast, "Trust")
    low = name(cast, "Dates", under=top)
    seen = Change.objects.count()
    said = move(cast, top, to=spot(low))
    assert (said.status_code, said.json()["code"]) == (422, "opportunity.makes_circle")
    assert Change.objects.count() == seen


def test_moved_from_outcome_to_outcome_it_serves_the_new_one_only(cast):
    first, second = outcome(cast), outcome(cast, "key_result")
    top = name(cast, "Trust")
    move(cast, top, to=first)
    moved = move(
        cast, top | {"version": Opportunity.objects.get(pk=top["id"]).version}, to=second, away_from=first
    )
    assert moved.status_code == 200
    assert nodes(cast, "opportunities")["Trust"]["outcomes"] == [second["id"]]
    undo(cast, last("moved"))
    assert nodes(cast, "opportunities")["Trust"]["outcomes"] == [first["id"]]


def test_an_idea_moves_from_one_opportunity_to_another_and_keeps_its_others(cast):
    a, b, c = (name(cast, title) for title in ("A", "B", "C"))
    idea = answer(cast, a)
    move(cast, idea, to=c, kind="ideas")
    idea["version"] += 1
    assert move(cast, idea, to=b, away_from=a, kind="ideas").status_code == 200
    assert sorted(nodes(cast, "ideas")["An answer"]["opportunities"]) == sorted([b["id"], c["id"]])
    undo(cast, last("moved"))
    assert sorted(nodes(cast, "ideas")["An answer"]["opportunities"]) == sorted([a["id"], c["id"]])


def test_an_idea_addresses_no_opportunity_of_another_product(cast):
    other = cast.client("ada").post("/api/products", {"title": "Other"}).json()
    foreign = cast.client("ada").post("/api/opportunities", {"product_id": other["id"], "title": "x"}).json()
    idea = answer(cast, name(cast, "A"))
    body = {"to_id": foreign["id"], "away_from_id": None}
    said = cast.client("ada").post(f"/api/ideas/{idea['id']}/move", body, headers=version(idea))
    assert said.json()["code"] == "opportunity.other_product"


def test_a_branch_has_a_status_and_may_be_the_target(cast):
    need = name(cast, "Trust")
    assert nodes(cast, "opportunities")["Trust"]["status"] == "considered"
    marked = cast.client("carl").patch(
        f"/api/opportunities/{need['id']}/branch",
        {"status": "exploring", "is_target": True},
        headers=version(need),
    )
    assert marked.json() == {"version": 2, "status": "exploring", "is_target": True}
    assert undo(cast, last("edited")).status_code == 200
    shown = nodes(cast, "opportunities")["Trust"]
    assert (shown["status"], shown["is_target"], shown["version"]) == ("considered", False, 3)
    assert Branch.objects.count() == 1


def test_opportunities_and_ideas_are_listed_by_their_branch_and_by_what_leads_to_them(cast):
    need, other = name(cast, "Be on time"), name(cast, "Be calm")
    idea = answer(cast, need)
    insight = cast.acme.row("insight")
    Link.objects.filter(source_id=insight.pk).delete()
    leads_nowhere = {"kind": "insight", "where": [["supports", "is", 0]]}
    assert str(insight.pk) in [row["id"] for row in asked(cast, **leads_nowhere).json()["items"]]
    link("supports", insight, target=Opportunity.objects.get(pk=need["id"]), by=cast.scope("carl"))
    assert str(insight.pk) not in [row["id"] for row in asked(cast, **leads_nowhere).json()["items"]]
    cast.client("carl").patch(
        f"/api/opportunities/{need['id']}/branch",
        {"status": "exploring", "is_target": True},
        headers=version(need),
    )
    fields = {
        row["id"]: row["fields"] for row in asked(cast, "opportunity", sort="-insights").json()["items"]
    }
    told = ("branch", "target", "insights", "ideas")
    assert [fields[need["id"]][one] for one in told] == ["exploring", True, 1, 1]
    assert [fields[other["id"]][one] for one in told] == ["considered", False, 0, 0]
    assert titles(cast, "opportunity", where=[["target", "is", True]]) == ["Be on time"]
    assert "Be on time" not in titles(cast, "opportunity", where=[["branch", "is", "considered"]])
    assert titles(cast, where=[["opportunities", "is", 1]]) == [idea["title"]]


def test_pruning_takes_a_branch_whole_and_leaves_ideas_that_answer_something_else(cast):
    top, other = name(cast, "Trust"), name(cast, "Speed")
    low = name(cast, "Dates", under=top)
    only, both = answer(cast, low, "Only here"), answer(cast, top, "Here and there")
    move(cast, both, to=other, kind="ideas")
    pruned = (
        cast.client("carl").post(f"/api/opportunities/{top['id']}/pruning", {}, headers=version(top)).json()
    )
    assert sorted(pruned["opportunities"]) == sorted([top["id"], low["id"]])
    assert pruned["ideas"] == [only["id"]]
    assert list(nodes(cast, "opportunities")) == ["Speed"]
    assert list(nodes(cast, "ideas")) == ["Here and there"]
    assert undo(cast, last("pruned")).status_code == 200
    assert len(nodes(cast, "opportunities")) == 3
    assert len(nodes(cast, "ideas")) == 2


def test_what_changed_since_is_not_pruned(cast):
    top = name(cast, "Trust")
    cast.client("pia").patch(f"/api/opportunities/{top['id']}", {"title": "Trust us"}, headers=version(top))
    said = cast.client("carl").post(f"/api/opportunities/{top['id']}/pruning", {}, headers=version(top))
    assert (said.status_code, said.json()["code"]) == (412, "version.stale")
    assert Opportunity.objects.get().archived_at is None


def dismiss(cast, warning, row, kind):
    body = {"warning": warning, "object_kind": kind, "object_id": row["id"]}
    return cast.client("carl").post("/api/dismissals", body)


def test_warnings_are_dismissed_and_come_back_with_another_title(cast):
    need = name(cast, "Add a dashboard")
    [warning] = tree(cast)["warnings"]
    assert (warning["code"], warning["word"], warning["dismissal_id"]) == ("solution_as_need", "Add", None)
    made = dismiss(cast, "solution_as_need", need, "opportunity").json()
    assert tree(cast)["warnings"][0]["dismissal_id"] == made["id"]
    assert dismiss(cast, "solution_as_need", need, "opportunity").json()["code"] == "warning.dismissed"
    cast.client("carl").patch(
        f"/api/opportunities/{need['id']}", {"title": "Build a dashboard"}, headers=version(need)
    )
    assert tree(cast)["warnings"][0]["dismissal_id"] is None


def test_a_dismissal_is_taken_back_by_hand_and_by_undo(cast):
    idea = MAKERS["idea"](cast.acme)
    row = {"id": str(idea.pk)}
    made = dismiss(cast, "no_opportunity", row, "idea").json()
    assert cast.client("carl").delete(f"/api/dismissals/{made['id']}").status_code == 204
    assert tree(cast)["warnings"][0]["dismissal_id"] is None
    assert undo(cast, last("warned again")).status_code == 200
    assert tree(cast)["warnings"][0]["dismissal_id"] is not None


def test_the_tree_shows_the_experiments_and_how_sure_one_is(cast):
    finished(cast, 9)
    [experiment] = tree(cast)["experiments"]
    idea = nodes(cast, "ideas")["A idea"]
    assert (experiment["idea_id"], experiment["verdict"]) == (idea["id"], "confirmed")
    assert idea["risks"][0] == {"risk": "valuable", "confidence": None}
    assert idea["riskiest"] == "valuable"


def test_the_tree_takes_as_many_queries_however_large(cast, django_assert_max_num_queries):
    client, address = cast.client("vera"), f"/api/products/{cast.product.pk}/discovery-tree"
    top = name(cast, "Trust")
    move(cast, top, to=outcome(cast))
    answer(cast, top)
    with django_assert_max_num_queries(16) as few:
        client.get(address)
    count = len(few)
    for number in range(5):
        answer(cast, name(cast, f"Need {number}", under=top))
        finished(cast, number)
    with django_assert_max_num_queries(count):
        assert len(client.get(address).json()["opportunities"]) == 6


def test_what_is_archived_stands_in_no_tree(cast):
    need = name(cast, "Trust")
    idea = answer(cast, need)
    cast.client("carl").post(f"/api/opportunities/{need['id']}/archival", {}, headers=version(need))
    assert tree(cast)["opportunities"] == []
    assert nodes(cast, "ideas")["An answer"]["opportunities"] == []
    assert Idea.objects.get(pk=idea["id"]).archived_at is None
