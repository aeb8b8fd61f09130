"""Real exports come in whole. They are not part of the repository; without them these tests are skipped."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from northline.formats.feedback import items_of, read


def test_no_card_list_checklist_or_label_of_a_real_board_is_lost(datasets: Path) -> None:
    path = datasets / "exports/trello_board.json"
    board = json.loads(path.read_text())
    export = read(path)
    assert [item.id for item in export.items] == [card["id"] for card in board["cards"]]
    assert {item.group for item in export.items} == {one["name"] for one in board["lists"]}
    things = [thing for item in export.items for one in item.checklists for thing in one.things]
    assert len(things) == sum(len(one["checkItems"]) for one in board["checklists"])
    assert sum(len(item.links) for item in export.items) == sum(len(c["attachments"]) for c in board["cards"])
    losses = {loss.what: loss.count for loss in export.losses}
    assert losses["labels"] == len(board["labels"])  # not one of them is on a card
    said = sum(action["type"] == "commentCard" for action in board["actions"])
    assert sum(len(item.comments) for item in export.items) == said


def test_every_row_and_every_cell_of_a_real_table_is_somewhere(datasets: Path) -> None:
    path = datasets / "exports/jira_tasks.csv"
    with path.open(newline="") as opened:
        rows = list(csv.DictReader(opened))
    export = read(path)
    assert export.table is not None
    items, losses = items_of(export.table, export.table.columns)
    assert [item.id for item in items] == [row["id"] for row in rows]
    for item, row in zip(items, rows, strict=True):
        found = {item.id, item.group, item.created, item.closed, *(value for _, value in item.extra)}
        assert set(row.values()) - {""} <= found
    assert losses == ()
