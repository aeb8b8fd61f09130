"""Initiatives coloured by a field: at most one query for what the field names, whatever their number."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from northline.core.listing.fields import PREFIX
from northline.core.listing.models import CustomField
from northline.core.listing.referred import TYPES
from northline.core.refusal import Refusal
from northline.products.models import Product
from northline.roadmap.models import Initiative
from northline.roadmap.queries.custom import custom_fields_of, names_in
from northline.roadmap.queries.items import lanes_of
from northline.roadmap.queries.plain import PlainInitiative
from northline.roadmap.rules import colouring
from northline.roadmap.rules.colouring import NONE, PALETTE, Ranges, Tone
from northline.strategy.models import Theme

BUILT_IN = ("lane", "theme", "status", "horizon", "owner", "container", "chance", "effort", "period")
NAMED_COLOURS = dict(
    zip(("blue", "teal", "green", "amber", "orange", "rose", "violet", "slate"), PALETTE, strict=True)
)
LABELS = {
    # As everywhere else: only the first letter is large.
    "status": {value: label.capitalize() for value, label in Initiative.Status.choices},
    "horizon": dict(Initiative.Horizon.choices),
    "chance": {"likely": "Likely", "open": "Open", "unlikely": "Unlikely"},
    "yes_no": {"yes": "Yes", "no": "No"},
}
Values = Mapping[UUID, str | None]


@dataclass(frozen=True, slots=True)
class Colours:
    """`field` by its name and as people call it, what its colours mean, and the colour of each initiative."""

    field: str
    label: str
    tones: list[Tone]
    of: Mapping[UUID, str]

    def shown(self) -> dict[str, Any]:
        entries = [{"label": tone.label, "colour": tone.colour} for tone in self.tones]
        if NONE in self.of.values():
            entries.append({"label": "None", "colour": NONE})
        return {"field": self.field, "label": self.label, "entries": entries}


def check_field(product: Product, name: str) -> None:
    """Refuse what a roadmap cannot be coloured by: Refusal `roadmap.no_colours`."""
    if name in ("", *BUILT_IN):
        return
    if name not in {PREFIX + field.name for field in custom_fields_of(product)}:
        raise Refusal(
            "roadmap.no_colours",
            f"A roadmap has no field “{name}” to colour by. It has: {', '.join(BUILT_IN)}, and your own as "
            f"{PREFIX}name.",
            field=name,
        )


def colours_by(
    name: str, rows: Sequence[PlainInitiative], *, product: Product, chances: Mapping[UUID, float | None]
) -> Colours | None:
    """The colours of these initiatives by a field; None for a field that is no more."""
    if name.startswith(PREFIX):
        return _by_custom(name, rows, product)
    make = _MAKERS.get(name)
    if make is None:
        return None
    tones, values = make(rows, product, chances)
    return _coloured(name, name.capitalize(), tones, values)


def _coloured(name: str, label: str, tones: list[Tone], values: Values) -> Colours:
    known = {tone.value: tone.colour for tone in tones}
    return Colours(name, label, tones, {key: known.get(value or "", NONE) for key, value in values.items()})


Made = tuple[list[Tone], Values]


def _by_lane(rows: Sequence[PlainInitiative], product: Product, _: Any) -> Made:
    return _titled(lanes_of(product.pk)), {row.pk: str(row.lane_id or "") for row in rows}


def _by_theme(rows: Sequence[PlainInitiative], product: Product, _: Any) -> Made:
    themes = Theme.objects.filter(product=product, archived_at=None).order_by("created_at", "pk")
    return _titled(themes), {row.pk: str(row.theme_id or "") for row in rows}


def _titled(rows: Any) -> list[Tone]:
    """Lanes and themes have a colour of their own, or one by their place."""
    return [
        Tone(str(row.pk), row.title, row.colour if row.colour.startswith("#") else _named(row.colour, place))
        for place, row in enumerate(rows)
    ]


def _named(colour: str, place: int) -> str:
    return NAMED_COLOURS.get(colour, PALETTE[place % len(PALETTE)])


def _by_status(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    return colouring.fixed(colouring.STATUSES, LABELS["status"]), {row.pk: row.status for row in rows}


def _by_horizon(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    return colouring.fixed(colouring.HORIZONS, LABELS["horizon"]), {row.pk: row.horizon for row in rows}


def _by_owner(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    found = ((str(row.owner_id), row.owner.name) for row in rows if row.owner)
    return colouring.numbered(found), {row.pk: str(row.owner_id or "") for row in rows}


def _by_container(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    # A container that is not shown lends no colour: its name would stand in the legend.
    titles = {row.pk: row.title for row in rows}
    inside = {row.pk: row.parent_id for row in rows if row.parent_id in titles}
    found = ((str(parent), titles[parent]) for parent in inside.values() if parent)
    return colouring.numbered(found), {row.pk: str(inside.get(row.pk) or "") for row in rows}


def _by_chance(rows: Sequence[PlainInitiative], _: Product, chances: Mapping[UUID, float | None]) -> Made:
    values = {row.pk: colouring.likelihood(chances.get(row.pk)) for row in rows}
    return colouring.fixed(colouring.CHANCES, LABELS["chance"]), values


def _by_effort(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    return _of_numbers({row.pk: row.effort_weeks for row in rows})


def _by_period(rows: Sequence[PlainInitiative], *_: Any) -> Made:
    return _of_days({row.pk: row.window_start for row in rows})


_MAKERS: Mapping[str, Callable[[Sequence[PlainInitiative], Product, Mapping[UUID, float | None]], Made]] = {
    "lane": _by_lane,
    "theme": _by_theme,
    "status": _by_status,
    "horizon": _by_horizon,
    "owner": _by_owner,
    "container": _by_container,
    "chance": _by_chance,
    "effort": _by_effort,
    "period": _by_period,
}


def _by_custom(name: str, rows: Sequence[PlainInitiative], product: Product) -> Colours | None:
    own = name.removeprefix(PREFIX)
    field = next((one for one in custom_fields_of(product) if one.name == own), None)
    if field is None:
        return None
    held: dict[UUID, Any] = {row.pk: row.custom.get(own) for row in rows}
    if field.type in TYPES:
        names = names_in([field], rows)
        found = sorted({value for value in held.values() if value in names}, key=lambda one: names[one])
        tones = colouring.numbered((value, names[value]) for value in found)
        return _coloured(name, field.title, tones, held)
    tones, values = _of_custom(field, held)
    return _coloured(name, field.title, tones, values)


def _of_custom(field: CustomField, held: Mapping[UUID, Any]) -> Made:
    match field.type:
        case "number":
            return _of_numbers(held)
        case "date":
            return _of_days({key: date.fromisoformat(day) if day else None for key, day in held.items()})
        case "yes_no":
            words = {True: "yes", False: "no"}
            values = {key: None if value is None else words[value] for key, value in held.items()}
            return colouring.fixed(colouring.YES_NO, LABELS["yes_no"]), values
        case "choice" | "tags":
            options = [(option["value"], option["label"]) for option in field.options]
            return colouring.numbered(options), {key: _first(value) for key, value in held.items()}
        case _:
            return colouring.numbered(sorted((text, text) for text in held.values() if text)), held


def _first(value: Any) -> str | None:
    """Of several tags the first counts, in the order of the options."""
    return (value[0] if value else None) if isinstance(value, list) else value


def _of_numbers(held: Mapping[UUID, float | None]) -> Made:
    numbers = [number for number in held.values() if number is not None]
    if not numbers:
        return [], dict.fromkeys(held)
    ranges = Ranges.of(numbers)
    return ranges.tones(), {
        key: None if number is None else str(ranges.place(number)) for key, number in held.items()
    }


def _of_days(held: Mapping[UUID, date | None]) -> Made:
    quarters = {key: colouring.quarter(day) if day else None for key, day in held.items()}
    found = sorted({name for name in quarters.values() if name})
    return colouring.numbered((name, f"{name[5:]} {name[:4]}") for name in found), quarters
