"""What a process remembers of a plan never shows: answers are those of a process that remembers nothing."""

from __future__ import annotations

import json
import math
from dataclasses import replace
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from northline.core import undo
from northline.core.edge import written
from northline.core.stored import marks
from northline.delivery.models import Assignment, Dependency, Project, Resource, WorkItem
from northline.delivery.workflow import DEFAULT, stored
from northline.scheduling import compute, plan, queries, remembered
from northline.scheduling.actions import compute_anew
from northline.scheduling.kept import kept_of
from northline.scheduling.remembered import Made, Remembered
from tests.scheduling.plans import chain, edit, start

TITLES = ("dig", "pour", "cure", "build", "paint")


@given(st.lists(st.lists(st.integers(0, 9), max_size=12), max_size=6))
def test_what_is_made_again_is_what_was_made(states: list[list[int]]) -> None:
    made: Made[str] = Made()
    for values in states:
        assert made.of(values, lambda new: map(str, new)) == list(map(str, values))


def test_only_what_lies_between_what_stayed_is_made_again() -> None:
    made: Made[str] = Made()
    asked: list[int] = []

    def make(new: list[int]) -> list[str]:
        asked.extend(new)
        return list(map(str, new))

    for values in ([1, 2, 3, 4], [1, 2, 9, 3, 4], [1, 2, 3, 4], [1, 7, 3, 4]):
        made.of(values, make)
    assert asked == [1, 2, 3, 4, 9, 7]


@pytest.fixture
def project(cast: Any) -> Project:
    return start(cast.scope("piet"), product_id=cast.product.pk)


def row_of(table: str, found: plan.Plan) -> Any:
    return next(iter(getattr(found, table).values()))


def computed(found: plan.Plan) -> compute.Answer:
    return compute.compute(found, found.outline())


@pytest.mark.django_db
class TestRows:
    @pytest.mark.parametrize(
        ("table", "model", "column", "value"),
        [
            ("items", WorkItem, "duration_minutes", 4_800),
            ("items", WorkItem, "custom", {"colour": "red"}),
            ("links", Dependency, "lag_minutes", 960),
            ("assignments", Assignment, "units", 0.5),
        ],
    )
    def test_a_row_that_somebody_else_wrote_is_read_as_it_is(
        self, cast: Any, project: Project, table: str, model: Any, column: str, value: Any
    ) -> None:
        piet = cast.scope("piet")
        dig, _ = chain(project, "dig", "pour", by=piet)
        staffed(project, dig, cast)
        was = row_of(table, plan.load(project.pk))
        # Past everything that counts versions.
        model._base_manager.filter(pk=was["id"]).update(**{column: value})
        assert row_of(table, plan.load(project.pk)) == was | {column: value}
        assert_sent_as_it_is(project, piet)
        model._base_manager.filter(pk=was["id"]).update(**{column: was[column]})
        assert row_of(table, plan.load(project.pk)) == was

    def test_the_last_digit_of_a_number_counts(self, cast: Any, project: Project) -> None:
        (dig,) = chain(project, "dig", by=cast.scope("piet"))
        mine = WorkItem._base_manager.filter(pk=dig.pk)
        for percent in (100 / 3, math.nextafter(100 / 3, 100)):
            mine.update(percent_complete=percent)
            assert plan.load(project.pk).items[dig.pk]["percent_complete"] == percent

    def test_a_row_that_is_gone_when_it_is_asked_for_is_not_read(
        self, cast: Any, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        dig, pour = chain(project, "dig", "pour", by=cast.scope("piet"))
        WorkItem._base_manager.filter(project=project).update(percent_complete=50)

        def marked_before(asked: Any, names: Any) -> list[str]:
            found = marks(asked, names)
            monkeypatch.setattr(remembered, "marks", marks)
            WorkItem._base_manager.filter(pk=pour.pk).update(archived_at=timezone.now())
            return found

        monkeypatch.setattr(remembered, "marks", marked_before)
        assert list(plan.load(project.pk).items) == [dig.pk]

    def test_rows_are_those_that_are_read_without_a_memory(self, cast: Any, project: Project) -> None:
        dig, *_ = chain(project, *TITLES, by=cast.scope("piet"))
        staffed(project, dig, cast)
        plan.load(project.pk)
        again, alone = plan.load(project.pk), plan.load_many([project.pk])[project.pk]
        assert (again.items, again.links, again.assignments, again.children) == (
            alone.items,
            alone.links,
            alone.assignments,
            alone.children,
        )
        stored = {row["id"]: row for row in WorkItem.objects.filter(project=project).values(*plan.ITEM)}
        assert again.items == stored
        of_links = Dependency.objects.filter(project=project).order_by("pk").values(*plan.LINK)
        assert list(again.links.values()) == list(of_links)

    def test_whoever_changes_a_row_changes_his_own(self, cast: Any, project: Project) -> None:
        (dig,) = chain(project, "dig", by=cast.scope("piet"))
        mine, other = plan.load(project.pk), plan.load(project.pk)
        with pytest.raises(TypeError):
            mine.items[dig.pk]["title"] = "dug"
        mine.changeable(dig.pk)["title"] = "dug"
        assert (mine.items[dig.pk]["title"], other.items[dig.pk]["title"]) == ("dug", "dig")

    def test_a_preview_leaves_nothing_behind(self, cast: Any, project: Project) -> None:
        piet = cast.scope("piet")
        dig, pour = chain(project, "dig", "pour", by=piet)
        before = kept_of(plan.load(project.pk)).dates
        fields = {"duration_minutes": 9_600}
        edit(
            project,
            {"op": "set", "id": str(dig.pk), "version": 1, "fields": fields},
            {"op": "add", "title": "cure", "after_id": str(pour.pk)},
            by=piet,
            preview=True,
        )
        found = plan.load(project.pk)
        assert kept_of(found).dates == before
        assert found.items[dig.pk]["duration_minutes"] == 480
        assert computed(found).dates == before

    def test_an_archived_item_comes_along_where_it_is_asked_for(self, cast: Any, project: Project) -> None:
        piet = cast.scope("piet")
        dig, pour = chain(project, "dig", "pour", by=piet)
        edit(project, {"op": "remove", "id": str(pour.pk), "version": 1}, by=piet)
        assert list(plan.load(project.pk).items) == [dig.pk]
        assert set(plan.load(project.pk, also=[pour.pk]).items) == {dig.pk, pour.pk}

    def test_plans_that_nobody_asked_for_lately_are_forgotten(
        self, cast: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        piet = cast.scope("piet")
        one, two = (start(piet, product_id=cast.product.pk, code=code) for code in ("ONE", "TWO"))
        for project in (one, two):
            chain(project, *TITLES, by=piet)
            plan.load(project.pk)
        monkeypatch.setattr(remembered, "MOST_THINGS", 1)
        plan.load(two.pk)
        assert list(remembered._plans) == [two.pk]
        assert {item["title"] for item in plan.load(one.pk).items.values()} == set(TITLES)


@pytest.mark.django_db
class TestDates:
    def test_every_edit_is_computed_as_by_a_process_that_remembers_nothing(
        self, cast: Any, project: Project
    ) -> None:
        piet = cast.scope("piet")
        items = chain(project, *TITLES, by=piet)
        dig, pour, cure, build, _ = (str(item.pk) for item in items)
        staffed(project, items[0], cast)
        link = Dependency.objects.get(project=project, after=items[1])
        for edits in (
            [{"op": "set", "id": pour, "version": 1, "fields": {"duration_minutes": 960, "priority": 3}}],
            [
                {"op": "add", "title": "phase", "temp_id": "phase", "after_id": build},
                {"op": "move", "id": cure, "version": 1, "parent_id": "phase", "after_id": None},
            ],
            [{"op": "relink", "id": str(link.pk), "kind": "SS", "lag_minutes": 60}],
            [{"op": "add", "title": "sweep", "after_id": dig}],
            [{"op": "remove", "id": cure, "version": 4}],
            [{"op": "unlink", "id": str(link.pk)}],
        ):
            change = edit(project, *edits, by=piet).change
            for _ in range(2):
                found = plan.load(project.pk)
                assert computed(found) == computed(replace(found, memory=Remembered()))
                assert kept_of(found).dates == computed(found).dates
                assert_sent_as_it_is(project, piet)
                change = undo.take_back(change.pk, by=piet)

    def test_rows_are_made_to_be_sent_once_until_something_of_them_changes(
        self, cast: Any, project: Project
    ) -> None:
        piet = cast.scope("piet")
        chain(project, "dig", "pour", by=piet)
        first, again = (queries.plan_to_send(project, piet)["items"] for _ in range(2))
        assert first is again
        # Its word for a state stands in the rows.
        workflow = [state | {"id": f"our_{state['id']}"} for state in stored(DEFAULT)]
        Project.objects.filter(pk=project.pk).update(workflow=workflow)
        assert_sent_as_it_is(project, piet)
        assert b'"state":"our_to_do"' in written(queries.plan_to_send(project, piet)).content

    def test_the_same_plan_has_the_same_outline_and_links(self, cast: Any, project: Project) -> None:
        piet = cast.scope("piet")
        dig, pour = chain(project, "dig", "pour", by=piet)
        one, other = plan.load(project.pk), plan.load(project.pk)
        assert one.outline() is other.outline()
        assert one.live_links() is other.live_links()
        edit(
            project,
            {"op": "move", "id": str(pour.pk), "version": 1, "parent_id": None, "after_id": None},
            by=piet,
        )
        assert [at.id for at in plan.load(project.pk).outline()] == [pour.pk, dig.pk]
        edit(project, {"op": "remove", "id": str(dig.pk), "version": 1}, by=piet)
        assert plan.load(project.pk).live_links() == []

    def test_what_was_rolled_back_was_never_saved(self, cast: Any, project: Project) -> None:
        piet = cast.scope("piet")
        dig, _ = chain(project, "dig", "pour", by=piet)
        before = kept_of(plan.load(project.pk))
        with transaction.atomic():
            fields = {"duration_minutes": 9_600}
            edit(project, {"op": "set", "id": str(dig.pk), "version": 1, "fields": fields}, by=piet)
            assert kept_of(plan.load(project.pk)).finish != before.finish
            transaction.set_rollback(True)
        assert kept_of(plan.load(project.pk)) == before

    def test_dates_that_another_process_saved_are_read(self, cast: Any, project: Project) -> None:
        dig, _ = chain(project, "dig", "pour", by=cast.scope("piet"))
        mine = remembered.remembered(project.pk)
        known, dates = mine._dates
        WorkItem.objects.filter(pk=dig.pk).update(duration_minutes=9_600)
        compute_anew(project.pk)
        # As this process would be if another one had done that.
        mine.keep_dates(known, dates)
        assert kept_of(plan.load(project.pk)).dates == computed(plan.load(project.pk)).dates != dates

    def test_a_plan_that_did_not_change_has_its_dates_read_once(
        self, cast: Any, project: Project, django_assert_num_queries: Any
    ) -> None:
        chain(project, "dig", "pour", by=cast.scope("piet"))
        found = plan.load(project.pk)
        remembered.remembered(project.pk).keep_dates(None, {})
        kept_of(found)
        with django_assert_num_queries(2) as asked:
            kept_of(found)
        assert not any('"payload"' in query["sql"] for query in asked.captured_queries)


def assert_sent_as_it_is(project: Project, by: Any) -> None:
    """The plan that is sent is the one that is made without a memory."""
    assert json.loads(written(queries.plan_to_send(project, by)).content) == json.loads(
        written(queries.plan_of(project, by)).content
    )


def staffed(project: Project, item: WorkItem, cast: Any) -> None:
    """Somebody of the workspace on the item."""
    person = Resource.objects.create(
        workspace_id=project.workspace_id, project=project, key="RES-1", title="Ann", type="person"
    )
    edit(
        project,
        {"op": "assign", "item": str(item.pk), "resource_id": str(person.pk), "units": 1.0},
        by=cast.scope("piet"),
    )
