"""Lets the levelling tests import their plans by name, and keeps them on the twin unless they say otherwise."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[2]))


@pytest.fixture(autouse=True)
def plain_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small plans take less time in the twin than numba takes to load."""
    monkeypatch.setenv("NORTHLINE_JIT", "off")
