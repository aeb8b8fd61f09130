"""Every shape of the API has a name of its own: of two by one name the documentation would show only one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import northline.config.api  # noqa: F401 - joins every area's shapes
from northline.core.schemas import In, Out


def _below(shape: type) -> Iterator[type]:
    for one in shape.__subclasses__():
        yield one
        yield from _below(one)


def test_no_two_shapes_share_a_name() -> None:
    shapes = {(one.__module__, one.__name__) for base in (In, Out) for one in _below(base)}
    names = Counter(name for _, name in shapes)
    assert [name for name, count in names.items() if count > 1] == []
