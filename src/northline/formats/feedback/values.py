"""What an export holds, whichever tool it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from northline.formats import FormatError

MOST_ITEMS = 20_000
MOST_COMMENTS = 50_000


class NothingHere(FormatError):
    """A file of a known kind that holds not one item."""

    code = "format.no_items"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A comment: `at` as the file has it."""

    id: str
    text: str
    author: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """A list of things to do: each its words, and whether it is done."""

    name: str
    things: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One card, post, note, issue or row. `group` is the list, board or project it stood in, `row` its place in
    the file, from 1; `extra` holds in words what has no field of its own, `links` names and addresses."""

    row: int
    id: str
    title: str
    text: str = ""
    type: str = ""
    group: str = ""
    state: str = ""
    labels: tuple[str, ...] = ()
    author: str = ""
    customer: str = ""
    created: str = ""
    closed: str = ""
    votes: str = ""
    parent: str = ""
    url: str = ""
    comments: tuple[Said, ...] = ()
    checklists: tuple[Checklist, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    extra: tuple[tuple[str, str], ...] = ()
    # Cells of columns said to hold a field that people added: its name, the heading, the cell.
    own: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """Something in the file that has no place here: what, how many, and why."""

    what: str
    count: int
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table as it was written; `columns` is what each column seems to hold (a name of `table.FIELDS`)."""

    headings: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What was read: the tool, and either items or a table from which `table.items_of` makes them."""

    system: str
    name: str = ""
    items: tuple[Item, ...] = ()
    table: Table | None = None
    losses: tuple[Loss, ...] = field(default_factory=tuple)
