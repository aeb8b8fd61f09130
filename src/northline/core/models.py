"""Tables that know no area: the bases of every row, the spine of changes, links, jobs, counters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from northline.core.ids import uuid7
from northline.core.scope import Place
from northline.core.written import WatchedManager


class Row(models.Model):
    """A row of exactly one workspace."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        abstract = True

    KIND: ClassVar[str] = ""

    def place(self) -> Place:
        """Where the row lives, which decides who may do what to it."""
        return Place()


class Editable(Row):
    """A row that people edit: it has a short key and a version, and is archived, never deleted."""

    key = models.CharField(max_length=24)
    title = models.CharField(max_length=300)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(default=timezone.now)
    archived_at = models.DateTimeField(null=True, blank=True)

    objects = WatchedManager()

    class Meta:
        abstract = True


class Customised(models.Model):
    """A row that carries values of fields which people added themselves (`core.listing`), by the fields' names."""

    # The kind that tells such rows apart, where fields may hold for rows of some types alone.
    TYPED_BY: ClassVar[str] = ""

    custom = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class Counter(models.Model):
    """A number that only grows, per workspace and name: short keys, and the order of changes."""

    workspace = models.ForeignKey("accounts.Workspace", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=40)
    value = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["workspace", "name"], name="counter_once")]


class Change(Row):
    """One recorded edit: who, what, when, before, after. The spine of feed, audit, undo and live updates.

    `seq` is drawn from a counter row that stays locked until commit, so within a workspace the order of
    `seq` is the order of commits, and a reader who has seen n has seen everything up to n.
    """

    seq = models.PositiveBigIntegerField()
    by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=40)
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    object_key = models.CharField(max_length=24, blank=True)
    object_title = models.CharField(max_length=300, blank=True)
    product_id = models.UUIDField(null=True)
    project_id = models.UUIDField(null=True)
    version = models.PositiveIntegerField(null=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    cause = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="effects")
    # How to take it back: {"how": name of a registered handler, ...its data}; empty: cannot be undone.
    undo = models.JSONField(default=dict)
    undone_by = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="undoes")
    request_id = models.CharField(max_length=40, blank=True)
    # By which way they came who did it, as `Scope.door`.
    door = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "seq"], name="change_in_order"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["object_id", "-seq"], name="change_of_object"),
            models.Index(fields=["workspace", "by", "-seq"], name="change_by_member"),
            models.Index(fields=["product_id", "object_kind", "created_at"], name="change_of_product"),
        ]

    def place(self) -> Place:
        return Place(product_id=self.product_id, project_id=self.project_id)


class Touch(models.Model):
    """What a change is about besides its own object: without `to` an object that it edited, with `to` an object for whose
    sake that member hears of it.

    `parts` names what of the object is different, `dates` its days before and after. Of what concerns a member only some
    is named: the first carries how many `more` there are.
    """

    class Why(models.TextChoices):
        GIVEN = "given"
        OWNER = "owner"
        OWNED = "owned"
        WATCHING = "watching"
        DEPUTY = "deputy"
        RELIEVED = "relieved"

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="touches")
    object_kind = models.CharField(max_length=24)
    object_id = models.UUIDField()
    parts = models.JSONField(default=list)
    dates = models.JSONField(default=dict)
    to = models.ForeignKey("accounts.Member", null=True, on_delete=models.CASCADE, related_name="+")
    why = models.CharField(max_length=12, choices=Why, blank=True)
    more = models.PositiveIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(to=None, why="") | (Q(to__isnull=False) & ~Q(why="")),
                name="touch_says_why_to_whom",
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["object_id", "change"], condition=Q(to=None), name="touch_of_object")
        ]


class Link(Row):
    """A typed, directed link between two objects of any kinds: one step of the throughline."""

    KIND: ClassVar[str] = "link"

    type = models.CharField(max_length=24)
    source_kind = models.CharField(max_length=24)
    source_id = models.UUIDField()
    target_kind = models.CharField(max_length=24)
    target_id = models.UUIDField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["type", "source_id", "target_id"], name="link_once"),
            models.CheckConstraint(condition=~Q(source_id=models.F("target_id")), name="link_joins_two"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["workspace", "source_id", "type", "target_kind", "target_id"], name="link_by_source"
            ),
            models.Index(
                fields=["workspace", "target_id", "type", "source_kind", "source_id"], name="link_by_target"
            ),
            # Which of a kind lead anywhere at all.
            models.Index(fields=["workspace", "source_kind", "source_id"], name="link_by_source_kind"),
        ]


class Job(Row):
    """Work longer than a second. Enqueued in the transaction that wants it; held by a lease, so that a killed
    worker's job is taken up by another; its effects are idempotent by the handler's contract."""

    class State(models.TextChoices):
        QUEUED = "queued"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        CANCELLED = "cancelled"

    class Unit(models.TextChoices):
        """What `progress` and `total` count."""

        PERCENT = "percent"
        STEPS = "steps"
        ROWS = "rows"
        PLANS = "plans"
        INTERVIEWS = "interviews"

    KIND: ClassVar[str] = "job"

    name = models.CharField(max_length=60)
    by = models.ForeignKey("accounts.Member", null=True, on_delete=models.SET_NULL, related_name="+")
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State, default=State.QUEUED)
    progress = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    unit = models.CharField(max_length=12, choices=Unit, default=Unit.STEPS)
    note = models.CharField(max_length=300, blank=True)
    result = models.JSONField(default=dict)
    refusal = models.JSONField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    run_after = models.DateTimeField(default=timezone.now)
    lease_until = models.DateTimeField(null=True)
    lease_by = models.CharField(max_length=80, blank=True)
    cancel_asked = models.BooleanField(default=False)
    # By which way whoever wants it came, as `Scope.door`.
    door = models.CharField(max_length=100, blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "run_after"], name="job_waiting")]


class Export(Row):
    """A file that is made in the background for one member alone. `sort` says what makes it, of what was `asked`; `content`
    is None until it is made.

    The content is in the database, where whichever machine is asked for it finds it.
    """

    KIND: ClassVar[str] = "export"

    by = models.ForeignKey("accounts.Member", on_delete=models.CASCADE, related_name="+")
    job = models.ForeignKey(Job, null=True, on_delete=models.SET_NULL, related_name="+")
    sort = models.CharField(max_length=12)
    asked = models.JSONField(default=dict)
    name = models.CharField(max_length=120, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    made_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(content=None, made_at=None) | Q(content__isnull=False, made_at__isnull=False),
                name="export_made_some_time",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["created_at"], name="export_by_age")]


class Attempt(models.Model):
    """One try at something that is rationed: sign-in, password reset, a share's password."""

    what = models.CharField(max_length=160)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["what", "at"], name="attempt_lately")]


def fields_of(row: models.Model, names: Iterable[str]) -> dict[str, Any]:
    """The stored values of `names`, foreign keys by id, ready for JSON."""
    return {name: plain(getattr(row, column(row, name).attname)) for name in names}


def column(row: models.Model | type[models.Model], name: str) -> models.Field[Any, Any]:
    """The model's own field of that name (or of that attribute: `owner` and `owner_id` are one)."""
    field = row._meta.get_field(name)
    assert isinstance(field, models.Field)
    return field


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    if value is None or isinstance(value, str | int | float | bool | list | dict):
        return value
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


# Django looks for the tables of an app here. At the end, because they stand on the bases above.
import northline.core.listing.models  # noqa: E402, F401
