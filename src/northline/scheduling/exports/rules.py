"""Which plans are written as files at once: those that take about a second at most (`bench/exports.py`)."""

DRAWN = frozenset({"pdf", "png", "svg"})
# So many items, as a file for other programs, and drawn.
WRITTEN_AT_ONCE, DRAWN_AT_ONCE = 2_000, 200


def most_at_once(format: str) -> int:
    """So many items a plan may have whose file is written at once; that of more is made in the background."""
    return DRAWN_AT_ONCE if format in DRAWN else WRITTEN_AT_ONCE


def quick(size: int) -> dict[str, bool]:
    """What of a plan of so many items is written at once.

    >>> quick(500)
    {'export_at_once': True, 'draw_at_once': False}
    """
    return {"export_at_once": size <= WRITTEN_AT_ONCE, "draw_at_once": size <= DRAWN_AT_ONCE}
