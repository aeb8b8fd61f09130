"""How a lower area tells the areas above it that something happened, without knowing them.

Listeners run at once, in the transaction of the action that speaks; what they raise undoes the action.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any

Listener = Callable[..., None]
_LISTENERS: dict[str, list[Listener]] = defaultdict(list)


def on(name: str) -> Callable[[Listener], Listener]:
    """Register the function as a listener of the event. Registering it twice counts once."""

    def register(listener: Listener) -> Listener:
        if listener not in _LISTENERS[name]:
            _LISTENERS[name].append(listener)
        return listener

    return register


def emit(name: str, **values: Any) -> None:
    """Tell every listener, in the order in which they registered. `values` are plain: ids, numbers, text."""
    for listener in _LISTENERS[name]:
        listener(**values)
