"""How long the projects on one line of time take to read, with what decides their end together.

    python bench/programme.py

The 200 projects of 500 items of bench/portfolio.py, linked in programmes of 20, in a copy of that database. Printed: the first read of
a process, the median of five more, and one after a plan changed.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
IN_ONE = 20


def main() -> None:
    argparse.ArgumentParser(description=__doc__).parse_args()
    from bench.workspace import prepare

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / ".cache" / "bench-portfolio" / "sqlite", Path(folder) / "sqlite")
        prepare("sqlite", kept=Path(folder))
        _measure()


def _measure() -> None:
    from bench.large import portfolio

    from northline.accounts.models import Member
    from northline.config import boot
    from northline.delivery.models import Project

    workspace = portfolio.made(portfolio.Portfolio(200, 500, 500))
    projects = list(Project.objects.filter(workspace=workspace).order_by("start", "pk"))
    _link(projects)
    reader = Member.objects.filter(workspace=workspace, role="admin").earliest("created_at")
    boot.settle()
    print(f"first {_asked(reader):.2f} s")
    print(f"again {statistics.median(_asked(reader) for _ in range(5)):.2f} s")
    Project.objects.filter(pk=projects[7].pk).update(plan_version=projects[7].plan_version + 1)
    print(f"after a plan changed {_asked(reader):.2f} s")


def _link(projects: list[Any]) -> None:
    """From an item in the middle of each project to one in the next, but from one programme to another."""
    from northline.delivery.models import WorkItem
    from northline.scheduling.programme.models import CrossLink

    for number, (one, other) in enumerate(pairwise(projects), 1):
        if number % IN_ONE == 0:
            continue
        ends = [
            WorkItem.objects.filter(project=project, parent__isnull=False).order_by("position")[place]
            for project, place in ((one, 200), (other, 300))
        ]
        CrossLink.objects.create(workspace=one.workspace, before=ends[0], after=ends[1], bound_at=other.start)


def _asked(reader: Any) -> float:
    from django.test import Client

    browser = Client(headers={"northline-workspace": reader.workspace.slug})
    browser.force_login(reader.person)
    began = time.perf_counter()
    answer = browser.get("/api/projects-in-time")
    assert answer.status_code == 200, answer.content[:300]
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
