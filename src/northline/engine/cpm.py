"""Forward and backward pass over a compiled plan."""

from datetime import datetime

from northline.engine.model import Project
from northline.engine.result import Schedule


def schedule(project: Project, *, status_date: datetime | None = None) -> Schedule:
    """Compute every date of a plan; work not yet done is put after `status_date` if one is given."""
    raise NotImplementedError
