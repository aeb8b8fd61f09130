"""Columns of an import that fill fields which people added."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from northline.core.listing import custom_fields
from northline.core.listing.reading import read_cell
from northline.research.models import Insight, Opportunity
from tests.research.test_imports import Bringing
from tests.research.test_imports import home as home  # noqa: PLC0414 - a fixture that two files share

pytestmark = pytest.mark.django_db


def test_columns_fill_fields_that_people_added_and_bad_cells_are_told_by_row(cast: Any) -> None:
    by = cast.scope("pia")

    def own(title: str, type: str, *options: str, of: str = "") -> str:
        found = custom_fields.add(
            "insight", product_id=cast.product.pk, title=title, type=type, description="", of=of,
            options=[{"label": label} for label in options], by=by,
        )  # fmt: skip
        return str(found.name)

    reach, segment, day, who = (
        own("Reach", "number"), own("Segment", "choice", "Small", "Large"), own("Heard on", "date"),
        own("Listener", "person"),
    )  # fmt: skip
    head = "Title,reach,Segment,Heard on,Listener\n"
    notes = (
        head
        + f'First,"12,5",large,5 March 2024,{cast.members["vera"].person.email.upper()}\nSecond,a lot,,,\nThird,7,,,\n'
    )
    bringing = Bringing(cast)
    assert bringing.upload(notes).status_code == 202
    columns = bringing.seen()["mapping"]["columns"]
    assert columns == ["title", f"custom.{reach}", f"custom.{segment}", f"custom.{day}", f"custom.{who}"]

    dry = bringing.dry()
    assert [row["what"] for row in dry["rows"]] == ["create", "error", "create"]
    assert (dry["rows"][1]["code"], dry["rows"][1]["row"]) == ("import.bad_value", 3)
    assert "“Reach” takes a number" in dry["rows"][1]["why"]
    assert bringing.confirm(leave_out_errors=True).status_code == 202
    first = Insight.objects.get(title="First")
    assert first.custom == {
        reach: 12.5, segment: "large", day: "2024-03-05", who: str(cast.members["vera"].pk),
    }  # fmt: skip

    # Again: what the source changed is changed, what it gives no more is taken away, what is ours stays.
    Insight.objects.filter(pk=first.pk).update(custom=first.custom | {segment: "small"})
    again = Bringing(cast).bring(head + "First,13,large,,\nThird,7,,,\n")
    assert (again["outcome"]["counts"]["update"], again["outcome"]["counts"]["unchanged"]) == (1, 1)
    first.refresh_from_db()
    assert first.custom[reach] == 13
    assert first.custom.keys() == {reach, segment}
    # A kind without that field keeps the cell among its words.
    Bringing(cast).bring(head + "Other,5,,,\n", "other.csv", kind="opportunity")
    assert "5" in Opportunity.objects.get(title="Other").words


@pytest.mark.parametrize(
    ("type", "cell", "value"),
    [
        ("number", "1,234,567", 1234567), ("number", "1,234", None), ("number", "nan", None), ("number", "-3", -3),
        ("yes_no", "Yes", True), ("yes_no", "perhaps", None), ("tags", "b; A", ["a", "b"]), ("tags", "c", None),
        ("date", "05/03/2024", None), ("text", "x" * 2001, None), ("choice", "A", "a"), ("reference", "INI-1", None),
    ],
)  # fmt: skip
def test_a_cell_is_read_in_one_way_or_not_at_all(type: str, cell: str, value: Any) -> None:
    options = [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}]
    field = SimpleNamespace(title="Own", type=type, options=options)
    if value is None:
        with pytest.raises(ValueError, match="takes"):
            read_cell(field, cell, named={})
    else:
        assert read_cell(field, cell, named={}) == value
