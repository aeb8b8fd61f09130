"""The tables of delivery."""

from northline.delivery.models.charters import Charter
from northline.delivery.models.imports import Import
from northline.delivery.models.items import Assignment, Dependency, WorkItem
from northline.delivery.models.projects import PlanTimeField, Project
from northline.delivery.models.resources import PlanCalendar, Resource, ResourceRate

__all__ = [
    "Assignment",
    "Charter",
    "Dependency",
    "Import",
    "PlanCalendar",
    "PlanTimeField",
    "Project",
    "Resource",
    "ResourceRate",
    "WorkItem",
]
