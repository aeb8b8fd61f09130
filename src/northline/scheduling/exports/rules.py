"""Which plans are written as files at once."""

# Of more items it takes longer than a second (`bench/exports.py`).
AT_ONCE = 1_000


def is_quick(size: int) -> bool:
    """Is the file of a plan of so many items written at once, or in the background?"""
    return size <= AT_ONCE
