"""The boxes of the vision board hold statements, as those of canvases do."""

from __future__ import annotations

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from northline.strategy.canvases.rules import TEMPLATES, VISION, told
from northline.strategy.models import SignOff, Statement, Verdict, Vision
from northline.strategy.schemas import show_visions
from northline.strategy.stakeholders.documents import of_vision
from northline.strategy.stakeholders.rules import content_hash
from tests.core.listing.asking import asked, titles
from tests.strategy.canvases.test_canvases import boxes_of, canvas, draw, first
from tests.strategy.canvases.test_evidence import link
from tests.strategy.stakeholders.test_sign_off import put_up, say, sign_off
from tests.strategy.test_visions import address, write

__all__ = ["canvas", "draw", "first"]
migration = import_module("northline.strategy.migrations.0007_statements_of_the_vision")


def envision(cast, boxes, *, based_on=None):
    return cast.client("pia").post(address(cast), {"boxes": boxes, "based_on": based_on})


def said(vision, box):
    return {each["box"]: each["statements"] for each in vision["boxes"]}[box]


def test_a_statement_of_the_vision_stands_to_its_evidence_through_versions(cast):
    vision = envision(cast, {"needs": [{"text": "Trust"}, {"text": "Speed", "nature": "fact"}]}).json()
    assert [each["box"] for each in vision["boxes"]] == list(TEMPLATES[VISION])
    trust, speed = said(vision, "needs")
    assert (trust["standing"], speed["nature"], vision["needs"]) == ("unsupported", "fact", "Trust\nSpeed")
    assert link(cast, "supports", trust).status_code == 201
    second = envision(cast, {"needs": [{"id": trust["id"], "text": "Trust in dates"}]}, based_on=1).json()
    assert said(second, "needs")[0]["standing"] == "supported"
    alone = cast.client("vera").get(f"/api/statements/{trust['id']}").json()
    assert (alone["title"], alone["template"], alone["document"]["key"]) == (
        "Trust in dates",
        "vision_board",
        second["key"],
    )
    assert cast.client("vera").get(f"/api/statements/{speed['id']}").json()["archived_at"]


def test_a_strange_box_and_a_statement_of_a_canvas_are_refused(cast, first):
    assert envision(cast, {"threats": [{"text": "Rain"}]}).json()["code"] == "canvas.no_such_box"
    other = boxes_of(first)["threats"][0]["id"]
    assert envision(cast, {"needs": [{"id": other, "text": "Rain"}]}).status_code == 404
    assert not Vision.objects.filter(product=cast.product).exists()


def test_writing_the_vision_leaves_the_statements_of_canvases(cast, first):
    envision(cast, {"needs": [{"text": "Trust"}]})
    envision(cast, {}, based_on=1)
    assert Statement.objects.filter(canvas__isnull=False, archived_at=None).exists()
    assert not Statement.objects.filter(product=cast.product, canvas=None, archived_at=None).exists()


def test_statements_are_listed_by_what_they_stand_on(cast, first):
    envision(cast, {"needs": [{"text": "Trust"}]})
    assert titles(cast, "statement", where=[["template", "is", "vision_board"]]) == ["Trust"]
    groups = asked(cast, "statement", part="/groups", by="template").json()["items"]
    assert {group["label"] for group in groups} == {"Vision board", "Swot"}


def test_versions_are_shown_in_a_fixed_number_of_queries(cast, django_assert_num_queries):
    for number in range(3):
        vision = envision(cast, {"needs": [{"text": "Trust"}]}, based_on=number or None).json()
        link(cast, "supports", said(vision, "needs")[0])
    scope = cast.scope("vera")
    rows = list(Vision.objects.filter(product=cast.product).select_related("created_by"))
    with django_assert_num_queries(3):
        show_visions(rows, scope)


def test_what_was_text_becomes_statements_and_stays_signed(cast):
    vision = write(cast, based_on=None).json()
    put_up(cast, vision)
    stakeholder = {"title": "Stan", "member_id": str(cast.stan.pk), "boxes": ["product"]}
    cast.client("pia").post(f"/api/products/{cast.product.pk}/stakeholders", stakeholder)
    put_up(cast, vision)
    say(cast, vision, "stan")
    # As they stood before: text alone, signed by its text.
    Statement.objects.filter(canvas=None).delete()
    text = "- Plan by six\n\n- Fewer kilometres"
    Vision.objects.filter(pk=vision["id"]).update(boxes={}, needs=text)
    SignOff.objects.update(content={"needs": text}, content_hash="0" * 64, material=["product_text"])
    Verdict.objects.update(content_hash="0" * 64)

    migration.make_statements(apps, SimpleNamespace(connection=connection))

    row = Vision.objects.get(pk=vision["id"])
    assert told(row.boxes)["needs"] == [["assumption", "Plan by six"], ["assumption", "Fewer kilometres"]]
    assert row.needs == "Plan by six\nFewer kilometres"
    found = SignOff.objects.get()
    assert found.content == of_vision(row).boxes
    assert found.content_hash == content_hash(found.content) == Verdict.objects.get().content_hash
    assert (found.material, sign_off(cast, vision)["people"][0]["verdict"]["word"]) == (["product"], "agree")


def test_a_reworded_statement_goes_on_when_texts_become_statements(cast):
    for number, needs in enumerate(("Trust\nSpeed", "Trust in dates\nSpeed"), start=1):
        row = Vision(workspace=cast.acme.workspace, product=cast.product, number=number, needs=needs)
        row.key, row.title = f"VIS-9{number}", f"Vision {number}"
        row.save()
    migration.make_statements(apps, SimpleNamespace(connection=connection))
    one, two = (row.boxes["needs"] for row in Vision.objects.filter(product=cast.product).order_by("number"))
    assert [each["id"] for each in one] == [each["id"] for each in two]
    assert Statement.objects.filter(canvas=None, title="Trust in dates").exists()


@pytest.mark.parametrize("text", ["word " * 200, "x" * 700, "A sentence of words. " * 40])
def test_a_long_text_is_split_and_no_word_is_lost(text):
    parts = migration.split(text)
    assert all(0 < len(part) <= migration.LONGEST for part in parts)
    assert "".join(parts).replace(" ", "") == text.replace(" ", "")
