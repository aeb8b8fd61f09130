"""What Microsoft Project would refuse in a plan that is written for it all the same."""

from northline.engine.model import LinkKind, Project


def refused_by_project(project: Project) -> tuple[str, ...]:
    """A sentence for every link onto the finish of a summary, which Project does not allow.

    >>> from datetime import datetime
    >>> from northline.engine.model import Link, Task, standard_calendar
    >>> refused_by_project(Project(id="p", name="", start=datetime(2026, 3, 2), calendars=(standard_calendar(),),
    ...     tasks=(Task(id="a"), Task(id="s"), Task(id="b", parent="s")), links=(Link("a", "s", LinkKind.FF),)))
    ('Link FF from a to summary s is written, but Microsoft Project allows only FS and SS links onto summaries.',)
    """
    parents = {t.parent for t in project.tasks}
    return tuple(
        f"Link {k.kind} from {k.before} to summary {k.after} is written, but Microsoft Project allows only FS and SS "
        "links onto summaries."
        for k in project.links
        if k.kind in (LinkKind.FF, LinkKind.SF) and k.after in parents
    )
