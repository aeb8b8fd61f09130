"""Plans as files: what leaves is what comes in again."""

from __future__ import annotations

import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook

from northline.accounts.models import RoleGrant
from northline.core.jobs import Worker
from northline.core.models import Export
from northline.delivery.models import Dependency, Project
from northline.scheduling.exports import rules
from tests.scheduling.plans import edit, start
from tests.working import work

pytestmark = pytest.mark.django_db

FORMULA = "=HYPERLINK(A1)"


def planned(cast: Any) -> Project:
    """A phase with two tasks, a milestone after them, an estimate, a person by half and a text that looks like a formula."""
    by = cast.scope("piet")
    project = start(by, product_id=cast.product.pk)
    sure = {"optimistic": 960, "likely": 1440, "pessimistic": 2400}
    edit(
        project,
        {"op": "add", "temp_id": "phase", "title": "Foundation"},
        {"op": "add", "temp_id": "dig", "parent_id": "phase", "title": FORMULA, "duration_minutes": 960},
        {
            "op": "add",
            "temp_id": "pour",
            "parent_id": "phase",
            "after_id": "dig",
            "title": "Pour, slowly",
            "duration_minutes": 1440,
        },
        {"op": "add", "temp_id": "live", "after_id": "phase", "title": "Live", "type": "milestone"},
        {
            "op": "set",
            "id": "pour",
            "version": 1,
            "fields": {"estimate": sure, "deadline": "2026-03-20T17:00"},
        },
        {"op": "link", "before": "dig", "after": "pour", "kind": "FS", "lag_minutes": 480},
        {"op": "link", "before": "pour", "after": "live"},
        by=by,
    )
    return project


def shown(cast: Any, project: Project) -> list[tuple[Any, ...]]:
    """Every item of the plan with its place, dates and estimate."""
    plan = cast.client("vera").get(f"/api/projects/{project.pk}/plan").json()
    return [
        (
            row["wbs"],
            row["title"],
            row["type"],
            row["schedule"]["start"],
            row["schedule"]["finish"],
            row["estimate"],
            row["deadline"],
        )
        for row in plan["items"]
    ]


@pytest.mark.parametrize("format", ["xlsx", "csv", "json", "xer"])
def test_a_plan_that_was_written_is_read_again(
    cast: Any, format: str, settings: Any, tmp_path: Path, one_thread: None
) -> None:
    settings.HOME = tmp_path
    project = planned(cast)
    file = cast.client("vera").get(f"/api/projects/{project.pk}/plan/file?format={format}")
    assert file.status_code == 200, file.content
    assert file["Content-Disposition"] == f'attachment; filename="ATL.{format}"'
    again = imported(cast, file.content)
    before, after = shown(cast, project), shown(cast, again)
    if format == "xer":  # has neither estimates nor deadlines
        before, after = [row[:5] for row in before], [row[:5] for row in after]
    assert after == before
    link = Dependency.objects.get(project=again, before__title=FORMULA)
    assert (link.after.title, link.lag_minutes) == ("Pour, slowly", 480)
    if format == "xlsx":
        cells = [cell for row in load_workbook(io.BytesIO(file.content)).active.iter_rows() for cell in row]
        assert FORMULA in [str(cell.value).lstrip("'") for cell in cells]
        assert not [cell for cell in cells if cell.data_type == "f"]
    if format == "csv":
        assert f",'{FORMULA}," in file.content.decode("utf-8-sig")


def imported(cast: Any, content: bytes) -> Project:
    browser = cast.client("vera")
    body = {"file": SimpleUploadedFile("plan", content), "title": "Again", "code": "AGN"}
    headers = {"host": "localhost", "northline-workspace": "acme"}
    made = Client.post(browser, "/api/projects/imports", body, headers=headers).json()
    work()
    told = browser.get(f"/api/imports/{made['id']}").json()
    assert told["state"] == "ready", told
    browser.post(f"/api/imports/{made['id']}/confirmation")
    work()
    return Project.objects.get(pk=browser.get(f"/api/imports/{made['id']}").json()["project_id"])


def test_a_plan_is_drawn_beside_its_baseline(cast: Any) -> None:
    project = planned(cast)
    browser, address = cast.client("piet"), f"/api/projects/{project.pk}/plan/file"
    kept = browser.post(f"/api/projects/{project.pk}/baselines", {"title": "Agreed"}).json()
    edit(project, {"op": "add", "title": "Late thought"}, by=cast.scope("piet"))
    told = browser.get(f"{address}?format=svg&baseline_id={kept['id']}")
    texts = told.content.decode()
    for text in ("Late thought", "against Agreed", "Baseline", "Deadline", FORMULA):
        assert f">{text}" in texts or text in texts, text
    assert "Baseline" not in browser.get(f"{address}?format=svg").content.decode()
    assert browser.get(f"{address}?format=png").content[:4] == b"\x89PNG"
    shown = browser.get(f"{address}?format=pdf&paper=a3&unit=week&inline=true")
    assert (shown.content[:5], shown["Content-Disposition"]) == (b"%PDF-", 'inline; filename="ATL.pdf"')
    assert browser.get(f"{address}?format=pdf&baseline_id={project.pk}").status_code == 404
    assert browser.get(f"{address}?format=bmp").status_code == 422


@pytest.mark.parametrize("format", ["mspdi", "xlsx", "pdf"])
def test_a_large_plan_is_written_in_the_background_for_whoever_asked(
    cast: Any, format: str, monkeypatch: pytest.MonkeyPatch, one_thread: None
) -> None:
    project, vera = planned(cast), cast.client("vera")
    at_once = vera.get(f"/api/projects/{project.pk}/plan/file?format={format}")
    assert vera.get(f"/api/projects/{project.pk}/plan").json()["can"]["export_at_once"]
    monkeypatch.setattr(rules, "WRITTEN_AT_ONCE", 3)
    monkeypatch.setattr(rules, "DRAWN_AT_ONCE", 3)
    assert not vera.get(f"/api/projects/{project.pk}/plan").json()["can"]["export_at_once"]
    refused = vera.get(f"/api/projects/{project.pk}/plan/file?format={format}")
    assert (refused.status_code, refused.json()["code"]) == (409, "export.in_background")

    asked = vera.post(f"/api/projects/{project.pk}/plan/exports", {"format": format, "paper": "a3"})
    assert asked.status_code == 202, asked.content
    here, job = f"/api/exports/{asked.json()['id']}", f"/api/jobs/{asked.json()['job']}"
    assert vera.get(f"{here}/file").status_code == 404
    work()
    told = vera.get(job).json()
    assert (told["state"], told["progress"], told["total"]) == ("done", 3, 3)
    assert vera.get(here).json()["made_at"] is not None
    file = vera.get(f"{here}/file")
    assert (file.status_code, file["Content-Type"]) == (200, at_once["Content-Type"])
    assert file["Content-Disposition"] == at_once["Content-Disposition"]
    assert file.content[:4] == at_once.content[:4]
    # It is hers alone.
    assert cast.client("ada").get(f"{here}/file").status_code == 404


def test_a_file_in_the_background_is_given_up_where_it_cannot_be_made_and_forgotten_after_a_day(
    cast: Any,
) -> None:
    project, vera = planned(cast), cast.client("vera")
    there = f"/api/projects/{project.pk}/plan/exports"
    asked = vera.post(there, {"format": "mspdi"}).json()
    assert vera.delete(f"/api/jobs/{asked['job']}").json()["state"] == "cancelled"
    work()
    assert vera.get(f"/api/exports/{asked['id']}").json()["made_at"] is None

    # Whoever may not read the project any more by the time gets nothing.
    lost = cast.client("stan").post(there, {"format": "mspdi"}).json()
    RoleGrant.objects.filter(member=cast.members["stan"]).delete()
    work()
    told = cast.client("stan").get(f"/api/jobs/{lost['job']}").json()
    assert (told["state"], told["refusal"]["code"]) == ("failed", "object.not_found")
    assert Export.objects.get(pk=lost["id"]).content is None

    # Nobody has to ask for another file for those of yesterday to go.
    kept = cast.client("piet").post(there, {"format": "csv"}).json()
    Export.objects.exclude(pk=kept["id"]).update(created_at=timezone.now() - timedelta(days=2))
    Worker()._make_rounds()
    assert [str(row.pk) for row in Export.objects.all()] == [kept["id"]]
