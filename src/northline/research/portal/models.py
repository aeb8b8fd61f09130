"""The feedback portal: what strangers see and say of a product, kept apart from what its people know of it.

A post is public; the insight behind it (`insight`) and what it is connected to belong to research and roadmap and
never leave by the public addresses (`portal.public`).
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from northline.accounts.models import Member
from northline.core.models import Editable, Row
from northline.core.scope import Place
from northline.products.models import Product
from northline.research.models import Customer, Insight


def nothing() -> list[Any]:
    return []


class OfPortalProduct(Editable):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def place(self) -> Place:
        return Place(product_id=self.product_id)


class Portal(OfPortalProduct):
    """Where customers of one product say what they need. Archived, it is closed."""

    KIND: ClassVar[str] = "portal"
    PREFIX: ClassVar[str] = "PTL"

    class Access(models.TextChoices):
        PUBLIC = "public"
        # Members, invited addresses, and who knows the passphrase.
        PRIVATE = "private"
        # Everybody writes, nobody sees what others wrote.
        SUBMIT_ONLY = "submit_only"

    slug = models.SlugField(max_length=60, unique=True)
    access = models.CharField(max_length=12, choices=Access, default=Access.PUBLIC)
    intro = models.TextField(blank=True)
    categories = models.JSONField(default=nothing)
    # What the statuses are called here; those left out keep their usual names.
    status_names = models.JSONField(default=dict)
    anonymous = models.BooleanField(default=True)
    moderated = models.BooleanField(default=True)
    voting = models.BooleanField(default=True)
    commenting = models.BooleanField(default=True)
    passphrase_hash = models.CharField(max_length=200, blank=True)
    # Where it was opened, for addresses in mails where no public address is set.
    origin = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="portal_key_once"),
            models.UniqueConstraint(fields=["product"], name="portal_of_product_once"),
        ]


class OfPortal(Row):
    """A row that belongs to a portal and lives where it does."""

    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="+")

    class Meta:
        abstract = True

    def place(self) -> Place:
        return self.portal.place()


class PortalGuest(OfPortal):
    """An address that may enter a private portal."""

    KIND: ClassVar[str] = "portal_guest"

    email = models.EmailField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["portal", "email"], name="portal_guest_once")
        ]


class Visitor(OfPortal):
    """A browser that wrote or voted, or, once its address was proved by mail, a person."""

    KIND: ClassVar[str] = "visitor"

    name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    verified_at = models.DateTimeField(null=True)
    # How often a mailed key was used: a key is good for one number.
    keys_used = models.PositiveIntegerField(default=0)
    # Follows the changelog by mail since.
    follows_since = models.DateTimeField(null=True)
    unsubscribed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["portal", "email"], condition=~Q(email=""), name="visitor_address_once"
            ),
            models.CheckConstraint(
                condition=Q(verified_at=None) | ~Q(email=""), name="visitor_verified_has_an_address"
            ),
        ]


class Post(OfPortalProduct):
    """A wish, said in public. `words` is its plain text."""

    KIND: ClassVar[str] = "post"
    PREFIX: ClassVar[str] = "POST"

    class State(models.TextChoices):
        PENDING = "pending"
        SHOWN = "shown"
        REJECTED = "rejected"
        # Put away with it: it stands in no list, search, count or suggestion.
        SPAM = "spam"
        MERGED = "merged"

    class Status(models.TextChoices):
        UNDER_REVIEW = "under_review"
        PLANNED = "planned"
        IN_PROGRESS = "in_progress"
        SHIPPED = "shipped"
        DECLINED = "declined"

    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="posts")
    words = models.TextField(blank=True)
    category = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    status = models.CharField(max_length=12, choices=Status, default=Status.UNDER_REVIEW)
    # Who wrote it; neither: a member in the name of the team.
    author = models.ForeignKey(Visitor, null=True, on_delete=models.SET_NULL, related_name="posts")
    shown_at = models.DateTimeField(null=True)
    # Why it was rejected, for members.
    rejection = models.CharField(max_length=300, blank=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    # Counted anew whenever a vote or comment comes or goes, so that lists can be sorted by it.
    vote_count = models.PositiveIntegerField(default=0)
    comment_count = models.PositiveIntegerField(default=0)
    # The evidence that it is in research, from the moment it is shown.
    insight = models.OneToOneField(Insight, null=True, on_delete=models.SET_NULL, related_name="+")
    # The idea or initiative that would fulfil it.
    target_kind = models.CharField(max_length=24, blank=True)
    target_id = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="post_key_once"),
            models.CheckConstraint(
                condition=Q(state="merged", merged_into__isnull=False)
                | (~Q(state="merged") & Q(merged_into=None)),
                name="post_merged_names_the_other",
            ),
            models.CheckConstraint(
                condition=Q(target_kind="", target_id=None)
                | (~Q(target_kind="") & Q(target_id__isnull=False)),
                name="post_target_whole_or_none",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["portal", "state", "-shown_at"], name="post_newest"),
            models.Index(fields=["portal", "state", "-vote_count"], name="post_most_wanted"),
            models.Index(fields=["target_id"], name="post_by_target"),
        ]


class Vote(Row):
    """One voice for a post: a visitor's own, or a customer's, given by a member who heard it."""

    KIND: ClassVar[str] = "vote"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="votes")
    visitor = models.ForeignKey(Visitor, null=True, on_delete=models.CASCADE, related_name="votes")
    customer = models.ForeignKey(Customer, null=True, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    # Of a customer: the evidence that it is in research.
    insight = models.ForeignKey(Insight, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "visitor"], name="vote_of_visitor_once"),
            models.UniqueConstraint(fields=["post", "customer"], name="vote_of_customer_once"),
            models.CheckConstraint(
                condition=Q(visitor=None, customer__isnull=False) | Q(visitor__isnull=False, customer=None),
                name="vote_is_of_one",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["post", "created_at"], name="vote_lately")]

    def place(self) -> Place:
        return self.post.place()


class PostComment(Row):
    """Something said under a post, by a visitor or, without an author, by the team."""

    KIND: ClassVar[str] = "post_comment"

    class State(models.TextChoices):
        PENDING = "pending"
        SHOWN = "shown"
        REJECTED = "rejected"
        SPAM = "spam"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="comments")
    author = models.ForeignKey(Visitor, null=True, on_delete=models.SET_NULL, related_name="+")
    by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")
    official = models.BooleanField(default=False)
    words = models.TextField()
    state = models.CharField(max_length=8, choices=State, default=State.PENDING)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["post", "created_at"], name="post_comment_in_order")]

    def place(self) -> Place:
        return self.post.place()


class ShippedProposal(Row):
    """What a post waits for was released: is the wish fulfilled? Settled once, by a member."""

    KIND: ClassVar[str] = "shipped_proposal"

    post = models.ForeignKey(Post, on_delete=models.CASCADE, related_name="proposals")
    # What was released, as it was called then.
    released = models.CharField(max_length=330)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Member, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["post"], condition=Q(settled_at=None), name="shipped_proposal_one_open"
            )
        ]

    def place(self) -> Place:
        return self.post.place()


class ChangelogEntry(OfPortalProduct):
    """What is new, told to customers. A draft until it is published."""

    KIND: ClassVar[str] = "changelog_entry"
    PREFIX: ClassVar[str] = "LOG"

    class Sort(models.TextChoices):
        NEW = "new"
        IMPROVED = "improved"
        FIXED = "fixed"

    portal = models.ForeignKey(Portal, on_delete=models.CASCADE, related_name="entries")
    words = models.TextField(blank=True)
    sort = models.CharField(max_length=8, choices=Sort, default=Sort.NEW)
    day = models.DateField()
    published_at = models.DateTimeField(null=True)
    # Ids, as texts: the posts that it answers and, for members, the initiatives that it tells of.
    post_ids = models.JSONField(default=nothing)
    initiative_ids = models.JSONField(default=nothing)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["workspace", "key"], name="changelog_entry_key_once")
        ]
        indexes: ClassVar = [models.Index(fields=["portal", "-day"], name="changelog_of_portal")]


class Notice(Row):
    """A visitor was told of something by mail; once, however often it happens."""

    KIND: ClassVar[str] = "notice"

    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="+")
    about_kind = models.CharField(max_length=24)
    about_id = models.UUIDField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["visitor", "about_id"], name="notice_once")]
        indexes: ClassVar = [models.Index(fields=["about_id"], name="notice_about")]
