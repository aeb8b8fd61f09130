"""What assignments cost.

    cost = work × rate + overtime × overtime rate + cost per use        people, teams, machines
    cost = units × rate of a unit + cost per use                        material

as Microsoft Project reckons the cost of an assignment ("Enter costs for resources", its support site). Unlike there, overtime
without a rate of its own costs what other hours do, and not nothing, and the cost per use counts once for each assignment.
"""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

from northline.engine.model import Resource, ResourceKind

Figures = TypeVar("Figures", float, npt.NDArray[np.float64])


def cost_of(resource: Resource, *, minutes: float = 0.0, overtime: float = 0.0, units: float = 0.0) -> float:
    """What a resource costs on a task, in the plan's currency: of `minutes` of work, beside them `overtime`, or of `units`
    of a material.

    >>> cost_of(Resource("ann", cost_per_hour=60, overtime_per_hour=90, cost_per_use=20), minutes=120, overtime=60)
    230.0
    >>> cost_of(Resource("sand", kind=ResourceKind.MATERIAL, cost_per_hour=8.5, cost_per_use=50), units=10)
    135.0
    """
    if resource.kind is ResourceKind.MATERIAL:
        return units * resource.cost_per_hour + resource.cost_per_use
    if resource.kind is ResourceKind.COST:
        return resource.cost_per_use
    hours = cost_of_work(minutes, resource.cost_per_hour)
    return hours + cost_of_work(overtime, overtime_rate(resource)) + resource.cost_per_use


def cost_of_work(minutes: Figures, per_hour: Figures) -> Figures:
    """What so many minutes cost at the rates of an hour: figures, or arrays of one shape."""
    return minutes / 60 * per_hour


def overtime_rate(resource: Resource) -> float:
    """What an hour of overtime costs; without a rate of its own, what any other does."""
    return resource.overtime_per_hour or resource.cost_per_hour
