"""Real exports of other tools come in whole, and twice make no double."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from northline.core.models import Change
from northline.research.models import Idea, Insight
from tests.formats.conftest import datasets as datasets  # noqa: PLC0414 - a fixture that two folders share
from tests.research.test_imports import Bringing
from tests.research.test_imports import home as home  # noqa: PLC0414 - a fixture that every test here uses

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["trello_board.json", "jira_tasks.csv"])
def test_a_real_export_comes_in_whole_and_twice_makes_no_double(cast: Any, datasets: Path, name: str) -> None:
    content = (datasets / "exports" / name).read_bytes()
    carl = Bringing(cast)
    first = carl.bring(content, name)
    items = first["recognised"]["items"]
    assert first["outcome"]["counts"]["create"] == items
    made = Idea.objects.count() + Insight.objects.count()
    assert made == items
    bodies = {one.title: written(one.body) for one in [*Idea.objects.all(), *Insight.objects.all()]}
    for title, told in of_board(content) if name.endswith(".json") else of_table(content):
        assert [words for words in told if plain(words) not in bodies[title]] == [], title
    again = carl.bring(content, name)
    assert again["outcome"]["counts"]["unchanged"] == items
    assert Idea.objects.count() + Insight.objects.count() == made
    assert Change.objects.filter(verb="created", object_kind__in=["idea", "insight"]).count() == made


def of_board(content: bytes) -> Iterator[tuple[str, list[str]]]:
    """Each card with its list and the points of its checklists."""
    board = json.loads(content)
    lists = {one["id"]: one["name"] for one in board["lists"]}
    points = {one["id"]: [item["name"] for item in one["checkItems"]] for one in board["checklists"]}
    for card in board["cards"]:
        told = [point for one in card["idChecklists"] for point in points[one]]
        yield card["name"].strip(), [lists[card["idList"]], *told]


def of_table(content: bytes) -> Iterator[tuple[str, list[str]]]:
    """Each row with its cells."""
    for row in csv.DictReader(io.StringIO(content.decode())):
        yield row["id"], list(row.values())


def written(body: Any) -> str:
    """All words of a rich text, without spaces at which they may be broken."""
    if isinstance(body, list):
        return "".join(map(written, body))
    return plain(body.get("text", "")) + written(body.get("content", []))


def plain(words: str) -> str:
    return "".join(words.split())
