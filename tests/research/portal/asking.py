"""How the tests speak to a portal: as a stranger's browser that keeps its cookies, and as a member."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail

from northline.accounts import mail as post_room
from northline.research.portal.keys import key_for
from northline.research.portal.models import Portal, Post
from tests.cast import Browser, Cast


class Stranger:
    """Somebody at the portal of a workspace, whose browser keeps its cookies."""

    def __init__(self, portal: Portal, browser: Browser | None = None) -> None:
        self.portal = portal
        self.browser = browser or Browser(headers={"host": "localhost"})

    def at(self, path: str = "") -> str:
        return f"/api/public/portals/{self.portal.slug}{path}"

    def get(self, path: str = "", **query: Any) -> Any:
        return self.browser.get(self.at(path), query)

    def post(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return self.browser.post(self.at(path), body or {})

    def delete(self, path: str) -> Any:
        return self.browser.delete(self.at(path))

    def wish(self, title: str = "Dark mode", **fields: Any) -> Any:
        return self.post("/posts", {"title": title} | fields)

    def titles(self, **query: Any) -> list[str]:
        return [item["title"] for item in self.get("/posts", **query).json()["items"]]

    def vote(self, post: Post) -> Any:
        return self.post(f"/posts/{post.pk}/vote")

    def prove(self, email: str) -> Any:
        """Come in as the owner of that address, by a key as it is mailed."""
        return self.post("/entry", {"key": key_for(self.portal, email, purpose="enter")})


def open_portal(cast: Cast, **fields: Any) -> Portal:
    portal: Portal = cast.acme.row("portal")
    if fields:
        Portal.objects.filter(pk=portal.pk).update(**fields)
        portal.refresh_from_db()
    return portal


def act(
    cast: Cast, method: str, path: str, body: Any = None, *, by: str = "carl", version: int | None = None
) -> Any:
    """A member's request."""
    headers = {"if-match": f'"{version}"'} if version is not None else {}
    client = cast.client(by)
    return getattr(client, method)(f"/api{path}", {} if body is None else body, headers=headers)


def shown(cast: Cast, title: str = "Dark mode", **fields: Any) -> Post:
    """A post that everybody sees."""
    portal = cast.acme.row("portal")
    body = {"portal_id": portal.pk, "title": title} | fields
    answer = act(cast, "post", "/posts", body)
    assert answer.status_code == 201, answer.content
    return Post.objects.get(pk=answer.json()["id"])


def mails_now(monkeypatch: Any) -> list[Any]:
    """Let mails leave at once and in this thread; answers the outbox."""
    monkeypatch.setattr(post_room, "later", lambda deliver: deliver())
    outbox: list[Any] = mail.outbox
    outbox.clear()
    return outbox


def address_in(body: str) -> str:
    found = re.search(r"http://localhost\S+", body)
    assert found, body
    return found[0]
