"""The list of work items knows the dates that were computed of each plan, and what slack they leave."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django.test.utils import CaptureQueriesContext

from northline.core.models import Job
from northline.delivery.models import PlanCalendar
from northline.scheduling.models import ItemDates
from tests.core.listing.asking import asked, bulk, titles
from tests.scheduling.plans import chain, edit, start
from tests.working import work

KIND = "work_item"


def _writes(ran: CaptureQueriesContext) -> list[str]:
    tables = ("itemdates", "laiddates")
    return [
        one["sql"]
        for one in ran.captured_queries
        if any(f'"scheduling_{table}"' in one["sql"] for table in tables)
        and one["sql"].startswith(("INSERT", "UPDATE"))
    ]


def test_work_is_filtered_sorted_and_exported_by_its_planned_dates_and_slack(cast: Any, db: None) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    dig, pour, _ = chain(project, "dig", "pour", "dry", by=cast.scope("piet"))
    edit(project, {"op": "add", "title": "paint", "duration_minutes": 480}, by=cast.scope("piet"))

    assert titles(cast, KIND, sort="finish,title") == ["dig", "paint", "pour", "dry"]
    assert titles(cast, KIND, where=[["start", "after", "2026-03-02"]], sort="start") == ["pour", "dry"]
    assert titles(cast, KIND, where=[["finish", "is", "2026-03-03"]]) == ["pour"]
    assert titles(cast, KIND, where=[["slack", "at_least", 2]]) == ["paint"]
    assert titles(cast, KIND, where=[["free_slack", "at_most", 0]], sort="title") == ["dig", "dry", "pour"]
    assert titles(cast, KIND, where=[["late_start", "is", "2026-03-04"]], sort="title") == ["dry", "paint"]
    assert titles(cast, KIND, where=[["early_finish", "is", "2026-03-02"]], sort="title") == ["dig", "paint"]
    assert titles(cast, KIND, where=[["critical", "is", False]]) == ["paint"]
    groups = asked(cast, KIND, part="/groups", by="critical").json()["items"]
    assert sorted(group["count"] for group in groups) == [1, 3]
    file = asked(cast, KIND, part="/export", format="csv", sort="start", columns="title,late_finish,slack")
    rows = list(csv.reader(StringIO(file.content.decode("utf-8-sig"))))
    assert rows[0][-2:] == ["Late finish", "Total slack, days"]
    assert ["paint", "2", "2026-03-04"] in [[row[-3], row[-1], row[-2][:10]] for row in rows[1:]]

    # What is edited is laid out anew at the next look, and no more of it than differs.
    edit(project, set_(pour, duration_minutes=960), by=cast.scope("piet"))
    assert titles(cast, KIND, where=[["finish", "is", "2026-03-04"]]) == ["pour"]
    assert titles(cast, KIND, where=[["slack", "is", 3]]) == ["paint"]
    assert ItemDates.objects.get(pk=dig.pk).finish == "2026-03-02T17:00"


def test_a_list_whose_plans_were_not_computed_since_writes_nothing(
    cast: Any, db: None, django_assert_max_num_queries: Any
) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    chain(project, "dig", "pour", by=cast.scope("piet"))
    with django_assert_max_num_queries(40) as first:
        asked(cast, KIND)
    assert _writes(first)
    with django_assert_max_num_queries(20) as again:
        asked(cast, KIND)
    assert _writes(again) == []


def test_the_dates_of_several_plans_are_laid_by_a_worker(cast: Any, db: None, one_thread: None) -> None:
    for code, word in (("ATL", "dig"), ("BAL", "dry"), ("BUR", "paint")):
        project = start(cast.scope("piet"), product_id=cast.product.pk, code=code)
        chain(project, word, by=cast.scope("piet"))

    assert titles(cast, KIND, where=[["finish", "is", "2026-03-02"]]) == []
    asked(cast, KIND)
    assert Job.objects.filter(name="lay_dates").count() == 1
    work()
    assert titles(cast, KIND, where=[["finish", "is", "2026-03-02"]], sort="title") == [
        "dig",
        "dry",
        "paint",
    ]


def test_a_day_alone_ends_with_the_project_s_calendar(cast: Any, db: None) -> None:
    project = start(cast.scope("piet"), product_id=cast.product.pk)
    PlanCalendar.objects.filter(pk=project.calendar_id).update(week=[[[540, 900]]] * 5 + [[], []])
    (dig,) = chain(project, "dig", by=cast.scope("piet"))
    one = [{"id": str(dig.pk), "version": dig.version}]
    bulk(cast, KIND, one, by="piet", fields={"deadline": "2026-03-06"})
    dig.refresh_from_db()
    assert dig.deadline == "2026-03-06T15:00"
    project.refresh_from_db()
    answer = cast.client("piet").patch(
        f"/api/projects/{project.pk}",
        {"start": "2026-03-03", "deadline": "2026-03-07"},
        headers={"if-match": f'"{project.version}"'},
    )
    told = answer.json()
    # Nobody works on a Saturday: it ends at five, as any day off.
    assert (told["start"], told["deadline"]) == ("2026-03-03T09:00", "2026-03-07T17:00"), told


def set_(item: Any, **fields: Any) -> dict[str, Any]:
    item.refresh_from_db()
    return {"op": "set", "id": str(item.pk), "version": item.version, "fields": fields}
