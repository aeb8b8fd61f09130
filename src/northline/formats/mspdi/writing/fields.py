"""Custom fields: the plan's own, and ours in free text fields for what MSPDI cannot say."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from northline.engine.model import Task
from northline.formats import CustomField, ImportedPlan
from northline.formats.mspdi.handed_on import FIELD
from northline.formats.mspdi.own_fields import (
    CALENDARS,
    CONSULTED,
    ESTIMATE,
    HAMMOCK,
    ID,
    INFORMED,
    RESOURCE_TEXTS,
    TASK_TEXTS,
    estimate_text,
    names_text,
)
from northline.formats.mspdi.writing.xml import element, elements, group
from northline.formats.renaming import Names


@dataclass(frozen=True, slots=True)
class OwnTexts:
    """Our values by id of the task or the resource, then by the number of the field that holds them."""

    tasks: Mapping[str, Mapping[str, str]]
    resources: Mapping[str, Mapping[str, str]]
    definitions: tuple[CustomField, ...]
    calendars: Mapping[str, str]
    calendar_field: str


def own_texts(plan: ImportedPlan, names: Names) -> OwnTexts:
    """What we have to keep of a plan whose ids became numbers; `names` are the new ids by the old ones."""
    # A field may be used without being defined.
    used = [d.custom for group in (plan.details, plan.resources) for d in group.values() if d.custom]
    taken = {item.id for item in plan.fields}.union(*used)
    free = iter([str(n) for n in TASK_TEXTS if str(n) not in taken])
    free_for_resources = iter([str(n) for n in RESOURCE_TEXTS if str(n) not in taken])
    tasks: dict[str, dict[str, str]] = {}
    made: list[CustomField] = []
    told: list[tuple[str, Callable[[Task], str]]] = [
        (ID, lambda t: t.id if t.id in names.tasks else ""),
        (ESTIMATE, lambda t: estimate_text(t.estimate) if t.estimate else ""),
        (HAMMOCK, lambda t: "1" if t.hammock else ""),
        (CONSULTED, lambda t: names_text(plan.details[t.id].consulted) if t.id in plan.details else ""),
        (INFORMED, lambda t: names_text(plan.details[t.id].informed) if t.id in plan.details else ""),
    ]
    for alias, value in told:
        values = {task.id: value(task) for task in plan.project.tasks}
        if any(values.values()) and (number := next(free, None)):
            made.append(CustomField(id=number, name=_text_name(number, TASK_TEXTS), alias=alias))
            for uid, text in values.items():
                if text:
                    tasks.setdefault(uid, {})[number] = text
    resources: dict[str, dict[str, str]] = {}
    if names.resources and (number := next(free_for_resources, None)):
        made.append(CustomField(id=number, name=_text_name(number, RESOURCE_TEXTS), alias=ID))
        resources = {old: {number: old} for old in names.resources}
    calendars = {new: old for old, new in names.calendars.items()}
    return OwnTexts(tasks, resources, tuple(made), calendars, next(free_for_resources, ""))


def _text_name(number: str, texts: Sequence[int]) -> str:
    return f"Text{texts.index(int(number)) + 1}"


def definitions(plan: ImportedPlan, own: OwnTexts) -> str:
    """The definitions of outline codes and of all other custom fields."""
    codes = "".join(_code(item) for item in plan.fields if item.outline)
    plain = [item for item in (*plan.fields, *own.definitions) if not item.outline]
    attributes = "".join(_attribute(item, _list(item)) for item in plain)
    if own.calendars and own.calendar_field:
        field = CustomField(
            id=own.calendar_field, name=_text_name(own.calendar_field, RESOURCE_TEXTS), alias=CALENDARS
        )
        values = "".join(
            group("Value", element("ID", new) + element("Value", old)) for new, old in own.calendars.items()
        )
        attributes += _attribute(field, group("ValueList", values))
    return group("OutlineCodes", codes) + group("ExtendedAttributes", attributes)


def _attribute(item: CustomField, values: str) -> str:
    return group("ExtendedAttribute", element("FieldID", item.id) + _extras(item) + values)


def _code(item: CustomField) -> str:
    values = "".join(
        group(
            "Value",
            element("ValueID", c.id)
            + element("ParentValueID", c.parent or 0)
            + element("Value", c.value)
            + (element("Description", c.description) if c.description else ""),
        )
        for c in item.choices
    )
    head = element("FieldID", item.id) if item.id.isdecimal() else element("Guid", item.id)
    return group("OutlineCode", head + _extras(item) + group("Values", values))


def _list(item: CustomField) -> str:
    values = "".join(
        group(
            "Value",
            element("ID", c.id)
            + element("Value", c.value)
            + (element("Description", c.description) if c.description else ""),
        )
        for c in item.choices
    )
    return group("ValueList", values)


def _extras(item: CustomField) -> str:
    return elements({**item.extra, "FieldName": item.name, "Alias": item.alias}, FIELD)


def values_of(custom: Mapping[str, str], own: Mapping[str, str], codes: Iterable[str]) -> tuple[str, str]:
    """A record's values of custom fields, and of outline codes."""
    outline = set(codes)
    plain = {**{n: v for n, v in custom.items() if n not in outline}, **own}
    attributes = "".join(
        group("ExtendedAttribute", element("FieldID", number) + element("Value", text))
        for number, text in plain.items()
    )
    made = ""
    for number in (n for n in custom if n in outline):
        first, _, guid = custom[number].partition(" ")
        ids = elements({"ValueID": first, "ValueGUID": guid}, ("ValueID", "ValueGUID"))
        made += group("OutlineCode", element("FieldID", number) + ids)
    return attributes, made
