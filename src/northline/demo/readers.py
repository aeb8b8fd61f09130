"""The audiences of the roadmap."""

from __future__ import annotations

from collections.abc import Callable

from northline.demo.making import Making
from northline.reporting.audiences.actions import address

READERS: tuple[tuple[str, str, dict[str, object]], ...] = (
    ("The board", "executives", {}),
    ("Pharmacy customers", "customers", {"statuses": ["planned", "committed", "in_progress", "done"], "layout": "horizons"}),
    ("Sales", "sales", {}),
    ("Engineering", "engineering", {}),
)  # fmt: skip


def remember(making: Making) -> None:
    for at, reader in enumerate(READERS):
        making.past.ago(41 - at / 10, _audience(making, *reader))


def _audience(making: Making, title: str, group: str, chosen: dict[str, object]) -> Callable[[], None]:
    def deed() -> None:
        row = address(making.product, title=title, group=group, chosen=chosen, by=making.by("priya"))
        making.keep("audience", title, row)

    return deed
