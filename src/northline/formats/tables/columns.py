"""The columns of a plan's table: what we call them, and what others do."""

import re

# Our heading first; the others are taken too, whatever their case, spaces and signs.
COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("ID", "No", "Number", "Key", "UID", "Unique ID", "Task ID"),
    "wbs": ("WBS", "WBS code", "Outline number"),
    "level": ("Level", "Outline level", "Indent"),
    "parent": ("Parent", "Parent ID"),
    "name": ("Name", "Task", "Task name", "Title", "Summary", "Subject"),
    "duration": ("Duration", "Estimate", "Original duration"),
    "start": ("Start", "Start date", "Planned start", "Begin"),
    "finish": ("Finish", "Finish date", "End", "End date", "Planned finish"),
    "predecessors": ("Predecessors", "Predecessor", "Depends on", "Dependencies"),
    "resources": ("Resources", "Resource names", "Resource", "Assigned to", "Assignee"),
    "percent": ("% complete", "Percent complete", "Progress", "Complete", "Done"),
    "milestone": ("Milestone", "Is milestone"),
    "type": ("Type of work", "Type", "Issue type", "Work item type", "Tracker"),
    "constraint": ("Constraint", "Constraint type"),
    "constraint_date": ("Constraint date",),
    "deadline": ("Deadline", "Due", "Due date"),
    "priority": ("Priority",),
    "optimistic": ("Optimistic", "Optimistic duration", "Best case"),
    "likely": ("Likely", "Most likely", "Expected duration"),
    "pessimistic": ("Pessimistic", "Pessimistic duration", "Worst case"),
    "actual_start": ("Actual start",),
    "actual_finish": ("Actual finish", "Actual end"),
    "remaining": ("Remaining", "Remaining duration"),
    "manual": ("Manual", "Manually scheduled"),
    "active": ("Active",),
    "fixed_cost": ("Fixed cost",),
    "owner": ("Owner", "Contact", "Responsible"),
    "notes": ("Notes", "Note", "Description", "Comment"),
}
HEADINGS = {name: spellings[0] for name, spellings in COLUMNS.items()}
# Levels say the same as parents; writing both would leave two truths.
WRITTEN = tuple(name for name in COLUMNS if name != "parent")
_BY_SPELLING = {
    re.sub(r"[^a-z%]", "", spelling.lower()): name
    for name, spellings in COLUMNS.items()
    for spelling in spellings
}


def column_of(heading: str) -> str | None:
    """The column that a heading names, None for one that we do not know.

    >>> column_of("Task Name"), column_of("outline-level"), column_of("Colour")
    ('name', 'level', None)
    """
    return _BY_SPELLING.get(re.sub(r"[^a-z%]", "", heading.lower()))
