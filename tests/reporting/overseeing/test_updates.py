"""Updates: said once, kept with what the plan said then, and asked for when they are overdue."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from northline.core.fulltext import index, keeping
from northline.core.fulltext.models import Entry
from northline.core.models import Change
from northline.reporting.overseeing.models import InitiativeUpdate
from northline.reporting.overseeing.queries import due
from northline.roadmap import outlook
from northline.roadmap.models import Initiative
from northline.roadmap.rules.promising import Ends
from tests.cast import Cast


def under_way(cast: Cast, **fields: Any) -> Initiative:
    row: Initiative = cast.acme.row("initiative")
    set_to = {"status": "in_progress", "owner": cast.carl} | fields
    Initiative.objects.filter(pk=row.pk).update(**set_to)
    row.refresh_from_db()
    return row


def said(cast: Cast, row: Initiative, who: str = "carl", **body: Any) -> Any:
    return cast.client(who).post(f"/api/initiatives/{row.pk}/updates", {"health": "on_track"} | body)


def test_the_newest_update_comes_first_and_names_its_author(cast: Cast) -> None:
    row = under_way(cast)
    said(cast, row, words="Begun.")
    said(cast, row, "pia", health="at_risk", words="The supplier is late.")

    found = cast.client("vera").get(f"/api/initiatives/{row.pk}/updates").json()["items"]

    assert [(one["health"], one["words"], one["by"]["name"]) for one in found] == [
        ("at_risk", "The supplier is late.", "Pia"),
        ("on_track", "Begun.", "Carl"),
    ]


def test_the_words_of_updates_lead_the_search_to_their_initiative(cast: Cast) -> None:
    row = under_way(cast)
    said(cast, row)
    made = said(cast, row, health="at_risk", words="The quokka jumps.").json()
    vera = cast.client("vera")

    [found] = vera.get("/api/search?q=quokka").json()
    assert (found["kind"], found["id"], found["remark_id"]) == ("initiative", str(row.pk), made["id"])
    assert {"text": "quokka", "hit": True} in found["excerpt"]
    assert [one["id"] for one in vera.get("/api/lists/initiative?q=quokka").json()["items"]] == [str(row.pk)]
    assert cast.client("nora").get("/api/search?q=quokka").json() == []
    cast.members["stan"].grants.all().delete()
    assert cast.client("stan").get("/api/search?q=quokka").json() == []

    index.drop(list(Entry.objects.values_list("pk", flat=True)))
    Entry.objects.all().delete()
    keeping.catch_up()
    assert len(vera.get("/api/search?q=quokka").json()) == 1
    Initiative.objects.filter(pk=row.pk).update(archived_at=timezone.now())
    assert vera.get("/api/search?q=quokka").json() == []


def test_initiatives_are_filtered_grouped_and_exported_by_how_they_go(cast: Cast) -> None:
    row = under_way(cast)
    silent = Initiative.objects.create(
        workspace=row.workspace, product=row.product, key="INI-90", title="Nobody said"
    )
    said(cast, row, words="Begun.")
    said(cast, row, "pia", health="at_risk", words="The supplier is late.")
    vera = cast.client("vera")

    def listed(**asked: Any) -> list[str]:
        return [one["key"] for one in vera.get("/api/lists/initiative", asked).json()["items"]]

    assert listed(where='[["health", "is", "at_risk"]]') == [row.key]
    assert listed(where='[["health", "is", "on_track"]]') == []
    assert silent.key in listed(where='[["health", "empty"]]')
    groups = vera.get("/api/lists/initiative/groups?by=health").json()["items"]
    assert {(one["value"], one["count"]) for one in groups} >= {("at_risk", 1)}
    file = vera.get("/api/lists/initiative/export?format=csv&columns=key,health,update&sort=key")
    lines = file.getvalue().decode().splitlines()
    assert f"{row.key},At risk,The supplier is late." in lines


def test_updates_are_paged_without_a_gap(cast: Cast) -> None:
    row = under_way(cast)
    for number in range(3):
        said(cast, row, words=f"Week {number}")

    first = cast.client("vera").get(f"/api/initiatives/{row.pk}/updates", {"limit": 2}).json()
    path = f"/api/initiatives/{row.pk}/updates"
    second = cast.client("vera").get(path, {"limit": 2, "cursor": first["next"]}).json()

    words = [one["words"] for one in first["items"] + second["items"]]
    assert words == ["Week 2", "Week 1", "Week 0"]
    assert second["next"] is None


def test_what_the_plan_says_then_stays_with_the_update(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    row = under_way(
        cast,
        window_start=date(2026, 3, 2),
        window_finish=date(2026, 3, 31),
        window_precision="day",
    )
    plan = outlook.Outlook(p50=date(2026, 3, 20), p85=date(2026, 4, 2), ends=Ends(date(2026, 3, 31), (3, 1)))
    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: {row.pk: plan}])
    told = said(cast, row).json()

    monkeypatch.setattr(outlook, "_sources", [lambda scope, ids: {}])
    Initiative.objects.filter(pk=row.pk).update(window_finish=date(2026, 9, 30))
    [read] = cast.client("vera").get(f"/api/initiatives/{row.pk}/updates").json()["items"]

    assert read == told
    assert (read["chance"], read["window_finish"]) == (0.75, "2026-03-31")
    assert (read["p50"], read["p85"]) == ("2026-03-20", "2026-04-02")


def test_trouble_takes_words(cast: Cast) -> None:
    row = under_way(cast)

    answer = said(cast, row, health="off_track", words="  ")

    assert answer.status_code == 422, answer.content
    assert answer.json()["code"] == "update.words_missing"
    assert not InitiativeUpdate.objects.exists()


def test_an_update_is_one_change_of_its_initiative_and_is_not_undone(cast: Cast) -> None:
    row = under_way(cast)
    before = Change.objects.count()
    said(cast, row)

    change = Change.objects.latest("seq")
    assert Change.objects.count() == before + 1
    assert (change.verb, change.object_id, change.after["health"]) == ("reported on", row.pk, "on_track")
    assert cast.client("carl").post(f"/api/changes/{change.pk}/undo").status_code == 409


def test_whoever_has_not_said_for_long_how_it_goes_is_reminded_at_home(cast: Cast) -> None:
    row = under_way(cast, created_at=timezone.now() - timedelta(days=15))

    [reminder] = cast.client("carl").get("/api/home").json()["updates_due"]
    others = cast.client("pia").get("/api/home").json()["updates_due"]

    assert (reminder["id"], reminder["detail"]["ever"]) == (str(row.pk), False)
    assert others == []


def test_an_update_quiets_the_reminder_for_two_weeks(cast: Cast) -> None:
    row = under_way(cast, created_at=timezone.now() - timedelta(days=60))
    said(cast, row)
    scope, now = cast.scope("carl"), timezone.now()

    assert due(scope, now=now + timedelta(days=13)) == []
    assert [one["id"] for one in due(scope, now=now + timedelta(days=15))] == [row.pk]


@pytest.mark.parametrize("fields", [{"status": "planned"}, {"status": "done"}, {"parked": True}])
def test_nobody_is_reminded_of_what_is_not_under_way(cast: Cast, fields: dict[str, Any]) -> None:
    under_way(cast, created_at=timezone.now() - timedelta(days=60), **fields)

    assert due(cast.scope("carl")) == []


def test_reminders_take_one_query(cast: Cast, django_assert_num_queries: Any) -> None:
    under_way(cast, created_at=timezone.now() - timedelta(days=60))
    scope = cast.scope("carl")

    with django_assert_num_queries(1):
        assert len(due(scope)) == 1
