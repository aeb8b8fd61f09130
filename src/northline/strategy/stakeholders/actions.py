"""The verbs of the register and of sign-off. Each is one transaction and records one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction

from northline.accounts.access import active_colleague
from northline.core import changes, editing, undo
from northline.core.refusal import Conflict, NotFound, Refusal
from northline.core.scope import Scope
from northline.products.models import Product
from northline.strategy.models import Vision
from northline.strategy.stakeholders import queries, rules
from northline.strategy.stakeholders.documents import Document
from northline.strategy.stakeholders.models import SignOff, Stakeholder, Telling, Verdict

ASKED = "asked to sign"
_VERBS = {"agree": "agreed to", "reservation": "agreed with a reservation to", "objection": "objected to"}


@transaction.atomic
def register_stakeholder(product: Product, *, fields: Mapping[str, Any], by: Scope) -> Stakeholder:
    """Take somebody up. Raises Conflict `stakeholder.registered` for a member who is there already."""
    Product.objects.select_for_update().get(pk=product.pk)
    _check_member(product.pk, fields.get("member_id"), by)
    row = Stakeholder(workspace_id=by.workspace_id, product=product, **fields)
    return editing.create(row, prefix=Stakeholder.PREFIX, by=by)


@transaction.atomic
def revise_stakeholder(
    row: Stakeholder, *, expected: int, fields: Mapping[str, Any], by: Scope, reason: str = ""
) -> Stakeholder:
    Product.objects.select_for_update().get(pk=row.product_id)
    if fields.get("member_id") and fields["member_id"] != row.member_id:
        _check_member(row.product_id, fields["member_id"], by)
    return editing.revise(row, expected=expected, fields=fields, by=by, reason=reason)


def _check_member(product_id: UUID, member_id: UUID | None, by: Scope) -> None:
    if member_id is None:
        return
    active_colleague(by, member_id)
    there = Stakeholder.objects.filter(product_id=product_id, member_id=member_id).first()
    if there is not None:
        gone = ", archived; restore them" if there.archived_at else ""
        raise Conflict(
            "stakeholder.registered",
            f"{there.title} is in the register as {there.key} already{gone}. Nothing was changed.",
        )


@transaction.atomic
def tell(row: Stakeholder, *, summary: str, channel: str, version_id: UUID | None, by: Scope) -> Telling:
    """Note what a stakeholder was told, and which version of the vision they saw.

    Raises NotFound for a version of another product.
    """
    version = None
    if version_id is not None:
        version = Vision.objects.filter(product_id=row.product_id, pk=version_id).first()
        if version is None:
            raise NotFound("vision")
    told = Telling.objects.create(
        workspace_id=by.workspace_id,
        stakeholder=row,
        summary=summary,
        channel=channel,
        version=version,
        by_id=by.member_id,
    )
    seen = {"version": version.number} if version else {}
    # Not to be undone: what was told was told.
    changes.record(by, "told", row, after={"summary": summary, "channel": channel} | seen)
    return told


@transaction.atomic
def ask_for_sign_off(document: Document, *, material: Sequence[str], by: Scope) -> SignOff:
    """Put a version before those for whom something material changed since the one they answered.

    Raises Conflict `sign_off.asked` (once a version), `sign_off.older` for one that is not the newest, and
    `sign_off.nobody` where no stakeholder is a member; Refusal `sign_off.no_such_box`.
    """
    Product.objects.select_for_update().get(pk=document.product_id)
    _check_document(document, material)
    people = [person for person in queries.stakeholders_of(document.product_id) if person.member_id]
    if not people:
        raise Conflict(
            "sign_off.nobody",
            "No stakeholder in the register is a member who could sign. Register them first. Nothing was changed.",
        )
    asked = _asked(people, document, material)
    row = SignOff.objects.create(
        workspace_id=by.workspace_id,
        product_id=document.product_id,
        document_kind=document.kind,
        document_id=document.id,
        line=document.line,
        number=document.number,
        content=dict(document.boxes),
        content_hash=rules.content_hash(document.boxes),
        material=list(material),
        asked_by_id=by.member_id,
    )
    row.asked.set(asked)
    said = {"asked": [each.title for each in asked], "number": document.number}
    put = changes.record(by, "put up for sign-off", document.about, after=said)
    for each in asked:
        # One message for each inbox.
        addressed = {"to": str(each.member_id), "name": each.title}
        changes.record(by, ASKED, document.about, after=addressed, cause=put)
    return row


def _check_document(document: Document, material: Sequence[str]) -> None:
    strange = sorted(set(material) - document.boxes.keys())
    if strange:
        raise Refusal("sign_off.no_such_box", f"There is no box {strange[0]} in it. Nothing was changed.")
    if SignOff.objects.filter(document_id=document.id).exists():
        raise Conflict("sign_off.asked", f"{document.title} is up for sign-off already. Nothing was changed.")
    if document.number != document.newest:
        raise Conflict(
            "sign_off.older",
            f"There is a newer one, version {document.newest}. Put that up. Nothing was changed.",
        )


def _asked(people: Sequence[Stakeholder], document: Document, material: Sequence[str]) -> list[Stakeholder]:
    words = queries.last_verdicts(document.line)
    found = []
    for person in people:
        last = words.get(person.pk)
        changed = rules.changed_boxes(last.sign_off.content, document.boxes) if last else set()
        # What concerns somebody is told in boxes of the vision; of a canvas all of it does.
        concern = frozenset(person.boxes) & document.boxes.keys()
        party = rules.Party(concern, last is not None, frozenset(changed))
        if rules.is_asked(party, material=material):
            found.append(person)
    return found


@transaction.atomic
def give_verdict(document: Document, *, word: str, text: str, content_hash: str, by: Scope) -> Verdict:
    """Say what one thinks of a version, told by its content; the newest word counts.

    Raises Conflict `sign_off.not_asked` for whoever was not, `sign_off.other_content` for another hash, and Refusal
    `verdict.needs_words` for a reservation or an objection without its reason.
    """
    row = SignOff.objects.select_for_update().filter(document_id=document.id).first()
    person = Stakeholder.objects.filter(
        product_id=document.product_id, member_id=by.member_id, archived_at=None
    ).first()
    if row is None or person is None or not row.asked.filter(pk=person.pk).exists():
        raise Conflict(
            "sign_off.not_asked", f"You are not asked to sign {document.title}. Nothing was changed."
        )
    if content_hash != row.content_hash:
        raise Conflict(
            "sign_off.other_content",
            f"That is not the content of {document.title}. Read it again before you sign. Nothing was changed.",
        )
    if word != "agree" and not text:
        raise Refusal(
            "verdict.needs_words", "Say what your reservation or objection is. Nothing was changed."
        )
    given = Verdict.objects.create(
        workspace_id=by.workspace_id,
        sign_off=row,
        stakeholder=person,
        word=word,
        text=text,
        content_hash=content_hash,
    )
    # Not to be undone: a later word replaces it and both stay to be read.
    said = {"word": word, "hash": content_hash, "number": document.number}
    changes.record(by, _VERBS[word], document.about, after=said, reason=text)
    return given


def _check_undone(row: Stakeholder, values: Mapping[str, Any], by: Scope) -> None:
    """Undo must not put a member into two places of the register."""
    Product.objects.select_for_update().get(pk=row.product_id)
    member = values.get("member_id")
    if member and member != row.member_id:
        _check_member(row.product_id, member, by)


undo.check(Stakeholder.KIND, _check_undone)
