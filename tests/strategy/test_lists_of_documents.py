"""Canvases, statements, versions of the vision, the register and scorecards as lists."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import timezone

from northline.core import links
from northline.core.listing import queries
from northline.strategy.actions import add_key_result, check_in, set_objective
from northline.strategy.canvases.actions import Thought, draw_canvas, write_version
from northline.strategy.models import Statement
from tests.core.listing.asking import asked, bulk, titles


def drawn(cast):
    """Two canvases: one of two statements, of which an insight speaks for one, and an empty one."""
    canvas = draw_canvas(cast.product, title="Lean", template="lean_canvas", by=cast.acme.scope)
    draw_canvas(cast.product, title="Swot", template="swot", by=cast.acme.scope)
    thoughts = [Thought(None, "It takes days", "assumption"), Thought(None, "It is long", "fact")]
    write_version(canvas, boxes={"problem": thoughts}, note="", based_on=None, by=cast.acme.scope)
    believed = Statement.objects.get(title="It takes days")
    links.link("supports", cast.acme.row("insight"), target=believed, by=cast.acme.scope)
    return canvas


def test_canvases_are_listed_with_how_much_stands_in_them(cast, django_assert_num_queries):
    canvas = drawn(cast)
    assert titles(cast, "canvas", sort="-statements,title") == ["Lean", "Swot"]
    assert titles(cast, "canvas", where=[["template", "is", "swot"]]) == ["Swot"]
    item = asked(cast, "canvas", sort="-statements").json()["items"][0]
    assert (item["fields"]["statements"], item["fields"]["version"]) == (2, 1)
    assert item["standings"] == {"supported": 1}
    answer = bulk(cast, "canvas", [{"id": canvas.pk, "version": canvas.version}], fields={"title": "Leaner"})
    assert (answer.json()["changed"], titles(cast, "canvas", q="leaner")) == (1, ["Leaner"])
    scope = cast.scope("vera")
    # The rows, their statements, the links to those and the insights of the links.
    with django_assert_num_queries(4):
        queries.page(scope, "canvas", queries.Asked())


def test_statements_are_found_by_how_they_stand(cast, django_assert_num_queries):
    drawn(cast)
    assert titles(cast, "statement", where=[["standing", "is", "supported"]]) == ["It takes days"]
    assert titles(cast, "statement", where=[["nature", "is", "fact"], ["supports", "is", 0]]) == [
        "It is long"
    ]
    groups = asked(cast, "statement", part="/groups", by="standing").json()["items"]
    assert [(group["value"], group["count"]) for group in groups] == [("unsupported", 1), ("supported", 1)]
    file = asked(cast, "statement", part="/export", columns="title,canvas,standing", sort="title")
    assert file.content.decode("utf-8-sig").splitlines()[2].endswith("Lean,Supported")
    scope = cast.scope("vera")
    with django_assert_num_queries(3):
        read = queries.page(scope, "statement", queries.Asked(), sort="title")
    assert [item["standing"] for item in read["items"]] == ["unsupported", "supported"]


def test_what_was_written_in_a_version_is_not_put_away(cast):
    drawn(cast)
    vision, statement = cast.acme.row("vision"), Statement.objects.get(title="It is long")
    for row in (vision, statement):
        answer = bulk(cast, row.KIND, [{"id": row.pk, "version": row.version}], archived=True)
        assert (answer.status_code, answer.json()["code"]) == (409, "version.stays")
    assert titles(cast, "vision", sort="-number")[0] == vision.title


def test_the_register_is_edited_in_bulk_by_the_product_manager(cast):
    row = cast.acme.row("stakeholder")
    item = {"id": row.pk, "version": row.version}
    assert bulk(cast, "stakeholder", [item], by="carl", fields={"power": 80}).status_code == 403
    assert bulk(cast, "stakeholder", [item], fields={"power": 80}).json()["changed"] == 1
    assert titles(cast, "stakeholder", where=[["power", "at_least", 80]]) == [row.title]
    card = cast.acme.row("scorecard")
    assert titles(cast, "scorecard", where=[["method", "is", "rice"]]) == [card.title]


@pytest.mark.parametrize("day", [date(2026, 1, 1), date(2026, 6, 30), date(2026, 11, 15), date(2027, 2, 1)])
def test_the_list_tells_the_health_that_the_page_tells(cast, monkeypatch, day):
    monkeypatch.setattr(timezone, "localdate", lambda *_: day)
    by = cast.scope("pia")
    for period in ("", "2026", "2026-H1", "2026-Q2", "2026-Q4", "2026-11", "2025-12", "2027-Q1"):
        for value, confidence in ((None, None), (0, 80), (45, 60), (60, 40), (80, 20), (100, 10)):
            title = f"{period} {value} {confidence}"
            row = set_objective(cast.product, fields={"title": title, "period": period}, by=by)
            fields = {"title": "Trips", "start": Decimal(0), "target": Decimal(100)}
            result = add_key_result(row, fields=fields, by=by)
            if value is not None:
                check_in(result, value=Decimal(value), confidence=confidence, note="", by=by)
    items = asked(cast, "objective", limit=200).json()["items"]
    told = {item["title"]: item["fields"]["health"] for item in items}
    assert told == {item["title"]: item["health"]["state"] for item in items}
    assert set(told.values()) == {"on_track", "at_risk", "off_track", "unknown"}
    late = titles(cast, "objective", where=[["health", "is", "off_track"]])
    assert set(late) == {title for title, state in told.items() if state == "off_track"}
