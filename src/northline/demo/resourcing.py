"""The company's people: with roles, skills and time off, shared by all of the demo's projects."""

from __future__ import annotations

from typing import Any

from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.delivery.resources import actions
from northline.demo.content.plans import PEOPLE
from northline.demo.content.resources import RATES, ROLES, SKILLS, TIME_OFF, WANTED
from northline.demo.making import Making
from northline.scheduling.actions import edit_plan
from northline.scheduling.edits import Assign, Edit


def remember(making: Making) -> None:
    making.past.ago(112, lambda: _people(making))
    making.past.ago(36, lambda: _wanted(making))


def _people(making: Making) -> None:
    """Roles, then whoever fills them."""
    by = making.by("marek")
    for title, skills in ROLES.items():
        fields = {"title": title, "type": "role", "skills": list(skills), "skill_levels": skills}
        making.keep("role", title, actions.create_resource(fields, by=by))
    for handle, (role, skills) in SKILLS.items():
        row = actions.create_resource(_fields(making, handle, role, skills), by=by)
        making.keep("resource", handle, row)
    for handle, per_hour in RATES.items():
        row = making.rows["resource", handle]
        rate = {"since": None, "per_hour": per_hour, "overtime_per_hour": per_hour * 1.5, "per_use": 0.0}
        actions.set_rates(row, [rate], expected=row.version, by=making.by("greta"))


def _fields(making: Making, handle: str, role: str, skills: dict[str, int]) -> dict[str, Any]:
    member = making.members.get(handle)
    return {
        "title": PEOPLE[handle][0],
        "capacity": PEOPLE[handle][1],
        "role_id": making.rows["role", role].pk,
        "member_id": member.pk if member else None,
        "skills": list(skills),
        "skill_levels": skills,
        "time_off": [
            {"first": making.day(begin), "last": making.day(begin + days - 1), "reason": reason}
            for who, begin, days, reason in TIME_OFF
            if who == handle
        ],
    }


def share(making: Making, project: Project) -> None:
    """Let the company's people do what the plan's own rows of them were to do."""
    own = Resource.objects.filter(project=project)
    for row in own.filter(source_uid__in=list(SKILLS)):
        shared = making.rows["resource", row.source_uid]
        Assignment.objects.filter(resource=row).update(resource=shared)
    own.delete()


def _wanted(making: Making) -> None:
    """Two tasks of the cold chain wait for somebody to be found."""
    project = making.project()
    wanted = WorkItem.objects.filter(project=project, title__in=WANTED).order_by("position")
    edits: list[Edit] = [
        Assign(
            op="assign",
            item=str(item.pk),
            resource_id=making.rows["role", "Engineer"].pk,
            units=0.5,
            booking="soft",
        )
        for item in wanted
    ]
    edit_plan(project.pk, edits=edits, by=making.by("marek"))
