"""How long an edit of a large plan takes, rescheduling and a 10,000-sample forecast included.

python bench/plan_edits.py [tasks] [rounds]: a plan of 2,000 tasks in a database of its own, edited through the API.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from typing import Any

TASKS = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 15


def main() -> None:
    os.environ["NORTHLINE_HOME"] = tempfile.mkdtemp(prefix="northline-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "northline.config.settings"
    sys.path.insert(0, os.getcwd())
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from northline.engine.forecast import warm

    call_command("migrate", interactive=False, verbosity=0)
    warm()
    from tests import cast as told
    from tests.scheduling.plans import large, start

    from northline.delivery.models import WorkItem

    cast = told.assemble()
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    leaves = large(project, size=TASKS)
    browser = _signed_in(cast)
    address = f"/api/projects/{project.pk}"
    spent: dict[str, list[float]] = {"edit": [], "preview": [], "rename": [], "plan": []}
    used: list[float] = []
    for number in range(ROUNDS + 2):
        item = WorkItem.objects.get(pk=leaves[number * 3])
        for name, query, fields in (
            ("preview", "?preview=true", {"duration_minutes": 960 + number}),
            ("edit", "", {"duration_minutes": 960 + number}),
            ("rename", "", {"title": f"Renamed {number}"}),
        ):
            item.refresh_from_db()
            body = {"edits": [{"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}]}
            began, ran = time.perf_counter(), time.process_time()
            answer = browser.post(f"{address}/plan-edits{query}", body)
            spent[name].append(time.perf_counter() - began)
            if name == "edit":
                used.append(time.process_time() - ran)
            assert answer.status_code == 200, answer.content[:300]
        began = time.perf_counter()
        size = len(browser.get(f"{address}/plan").content)
        spent["plan"].append(time.perf_counter() - began)
    print(f"{TASKS} tasks, {connection.vendor}, {ROUNDS} rounds; the plan is {size:,} bytes")
    for name, all_times in spent.items():
        times = sorted(all_times[2:])
        print(
            f"{name:8} median {statistics.median(times) * 1000:6.0f} ms, "
            f"fastest {times[0] * 1000:6.0f} ms, slowest {times[-1] * 1000:6.0f} ms"
        )
    print(f"an edit takes {statistics.median(used[2:]) * 1000:.0f} ms of processor time over all cores")


def _signed_in(cast: Any) -> Any:
    """Piet's browser, with a session that was stored beforehand."""
    from tests.cast import Browser

    from serving import session_of

    browser = Browser(headers={"host": "localhost", "northline-workspace": "acme"})
    browser.cookies["northline_session"] = session_of(cast.piet.person)
    return browser


if __name__ == "__main__":
    main()
