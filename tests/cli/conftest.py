"""Commands as if each had a process of its own."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def begun_just_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """Levelling counts from when its process started, which here is that of all tests."""
    monkeypatch.setattr("northline.cli.level._running", lambda: 0.0)
