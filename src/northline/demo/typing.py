"""Types of work of the workspace, with fields and states of their own, and which tasks of the cold chain project have them."""

from __future__ import annotations

from northline.core.listing import custom_fields
from northline.delivery.item_types.actions import add_item_type
from northline.delivery.models import WorkItem
from northline.demo.making import Making
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Set

# Name, sign, colour, what it is for, and its states where it has its own.
_TYPES: tuple[tuple[str, str, str, str, tuple[tuple[str, str, int | None], ...]], ...] = (
    ("Story", "book", "teal", "Something that a person who uses the product can do with it.", ()),
    (
        "Bug",
        "bug",
        "red",
        "Something that does not do what was agreed.",
        (
            ("Reported", "to_do", None),
            ("Reproduced", "to_do", None),
            ("Fixing", "doing", 3),
            ("In review", "doing", None),
            ("Closed", "done", None),
        ),
    ),
    ("Spike", "flask", "grape", "A question that is answered within a fixed time.", ()),
)
# The type that a field holds for, its title, type, options and meaning.
_FIELDS: tuple[tuple[str, str, str, tuple[str, ...], str], ...] = (
    ("Bug", "Severity", "choice", ("Low", "Medium", "High"), "How much it hurts whoever meets it."),
    ("Story", "Accepted when", "text", (), "What somebody sees who looks whether it is done."),
)
# Title of the task, type, and values of the fields of that type.
_TASKS: tuple[tuple[str, str, dict[str, str]], ...] = (
    (
        "Curve on the driver's phone",
        "Story",
        {"accepted_when": "The curve of the last leg shows within two seconds"},
    ),
    ("Signature and remark", "Story", {"accepted_when": "A remark of 200 signs stands under the signature"}),
    (
        "Works without a network",
        "Story",
        {"accepted_when": "A hand-over in the cellar arrives an hour later"},
    ),
    ("Office: list of journeys", "Story", {}),
    ("Office: export for inspectors", "Story", {}),
    ("Measure gaps in today's records", "Spike", {}),
    ("Protocol of vendor A understood", "Spike", {}),
    ("Protocol of vendor B understood", "Spike", {}),
    ("Upload when the van returns", "Bug", {"severity": "high"}),
    ("Clock correction between devices", "Bug", {"severity": "medium"}),
    ("Fill short gaps by rule, mark long ones", "Bug", {"severity": "medium"}),
    ("Mend what the review found", "Bug", {}),
)


def remember(making: Making) -> None:
    making.past.ago(44, lambda: _add(making))
    making.past.ago(43, lambda: _give(making))


def _add(making: Making) -> None:
    by = making.by("amos")
    for title, icon, colour, description, states in _TYPES:
        names = ("name", "category", "limit")
        workflow = [{"id": None} | dict(zip(names, state, strict=True)) for state in states]
        given = {"title": title, "icon": icon, "colour": colour, "description": description}
        making.keep("item_type", title, add_item_type(given | {"workflow": workflow}, by=by))
    for of_type, title, type_, options, description in _FIELDS:
        custom_fields.add(
            WorkItem.KIND,
            product_id=None,
            title=title,
            type=type_,
            options=[{"label": option} for option in options],
            description=description,
            only_types=[making.rows["item_type", of_type].pk],
            by=by,
        )


def _give(making: Making) -> None:
    project = making.project()
    items = {row.title: row for row in WorkItem.objects.filter(project=project)}
    edits = [
        Set.model_validate(
            {
                "op": "set",
                "id": str(items[title].pk),
                "version": items[title].version,
                "fields": {"item_type_id": making.rows["item_type", of_type].pk, "custom": values},
            }
        )
        for title, of_type, values in _TASKS
    ]
    edit_plan(project.pk, edits=list(edits), by=making.by("marek"))
