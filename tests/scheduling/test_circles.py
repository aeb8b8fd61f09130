"""Who is asked before and told after of work goes with it: into copies, templates, scenarios and files, as those do who work on it."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import undo
from northline.delivery import plan_reader
from northline.delivery.filing import store_plan
from northline.delivery.models import Project, WorkItem
from northline.delivery.raci.actions import Circled, put_together
from northline.delivery.raci.queries import circles_in
from northline.delivery.raci.rules import Said
from northline.delivery.resources import actions as resources
from northline.scheduling import exporting
from northline.scheduling.templates import actions as templates
from northline.talk.models import Watch
from tests.scheduling.plans import chain, edit, start

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(cast: Any) -> Project:
    """`dig`, of which Pia is asked and Carl is told, and `pour` after it."""
    piet = cast.scope("piet")
    project = start(piet, product_id=cast.product.pk)
    dig, _ = chain(project, "dig", "pour", by=piet)
    put_together(project, circles=[Circled(dig.pk, said(cast), 0)], by=piet)
    return project


def said(cast: Any) -> Said:
    return Said(consulted=(cast.pia.pk,), informed=(cast.carl.pk,))


def circles(project: Project) -> dict[str, Said]:
    titles = dict(WorkItem.objects.filter(project=project, archived_at=None).values_list("pk", "title"))
    return {titles[item]: one for item, one in circles_in(project.pk).items() if item in titles}


def item(project: Project, title: str) -> WorkItem:
    return WorkItem.objects.get(project=project, title=title)


def test_a_copy_and_a_second_part_have_them_too_and_follow_it(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    dig = item(project, "dig")
    copied = edit(project, {"op": "clone", "id": str(dig.pk), "title": "dig again", "temp_id": "c"}, by=piet)
    split = {"op": "split", "id": str(dig.pk), "version": 1, "first_minutes": 240, "title": "dig on"}
    edit(project, split, {"op": "clone", "id": str(dig.pk), "title": "alone", "people": False}, by=piet)
    assert circles(project) == dict.fromkeys(("dig", "dig again", "dig on"), said(cast))
    copy = copied.editor.temporary["c"]
    assert [row.member_id for row in Watch.objects.filter(object_id=copy)] == [cast.carl.pk]
    assert copied.change is not None
    undo.take_back(copied.change.pk, by=piet)
    assert "dig again" not in circles(project)


def test_what_is_copied_in_a_scenario_has_them_once_it_is_merged(cast: Any, project: Project) -> None:
    client, dig = cast.client("piet"), item(project, "dig")
    row = client.post(f"/api/projects/{project.pk}/scenarios", {"title": "What if"}).json()
    clone = {"op": "clone", "id": str(dig.pk), "title": "dig again"}
    client.post(f"/api/scenarios/{row['id']}/plan-edits", {"edits": [clone]})
    assert set(circles(project)) == {"dig"}
    merged = client.post(f"/api/scenarios/{row['id']}/merge", {})
    assert merged.status_code == 200, merged.content
    assert circles(project)["dig again"] == said(cast)


def test_a_template_keeps_them_as_roles(cast: Any, project: Project) -> None:
    piet = cast.scope("piet")
    kept = templates.save_template(
        project.pk, title="Digging", note="", item_id=None, anchor="start", names={cast.pia.pk: "Geologist"}, by=piet
    )  # fmt: skip
    roles = {role["name"]: role["id"] for role in kept.roles}
    assert set(roles) == {"Geologist", "Informed"}

    people = {
        name: resources.create_resource(
            {"title": name, "type": "person", "project_id": None, "member_id": getattr(cast, name).pk},
            by=piet,
        ).pk
        for name in ("pia", "carl")
    }
    given = {roles["Geologist"]: people["pia"], roles["Informed"]: people["carl"]}
    templates.start_from_template(
        kept, title="Again", code="AGN", product_id=cast.product.pk,
        start="2026-04-06T08:00", finish=None, people=given, by=piet,
    )  # fmt: skip
    assert circles(Project.objects.get(code="AGN")) == {"dig": said(cast)}

    # One person in both roles is asked, and a role that nobody fills names nobody.
    insert = {"op": "insert", "template_id": str(kept.pk), "title": "both"}
    both = {roles["Geologist"]: str(people["pia"]), roles["Informed"]: str(people["pia"])}
    edit(project, insert | {"people": both}, by=piet)
    assert circles(project)["both"] == Said(consulted=(cast.pia.pk,))
    edit(project, insert | {"title": "none", "people": {}}, by=piet)
    assert "none" not in circles(project)


@pytest.mark.parametrize("format", ["json", "mspdi"])
def test_a_file_names_them_and_its_reader_finds_them_again(cast: Any, project: Project, format: str) -> None:
    piet = cast.scope("piet")
    ready = exporting.readied(project, piet, drawing=exporting.Drawing())
    read = plan_reader.read(exporting.made(ready, format=format).content, max_bytes=1_000_000)
    named = {one["title"]: (one["consulted"], one["informed"]) for one in read["plan"]["items"]}
    assert named == {"dig": ([cast.pia.name], [cast.carl.name]), "pour": ([], [])}
    again = store_plan(read["plan"], title="Again", code="AGN", product_id=cast.product.pk, by=piet)
    assert circles(again) == {"dig": said(cast)}
