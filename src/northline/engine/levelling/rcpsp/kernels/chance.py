"""Random numbers of the genetic search."""

from typing import Any

from northline.engine.levelling.rcpsp.kernels.shapes import SEED


def draw(figures: Any, limit: int) -> int:
    """A number below `limit` (Marsaglia's xorshift, 32 bits)."""
    x = figures[SEED]
    x ^= (x << 13) & 0xFFFFFFFF
    x ^= x >> 17
    x ^= (x << 5) & 0xFFFFFFFF
    figures[SEED] = x
    below: int = (x * limit) >> 32
    return below
