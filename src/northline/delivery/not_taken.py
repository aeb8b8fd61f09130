"""What of a plan file a project has no place for, in sentences that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from northline.formats import CustomField, ImportedPlan

MOST_NAMED, MOST_OF_A_TITLE = 3, 100


def not_taken(found: ImportedPlan) -> Iterator[str]:
    """A sentence for each kind of value that the file holds and the project will not."""
    yield from _of_tasks(found)
    yield from _of_people(found)
    yield from _of_assignments(found)
    yield from _of_plan(found)
    yield from _fields(found)


def _of_tasks(found: ImportedPlan) -> Iterator[str]:
    tasks = found.project.tasks
    yield from _said("The actual work of", (t.name for t in tasks if t.actual_work), "progress is kept")
    yield from _said("The actual cost of", (t.name for t in tasks if t.actual_cost))
    physical = (t.name for t in tasks if t.physical_percent_complete is not None)
    yield from _said("The physical percent complete of", physical, "the percent complete is kept")
    yield from _said("The other ways to do", (t.name for t in tasks if t.modes), "the first one is kept")
    names = {t.id: t.name for t in tasks}
    demands = Counter(names.get(d.task, d.task) for d in found.project.demands)
    yield from _said("The skills that are asked for by", demands, "nobody is put on it")
    longest = (names[link.after] for link in found.project.links if link.longest is not None)
    yield from _said("The longest lags before", longest)


def _of_people(found: ImportedPlan) -> Iterator[str]:
    resources = found.project.resources
    yield from _said("The stock of", (r.name for r in resources if r.stock is not None))
    notes = (r.name for r in resources if r.id in found.resources and found.resources[r.id].notes)
    yield from _said("The notes on", notes)


def _of_assignments(found: ImportedPlan) -> Iterator[str]:
    names = {t.id: t.name for t in found.project.tasks}
    worked = {
        names.get(a.task, a.task): None
        for a in found.project.assignments
        if a.actual_work or a.actual_cost or a.remaining_work
    }
    yield from _said("What each person has done and has left on", worked, "the work of the item is kept")
    pairs = zip(found.project.assignments, found.assignments, strict=False)
    noted = {names.get(a.task, a.task): None for a, details in pairs if details.notes}
    yield from _said("The notes on the people on", noted)


def _of_plan(found: ImportedPlan) -> Iterator[str]:
    if found.project.deadline is not None:
        yield "The deadline of the whole plan was left out: set it in the project's settings."
    uncertain = found.uncertainty
    for what, rows in (
        ("risk", uncertain.risks),
        ("shared factor", uncertain.factors),
        ("uncertain duration", uncertain.durations),
    ):
        if rows:
            several = f"{len(rows):,} {what}s were" if len(rows) > 1 else f"A {what} was"
            yield f"{several} left out: risks are kept in the project's register."


def titles_of(fields: Iterable[CustomField]) -> dict[str, str]:
    """How the plain fields are called that may become fields of one's own; codes that are chosen from a tree may not."""
    return {one.id: (one.alias or one.name)[:MOST_OF_A_TITLE] for one in fields if not one.outline}


def own_of(custom: Mapping[str, str], titles: Mapping[str, str]) -> dict[str, str]:
    """What an item has in such fields, by their titles."""
    return {titles[pk]: value for pk, value in custom.items() if value.strip() and titles.get(pk)}


def _fields(found: ImportedPlan) -> Iterator[str]:
    titles = {one.id: one.alias or one.name or one.id for one in found.fields}
    own = titles_of(found.fields)
    customs = [
        *(
            {pk: value for pk, value in one.custom.items() if not own.get(pk)}
            for one in found.details.values()
        ),
        *(one.custom for one in found.resources.values()),
        *(one.custom for one in found.assignments),
    ]
    counted = Counter(name for custom in customs for name, value in custom.items() if value)
    for name, count in sorted(counted.items(), key=lambda pair: titles.get(pair[0], pair[0])):
        yield f"The field “{titles.get(name, name)}” was left out: {count:,} values."


def _said(what: str, names: Iterable[str], instead: str = "") -> Iterator[str]:
    found = list(names)
    if not found:
        return
    shown = ", ".join(f"“{name}”" for name in found[:MOST_NAMED])
    more = f" and {len(found) - MOST_NAMED:,} more" if len(found) > MOST_NAMED else ""
    yield f"{what} {shown}{more} was left out{f'; {instead}' if instead else ''}."
