"""What is new for one stakeholder: their sight of the roadmap, promises made to them, updates that they follow, decisions
that they are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q

from northline.accounts.authentication import scope_of_member
from northline.accounts.models import Member
from northline.core.wording import exactly
from northline.products.models import Product
from northline.reporting.audiences.sight import Sight
from northline.reporting.digests.models import Digest
from northline.reporting.digests.redaction import seen_by
from northline.reporting.digests.wording import HEALTH, Told, told_of
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.roadmap.models import Lane, Promise, PromiseOutcome
from northline.roadmap.queries import history
from northline.roadmap.rules.differences import differences
from northline.strategy.stakeholders.models import SignOff, Stakeholder
from northline.talk.models import Watch


@dataclass(frozen=True, slots=True)
class News:
    roadmap: tuple[Told, ...] = ()
    promises: tuple[Told, ...] = ()
    updates: tuple[Told, ...] = ()
    decisions: tuple[Told, ...] = ()

    def count(self) -> int:
        parts = (self.roadmap, self.promises, self.updates, self.decisions)
        return sum(len(told.lines) for part in parts for told in part)


def news_of(digest: Digest, *, since: datetime) -> News:
    """What is new since then for the stakeholder, whose rows were read with it. Fourteen queries at most."""
    sight, who = digest.audience.sight(), digest.stakeholder
    return News(
        roadmap=roadmap_news(digest.product, sight, since),
        promises=_promises(who, since),
        updates=_updates(who, sight, since),
        decisions=_decisions(who, since),
    )


def roadmap_news(product: Product, sight: Sight, since: datetime) -> tuple[Told, ...]:
    """What changed of a roadmap since then, as far as its readers are shown it."""
    now = history.state_now(product)
    then = history.state_then(product, now, history.moment(product, since.isoformat()))
    lanes = {str(pk): title for pk, title in Lane.objects.filter(product=product).values_list("pk", "title")}
    owners: dict[str, str] = {}
    if "owner" in sight.fields:
        members = Member.objects.filter(workspace_id=product.workspace_id)
        owners = {str(pk): name for pk, name in members.values_list("pk", "name")}
    before, after = (seen_by(sight, state, lanes=lanes, owners=owners) for state in (then, now))
    return told_of(differences(before, after))


def _promises(who: Stakeholder, since: datetime) -> tuple[Told, ...]:
    """Promises made to them or their organisation, and what became of them; why not is for whoever made them."""
    to = Q(promised_to__iexact=who.title)
    if who.organisation:
        to |= Q(promised_to__iexact=who.organisation) | Q(customer__title__iexact=who.organisation)
    outcomes = PromiseOutcome.objects.filter(created_at__gt=since).order_by("created_at", "pk")
    rows = Promise.objects.filter(to, product_id=who.product_id, archived_at=None)
    rows = rows.prefetch_related(Prefetch("outcomes", outcomes))
    told = []
    for row in rows.order_by("due", "pk"):
        lines = [_outcome(one) for one in row.outcomes.all()]
        if row.created_at > since:
            lines.insert(0, f"Promised by {exactly(row.due)}. {row.words}".strip())
        elif lines and row.words:
            lines[0] = f"“{row.words}” {lines[0]}"
        if lines:
            told.append(Told(row.title, tuple(lines)))
    return tuple(told)


def _outcome(row: PromiseOutcome) -> str:
    was = exactly(row.was_due)
    match row.verdict:
        case PromiseOutcome.Verdict.KEPT:
            return f"Kept; it was promised by {was}."
        case PromiseOutcome.Verdict.BROKEN:
            return f"Not kept; it was promised by {was}."
    return f"Promised by {exactly(row.due)} now; was {was}."


def _updates(who: Stakeholder, sight: Sight, since: datetime) -> tuple[Told, ...]:
    """Updates of initiatives that they follow in Northline, where they may read them there."""
    if who.member is None or not scope_of_member(who.member).may("read", who.place()):
        return ()
    followed = Watch.objects.filter(member=who.member, on=True, object_kind="initiative")
    rows = InitiativeUpdate.objects.filter(
        initiative__in=followed.values("object_id"),
        initiative__product_id=who.product_id,
        initiative__archived_at=None,
        created_at__gt=since,
    )
    if sight.statuses:
        rows = rows.filter(initiative__status__in=sight.statuses)
    said: dict[tuple[str, str], list[str]] = {}
    for row in rows.select_related("initiative").order_by("-created_at", "-pk"):
        path = f"/o/initiative/{row.initiative.key}"
        said.setdefault((row.initiative.title, path), []).append(
            f"{HEALTH[row.health]}, {exactly(row.created_at.date())}. {row.words}".strip()
        )
    return tuple(Told(title, tuple(lines), path) for (title, path), lines in said.items())


def _decisions(who: Stakeholder, since: datetime) -> tuple[Told, ...]:
    """Versions of the vision and of canvases that were put before them and that they have not answered."""
    rows = SignOff.objects.filter(asked=who, created_at__gt=since, product_id=who.product_id)
    rows = rows.exclude(verdicts__stakeholder=who).order_by("-created_at", "-pk")
    path = "/strategy" if who.member else ""
    return tuple(
        Told(f"Version {row.number} of the {_document(row)}", ("Do you agree with it?",), path)
        for row in rows
    )


def _document(row: SignOff) -> str:
    return "vision" if row.document_kind == "vision" else "canvas"
