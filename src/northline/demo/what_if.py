"""A baseline of the cold chain project that its plan has moved from since, a scenario that would
win some of that back, and the request to make it the plan."""

from __future__ import annotations

from collections.abc import Callable

from northline.delivery.models import Project, WorkItem
from northline.demo.making import Making
from northline.scheduling.actions import edit_plan
from northline.scheduling.baselines.actions import set_baseline
from northline.scheduling.edits import Edit, Set
from northline.scheduling.scenarios.actions import open_scenario
from northline.tracking.change_requests.actions import raise_request, submit
from northline.tracking.change_requests.rules import Asked

# How many of the largest open tasks took less when the baseline was set, and are tried shorter in the scenario.
_TASKS = 3
# How many days ago they were found to take longer: what the forecast moved by in the last week.
RAISED = 5


def remember(making: Making) -> None:
    durations: dict[str, int] = {}
    making.past.ago(44, _shorter(making, durations))
    making.past.ago(43, lambda: _agree(making))
    making.past.ago(RAISED, _longer(making, durations))
    making.past.ago(4, lambda: _what_if(making))


def _largest(project: Project) -> list[WorkItem]:
    within = WorkItem.objects.filter(project=project).exclude(parent=None).values("parent")
    tasks = WorkItem.objects.filter(project=project, archived_at=None, percent_complete=0).exclude(
        pk__in=within
    )
    return list(tasks.order_by("-duration_minutes", "pk")[:_TASKS])


def _lasting(item: WorkItem, minutes: int) -> Set:
    fields = {"duration_minutes": minutes}
    return Set.model_validate({"op": "set", "id": str(item.pk), "version": item.version, "fields": fields})


def _shorter(making: Making, durations: dict[str, int]) -> Callable[[], None]:
    def deed() -> None:
        project = making.project()
        items = _largest(project)
        durations.update({str(item.pk): item.duration_minutes for item in items})
        edits: list[Edit] = [_lasting(item, item.duration_minutes * 3 // 5) for item in items]
        edit_plan(project.pk, edits=edits, by=making.by("marek"), reason="First estimates of the team")

    return deed


def _agree(making: Making) -> None:
    note = "As agreed when the charter was signed."
    set_baseline(making.project().pk, title="Charter", note=note, by=making.by("marek"))


def _longer(making: Making, durations: dict[str, int]) -> Callable[[], None]:
    def deed() -> None:
        project = making.project()
        items = WorkItem.objects.filter(project=project, pk__in=durations)
        edits: list[Edit] = [_lasting(item, durations[str(item.pk)]) for item in items]
        reason = "The sensors need a second round of tests"
        edit_plan(project.pk, edits=edits, by=making.by("marek"), reason=reason)

    return deed


def _what_if(making: Making) -> None:
    project = making.project()
    edits: list[Edit] = [_lasting(item, item.duration_minutes // 2) for item in _largest(project)]
    note = "What two more people on the largest tasks would buy."
    scenario = open_scenario(project, title="A second crew", note=note, edits=edits, by=making.by("marek"))
    fields = {
        "title": "A second crew for the trial",
        "reason": "The second round of sensor tests took the slack; without help the deadline does not hold.",
        "proposal": "Two more technicians halve the largest open tasks.",
        "scenario_id": scenario.pk,
    }
    request = raise_request(project, fields=fields, by=making.by("marek"))
    chain = [Asked(making.members["greta"].pk)]
    submit(request, expected=request.version, chain=chain, by=making.by("marek"))
