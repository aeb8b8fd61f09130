"""What a way through a file changed: two plans held side by side, field by field."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from northline.engine.model import Project
from northline.formats import ImportedPlan

NAMED = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """A field whose value did not come through: which, on how many things, and the first of them by id."""

    field: str
    count: int
    ids: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """The loss in words.

        >>> Loss("task.estimate", 2, ("4", "7")).sentence
        'task.estimate was not carried over for 2: 4, 7.'
        """
        shown = ", ".join(self.ids) + (", …" if self.count > len(self.ids) else "")
        return f"{self.field} was not carried over for {self.count}: {shown}."


# Which things a plan has, and what tells one from the next.
KEYS: dict[str, tuple[str, Callable[[Any], Hashable]]] = {
    "calendars": ("calendar", lambda c: c.id),
    "tasks": ("task", lambda t: t.id),
    "resources": ("resource", lambda r: r.id),
    "links": ("link", lambda k: (k.before, k.after, str(k.kind))),
    "assignments": ("assignment", lambda a: (a.task, a.resource)),
    "demands": ("demand", lambda d: (d.task, d.skill)),
}


def losses(before: ImportedPlan, after: ImportedPlan) -> tuple[Loss, ...]:
    """What `before` says that `after` no longer does; what `after` says beyond it is no loss.

    Stored dates are left out: whoever opens a plan reckons them afresh.
    """
    found: dict[str, list[str]] = {}
    _project(before.project, after.project, found)
    for name, (noun, key) in KEYS.items():
        old, new = getattr(before.project, name), getattr(after.project, name)
        _matched(noun, _by_key(old, key), _by_key(new, key), found)
    _matched("task", before.details, after.details, found, skip={"stored", "summary"}, whole=False)
    _matched("resource", before.resources, after.resources, found, whole=False)
    _assignment_details(before, after, found)
    _texts("about", before.about, after.about, found)
    for name, noun in (("risks", "risk"), ("factors", "factor"), ("durations", "duration")):
        kept = getattr(after.uncertainty, name)
        lost = [_name_of(thing) for thing in getattr(before.uncertainty, name) if thing not in kept]
        if lost:
            found[noun] = lost
    own = {f.id: f for f in before.fields}
    _matched("field", own, {f.id: f for f in after.fields}, found)
    return tuple(Loss(name, len(ids), tuple(ids[:NAMED])) for name, ids in sorted(found.items()))


def _name_of(thing: Any) -> str:
    """What a risk, a factor or a duration is known by."""
    return str(getattr(thing, "id", None) or getattr(thing, "name", None) or thing.task)


def _project(before: Project, after: Project, found: dict[str, list[str]]) -> None:
    for item in fields(Project):
        old = getattr(before, item.name)
        if item.name not in KEYS and not _says_nothing(old) and old != getattr(after, item.name):
            found.setdefault(f"project.{item.name}", []).append(before.id)


def _by_key(things: Iterable[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, Any]:
    """Things by key; a second one with the same key is told apart by its number."""
    made: dict[Hashable, Any] = {}
    seen: dict[Hashable, int] = {}
    for thing in things:
        own = key(thing)
        count = seen[own] = seen.get(own, -1) + 1
        made[(own, count) if count else own] = thing
    return made


def _matched(
    noun: str,
    before: Mapping[Any, Any],
    after: Mapping[Any, Any],
    found: dict[str, list[str]],
    *,
    skip: Iterable[str] = (),
    whole: bool = True,
) -> None:
    for key, old in before.items():
        new = after.get(key)
        if old == new:
            continue
        if new is None:
            if whole:
                found.setdefault(noun, []).append(_shown(key))
                continue
            new = type(old)()
        for item in fields(old):
            value = getattr(old, item.name)
            silent = _says_nothing(value) or (_is_default(value, item) and not whole)
            if item.name in skip or silent or value == getattr(new, item.name):
                continue
            found.setdefault(f"{noun}.{item.name}", []).append(_shown(key))


def _says_nothing(value: Any) -> bool:
    """Whether a field was empty; a flag or a figure says something even where it is the usual one."""
    return value is None or value in ("", ())


def _is_default(value: Any, item: Any) -> bool:
    default = item.default if item.default_factory is MISSING else item.default_factory()
    return bool(value == default)


def _assignment_details(before: ImportedPlan, after: ImportedPlan, found: dict[str, list[str]]) -> None:
    key = KEYS["assignments"][1]
    old, new = (_by_key(p.project.assignments, key) if p.assignments else {} for p in (before, after))
    _matched(
        "assignment",
        dict(zip(old, before.assignments, strict=False)),
        dict(zip(new, after.assignments, strict=False)),
        found,
        whole=False,
    )


def _texts(
    noun: str, before: Mapping[str, str], after: Mapping[str, str], found: dict[str, list[str]]
) -> None:
    lost = [name for name, text in before.items() if after.get(name) != text]
    if lost:
        found[noun] = lost


def _shown(key: Any) -> str:
    if isinstance(key, tuple):
        return "/".join(_shown(part) for part in key)
    return str(key)
