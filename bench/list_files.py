"""How long the file of a long list takes in the request, and what another page meets meanwhile.

    python bench/list_files.py [--database sqlite|postgres]

All fields of 100,000 insights in the workspace of bench/workspace.py, asked in process; the home page is asked again and again by
another thread. Why longer lists are written in the background: the first byte comes when the file is done.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--database", choices=("sqlite", "postgres"), default="sqlite")
    asked = parser.parse_args()
    from bench.workspace import prepare

    prepare(asked.database)
    from bench.large import making, questions
    from bench.large.writer import Size

    from northline.config import boot
    from northline.core.listing.exporting import asking

    asking.AT_ONCE = 1_000_000
    browser = questions.Questions(making.made(Size(100_000, 5_000)))
    browser.get("home")
    boot.settle()
    alone = [_timed(browser) for _ in range(20)]
    print(f"home alone: median {statistics.median(alone):.0f} ms")
    for format in ("csv", "json", "xlsx"):
        _measure(browser, format)


def _measure(browser: object, format: str) -> None:
    over, meanwhile = threading.Event(), []

    def others() -> None:
        from django.db import connection

        while not over.is_set():
            meanwhile.append(_timed(browser))
            time.sleep(0.05)
        connection.close()

    beside = threading.Thread(target=others)
    beside.start()
    before, began = _memory(), time.perf_counter()
    answer = browser.get("lists/insight/export", format=format)  # type: ignore[attr-defined]
    first = time.perf_counter() - began
    size = sum(map(len, answer.streaming_content))
    over.set()
    beside.join()
    meanwhile.sort()
    print(
        f"{format}: first byte after {first:.1f} s, {size / 1e6:.1f} MB, memory {_memory() - before:+.0f} MB; home meanwhile:"
        f" median {statistics.median(meanwhile):.0f} ms, 95th percentile {meanwhile[int(len(meanwhile) * 0.95)]:.0f} ms"
    )


def _timed(browser: object) -> float:
    began = time.perf_counter()
    browser.get("home")  # type: ignore[attr-defined]
    return (time.perf_counter() - began) * 1000


def _memory() -> float:
    """Resident memory in megabytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


if __name__ == "__main__":
    main()
