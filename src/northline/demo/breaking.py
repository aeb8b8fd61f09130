"""What helps to break work down: checklists on tasks of the cold chain, and its plan kept as templates."""

from __future__ import annotations

from northline.delivery.models import WorkItem
from northline.demo.making import Making
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Edit, Set
from northline.scheduling.templates.actions import save_template

_LISTS = (
    (
        ("Agree the alarm thresholds with quality", True),
        ("Write the test cases", True),
        ("Review with operations", False),
    ),
    (
        ("Order the sensors", True),
        ("Book the van", False),
        ("Tell the depots", False),
        ("Print the labels", False),
    ),
)


def remember(making: Making) -> None:
    making.past.ago(12, lambda: _checklists(making))
    making.past.ago(11, lambda: _templates(making))


def _checklists(making: Making) -> None:
    project = making.project()
    open_tasks = WorkItem.objects.filter(project=project, archived_at=None, type="task", owner__isnull=False)
    begun = open_tasks.filter(percent_complete__lt=100).order_by("-percent_complete", "position", "pk")
    edits: list[Edit] = []
    for item, entries in zip(begun, _LISTS, strict=False):
        checklist = [
            {"text": text, "done": done, "assignee_id": None if done else item.owner_id}
            for text, done in entries
        ]
        fields = {
            "op": "set",
            "id": str(item.pk),
            "version": item.version,
            "fields": {"checklist": checklist},
        }
        edits.append(Set.model_validate(fields))
    edit_plan(project.pk, edits=edits, by=making.by("marek"))


def _templates(making: Making) -> None:
    project, by = making.project(), making.by("marek")
    save_template(
        project.pk,
        title="Sensor rollout",
        note="The whole way from the specification to the depots, as the cold chain project went it.",
        item_id=None,
        anchor="start",
        names={},
        by=by,
    )
    top = WorkItem.objects.filter(project=project, archived_at=None, parent=None).order_by("-position")
    part = next(item for item in top if WorkItem.objects.filter(parent=item, archived_at=None).exists())
    save_template(
        project.pk,
        title=part.title,
        note="Ends with a date that is promised, so its dates hang on the finish.",
        item_id=part.pk,
        anchor="finish",
        names={},
        by=by,
    )
