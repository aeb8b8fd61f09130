"""Who is what of each item of a project. A fixed number of queries, whatever the size of the plan."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple
from uuid import UUID

from northline.accounts.models import Member
from northline.core.listing.listings import Field
from northline.core.refusal import NotFound
from northline.delivery.models import Assignment, Project, Resource, WorkItem
from northline.delivery.raci.models import Circle, InCircle
from northline.delivery.raci.rules import Said, Standing
from northline.formats import matrix as drawing

# A machine or a material is no one who could be responsible.
WHO = (Resource.Type.PERSON, Resource.Type.ROLE, Resource.Type.TEAM)
# Deeper titles of a table stand no further to the right.
MOST_INDENT = 15


class Person(NamedTuple):
    """A member, or a resource that stands for no member and can be given no letter by hand."""

    id: UUID
    name: str
    member: bool


@dataclass(slots=True)
class Line:
    """An item of the breakdown and who is what of it."""

    id: UUID
    key: str
    title: str
    depth: int
    summary: bool
    done: bool
    version: int
    standing: Standing
    # Neither a summary nor a milestone.
    is_work: bool = True

    @property
    def gaps(self) -> list[str]:
        return self.standing.gaps(is_work=self.is_work)


class Asked(NamedTuple):
    """Which items: of which person, with gaps alone, below which item, open ones alone, by words of key and title."""

    person: UUID | None = None
    gaps: bool = False
    under: UUID | None = None
    open: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    lines: list[Line]
    people: list[Person]


def matrix_of(project: Project, asked: Asked) -> Matrix:
    """The items that are asked for in the order of the breakdown, and everybody who is something of any item. Five queries."""
    lines = list(_lines(project))
    people = _fill(project, {line.id: line for line in lines})
    chosen = [line for line in _below(lines, asked.under) if _fits(line, asked)]
    return Matrix(chosen, sorted(people, key=lambda person: (not person.member, person.name, person.id)))


def of_items(project: Project, ids: Iterable[UUID]) -> list[Line]:
    """Some of the items, in the order of the breakdown."""
    wanted = set(ids)
    return [line for line in matrix_of(project, Asked()).lines if line.id in wanted]


def circles_in(project_id: UUID, *, active: bool = True) -> dict[UUID, Said]:
    """Who is asked and told of each item of a project: those alone who are still active, or all that were named. One query."""
    named = InCircle.objects.filter(circle__item__project=project_id).order_by("pk")
    if active:
        named = named.filter(member__suspended_at=None)
    found: dict[UUID, dict[str, list[UUID]]] = defaultdict(lambda: defaultdict(list))
    for item, member, role in named.values_list("circle__item_id", "member_id", "role"):
        found[item][role].append(member)
    return {item: Said(**{role: tuple(ids) for role, ids in roles.items()}) for item, roles in found.items()}


def names_in(project_id: UUID) -> dict[UUID, str]:
    """The names of all who are asked or told of an item of a project. One query."""
    named = InCircle.objects.filter(circle__item__project=project_id)
    return dict(named.values_list("member_id", "member__name").distinct())


def members_named(names: Collection[str], *, workspace_id: UUID) -> dict[str, UUID]:
    """The active members of the workspace by these names; nobody where two share one. One query."""
    wanted = set(names)
    if not wanted:
        return {}
    rows = Member.objects.filter(workspace=workspace_id, suspended_at=None, name__in=wanted)
    found: dict[str, list[UUID]] = defaultdict(list)
    for pk, name in rows.values_list("pk", "name"):
        found[name].append(pk)
    return {name: ids[0] for name, ids in found.items() if len(ids) == 1}


def members_by_mail(addresses: Collection[str], *, workspace_id: UUID) -> dict[str, UUID]:
    """The active members of the workspace by these e-mail addresses, as they are written here. One query."""
    wanted = {address.lower(): address for address in addresses if "@" in address}
    if not wanted:
        return {}
    rows = Member.objects.filter(workspace=workspace_id, suspended_at=None, person__email__in=wanted)
    return {wanted[mail]: pk for pk, mail in rows.values_list("pk", "person__email")}


def circle_of(item: WorkItem) -> tuple[int, dict[str, list[Person]]]:
    """The version of an item's circle, and who is asked and told. Two queries."""
    circle = Circle.objects.filter(item=item).first()
    named = InCircle.objects.filter(circle=circle).select_related("member").order_by("pk") if circle else ()
    found: dict[str, list[Person]] = {role: [] for role in InCircle.Role.values}
    for one in named:
        found[one.role].append(Person(one.member_id, one.member.name, member=True))
    return (circle.version if circle else 0), found


def _lines(project: Project) -> Iterator[Line]:
    rows = WorkItem.objects.filter(project=project, archived_at=None).order_by("position", "pk")
    names = ("pk", "parent_id", "key", "title", "percent_complete", "owner_id", "type")
    children: dict[UUID | None, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows.values_list(*names):
        children[row[1]].append(row)
    waiting = [(row, 0) for row in reversed(children[None])]
    while waiting:
        (pk, _, key, title, percent, owner, kind), depth = waiting.pop()
        below = children.get(pk, [])
        yield Line(
            id=pk,
            key=key,
            title=title,
            depth=depth,
            summary=bool(below),
            done=percent >= 100,
            version=0,
            standing=Standing(owner=owner),
            is_work=not below and kind != WorkItem.Type.MILESTONE,
        )
        waiting += [(row, depth + 1) for row in reversed(below)]


def _fill(project: Project, lines: dict[UUID, Line]) -> list[Person]:
    """Say of each line who works on it, is asked and is told; answers everybody who is anything."""
    people: dict[UUID, Person] = {}
    members = {line.standing.owner for line in lines.values() if line.standing.owner}
    work = Assignment.objects.filter(project=project, resource__type__in=WHO).order_by("pk")
    of_work = ("item_id", "resource_id", "resource__title", "resource__member_id")
    for item, resource, title, member in work.values_list(*of_work):
        if item in lines:
            lines[item].standing.works.append(member or resource)
            members |= {member} if member else set()
            if not member:
                people[resource] = Person(resource, title, member=False)
    circles = circles_in(project.pk, active=False)
    versions = Circle.objects.filter(item__project=project).values_list("item_id", "version")
    for item, version in versions:
        if item in lines:
            said = circles.get(item, Said())
            lines[item].version, lines[item].standing.said = version, said
            members.update(said.consulted, said.informed)
    for pk, name in Member.objects.filter(pk__in=members).values_list("pk", "name"):
        people[pk] = Person(pk, name, member=True)
    return list(people.values())


def _below(lines: Sequence[Line], under: UUID | None) -> Iterator[Line]:
    """An item and what stands below it; all of them where none is named."""
    depth: int | None = -1 if under is None else None
    for line in lines:
        if line.id == under:
            depth = line.depth
        elif depth is not None and line.depth <= depth:
            return
        if depth is not None:
            yield line
    if depth is None:
        raise NotFound("work_item")


def _fits(line: Line, asked: Asked) -> bool:
    if asked.person is not None and asked.person not in line.standing.letters():
        return False
    if asked.gaps and not line.gaps:
        return False
    if asked.open and line.done:
        return False
    found = f"{line.key} {line.title}".lower()
    return all(word in found for word in asked.words.lower().split())


def lines_of(matrix: Matrix) -> list[drawing.Line]:
    """The lines as they are drawn."""
    people = [person.id for person in matrix.people]
    drawn = []
    for row in matrix.lines:
        letters = row.standing.letters()
        drawn.append(
            drawing.Line(
                row.title,
                row.key,
                row.depth,
                bold=row.summary,
                letters=tuple(letters.get(one, "") for one in people),
            )
        )
    return drawn


def table_of(matrix: Matrix) -> tuple[list[Field], Iterator[dict[str, Any]]]:
    """A line an item, a column a person, the letter where they meet."""
    fields = [
        Field("key", "text", "Key"),
        Field("title", "text", "Work item"),
        *(Field(str(person.id), "text", person.name) for person in matrix.people),
        Field("gaps", "tags", "Without", options=("accountable", "responsible")),
    ]
    return fields, (
        {
            "id": line.id,
            "key": line.key,
            "title": "    " * min(line.depth, MOST_INDENT) + line.title,
            "gaps": line.gaps,
            **{str(person): letter for person, letter in line.standing.letters().items()},
        }
        for line in matrix.lines
    )
