"""Editing is compare-and-set, and every action is one change."""

from __future__ import annotations

import pytest
from django.db import transaction

from northline.core import changes, editing
from northline.core.models import Change, Counter
from northline.core.refusal import Conflict, Stale, VersionMissing
from northline.products.models import Product
from tests.core.together import together


@pytest.mark.parametrize(("header", "version"), [('"3"', 3), ("3", 3), ('W/"3"', 3)])
def test_a_version_is_read_from_if_match(header, version):
    assert editing.expected_version(header) == version


@pytest.mark.parametrize("header", [None, ""])
def test_no_version_is_asked_for(header):
    with pytest.raises(VersionMissing):
        editing.expected_version(header)


@pytest.mark.parametrize("header", ["*", '"abc"', '"-1"', '"1.5"', '"1", "2"'])
def test_what_is_no_version_of_ours_is_stale(header):
    with pytest.raises(Stale):
        editing.expected_version(header)


def test_a_revision_raises_the_version_and_tells_before_and_after(cast):
    row, scope = cast.acme.row("insight"), cast.scope("carl")
    editing.revise(row, expected=1, fields={"title": "New", "source": "other"}, by=scope, reason="because")
    change = Change.objects.order_by("-seq")[0]
    assert (row.version, row.title) == (2, "New")
    assert (change.before, change.after) == ({"title": "A insight"}, {"title": "New"})
    assert (change.by_name, change.verb, change.version, change.reason) == ("Carl", "edited", 2, "because")


def test_a_stale_revision_changes_nothing_and_carries_the_row_as_it_is(cast):
    row, scope = cast.acme.row("insight"), cast.scope("carl")
    editing.revise(row, expected=1, fields={"title": "First"}, by=scope)
    seen = Change.objects.count()
    with pytest.raises(Stale) as stale:
        editing.revise(row, expected=1, fields={"title": "Second"}, by=scope)
    assert stale.value.extra["current"].title == "First"
    assert Change.objects.count() == seen


def test_a_revision_to_the_same_is_no_change_but_still_needs_the_version(cast):
    row, scope = cast.acme.row("insight"), cast.scope("carl")
    seen = Change.objects.count()
    assert editing.revise(row, expected=1, fields={"title": row.title}, by=scope).version == 1
    with pytest.raises(Stale):
        editing.revise(row, expected=2, fields={"title": row.title}, by=scope)
    assert Change.objects.count() == seen


def test_what_is_archived_is_not_archived_again_nor_restored_twice(cast):
    row, scope = cast.acme.row("insight"), cast.scope("carl")
    with pytest.raises(Conflict, match="is not archived"):
        editing.restore(row, expected=1, by=scope)
    editing.archive(row, expected=1, by=scope)
    with pytest.raises(Conflict, match="archived already"):
        editing.archive(row, expected=2, by=scope)
    assert editing.restore(row, expected=2, by=scope).archived_at is None


def test_a_change_is_recorded_only_inside_a_transaction(lasting_cast):
    with pytest.raises(AssertionError):
        changes.record(lasting_cast.scope("ada"), "waved", lasting_cast.product)


def test_an_action_that_fails_leaves_neither_row_nor_change_nor_gap(cast):
    scope, seen = cast.scope("ada"), Change.objects.count()
    last = Counter.objects.get(workspace=cast.acme.workspace, name="changes").value

    @transaction.atomic
    def fail_late() -> None:
        editing.create(Product(workspace=cast.acme.workspace, title="x"), prefix="PROD", by=scope)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_late()
    assert Change.objects.count() == seen
    assert Counter.objects.get(workspace=cast.acme.workspace, name="changes").value == last


def test_keys_and_changes_count_on_in_each_workspace_by_itself(cast):
    for home in (cast.acme, cast.beyond):
        assert home.row("insight").key == "INS-1"
        numbers = list(
            Change.objects.filter(workspace=home.workspace).order_by("seq").values_list("seq", flat=True)
        )
        assert numbers == list(range(1, len(numbers) + 1))


def test_actions_at_once_get_keys_and_numbers_without_gap_or_repeat(lasting_cast):
    scope, workspace = lasting_cast.scope("ada"), lasting_cast.acme.workspace

    def make() -> str:
        return editing.create(Product(workspace=workspace, title="x"), prefix="PROD", by=scope).key

    assert set(together(*[make] * 6)) == {f"PROD-{number}" for number in range(2, 8)}
    numbers = list(Change.objects.filter(workspace=workspace).order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))
