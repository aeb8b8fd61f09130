"""Plans that Microsoft Project saved come in with the dates that they have as files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import orjson
import pytest

from northline import engine
from northline.delivery import plan_reader
from northline.delivery.filing import store_plan
from northline.delivery.models import WorkItem
from northline.formats import mspdi
from northline.scheduling.actions import compute_anew
from northline.scheduling.models import SavedSchedule

pytestmark = pytest.mark.django_db
DATA = Path(os.environ.get("NORTHLINE_DATASETS", Path(__file__).resolve().parents[3] / "shared" / "data"))
FILES = sorted(DATA.glob("mspdi/**/*.xml"))


@pytest.mark.skipif(not FILES, reason="no third-party files; set NORTHLINE_DATASETS")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_an_imported_plan_keeps_every_date(cast: Any, file: Path) -> None:
    source = file.read_bytes()
    found = mspdi.read(source)
    read = orjson.loads(orjson.dumps(plan_reader.read(source, max_bytes=len(source) + 1)["plan"]))
    project = store_plan(read, title="Imported", code="IMP", product_id=None, by=cast.scope("piet"))
    compute_anew(project.pk)
    kept = orjson.loads(SavedSchedule.objects.get(pk=project.pk).payload)
    computed = engine.schedule(found.project)
    uids = dict(WorkItem.objects.filter(project=project).values_list("source_uid", "pk"))
    assert uids
    for uid, item_id in uids.items():
        task = computed[uid]
        dates = (
            task.start,
            task.finish,
            task.early_start,
            task.early_finish,
            task.late_start,
            task.late_finish,
        )
        assert kept[str(item_id)][:6] == [moment.isoformat(timespec="minutes") for moment in dates], uid
        assert kept[str(item_id)][6:8] == [task.total_slack, task.free_slack], uid
