"""A published report leaves by the job queue, to each reader once, to members after their quiet hours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from northline.accounts.access import active_colleague
from northline.accounts.mail import address
from northline.accounts.models import Member
from northline.core import changes, jobs
from northline.core.doors import visible
from northline.core.refusal import NotFound, Refusal
from northline.core.scope import Scope, nameless
from northline.reporting.digests.models import Digest
from northline.reporting.leaving import given_back, taken
from northline.reporting.notifications.queries import quiet_until
from northline.reporting.status.models import StatusMail, StatusReport
from northline.reporting.status.told import told_of
from northline.strategy.stakeholders import actions as register
from northline.strategy.stakeholders.models import Stakeholder
from northline.talk.models import Watch

State = StatusMail.State
CHANNEL = "status report"


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody whom a report can be sent to; without an `email` it cannot. `refused`: they want no mail."""

    kind: str
    id: UUID
    name: str
    email: str
    refused: bool = False
    stakeholder: Stakeholder | None = None
    member: Member | None = None
    state: str = ""
    sent_at: datetime | None = None

    @property
    def reachable(self) -> bool:
        return bool(self.email) and not self.refused


def readers_of(row: StatusReport, scope: Scope) -> list[Reader]:
    """The stakeholders of the project's product and whoever follows the project. Four queries."""
    people = Stakeholder.objects.filter(product=row.project.product_id, archived_at=None)
    people = visible(scope, people, product="product_id").select_related("member__person").order_by("title")
    stakeholders = list(people)
    digests = {one.stakeholder_id: one for one in Digest.objects.filter(stakeholder__in=stakeholders)}
    known = [one.member_id for one in stakeholders if one.member_id]
    watching = Watch.objects.filter(object_id=row.project_id, on=True).exclude(member_id__in=known)
    followers = Member.objects.filter(
        pk__in=watching.values("member_id"), suspended_at=None, person__is_active=True
    ).select_related("person")
    sent = {mail.email: mail for mail in row.mails.all()}
    found = [_of_stakeholder(one, digests.get(one.pk)) for one in stakeholders]
    found += [_of_member(one) for one in sorted(followers, key=lambda one: one.name)]
    return [_with_mail(one, sent) for one in found]


def _of_stakeholder(one: Stakeholder, digest: Digest | None) -> Reader:
    own = one.member.person.email if one.member else ""
    email = (digest.email if digest else "") or own
    refused = digest is not None and digest.unsubscribed_at is not None
    return Reader("stakeholder", one.pk, one.title, email, refused, stakeholder=one)


def _of_member(one: Member) -> Reader:
    return Reader("member", one.pk, one.name, one.person.email, member=one)


def _with_mail(one: Reader, sent: Mapping[str, StatusMail]) -> Reader:
    mail = sent.get(one.email)
    if mail is None:
        return one
    return replace(one, state=mail.state, sent_at=mail.sent_at)


@transaction.atomic
def send_report(
    row: StatusReport, *, stakeholder_ids: Sequence[UUID], member_ids: Sequence[UUID], origin: str, by: Scope
) -> StatusReport:
    """Put a published report in the post to these readers; whoever has it already gets it no second time.

    Raises Refusal `status_report.no_address`, `status_report.nobody_new`, NotFound.
    """
    chosen = _chosen(row, stakeholder_ids, member_ids, by)
    beyond = [one.name for one in chosen if not one.reachable]
    if beyond:
        raise Refusal(
            "status_report.no_address",
            f"{', '.join(beyond)} cannot be reached by mail. Leave them out. Nothing was sent.",
            names=beyond,
        )
    mails = [mail for one in chosen if (mail := _mail(row, one)) is not None]
    if not mails:
        raise Refusal("status_report.nobody_new", "Everybody you named has this report. Nothing was sent.")
    for mail in mails:
        reader = mail.member_id or (mail.stakeholder and mail.stakeholder.member_id)
        after = quiet_until(reader or None, timezone.now())
        jobs.enqueue("send_status_mail", by=by, not_before=after, mail=str(mail.pk), origin=origin)
    # What has left is not undone.
    changes.record(by, "sent", row, after={"readers": sorted(mail.name for mail in mails)})
    return row


def _chosen(
    row: StatusReport, stakeholder_ids: Iterable[UUID], member_ids: Iterable[UUID], by: Scope
) -> list[Reader]:
    known = {one.id: one for one in readers_of(row, by)}
    found = []
    for id in stakeholder_ids:
        if id not in known:
            raise NotFound("stakeholder")
        found.append(known[id])
    found += [known.get(id) or _of_member(active_colleague(by, id)) for id in member_ids]
    return found


def _mail(row: StatusReport, one: Reader) -> StatusMail | None:
    """What is to leave; None where it did, or is about to."""
    mail, made = StatusMail.objects.get_or_create(
        report=row,
        email=one.email,
        defaults={
            "workspace_id": row.workspace_id,
            "stakeholder": one.stakeholder,
            "member": one.member,
            "name": one.name,
        },
    )
    return mail if made else None


@jobs.handles("send_status_mail")
def send_status_mail(run: jobs.Run) -> dict[str, Any]:
    """Send one mail, unless it was handed over before: a job that is taken up again sends nothing twice."""
    mail = StatusMail.objects.select_related("workspace", "report__workspace").get(
        pk=run.job.arguments["mail"]
    )
    if not taken(mail, run):
        return {"state": mail.state}
    report = StatusReport.objects.get(pk=mail.report_id)
    with given_back(mail):
        _letter(mail, report, origin=run.job.arguments["origin"]).send()
    return _told(mail, report)


@transaction.atomic
def _told(mail: StatusMail, report: StatusReport) -> dict[str, Any]:
    """The mail has left: the register of stakeholders notes what they were told."""
    StatusMail.objects.filter(pk=mail.pk).update(state=State.SENT, sent_at=timezone.now())
    if mail.stakeholder is not None:
        by = nameless(mail.workspace_id)
        register.tell(mail.stakeholder, summary=report.title, channel=CHANNEL, version_id=None, by=by)
    return {"state": str(State.SENT)}


def _letter(mail: StatusMail, report: StatusReport, *, origin: str) -> EmailMultiAlternatives:
    told = told_of(report)
    signs_in = mail.member is not None or (mail.stakeholder is not None and mail.stakeholder.member_id)
    path = f"/{mail.workspace.slug}/o/{report.KIND}/{report.key}"
    words = {"told": told, "name": mail.name, "address": address(origin, path) if signs_in else ""}
    subject = " ".join(f"{report.title}: {told['health_word'].lower()}".split())[:300]
    headers = {"Message-ID": f"<status-{mail.pk}@northline>", "Auto-Submitted": "auto-generated"}
    text = render_to_string("reporting/mail/status.txt", words).strip() + "\n"
    letter = EmailMultiAlternatives(subject, text, to=[mail.email], headers=headers)
    letter.attach_alternative(render_to_string("reporting/mail/status.html", words), "text/html")
    return letter
