"""An item's checklist is written, ticked, ordered, copied, made items of, and taken back."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.core.refusal import NotAllowed, NotFound, Stale
from northline.delivery.models import WorkItem
from tests.scheduling.plans import chain, edit, start


@pytest.mark.django_db
@pytest.mark.either_database
def test_a_checklist_is_written_ticked_ordered_copied_and_made_items_of(cast: Any) -> None:
    piet, carl = cast.scope("piet"), cast.scope("carl")
    project = start(piet, product_id=cast.product.pk)
    (dig,) = chain(project, "dig", by=piet)

    def check(by: Any, version: int, *entries: dict[str, Any]) -> list[dict[str, Any]]:
        fields = {"checklist": list(entries)}
        edit(project, {"op": "set", "id": str(dig.pk), "version": version, "fields": fields}, by=by)
        dig.refresh_from_db()
        return list(dig.checklist)

    ask, permit = check(
        piet, 1, {"text": "Ask the neighbours"}, {"text": "Permit", "assignee_id": str(piet.member_id)}
    )
    assert ask["id"] != permit["id"]
    # Whoever contributes ticks and orders; the ids stay, and nobody overwrites what somebody else wrote meanwhile.
    after = check(carl, 2, permit, ask | {"done": True})
    assert [(entry["id"], entry["done"]) for entry in after] == [(permit["id"], False), (ask["id"], True)]
    with pytest.raises(Stale):
        check(piet, 2, ask)
    with pytest.raises(NotFound):
        check(piet, 3, permit | {"assignee_id": str(project.pk)})
    with pytest.raises(NotAllowed):
        edit(project, promoted(dig, permit), by=carl)

    copy = edit(project, {"op": "clone", "id": str(dig.pk), "temp_id": "c"}, by=piet).editor.temporary["c"]
    assert [entry["done"] for entry in WorkItem.objects.get(pk=copy).checklist] == [False, False]
    made = edit(project, promoted(dig, permit), by=piet)
    item = WorkItem.objects.get(pk=made.editor.temporary["p"])
    assert (item.title, item.owner_id, item.parent_id) == ("Permit", piet.member_id, None)
    dig.refresh_from_db()
    assert [entry["text"] for entry in dig.checklist] == ["Ask the neighbours"]
    undo.take_back(made.change.pk, by=piet)
    dig.refresh_from_db()
    item.refresh_from_db()
    assert len(dig.checklist) == 2
    assert item.archived_at is not None
    with pytest.raises(NotFound):
        edit(project, promoted(dig, permit | {"id": "00000000"}), by=piet)
    edit(project, promoted(dig, ask) | {"place": "below"}, by=piet)
    assert WorkItem.objects.get(title="Ask the neighbours").parent_id == dig.pk
    # One that two are merged from has the entries of both.
    dig.refresh_from_db()
    other = WorkItem.objects.get(pk=copy)
    (pour,) = chain(project, "pour", by=piet)
    merge = {"op": "merge", "id": str(pour.pk), "version": 1, "others": [{"id": str(copy), "version": 1}]}
    edit(project, merge, by=piet)
    pour.refresh_from_db()
    assert [entry["text"] for entry in pour.checklist] == [entry["text"] for entry in other.checklist]


def promoted(item: WorkItem, entry: dict[str, Any]) -> dict[str, Any]:
    item.refresh_from_db()
    return {
        "op": "promote", "id": str(item.pk), "version": item.version, "entry_id": entry["id"], "temp_id": "p",
    }  # fmt: skip
