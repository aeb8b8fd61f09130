"""Make the demo workspace, all or nothing, through the actions that people use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from northline.accounts.models import Person, Workspace
from northline.core import jobs
from northline.core.scope import nameless
from northline.demo import (
    answering,
    breaking,
    canvases,
    commitments,
    digests,
    direction,
    discovering,
    evidence,
    foreseeing,
    gating,
    lists,
    marketing,
    people,
    plans,
    promises,
    quoting,
    readers,
    reading,
    registering,
    reminding,
    reporting,
    resourcing,
    standing,
    talking,
    timesheets,
    tracking,
    typing,
    updates,
    weighing,
    what_if,
    wishes,
)
from northline.demo.calendar import Past
from northline.demo.content.people import PEOPLE, DemoPerson
from northline.demo.making import Making
from northline.scheduling import item_dates
from northline.strategy.scoring import standings

SLUG = "fernhaven"


def ensure_demo(passwords: Mapping[str, str], *, today: date | None = None) -> tuple[DemoPerson, ...]:
    """The people of the demo; the workspace is made where it is missing.

    `passwords` answers a password for every address; asking for a new one makes it.
    """
    if Workspace.objects.filter(slug=SLUG).exists():
        _renew(passwords)
        return PEOPLE
    # Hashing takes its time, so it is done before the transaction.
    hashed = {person.email: make_password(passwords[person.email]) for person in PEOPLE}
    with transaction.atomic():
        _make(hashed, today or timezone.localdate())
    return PEOPLE


def _make(hashed: Mapping[str, str], today: date) -> None:
    workspace = Workspace.objects.create(slug=SLUG, name="Fernhaven")
    making = Making(workspace=workspace, past=Past(workspace.pk, timezone.now()), today=today, hashed=hashed)
    for part in (
        people,
        evidence,
        quoting,
        discovering,
        marketing,
        direction,
        promises,
        commitments,
        readers,
        standing,
        canvases,
        weighing,
        lists,
        resourcing,
        plans,
        tracking,
        typing,
        timesheets,
        what_if,
        breaking,
        registering,
        foreseeing,
        reporting,
        gating,
        updates,
        answering,
        digests,
        talking,
        wishes,
        reminding,
        reading,
    ):
        part.remember(making)
    making.past.live()
    # What lists sort by and is kept beside the rows, so that it is there when one is looked at first.
    for job in (item_dates.JOB, standings.JOB):
        jobs.enqueue(job, by=nameless(workspace.pk))


def _renew(passwords: Mapping[str, str]) -> None:
    """Where the note of a password was lost, set a new one."""
    for person in PEOPLE:
        if person.email not in passwords:
            Person.objects.filter(email=person.email).update(password=make_password(passwords[person.email]))
