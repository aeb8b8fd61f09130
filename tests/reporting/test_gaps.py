"""Where the line is broken."""

from __future__ import annotations

import pytest

from northline.core import links
from northline.reporting import gaps
from northline.research.models import Insight, Opportunity
from northline.roadmap.models import Initiative
from tests.cast import Cast


def broken(cast: Cast, who: str = "ada") -> dict[str, list[str]]:
    answer = cast.client(who).get(f"/api/gaps?product_id={cast.product.pk}")
    assert answer.status_code == 200, answer.content
    return {group["rule"]: [item["key"] for item in group["items"]] for group in answer.json()}


def test_an_objective_without_work_is_a_gap_until_an_initiative_advances_it(cast: Cast) -> None:
    objective, initiative = cast.acme.row("objective"), cast.acme.row("initiative")
    assert broken(cast)["objective_without_work"] == [objective.key]

    links.link("advances", initiative, target=objective, by=cast.acme.scope)

    assert broken(cast)["objective_without_work"] == []


def test_a_promise_needs_evidence_anywhere_above_it(cast: Cast) -> None:
    acme = cast.acme
    initiative = acme.row("initiative")
    Initiative.objects.filter(pk=initiative.pk).update(status="committed")
    links.link("delivers", initiative, target=acme.row("idea"), by=acme.scope)
    links.link("addresses", acme.row("idea"), target=acme.row("opportunity"), by=acme.scope)
    assert broken(cast)["promise_without_evidence"] == [initiative.key]

    links.link("supports", acme.row("insight"), target=acme.row("opportunity"), by=acme.scope)

    assert broken(cast)["promise_without_evidence"] == []


def test_an_idea_of_an_initiative_is_no_promise(cast: Cast) -> None:
    cast.acme.row("initiative")

    assert broken(cast)["promise_without_plan"] == []


def test_work_with_no_why_is_a_gap(cast: Cast) -> None:
    project = cast.acme.row("project")

    assert project.key in broken(cast)["project_without_why"]


def test_evidence_for_a_need_is_evidence_for_what_is_part_of_it(cast: Cast) -> None:
    acme = cast.acme
    above = acme.row("opportunity")
    part = Opportunity.objects.create(
        workspace=acme.workspace, product=acme.product, key="OPP-99", title="Part", parent=above
    )
    assert set(broken(cast)["opportunity_without_evidence"]) == {above.key, part.key}

    links.link("supports", acme.row("insight"), target=above, by=acme.scope)

    assert broken(cast)["opportunity_without_evidence"] == []


def test_of_many_gaps_the_newest_are_told_and_all_counted(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gaps, "MOST_TOLD", 3)
    Insight.objects.bulk_create(
        Insight(workspace=cast.acme.workspace, product=cast.product, key=f"INS-{n}", title="x")
        for n in range(5)
    )
    links.link("supports", Insight.objects.get(key="INS-4"), target=cast.acme.row("idea"), by=cast.acme.scope)

    answer = cast.client("ada").get(f"/api/gaps?product_id={cast.product.pk}").json()
    found = next(group for group in answer if group["rule"] == "insight_leads_nowhere")
    assert (found["checked"], found["total"], len(found["items"])) == (5, 4, 3)


def test_gaps_of_a_foreign_product_are_not_found(cast: Cast) -> None:
    answer = cast.client("ada").get(f"/api/gaps?product_id={cast.beyond.product.pk}")

    assert answer.status_code == 404


def test_gaps_take_a_fixed_number_of_queries(cast: Cast, django_assert_max_num_queries: object) -> None:
    client = cast.client("vera")
    cast.acme.row("initiative")

    with django_assert_max_num_queries(22):  # type: ignore[operator]
        client.get("/api/gaps")
