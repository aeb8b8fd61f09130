"""How long the file of a large plan takes to be written, by format; and so which plans are written in the background.

python bench/exports.py [tasks ...]: plans of so many tasks (1,000, 5,000 and 10,000) in a database of their own.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time

SIZES = [int(size) for size in sys.argv[1:]] or [1_000, 5_000, 10_000]
FORMATS = ("mspdi", "xer", "xlsx", "csv", "json", "pdf", "png", "svg")


def main() -> None:
    os.environ["NORTHLINE_HOME"] = tempfile.mkdtemp(prefix="northline-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "northline.config.settings"
    sys.path.insert(0, os.getcwd())
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    from tests import cast as told
    from tests.scheduling.plans import large, start

    from northline.scheduling import exporting

    cast = told.assemble()
    print("| tasks | " + " | ".join(FORMATS) + " |")
    for number, size in enumerate(SIZES):
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=f"P{chr(65 + number)}")
        large(project, size=size)
        row = []
        for format in FORMATS:
            began = time.perf_counter()
            ready = exporting.readied(project, cast.scope("piet"), drawing=exporting.Drawing())
            content = exporting.made(ready, format=format).content
            row.append(f"{time.perf_counter() - began:.2f} s, {len(content) / 1e6:.1f} MB")
        print(f"| {size:,} | " + " | ".join(row) + " |", flush=True)


if __name__ == "__main__":
    main()
