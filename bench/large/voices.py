"""Who said what and was told what: highlights, votes, comments, sign-offs, share links, digests."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from bench.large.evidence import Evidence
from bench.large.plans import Plans
from bench.large.writer import Part, body, written

from northline.reporting.digests.models import Digest, DigestIssue
from northline.reporting.models import Audience, Share, ShareVisit
from northline.research.models import Highlight
from northline.research.portal.models import ChangelogEntry, Portal, Post, PostComment, Visitor, Vote
from northline.strategy.models import SignOff, Stakeholder, Verdict, Vision
from northline.talk.models import Comment, Reaction, Watch

VISIONS = 10


class Voices(Part):
    """Writes what people say and are told, at the largest sizes that a workspace has."""

    def write(self, evidence: Evidence, plans: Plans) -> None:
        self.evidence, self.plans = evidence, plans
        written(self._highlights())
        self._portal()
        self._comments()
        self._sign_offs()
        self._readers()

    def _highlights(self) -> Iterator[Highlight]:
        """Two more passages of every insight of which one is marked."""
        for row in list(Highlight.objects.filter(workspace=self.workspace).order_by("pk")):
            for _ in range(2):
                yield Highlight(
                    workspace=self.workspace, insight_id=row.insight_id, target_kind=row.target_kind, target_id=row.target_id,
                    quote=self.writer.text(8), importance=self.chance.randint(1, 5), by=self.chance.choice(self.members),
                    created_at=self.writer.some_time(),
                )  # fmt: skip

    def _portal(self) -> None:
        self.portal = Portal.objects.get(workspace=self.workspace)
        self.posts = list(Post.objects.filter(portal=self.portal).order_by("pk"))
        self.visitors = written(self._visitors())
        written(self._votes())
        written(
            PostComment(
                workspace=self.workspace, post=self.chance.choice(self.posts), author=self.chance.choice(self.visitors),
                words=self.writer.text(25), state=self.chance.choice(("shown", "shown", "shown", "pending")),
                created_at=self.writer.some_time(),
            )
            for _ in range(self.size.insights // 5)
        )  # fmt: skip
        written(
            ChangelogEntry(
                workspace=self.workspace, product_id=self.portal.product_id, portal=self.portal, key=f"LOG-{n}",
                title=self.writer.text(5), words=self.writer.text(40), sort=self.chance.choice(ChangelogEntry.Sort.values),
                day=self.writer.today - timedelta(days=n), published_at=self.writer.some_time() if n % 9 else None,
                created_at=self.writer.some_time(),
            )
            for n in range(self.size.customers // 5)
        )  # fmt: skip

    def _visitors(self) -> Iterator[Visitor]:
        for n in range(self.size.insights // 20):
            yield Visitor(
                workspace=self.workspace, portal=self.portal, email=f"{n}@visitors.example", name=self.writer.text(2),
                verified_at=self.writer.some_time() if n % 3 else None,
            )  # fmt: skip

    def _votes(self) -> Iterator[Vote]:
        """Three of five are visitors' own, the others customers'."""
        share = self.size.insights * 3 // 5 // len(self.posts)
        for post in self.posts:
            count = min(share * 3 // 5 + 1, len(self.visitors))
            for visitor in self.chance.sample(self.visitors, count):
                yield Vote(
                    workspace=self.workspace, post=post, visitor=visitor, created_at=self.writer.some_time()
                )
            customers = self.evidence.customers
            for customer in self.chance.sample(customers, min(share * 2 // 5 + 1, len(customers))):
                yield Vote(
                    workspace=self.workspace, post=post, customer=customer, by=self.chance.choice(self.members),
                    created_at=self.writer.some_time(),
                )  # fmt: skip

    def _comments(self) -> None:
        about = [
            *self.evidence.insights[::5], *self.evidence.needs, *self.evidence.ideas, *self.plans.initiatives,
            *self.plans.objectives,
        ]  # fmt: skip
        threads = written(
            self._comment(
                self.chance.choice(about), resolved_at=self.writer.some_time() if n % 4 == 0 else None
            )
            for n in range(self.size.insights * 3 // 10)
        )
        written(self._comment(thread, parent=thread) for thread in threads[::3])
        written(
            Reaction(workspace=self.workspace, comment=row, member=member, sign="agree")
            for row in threads[::4]
            for member in self.chance.sample(self.members, 2)
        )
        written(
            Watch(
                workspace=self.workspace,
                member=member,
                object_kind=row.KIND,
                object_id=row.pk,
                why="commented",
            )
            for row in self.plans.initiatives
            for member in self.chance.sample(self.members, 2)
        )

    def _comment(self, about: Any, **more: Any) -> Comment:
        """About an object or, in a thread, about what its first one is about."""
        kind, pk = (
            (about.object_kind, about.object_id) if isinstance(about, Comment) else (about.KIND, about.pk)
        )
        words = self.writer.text(25)
        return Comment(
            workspace=self.workspace, object_kind=kind, object_id=pk, by=self.chance.choice(self.members), words=words,
            body=body(words), created_at=self.writer.some_time(), **more,
        )  # fmt: skip

    def _sign_offs(self) -> None:
        """Every stakeholder of a product says something of each version of its vision."""
        people = list(Stakeholder.objects.filter(workspace=self.workspace).order_by("pk"))
        visions = written(
            Vision(
                workspace=self.workspace, product=self.products[0], key=f"VIS-{n}", title=f"Vision {n}", number=n,
                statement=self.writer.text(20), target_group=self.writer.text(20),
            )
            for n in range(1, VISIONS + 1)
        )  # fmt: skip
        asked = written(
            SignOff(
                workspace=self.workspace, product=self.products[0], document_kind="vision", document_id=row.pk,
                line=self.products[0].pk, number=row.number, content={"statement": row.statement},
                content_hash=_hash(row.statement), asked_by=self.members[0],
            )
            for row in visions
        )  # fmt: skip
        for one in asked:
            one.asked.set(people)
        written(
            Verdict(
                workspace=self.workspace, sign_off=one, stakeholder=who, word=self.chance.choice(Verdict.Word.values),
                text=self.writer.text(12), content_hash=one.content_hash, created_at=self.writer.some_time(),
            )
            for one in asked
            for who in people
        )  # fmt: skip

    def _readers(self) -> None:
        """Audiences, what was shared with them, and a digest for every stakeholder."""
        audiences = written(
            Audience(
                workspace=self.workspace, product=product, key=f"AUD-{2 + at * len(Audience.Group.values) + n}",
                title=self.writer.text(2), group=group, fields=["status"], precision="quarter",
            )
            for at, product in enumerate(self.products)
            for n, group in enumerate(Audience.Group.values)
        )  # fmt: skip
        shares = written(self._shares(audiences))
        written(
            ShareVisit(
                workspace=self.workspace,
                share=row,
                day=self.writer.today - timedelta(days=n),
                count=n + 1,
            )
            for row in shares
            for n in range(20)
        )
        people = list(Stakeholder.objects.filter(workspace=self.workspace).order_by("pk"))
        mine = [row for row in audiences if row.product_id == self.products[0].pk]
        digests = written(
            Digest(
                workspace=self.workspace, product_id=row.product_id, stakeholder=row, key=f"DIG-{n}", title=row.title,
                audience=self.chance.choice(mine), email=f"{n}@readers.example",
                frequency=self.chance.choice(Digest.Frequency.values),
            )
            for n, row in enumerate(people)
        )  # fmt: skip
        written(
            DigestIssue(
                workspace=self.workspace, digest=row, day=self.writer.today - timedelta(days=7 * n), state="sent",
                news=n,
            )
            for row in digests
            for n in range(20)
        )  # fmt: skip

    def _shares(self, audiences: list[Audience]) -> Iterator[Share]:
        for n in range(max(self.size.insights // 100, 20)):
            audience = audiences[n % len(audiences)]
            yield Share(
                workspace=self.workspace, view="roadmap", title=self.writer.text(4), product_id=audience.product_id,
                audience=audience, token_hash=_hash(f"share {self.workspace.slug} {n}"), created_by=self.chance.choice(self.members),
                created_at=self.writer.some_time(), revoked_at=self.writer.some_time() if n % 5 == 0 else None,
            )  # fmt: skip


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
