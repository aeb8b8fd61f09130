"""Links are typed, join what both fit, and show only what may be read."""

from __future__ import annotations

import pytest

from northline.core.models import Change, Link


def ends(source, target, *, name="supports"):
    return {
        "type": name,
        "source": {"kind": source.KIND, "id": str(source.pk)},
        "target": {"kind": target.KIND, "id": str(target.pk)},
    }


def join(cast, source, target, *, by="carl", name="supports"):
    return cast.client(by).post("/api/links", ends(source, target, name=name))


def test_a_link_names_both_ends_and_is_one_change(cast):
    insight, opportunity = cast.acme.row("insight"), cast.acme.row("opportunity")
    seen = Change.objects.count()
    answer = join(cast, insight, opportunity)
    assert answer.status_code == 201
    assert (answer.json()["source"]["key"], answer.json()["target"]["key"]) == ("INS-1", "OPP-1")
    assert Change.objects.count() == seen + 1
    for row in (insight, opportunity):
        found = cast.client("vera").get("/api/links", {"kind": row.KIND, "id": row.pk}).json()
        assert [link["id"] for link in found] == [answer.json()["id"]]


def test_the_same_link_again_is_refused(cast):
    insight, opportunity = cast.acme.row("insight"), cast.acme.row("opportunity")
    join(cast, insight, opportunity)
    answer = join(cast, insight, opportunity)
    assert (answer.status_code, answer.json()["code"]) == (409, "link.exists")


def test_a_link_that_does_not_fit_is_refused_with_what_does(cast):
    answer = join(cast, cast.acme.row("insight"), cast.acme.row("opportunity"), name="addresses")
    assert (answer.status_code, answer.json()["code"]) == (422, "link.does_not_fit")
    assert "supports" in answer.json()["detail"]
    backwards = join(cast, cast.acme.row("opportunity"), cast.acme.row("insight"))
    assert backwards.json()["code"] == "link.does_not_fit"


@pytest.mark.parametrize("name", ["vera", "stan"])
def test_a_viewer_neither_joins_nor_parts(cast, name):
    insight, opportunity = cast.acme.row("insight"), cast.acme.row("opportunity")
    assert join(cast, insight, opportunity, by=name).status_code == 403
    link = join(cast, insight, opportunity).json()
    assert cast.client(name).delete(f"/api/links/{link['id']}").status_code == 403


def test_a_strangers_end_is_not_found_either_way(cast):
    insight, foreign = cast.acme.row("insight"), cast.beyond.row("opportunity")
    assert join(cast, insight, foreign).status_code == 404
    assert join(cast, insight, foreign, by="nora").status_code == 404
    assert not Link.objects.exists()


def test_a_stranger_finds_no_link(cast):
    link = cast.acme.row("link")
    assert cast.client("nora").delete(f"/api/links/{link.pk}").status_code == 404
    asked = {"kind": "insight", "id": link.source_id}
    assert cast.client("nora").get("/api/links", asked).status_code == 404


def test_an_end_that_may_not_be_read_is_left_out(cast):
    insight = cast.acme.row("insight")
    ada = cast.client("ada")
    secret = ada.post("/api/products", {"title": "Secret"}).json()
    hidden = ada.post("/api/opportunities", {"product_id": secret["id"], "title": "Hidden"}).json()
    body = ends(insight, cast.acme.row("opportunity"))
    ada.post("/api/links", body | {"target": {"kind": "opportunity", "id": hidden["id"]}})
    asked = {"kind": "insight", "id": insight.pk}
    assert len(ada.get("/api/links", asked).json()) == 1
    assert cast.client("stan").get("/api/links", asked).json() == []


def test_parting_leaves_both_and_takes_the_link(cast):
    link = cast.acme.row("link")
    assert cast.client("carl").delete(f"/api/links/{link.pk}").status_code == 204
    assert cast.client("carl").delete(f"/api/links/{link.pk}").status_code == 404
    for kind, path in (("insight", "insights"), ("opportunity", "opportunities")):
        assert cast.client("carl").get(f"/api/{path}/{cast.acme.row(kind).pk}").status_code == 200


@pytest.mark.parametrize("kind", ["job", "nonsense"])
def test_a_kind_that_is_none_is_not_found(cast, kind):
    insight = cast.acme.row("insight")
    assert cast.client("carl").get("/api/links", {"kind": kind, "id": insight.pk}).status_code == 404
