"""Mail arrives at once, so that a test can read it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from northline.accounts import mail as post


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(post, "later", lambda deliver: deliver())


@pytest.fixture
def posted(django_capture_on_commit_callbacks: Any, mailoutbox: list[Any]) -> Callable[..., Any]:
    """Do something and answer with the address in the one mail that it sent."""

    def address_in_mail(deed: Callable[[], Any]) -> str:
        before = len(mailoutbox)
        with django_capture_on_commit_callbacks(execute=True):
            answer = deed()
        assert answer.status_code < 300, answer.content
        assert len(mailoutbox) == before + 1
        found = re.search(r"https?://\S+", mailoutbox[-1].body)
        assert found
        return found[0]

    return address_in_mail
