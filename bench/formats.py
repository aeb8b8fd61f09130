"""A plan of 100,000 tasks read from Microsoft Project's XML, MPXJ's reader beside it: `python bench/formats.py`.

Each reader runs in a process of its own, on the same made file; memory is the process's peak. `--write` puts the table
into docs/formats.md.
"""

import argparse
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from northline.engine import Link, LinkKind, Minutes, Project, Task, standard_calendar
from northline.engine.model import Lag
from northline.formats import ImportedPlan, mpxj, mspdi

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs" / "formats.md"
BEGIN, END = "<!-- bench/formats.py -->", "<!-- end of bench/formats.py -->"
LIMIT = 1 << 30


def made_plan(size: int) -> ImportedPlan:
    """Ten thousand summaries' worth of outline, 1.45 links a task of all kinds, a third of them with lag."""
    from datetime import datetime

    luck = random.Random(size)
    tasks = [
        Task(
            id=str(n),
            name=f"Task {n}",
            duration=Minutes(0 if n % 10 == 0 else 60 * luck.randint(1, 80)),
            parent=None if n % 10 == 0 else str(n // 10 * 10),
        )
        for n in range(size)
    ]
    leaves = [n for n in range(size) if n % 10]
    links = {}
    while len(links) < 1.45 * size:
        at = luck.randrange(1, len(leaves))
        before = leaves[max(0, at - luck.randint(1, 60))]
        lag = Lag(luck.choice([0, 0, 480]))
        links[before, leaves[at]] = Link(str(before), str(leaves[at]), luck.choice(list(LinkKind)), lag)
    project = Project(
        id="big",
        name="Big",
        start=datetime(2026, 1, 5, 8),
        calendars=(standard_calendar(),),
        tasks=tuple(tasks),
        links=tuple(links.values()),
    )
    return ImportedPlan(project=project, details={})


def ours(file: Path) -> tuple[float, float]:
    """Seconds and MiB of our reader."""
    done = subprocess.run(
        [sys.executable, __file__, "--read", str(file)], check=True, capture_output=True, text=True
    )
    seconds, mebibytes = done.stdout.split()
    return float(seconds), float(mebibytes)


def theirs(file: Path, folder: Path) -> tuple[float, float] | None:
    """Seconds that MPXJ says its reading took, and the peak of its process (which also writes); None without Java."""
    if not mpxj.is_there():
        return None
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    command = [
        "java",
        "-Xmx8g",
        "-cp",
        f"{mpxj._jars()}/*",
        mpxj.CONVERTER,
        str(file),
        str(folder / "out.mpx"),
    ]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    took = re.search(r"Reading input file completed in (\d+)ms", done.stdout)
    peak = max(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, before)
    return (int(took[1]) / 1000, peak / 1024) if took else None


def own_peak() -> float:
    """MiB that this process took at most; what getrusage tells is at least what its parent had taken before."""
    found = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Make the file, read it, print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--read", type=Path)
    parser.add_argument("--tasks", type=int, default=100_000)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    if asked.read:
        began = time.perf_counter()
        mspdi.read(asked.read, max_bytes=LIMIT)
        seconds = time.perf_counter() - began
        print(seconds, own_peak())
        return 0
    lines = ["| reader | file | tasks, links | seconds | peak memory |", "| --- | --- | --- | --- | --- |"]
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "plan.xml"
        plan = made_plan(asked.tasks)
        file.write_bytes(mspdi.write(plan))
        size, counts = file.stat().st_size >> 20, f"{asked.tasks:,}, {len(plan.project.links):,}"
        found = {"Northline": ours(file), "MPXJ": theirs(file, Path(name))}
        for reader, result in found.items():
            told = f"{result[0]:.1f} | {result[1]:,.0f} MiB" if result else "not there | "
            lines.append(f"| {reader} | {size} MiB | {counts} | {told} |")
    table = "\n".join(lines)
    print(table)
    if asked.write:
        text = DOCS.read_text()
        head, rest = text.split(BEGIN)
        DOCS.write_text(f"{head}{BEGIN}\n{table}\n{END}{rest.split(END)[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
