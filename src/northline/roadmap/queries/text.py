"""The roadmap as YAML: nine queries whatever its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from northline.accounts.models import Member
from northline.core.models import Link
from northline.core.refusal import Refusal
from northline.products.models import Product
from northline.roadmap.models import Initiative, Lane, Milestone
from northline.roadmap.queries.custom import custom_fields_of
from northline.roadmap.queries.items import dependencies_of, lanes_of, milestones_of
from northline.roadmap.queries.plain import PlainInitiative, plain_initiatives_of
from northline.roadmap.rules import yaml_text
from northline.strategy.models import Objective, Theme
from northline.strategy.themes.queries import themes_of

PLAIN = ("goal", "features", "metrics", "effort_weeks", "colour", "no_review_reason")


class Members:
    """The members of a workspace by a name that is told: their own, or their id where two have the same."""

    def __init__(self, workspace_id: UUID) -> None:
        rows = list(Member.objects.filter(workspace_id=workspace_id).values_list("pk", "name"))
        often = Counter(name for _, name in rows)
        self.told = {pk: name if often[name] == 1 else str(pk) for pk, name in rows}
        self.known = {name: pk for pk, name in self.told.items()}

    def named(self, name: str) -> UUID | None:
        """The member of that name; None for no name. Raises Refusal `text.unknown_member`."""
        if not name:
            return None
        if name not in self.known:
            raise Refusal(
                "text.unknown_member", f"Nobody here is called “{name}”, or several are. Nothing was changed."
            )
        return self.known[name]


def written(product: Product) -> str:
    """The live roadmap of a product that is already allowed, as YAML."""
    lanes = list(lanes_of(product.pk))
    places = {lane.pk: number for number, lane in enumerate(lanes)}
    keys = {lane.pk: lane.key for lane in lanes}
    rows = sorted(
        plain_initiatives_of(product.pk),
        key=lambda row: (places.get(row.lane_id, len(lanes)), row.position, row.pk),  # type: ignore[arg-type]
    )
    keys |= {row.pk: row.key for row in rows}
    waits: dict[UUID, list[str]] = {}
    for before, after in dependencies_of(product.pk).values_list("before_id", "after_id"):
        waits.setdefault(after, []).append(keys[before])
    members = Members(product.workspace_id)
    themes = list(themes_of(product.pk))
    keys |= {theme.pk: theme.key for theme in themes}
    customs = {kind: Customs(product, kind, members) for kind in (Initiative.KIND, Milestone.KIND)}
    aims = _aims(product)
    document = {
        "roadmap": product.title,
        "themes": [_theme(theme, members) for theme in themes],
        "lanes": [_lane(lane) for lane in lanes],
        "initiatives": [
            _initiative(row, keys, waits.get(row.pk, []), members)
            | _said(
                objectives=sorted(aims.get(row.pk, ()), key=_by_number), custom=customs[row.KIND].told(row)
            )
            for row in rows
        ],
        "milestones": [
            _milestone(row, keys) | _said(custom=customs[row.KIND].told(row))
            for row in milestones_of(product.pk)
        ],
    }
    return yaml_text.dump(document)


def _aims(product: Product) -> dict[UUID, list[str]]:
    """The keys of the live objectives of the product that each initiative advances. Two queries."""
    own = dict(Objective.objects.filter(product=product, archived_at=None).values_list("pk", "key"))
    links = Link.objects.filter(workspace_id=product.workspace_id, type="advances", target_id__in=own)
    found: dict[UUID, list[str]] = {}
    for source, target in links.values_list("source_id", "target_id"):
        found.setdefault(source, []).append(own[target])
    return found


def aims_among(
    product: Product, rows: Sequence[Initiative]
) -> list[tuple[Initiative, list[tuple[Link, Objective]]]]:
    """Each initiative with its links to the live objectives of its own product. Two queries."""
    links = Link.objects.filter(
        workspace_id=product.workspace_id,
        type="advances",
        source_id__in=[row.pk for row in rows],
        target_kind=Objective.KIND,
    )
    own = {row.pk: row for row in Objective.objects.filter(product=product, archived_at=None)}
    found: dict[UUID, list[tuple[Link, Objective]]] = {row.pk: [] for row in rows}
    for link in links:
        if link.target_id in own:
            found[link.source_id].append((link, own[link.target_id]))
    return [(row, found[row.pk]) for row in rows]


class Customs:
    """The fields that people added to a kind, with members told by their names."""

    def __init__(self, product: Product, kind: str, members: Members) -> None:
        self.members = members
        self.fields = custom_fields_of(product, kind)
        self._people = {field.name for field in self.fields if field.type == "person"}

    def told(self, row: Initiative | PlainInitiative | Milestone) -> dict[str, Any]:
        """What the row holds, in the order of the fields; values of fields that are put away are not told."""
        held = {
            field.name: row.custom[field.name]
            for field in self.fields
            if row.custom.get(field.name) is not None
        }
        return {name: self._name(value) if name in self._people else value for name, value in held.items()}

    def read(self, said: Mapping[str, Any]) -> dict[str, Any]:
        """The values to write: what the text leaves out is taken away. Raises Refusal `text.unknown_member`."""
        values: dict[str, Any] = {field.name: None for field in self.fields} | dict(said)
        for name in self._people & said.keys():
            member = self.members.named(str(said[name] or ""))
            values[name] = str(member) if member else None
        return values

    def _name(self, member_id: str) -> str:
        return self.members.told.get(UUID(member_id), member_id)


def _theme(row: Theme, members: Members) -> dict[str, Any]:
    owner = members.told[row.owner_id] if row.owner_id else ""
    return _said(
        key=row.key, title=row.title, colour=row.colour, owner=owner, shares=dict(sorted(row.shares.items()))
    )


def _lane(row: Lane) -> dict[str, Any]:
    return _said(key=row.key, title=row.title, colour=row.colour)


def _initiative(
    row: PlainInitiative, keys: dict[UUID, str], waits_for: list[str], members: Members
) -> dict[str, Any]:
    window = None
    if row.window_start:
        window = {"start": row.window_start, "finish": row.window_finish, "precision": row.window_precision}
    return _said(
        key=row.key,
        title=row.title,
        status=row.status,
        horizon=row.horizon,
        window=window,
        lane=_key(keys, row.lane_id),
        theme=_key(keys, row.theme_id),
        owner=members.told[row.owner_id] if row.owner_id else "",
        parent=_key(keys, row.parent_id),
        waits_for=sorted(waits_for, key=_by_number),
        parked=row.parked,
        **{name: getattr(row, name) for name in PLAIN},
    )


def _milestone(row: Milestone, keys: dict[UUID, str]) -> dict[str, Any]:
    return _said(key=row.key, title=row.title, day=row.day, lane=_key(keys, row.lane_id), note=row.note)


def _said(**values: Any) -> dict[str, Any]:
    """What is not empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {}, False)}


def _key(keys: dict[UUID, str], pk: UUID | None) -> str:
    # What lies in an archived container is told as lying in none.
    return keys.get(pk, "") if pk else ""


def _by_number(key: str) -> tuple[int, str]:
    return len(key), key
