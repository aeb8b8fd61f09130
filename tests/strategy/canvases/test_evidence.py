"""How a statement stands to the evidence for and against it."""

from __future__ import annotations

import pytest

from northline.core import editing, links
from northline.strategy.canvases import queries, schemas
from northline.strategy.canvases.rules import standing
from northline.strategy.models import CanvasVersion, Statement
from tests.strategy.canvases.test_canvases import boxes_of, canvas, draw, first, write

__all__ = ["canvas", "first"]


def link(cast, word, statement, *, by="carl", kind="insight"):
    body = {
        "type": word,
        "source": {"kind": kind, "id": cast.acme.row(kind).pk},
        "target": {"kind": "statement", "id": statement["id"]},
    }
    return cast.client(by).post("/api/links", body)


def read(cast, version, by="vera"):
    found = cast.client(by).get(f"/api/canvas-versions/{version['id']}").json()
    return boxes_of(found)["threats"][0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], "unsupported"),
        (["supports"], "supported"),
        (["contradicts"], "contradicted"),
        (["supports", "contradicts"], "contested"),
    ],
)
def test_evidence_for_and_against_decides_how_a_statement_stands(cast, first, words, expected):
    rain = boxes_of(first)["threats"][0]
    kinds = {"supports": "insight", "contradicts": "experiment"}
    for word in words:
        assert link(cast, word, rain, kind=kinds[word]).status_code == 201
    found = read(cast, first)
    assert (found["standing"], found["supports"], found["contradicts"]) == (
        expected,
        words.count("supports"),
        words.count("contradicts"),
    )
    alone = cast.client("vera").get(f"/api/statements/{rain['id']}").json()
    assert (alone["standing"], alone["document"]["key"], alone["box"]) == (expected, "CAN-1", "threats")


def test_the_list_counts_how_the_assumptions_of_the_newest_version_stand(cast, canvas, first):
    link(cast, "contradicts", boxes_of(first)["threats"][0])
    address = f"/api/products/{cast.product.pk}/canvases"
    listed = cast.client("vera").get(address).json()
    # The other statement is a fact.
    assert (listed[0]["statements"], listed[0]["standings"]) == (2, {"contradicted": 1})
    write(cast, canvas, {}, based_on=1)
    assert cast.client("vera").get(address).json()[0]["standings"] == {}


def test_evidence_put_away_counts_no_more(cast, first):
    link(cast, "supports", boxes_of(first)["threats"][0])
    editing.archive(cast.acme.row("insight"), expected=1, by=cast.acme.scope)
    assert read(cast, first)["standing"] == "unsupported"


def test_evidence_that_a_reader_may_not_see_does_not_count_for_them(cast, first):
    other = editing.create(
        type(cast.product)(workspace=cast.acme.workspace, title="Other"), prefix="PRD", by=cast.acme.scope
    )
    hidden = editing.create(
        type(cast.acme.row("insight"))(workspace=cast.acme.workspace, product=other, title="Hidden"),
        prefix="INS",
        by=cast.acme.scope,
    )
    rain = Statement.objects.get(title="Rain")
    links.link("contradicts", hidden, target=rain, by=cast.acme.scope)
    assert read(cast, first, by="ada")["standing"] == "contradicted"
    assert read(cast, first, by="stan")["standing"] == "unsupported"


def test_a_viewer_links_no_evidence(cast, first):
    assert link(cast, "supports", boxes_of(first)["threats"][0], by="vera").status_code == 403


def test_what_is_no_evidence_does_not_fit(cast, first):
    answer = link(cast, "supports", boxes_of(first)["threats"][0], kind="lane", by="pia")
    assert answer.json()["code"] == "link.does_not_fit"


@pytest.mark.parametrize("how_many", [1, 6])
def test_versions_and_canvases_cost_the_same_however_many(cast, how_many, django_assert_num_queries):
    for number in range(how_many):
        drawn = draw(cast, title=str(number)).json()
        said = write(cast, drawn, {"threats": [{"text": "Rain"}] * (number + 1)}).json()
        for each in boxes_of(said)["threats"]:
            link(cast, "supports", each)
    scope = cast.scope("vera")
    with django_assert_num_queries(4):
        assert len(schemas.show_canvases(queries.canvases_of(cast.product.pk), scope)) == how_many
    with django_assert_num_queries(4):
        rows = CanvasVersion.objects.select_related("canvas", "created_by")
        assert len(schemas.show_versions(rows, scope)) == how_many


def test_standing_is_told_by_both_sides():
    assert standing(supports=0, contradicts=2) == "contradicted"
    assert standing(supports=3, contradicts=1) == "contested"
