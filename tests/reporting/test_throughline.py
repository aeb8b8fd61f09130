"""The line, walked both ways."""

from __future__ import annotations

from typing import Any

import pytest

from northline.core import links
from northline.core.ids import uuid7
from northline.reporting.graph import Line, Node, step_of
from northline.research.discovery.models import Experiment
from tests.cast import Cast


@pytest.fixture
def line(cast: Cast) -> dict[str, Any]:
    """Insight → opportunity → idea → initiative → project → work item, and the objective between."""
    acme = cast.acme
    by = acme.scope
    links.link("supports", acme.row("insight"), target=acme.row("opportunity"), by=by)
    links.link("addresses", acme.row("idea"), target=acme.row("opportunity"), by=by)
    links.link("serves", acme.row("opportunity"), target=acme.row("objective"), by=by)
    links.link("delivers", acme.row("initiative"), target=acme.row("idea"), by=by)
    links.link("advances", acme.row("initiative"), target=acme.row("objective"), by=by)
    links.link("realises", acme.row("project"), target=acme.row("initiative"), by=by)
    acme.row("work_item")
    return acme.rows


def walked(cast: Cast, kind: str, row: Any, who: str = "ada") -> dict[str, set[str]]:
    answer = cast.client(who).get(f"/api/throughline/{kind}/{row.pk}")
    assert answer.status_code == 200, answer.content
    sides: dict[str, set[str]] = {"why": set(), "how": set(), "focus": set()}
    for node in answer.json()["nodes"]:
        sides[node["side"]].add(node["kind"])
    return sides


def test_a_task_knows_its_why_up_to_the_evidence(cast: Cast, line: dict[str, Any]) -> None:
    sides = walked(cast, "work_item", line["work_item"])

    assert sides["why"] == {"project", "initiative", "idea", "objective", "opportunity", "insight"}
    assert sides["how"] == set()


def test_an_insight_knows_what_it_led_to_down_to_the_tasks(cast: Cast, line: dict[str, Any]) -> None:
    sides = walked(cast, "insight", line["insight"])

    assert sides["why"] == set()
    assert sides["how"] == {"opportunity", "idea", "objective", "initiative", "project", "work_item"}


def test_the_middle_of_the_line_sees_both_ways(cast: Cast, line: dict[str, Any]) -> None:
    sides = walked(cast, "initiative", line["initiative"])

    assert "insight" in sides["why"]
    assert sides["how"] == {"project", "work_item"}


def test_experiments_and_their_verdicts_stand_between_the_evidence_and_the_work(
    cast: Cast, line: dict[str, Any]
) -> None:
    experiment = cast.acme.row("experiment")
    Experiment.objects.filter(pk=experiment.pk).update(
        state="done", measured=3, threshold=5, comparison="at_least"
    )
    insight = links.link("supports", line["insight"], target=experiment.assumption, by=cast.acme.scope)

    answer = cast.client("vera").get(f"/api/throughline/initiative/{line['initiative'].pk}").json()
    told = {node["kind"]: node for node in answer["nodes"]}
    edges = {(edge["type"], edge["reason"], edge["consequence"]) for edge in answer["edges"]}
    down = walked(cast, "insight", line["insight"])["how"]

    tested = str(experiment.assumption_id)
    assert (told["experiment"]["side"], told["experiment"]["status"]) == ("why", "refuted")
    assert ("refutes", str(experiment.pk), tested) in edges
    assert ("is assumed by", tested, str(line["idea"].pk)) in edges
    assert ("supports", str(insight.source_id), tested) in edges
    assert {"assumption", "idea", "initiative"} <= down
    assert walked(cast, "experiment", experiment)["how"] >= {"assumption", "idea", "initiative", "project"}


def test_every_edge_names_its_reason_and_its_consequence(cast: Cast, line: dict[str, Any]) -> None:
    answer = cast.client("vera").get(f"/api/throughline/idea/{line['idea'].pk}").json()
    edges = {edge["type"]: edge for edge in answer["edges"]}

    assert edges["supports"]["reason"] == str(line["insight"].pk)
    assert edges["addresses"]["reason"] == str(line["opportunity"].pk)
    assert edges["delivers"]["consequence"] == str(line["initiative"].pk)


def test_a_stranger_finds_no_throughline(cast: Cast, line: dict[str, Any]) -> None:
    answer = cast.client("nora").get(f"/api/throughline/idea/{line['idea'].pk}")

    assert answer.status_code == 404


def test_a_walk_ends_where_links_run_in_a_circle() -> None:
    a, b, c = (_node() for _ in range(3))
    line = Line.of([step_of("supports", *ends, reason="source") for ends in ((a, b), (b, c), (c, a))])

    above, _ = line.why(a)

    assert above == {b, c}


def _node() -> Node:
    return ("insight", uuid7())
