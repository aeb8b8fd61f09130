"""How long it takes to find ways back to a deadline in large plans, and to weigh what open risks cost.

python bench/recovery.py [tasks ...]: plans of so many tasks (1,000, 5,000 and 10,000) with five open risks, in a database
of their own. The last column is what an edit may weigh at once: tasks times simulations in a tenth of a second.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import datetime, timedelta

SIZES = [int(size) for size in sys.argv[1:]] or [1_000, 5_000, 10_000]
RISKS, ROUNDS = 5, 3


def main() -> None:
    os.environ["NORTHLINE_HOME"] = tempfile.mkdtemp(prefix="northline-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "northline.config.settings"
    sys.path.insert(0, os.getcwd())
    import django

    django.setup()
    from django.core.management import call_command

    from northline.engine.forecast import warm

    call_command("migrate", interactive=False, verbosity=0)
    warm()
    from tests import cast as told
    from tests.scheduling.plans import large, start
    from tests.working import work

    from northline.delivery.models import Project
    from northline.delivery.rules import plan_time
    from northline.scheduling.kept import kept_of
    from northline.scheduling.plan import load
    from northline.scheduling.recovery import actions
    from northline.scheduling.recovery.models import Recovery
    from northline.scheduling.recovery.schemas import RecoveryIn
    from northline.scheduling.risks import risks_of
    from northline.scheduling.weighing import weigh
    from northline.tracking.raid.models import Risk

    cast = told.assemble()
    by = cast.scope("piet")
    print("| tasks | ways back | simulated | risks weighed | one simulation | in a tenth of a second |")
    for number, size in enumerate(SIZES):
        project = start(by, product_id=cast.product.pk, code=f"P{chr(65 + number)}")
        # Before the plan is large: every risk has it computed anew.
        for place in range(RISKS):
            Risk.objects.create(
                workspace=cast.acme.workspace,
                project=project,
                key=f"RSK-{number}{place}",
                title="Storm",
                probability=30,
                low_days=1,
                likely_days=2,
                high_days=5,
            )
        large(project, size=size)
        plan = load(project.pk)
        finish = datetime.fromisoformat(kept_of(plan).finish)
        Project.objects.filter(pk=project.pk).update(deadline=plan_time(finish - timedelta(days=10)))
        project.refresh_from_db()
        plan = load(project.pk)
        outline, risks = plan.outline(), risks_of(project.pk)
        assert len(risks) == RISKS
        weighed = []
        for _ in range(ROUNDS):
            began = time.perf_counter()
            weigh(plan, outline, risks)
            weighed.append(time.perf_counter() - began)
        one = min(weighed) / (RISKS + 2)
        options = RecoveryIn().model_dump(mode="json", exclude={"item_id"})
        row = actions.start(project, None, options, by=cast.scope("piet"))
        began = time.perf_counter()
        work()
        spent = time.perf_counter() - began
        row = Recovery.objects.get(pk=row.pk)
        assert row.state == "ready", (row.state, row.refusal)
        simulated = (row.found or {}).get("simulations")
        print(
            f"| {size:,} | {spent:.1f} s | {simulated} | {min(weighed):.2f} s | {one * 1000:.0f} ms | "
            f"{round(0.1 / one * size):,} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
