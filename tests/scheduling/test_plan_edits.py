"""The rules of editing a plan."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northline.core import undo
from northline.core.models import Change
from northline.core.refusal import Conflict, NotAllowed, NotFound, Refusal, Stale
from northline.delivery.models import Dependency, Project, WorkItem
from northline.scheduling import queries
from northline.scheduling.models import SavedForecast, SavedSchedule
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def schedule(project: Project, by: Any) -> dict[str, dict[str, Any]]:
    project.refresh_from_db()
    return {item["title"]: item for item in queries.plan_of(project, by)["items"]}


def test_an_edit_moves_what_waits_and_says_from_where(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, pour = chain(project, "dig", "pour", by=piet)
    edited = edit(
        project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 960}}, by=piet
    )
    answer = queries.edited_answer(edited)
    moved = {row["key"]: (row["was_start"], row["start"]) for row in answer["moved"]}
    assert moved[pour.key] == ("2026-03-03T08:00", "2026-03-04T08:00")
    brief = queries.edited_answer(edited, brief=True)
    assert brief["moved_to"] == [(str(one["id"]), one["start"], one["finish"]) for one in answer["moved"]]
    assert (brief["moved"], answer["moved_to"]) == ([], [])
    assert answer["project"] == {"finish": "2026-03-04T17:00", "was_finish": "2026-03-03T17:00"}
    assert [item["version"] for item in answer["items"]] == [2]
    assert SavedSchedule.objects.get(pk=project.pk).finish == "2026-03-04T17:00"
    assert SavedForecast.objects.get(pk=project.pk).samples == 10_000


def test_one_request_is_one_change_and_one_undo(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig, pour, cure = chain(project, "dig", "pour", "cure", by=piet)
    before = schedule(project, piet)
    count = Change.objects.count()
    edited = edit(
        project,
        {
            "op": "set",
            "id": str(dig.pk),
            "version": 1,
            "fields": {"duration_minutes": 960, "title": "Dig deep"},
        },
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"deadline": "2026-03-05T17:00"}},
        {"op": "move", "id": str(cure.pk), "version": 1, "parent_id": None, "after_id": None},
        {"op": "add", "temp_id": "x", "parent_id": None, "after_id": str(pour.pk), "title": "Inspect"},
        {"op": "link", "before": "x", "after": str(cure.pk), "kind": "SS", "lag_minutes": 60},
        by=piet,
        reason="the ground is wet",
    )
    assert Change.objects.count() == count + 1
    assert edited.change is not None
    assert edited.change.reason == "the ground is wet"
    undoing = undo.take_back(edited.change.pk, by=piet)
    after = schedule(project, piet)
    assert {title: row["schedule"] for title, row in after.items()} == {
        title: row["schedule"] for title, row in before.items()
    }
    assert [row["wbs"] for row in after.values()] == [row["wbs"] for row in before.values()]
    undo.take_back(undoing.pk, by=piet)
    assert set(schedule(project, piet)) == {"Dig deep", "pour", "cure", "Inspect"}


def test_a_circle_is_refused_with_its_keys_in_order_and_nothing_is_saved(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    a, b, c = chain(project, "a", "b", "c", by=piet)
    count = Change.objects.count()
    with pytest.raises(Refusal) as refused:
        edit(project, {"op": "link", "before": str(c.pk), "after": str(a.pk)}, by=piet)
    assert refused.value.code == "link.makes_circle"
    path = refused.value.extra["path"]
    assert path[0] == path[-1]
    assert set(path) == {a.key, b.key, c.key}
    assert Dependency.objects.filter(project=project).count() == 2
    assert Change.objects.count() == count


def test_a_stale_edit_meets_the_item_as_it_is_now(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"title": "Dig!"}}, by=piet)
    with pytest.raises(Stale) as stale:
        edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"title": "Dug"}}, by=piet)
    assert stale.value.extra["current"].title == "Dig!"


def test_ids_of_another_plan_are_not_found(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    other = start(piet, code="OTH")
    piet = cast.scope("piet")  # now manager of both
    (theirs,) = chain(other, "theirs", by=piet)
    (mine,) = chain(project, "mine", by=piet)
    (link,) = [link.pk for link in _link_of(other, piet)]
    for bad in (
        {"op": "set", "id": str(theirs.pk), "version": 1, "fields": {"title": "x"}},
        {"op": "remove", "id": str(theirs.pk), "version": 1},
        {"op": "move", "id": str(mine.pk), "version": 1, "parent_id": str(theirs.pk), "after_id": None},
        {"op": "add", "parent_id": str(theirs.pk), "after_id": None, "title": "x"},
        {"op": "link", "before": str(theirs.pk), "after": str(mine.pk)},
        {"op": "unlink", "id": str(link)},
        {"op": "relink", "id": str(link), "kind": "SS"},
        {"op": "set", "id": str(mine.pk), "version": 1, "fields": {"calendar_id": str(other.calendar_id)}},
        {"op": "set", "id": "no id at all", "version": 1, "fields": {"title": "x"}},
    ):
        with pytest.raises(NotFound):
            edit(project, bad, by=piet)


def _link_of(project: Project, by: Any) -> Any:
    first = WorkItem.objects.get(project=project)
    edit(project, {"op": "add", "temp_id": "n", "parent_id": None, "after_id": None, "title": "n"},
         {"op": "link", "before": str(first.pk), "after": "n"}, by=by)  # fmt: skip
    return Dependency.objects.filter(project=project)


def test_removing_a_summary_removes_all_below_it_and_undo_brings_all_back(
    cast: Any, project: Project
) -> None:
    piet = cast.scope("piet")
    one, two, _ = chain(project, "one", "two", "three", by=piet)
    edit(
        project,
        {"op": "add", "temp_id": "s", "parent_id": None, "after_id": None, "title": "phase"},
        {"op": "move", "id": str(one.pk), "version": 1, "parent_id": "s", "after_id": None},
        {"op": "move", "id": str(two.pk), "version": 1, "parent_id": "s", "after_id": str(one.pk)},
        by=piet,
    )
    before = schedule(project, piet)
    assert before["phase"]["type"] == "summary"
    assert before["two"]["wbs"] == "1.2"
    phase = before["phase"]
    edited = edit(project, {"op": "remove", "id": str(phase["id"]), "version": 1}, by=piet)
    answer = queries.edited_answer(edited)
    assert set(answer["removed"]) == {phase["id"], one.pk, two.pk}
    assert set(schedule(project, piet)) == {"three"}
    assert edited.change
    undo.take_back(edited.change.pk, by=piet)
    after = schedule(project, piet)
    assert {t: (r["id"], r["wbs"], r["schedule"]) for t, r in after.items()} == {
        t: (r["id"], r["wbs"], r["schedule"]) for t, r in before.items()
    }


def test_undo_is_refused_where_somebody_changed_it_since_and_names_them(cast: Any, project: Project) -> None:
    piet, pia = cast.scope("piet"), cast.scope("pia")
    (dig,) = chain(project, "dig", by=piet)
    mine = edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"priority": 600}}, by=piet)
    edit(project, {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"duration_minutes": 60}}, by=pia)
    assert mine.change
    with pytest.raises(Conflict, match="Pia planned it since") as refused:
        undo.take_back(mine.change.pk, by=piet)
    assert refused.value.code == "undo.changed_since"


def test_edits_of_one_item_are_taken_back_one_after_the_other(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    first = edit(
        project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"priority": 600}}, by=piet
    )
    second = edit(
        project, {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"priority": 700}}, by=piet
    )
    assert first.change
    assert second.change
    with pytest.raises(Conflict, match="it since"):
        undo.take_back(first.change.pk, by=piet)
    undo.take_back(second.change.pk, by=piet)
    undoing = undo.take_back(first.change.pk, by=piet)
    dig.refresh_from_db()
    assert dig.priority == 500
    undo.take_back(undoing.pk, by=piet)
    dig.refresh_from_db()
    assert dig.priority == 600


def test_a_contributor_tells_progress_and_plans_nothing(cast: Any, project: Project) -> None:
    piet, carl = cast.scope("piet"), cast.scope("carl")
    (dig,) = chain(project, "dig", by=piet)
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"percent_complete": 50}}, by=carl)
    dig.refresh_from_db()
    assert (dig.percent_complete, dig.actual_start, dig.actual_finish) == (50, "2026-03-02T08:00", None)
    for bad in (
        {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"percent_complete": 60, "title": "x"}},
        {"op": "remove", "id": str(dig.pk), "version": 2},
    ):
        with pytest.raises(NotAllowed):
            edit(project, bad, by=carl)
    with pytest.raises(NotAllowed):
        edit(project, {"op": "remove", "id": str(dig.pk), "version": 2}, by=cast.scope("vera"))
    with pytest.raises(NotFound):
        edit(project, {"op": "remove", "id": str(dig.pk), "version": 2}, by=cast.scope("nora"))


def test_done_work_has_a_finish_and_undone_work_has_none(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)

    def say(**fields: Any) -> tuple[Any, ...]:
        dig.refresh_from_db()
        edit(project, {"op": "set", "id": str(dig.pk), "version": dig.version, "fields": fields}, by=piet)
        dig.refresh_from_db()
        return dig.percent_complete, dig.actual_start, dig.actual_finish

    assert say(percent_complete=100) == (100, "2026-03-02T08:00", "2026-03-02T17:00")
    assert say(percent_complete=40) == (40, "2026-03-02T08:00", None)
    assert say(percent_complete=0) == (0, None, None)
    assert say(actual_finish="2026-03-03T12:00") == (100, "2026-03-02T08:00", "2026-03-03T12:00")
    with pytest.raises(Refusal) as refused:
        say(actual_start="2026-03-04T08:00")
    assert refused.value.code == "item.actuals_backwards"


def test_a_summary_takes_its_size_from_below(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    edit(
        project,
        {"op": "add", "temp_id": "s", "title": "phase"},
        {"op": "add", "temp_id": "a", "parent_id": "s", "title": "a", "duration_minutes": 100},
        {"op": "add", "parent_id": "s", "after_id": "a", "title": "b", "duration_minutes": 300},
        by=piet,
    )
    rows = schedule(project, piet)
    edit(
        project,
        {"op": "set", "id": str(rows["a"]["id"]), "version": 1, "fields": {"percent_complete": 100}},
        by=piet,
    )
    assert schedule(project, piet)["phase"]["percent_complete"] == 25.0
    bad = {"op": "set", "id": str(rows["phase"]["id"]), "version": 1, "fields": {"duration_minutes": 60}}
    with pytest.raises(Refusal) as refused:
        edit(project, bad, by=piet)
    assert refused.value.code == "item.is_summary"


def test_an_item_cannot_move_below_itself(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    deep = [
        {"op": "add", "temp_id": f"t{n}", "parent_id": f"t{n - 1}" if n else None, "title": f"t{n}"}
        for n in range(6)
    ]
    edit(project, *deep, by=piet)
    rows = schedule(project, piet)
    down = {
        "op": "move",
        "id": str(rows["t0"]["id"]),
        "version": 1,
        "parent_id": str(rows["t5"]["id"]),
        "after_id": None,
    }
    with pytest.raises(Refusal) as refused:
        edit(project, down, by=piet)
    assert refused.value.code == "item.makes_circle"


def test_a_preview_answers_the_same_and_saves_nothing(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    count, version = Change.objects.count(), Project.objects.get(pk=project.pk).plan_version
    wish = {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"duration_minutes": 960}}
    seen = queries.edited_answer(edit(project, wish, {"op": "add", "title": "new"}, by=piet, preview=True))
    assert seen["project"]["finish"] == "2026-03-03T17:00"
    assert (Change.objects.count(), Project.objects.get(pk=project.pk).plan_version) == (count, version)
    dig.refresh_from_db()
    assert dig.duration_minutes == 480
    done = queries.edited_answer(edit(project, wish, {"op": "add", "title": "new"}, by=piet))
    assert done["project"] == seen["project"]
    assert [item["key"] for item in done["items"]] == [item["key"] for item in seen["items"]]


def test_two_cannot_be_linked_twice_in_the_same_way(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    a, b = chain(project, "a", "b", by=piet)
    again = {"op": "link", "before": str(a.pk), "after": str(b.pk)}
    with pytest.raises(Conflict):
        edit(project, again, by=piet)
    with pytest.raises(Refusal):
        edit(project, {"op": "link", "before": str(a.pk), "after": str(a.pk)}, by=piet)
    (link,) = Dependency.objects.filter(project=project)
    relinked = edit(project, {"op": "relink", "id": str(link.pk), "kind": "SS", "lag_minutes": 120}, by=piet)
    assert schedule(project, piet)["b"]["schedule"]["start"] == "2026-03-02T10:00"
    edit(project, {"op": "unlink", "id": str(link.pk)}, by=piet)
    assert relinked.change
    with pytest.raises(Conflict, match="planned it since"):
        undo.take_back(relinked.change.pk, by=piet)


def test_many_items_fit_between_two(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    first, last = chain(project, "first", "last", by=piet)
    edit(project, *({"op": "add", "after_id": str(first.pk), "title": f"n{n}"} for n in range(60)), by=piet)
    titles = list(schedule(project, piet))
    assert titles == ["first", *(f"n{n}" for n in reversed(range(60))), "last"]
    last.refresh_from_db()
    assert last.version == 1


def test_a_dragged_bar_keeps_its_place_by_a_constraint(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"start": "2026-03-05T08:00"}},
        by=piet,
    )
    row = schedule(project, piet)["dig"]
    assert row["constraint"] == {"kind": "SNET", "at": "2026-03-05T08:00"}
    assert row["schedule"]["start"] == "2026-03-05T08:00"
    edit(project, {"op": "set", "id": str(dig.pk), "version": 2, "fields": {"manual": True}}, by=piet)
    edit(
        project,
        {"op": "set", "id": str(dig.pk), "version": 3, "fields": {"start": "2026-03-09T08:00"}},
        by=piet,
    )
    assert schedule(project, piet)["dig"]["schedule"]["finish"] == "2026-03-09T17:00"


def test_a_new_title_computes_nothing_and_keeps_the_forecast(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    (dig,) = chain(project, "dig", by=piet)
    computed = SavedSchedule.objects.get(pk=project.pk).computed_at
    edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": {"title": "Excavate"}}, by=piet)
    saved = SavedSchedule.objects.get(pk=project.pk)
    assert saved.computed_at == computed
    assert saved.plan_version == Project.objects.get(pk=project.pk).plan_version


def test_a_plan_is_read_in_a_known_number_of_queries(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    chain(project, "a", "b", by=piet)
    first, again = [], []
    for more in ("c", "d"):
        chain(project, more, more + more, by=piet)
        project.refresh_from_db()
        for counts in (first, again):
            with CaptureQueriesContext(connection) as asked:
                queries.plan_of(project, piet)
            counts.append(len(asked))
    # Rows of items and links that are not known yet are asked for beside what tells which those are.
    assert (first, again) == ([11, 11], [9, 9])


def test_an_estimate_stretches_with_the_duration_it_belongs_to(cast: Any, project: Project) -> None:
    by = cast.scope("piet")
    (task,) = chain(project, "Dig", by=by)
    points = {"optimistic": 240, "likely": 480, "pessimistic": 960}
    edit(project, {"op": "set", "id": str(task.pk), "version": 1, "fields": {"estimate": points}}, by=by)

    edit(project, {"op": "set", "id": str(task.pk), "version": 2, "fields": {"duration_minutes": 960}}, by=by)

    task.refresh_from_db()
    assert (task.optimistic_minutes, task.likely_minutes, task.pessimistic_minutes) == (480, 960, 1920)
