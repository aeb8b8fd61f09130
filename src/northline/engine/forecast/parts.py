"""Work cut into parts for a few threads."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

PIECES = 4  # per thread, so that one held up by other work on the machine does not hold up all
TOLD = 40  # where somebody is told how far it is

Tell = Callable[[float], None]


def in_parts(
    part: Callable[[int, int], int], blocks: int, workers: int | None, on_progress: Tell | None = None
) -> int:
    """Our own threads, as numba's default pool ends the process when two requests simulate at once.

    `on_progress` is told after each piece which share of all is done.
    """
    threads = max(1, min(workers or os.cpu_count() or 1, blocks))
    if threads == 1 and on_progress is None:
        return part(0, blocks)
    count = min(blocks, threads * PIECES if on_progress is None else TOLD)
    bounds = [blocks * w // count for w in range(count + 1)]
    flag = 0
    with ThreadPoolExecutor(threads) as pool:
        for done, answer in enumerate(pool.map(part, bounds[:-1], bounds[1:]), start=1):
            flag |= answer
            if on_progress is not None:
                on_progress(done / count)
    return flag
