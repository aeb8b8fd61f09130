"""Work cut into parts for a few threads."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

PIECES = 4  # per thread, so that one held up by other work on the machine does not hold up all


def in_parts(part: Callable[[int, int], int], blocks: int, workers: int | None) -> int:
    """Our own threads, as numba's default pool ends the process when two requests simulate at once."""
    threads = max(1, min(workers or os.cpu_count() or 1, blocks))
    if threads == 1:
        return part(0, blocks)
    count = min(blocks, threads * PIECES)
    bounds = [blocks * w // count for w in range(count + 1)]
    flag = 0
    with ThreadPoolExecutor(threads) as pool:
        for answer in pool.map(part, bounds[:-1], bounds[1:]):
            flag |= answer
    return flag
