"""What hangs on the projects: promises of the initiatives that they realise, and who answers for these. Eight queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from northline.core.doors import visible
from northline.core.models import Link
from northline.core.scope import Scope
from northline.reporting.morning.facts import Named, Unowned, Vow
from northline.reporting.overseeing.rules import UNDER_WAY
from northline.roadmap.models import Initiative, Promise
from northline.roadmap.outlook import outlooks
from northline.roadmap.queries.responsibilities import holdings_of
from northline.roadmap.rules.promising import chance_by
from northline.roadmap.rules.responsibilities import FUNCTIONS

# By initiative, the project that realises it.
Realised = Mapping[UUID, Named]


def realised_by(named: Mapping[UUID, Named]) -> dict[UUID, Named]:
    """The initiatives that these projects realise, each with the first project of it. One query."""
    links = Link.objects.filter(type="realises", source_id__in=named).order_by("-pk")
    return {target: named[source] for source, target in links.values_list("source_id", "target_id")}


def vows_of(scope: Scope, realised: Realised) -> list[Vow]:
    """The open promises of these initiatives whose day a plan speaks of. Four queries."""
    open_ = Promise.objects.filter(initiative__in=realised, state=Promise.State.OPEN, archived_at=None)
    rows = list(visible(scope, open_, product="product_id"))
    known = outlooks(scope, {row.initiative_id for row in rows})
    found = []
    for row in rows:
        outlook = known.get(row.initiative_id)
        chance = chance_by(row.due, outlook.ends) if outlook else None
        if outlook and chance is not None:
            promise = Named.of(row)
            found.append(
                Vow(promise, realised[row.initiative_id], row.promised_to, row.due, chance, outlook.p85)
            )
    return found


def unowned_of(scope: Scope, realised: Realised, *, today: date) -> list[Unowned]:
    """The functions of project management that nobody, or more than one, holds where work is under way. Three queries.

    A workspace that says nothing of responsibilities is not asked for them.
    """
    live = Initiative.objects.filter(pk__in=realised, status__in=UNDER_WAY, archived_at=None)
    rows = list(visible(scope, live, product="product_id").order_by("key"))
    holdings = holdings_of(rows)
    spoken = {product_id for product_id, _, _ in holdings}
    found = []
    for row in rows:
        if row.product_id not in spoken:
            continue
        standing: dict[str, list[str]] = defaultdict(list)
        for function, side in FUNCTIONS.items():
            said = holdings.get((row.product_id, row.pk, function)) or holdings.get(
                (row.product_id, None, function)
            )
            if side == "project":
                standing[said.standing(today) if said else "unowned"].append(function.replace("_", " "))
        nobody, twice = standing["unowned"], standing["doubly_owned"]
        if nobody or twice:
            initiative = Named.of(row)
            found.append(Unowned(initiative, realised[row.pk], tuple(nobody), tuple(twice)))
    return found
