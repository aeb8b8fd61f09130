"""People, workspaces, and who may do what where."""

from __future__ import annotations

from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from northline.core.ids import uuid7
from northline.core.models import Row
from northline.core.scope import Place


class People(BaseUserManager["Person"]):
    def create_user(self, email: str, *, name: str, password: str | None = None, **fields: Any) -> Person:
        person = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(AbstractBaseUser):
    """Someone who signs in. What they may do is said by their memberships."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # Kept in lower case by every writer, so that one address is one person.
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    theme = models.CharField(max_length=8, default="auto")
    perspective = models.CharField(max_length=8, default="product")
    locale = models.CharField(max_length=20, blank=True)
    # The columns of a plan's outline that they chose, in their order; none: the usual ones.
    plan_columns = models.JSONField(default=list, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = People()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="person_email_in_lower_case")
        ]


class Workspace(models.Model):
    """The tenant; every row belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    created_at = models.DateTimeField(default=timezone.now, editable=False)


class Member(Row):
    """A person in a workspace."""

    KIND: ClassVar[str] = "member"

    class Role(models.TextChoices):
        OWNER = "owner"
        ADMIN = "admin"
        MEMBER = "member"
        STAKEHOLDER = "stakeholder"

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=12, choices=Role)
    suspended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    inbox_seen = models.PositiveBigIntegerField(default=0)
    # Where their days begin and end, as `Europe/Berlin`; empty where they did not say.
    time_zone = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "person"], name="member_once"),
            models.CheckConstraint(
                condition=Q(role__in=["owner", "admin", "member", "stakeholder"]), name="member_role_known"
            ),
        ]

    @property
    def title(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """Their time zone; the server's where they did not say."""
        return ZoneInfo(self.time_zone or settings.TIME_ZONE)


class RoleGrant(Row):
    """A role of a member on one product or project. One person may hold several."""

    KIND: ClassVar[str] = "role"

    class Role(models.TextChoices):
        PRODUCT_MANAGER = "product_manager"
        PROJECT_MANAGER = "project_manager"
        CONTRIBUTOR = "contributor"
        VIEWER = "viewer"

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="grants")
    object_kind = models.CharField(max_length=8)
    object_id = models.UUIDField()
    role = models.CharField(max_length=16, choices=Role)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "object_kind", "object_id", "role"], name="role_once"),
            models.CheckConstraint(
                condition=Q(object_kind__in=["product", "project"]), name="role_on_known_kind"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["object_id"], name="role_of_object")]

    @property
    def title(self) -> str:
        return self.member.name

    def place(self) -> Place:
        if self.object_kind == "product":
            return Place(product_id=self.object_id)
        return Place(project_id=self.object_id)


class Invitation(Row):
    """An address asked to join: single use, seven days, bound to address, workspace and role. The token is hashed."""

    KIND: ClassVar[str] = "invitation"

    email = models.EmailField()
    role = models.CharField(max_length=12, choices=Member.Role)
    token_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    @property
    def title(self) -> str:
        return self.email


class ApiToken(models.Model):
    """A secret by which a program of a person's comes in with their rights, bound to one workspace or to none.

    It is shown once and kept as a hash; `prefix` begins it, is no secret, and is by what it is found.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="api_tokens")
    workspace = models.ForeignKey(Workspace, null=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=16, unique=True)
    token_hash = models.CharField(max_length=64)
    may_write = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    expires_at = models.DateTimeField()
    # To five minutes, so that a request is not a write.
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)


class SetupToken(models.Model):
    """The one-time address printed at the first start, while there is nobody yet."""

    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=timezone.now)
    used_at = models.DateTimeField(null=True, blank=True)


class Session(AbstractBaseSession):
    """A signed-in browser, so that a person can see and end it."""

    public_id = models.UUIDField(default=uuid7, unique=True, editable=False)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="sessions")
    address = models.CharField(max_length=64, blank=True)
    agent = models.CharField(max_length=300, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    @classmethod
    def get_session_store_class(cls) -> Any:
        from northline.accounts.sessions import SessionStore  # noqa: PLC0415 - Django's own shape of this circle

        return SessionStore
