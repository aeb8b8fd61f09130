"""The tables of delivery."""

from northline.delivery.models.charters import Charter
from northline.delivery.models.imports import Import
from northline.delivery.models.items import Assignment, Dependency, WorkItem
from northline.delivery.models.projects import PlanTimeField, Project
from northline.delivery.models.resources import PlanCalendar, Resource, ResourceRate
from northline.delivery.models.types import ItemType

__all__ = [
    "Assignment",
    "Charter",
    "Dependency",
    "Import",
    "ItemType",
    "PlanCalendar",
    "PlanTimeField",
    "Project",
    "Resource",
    "ResourceRate",
    "WorkItem",
]
