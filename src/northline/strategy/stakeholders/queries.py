"""Reading the register: the people, what each was told last, and how they stand to the newest version."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from northline.strategy.stakeholders.documents import Document
from northline.strategy.stakeholders.models import SignOff, Stakeholder, Telling, Verdict


def stakeholders_of(product_id: UUID, *, archived: bool = False) -> QuerySet[Stakeholder]:
    """The register of a product, most power first. The caller has opened the product."""
    rows = Stakeholder.objects.filter(product_id=product_id, archived_at__isnull=not archived)
    return rows.select_related("member").order_by("-power", "-interest", "created_at", "pk")


def last_tellings(people: Iterable[Stakeholder]) -> dict[UUID, Telling]:
    """What each was told last. One query."""
    told = Telling.objects.filter(stakeholder=OuterRef("pk")).order_by("-created_at", "-pk")
    asked = Stakeholder.objects.filter(pk__in=[row.pk for row in people])
    newest = asked.annotate(newest=Subquery(told.values("pk")[:1])).values("newest")
    rows = Telling.objects.filter(pk__in=newest).select_related("by", "version")
    return {row.stakeholder_id: row for row in rows}


def tellings_of(row: Stakeholder) -> QuerySet[Telling]:
    """All that a stakeholder was told, newest first. The caller has opened them."""
    rows = Telling.objects.filter(stakeholder=row).select_related("by", "version")
    return rows.order_by("-created_at", "-pk")


def last_verdicts(line: UUID) -> dict[UUID, Verdict]:
    """The newest word of everybody on any version of a document: a product's vision, or a canvas. One query."""
    found: dict[UUID, Verdict] = {}
    rows = Verdict.objects.filter(sign_off__line=line)
    for row in rows.select_related("sign_off").order_by("created_at", "pk"):
        found[row.stakeholder_id] = row
    return found


@dataclass(frozen=True, slots=True)
class Signed:
    """How one stakeholder stands to a version: `asked` now or standing by an earlier word, given on `verdict`."""

    stakeholder: Stakeholder
    asked: bool
    verdict: Verdict | None
    earlier: Verdict | None

    @property
    def word(self) -> str | None:
        return self.verdict.word if self.verdict else None


@dataclass(frozen=True, slots=True)
class SignedOff:
    sign_off: SignOff
    people: list[Signed]


def sign_off_of(document: Document) -> SignedOff | None:
    """How everybody stands to a version that was put up for sign-off, None where it was not. Four queries."""
    found = SignOff.objects.filter(document_id=document.id).select_related("asked_by").first()
    if found is None:
        return None
    asked = set(found.asked.values_list("pk", flat=True))
    words: dict[UUID, list[Verdict]] = {}
    rows = Verdict.objects.filter(sign_off__line=document.line, sign_off__number__lte=document.number)
    for row in rows.select_related("sign_off").order_by("created_at", "pk"):
        words.setdefault(row.stakeholder_id, []).append(row)
    people = [
        stands
        for person in stakeholders_of(document.product_id)
        if (stands := _stands(person, asked, words, found)) is not None
    ]
    return SignedOff(sign_off=found, people=people)


def _stands(
    person: Stakeholder, asked: set[UUID], words: Mapping[UUID, list[Verdict]], sign_off: SignOff
) -> Signed | None:
    """None for whoever was neither asked nor ever gave their word."""
    said = words.get(person.pk, [])
    here = [verdict for verdict in said if verdict.sign_off_id == sign_off.pk]
    before = [verdict for verdict in said if verdict.sign_off_id != sign_off.pk]
    earlier = before[-1] if before else None
    if person.pk in asked or here:
        return Signed(person, True, here[-1] if here else None, earlier)
    # Nothing that concerns them changed: their earlier word stands.
    return Signed(person, False, earlier, earlier) if earlier else None
