"""Files of risks: what they may say, in JSON, as a table, and inside Northline's own plans."""

from datetime import datetime

import pytest

from northline.engine.forecast import Historical, Lognormal, Shape, Spread, ThreePoints
from northline.engine.model import Minutes, Project, Task, standard_calendar
from northline.formats import FormatError, ImportedPlan, native, risk_files
from northline.formats.losses import losses
from northline.formats.told import told
from northline.formats.uncertainty import RiskEvent, RiskImpact, Uncertainty, Unit, joined

JSON = b"""{"format": "northline.risks", "version": 1,
"risks": [{"id": "storm", "name": "Storm", "probability": 0.2, "cost": 500,
           "impacts": [{"task": "roof", "low": 480, "likely": 960, "high": 2400},
                       {"task": "walls", "likely": 10, "unit": "percent"}]}],
"factors": [{"name": "team", "tasks": ["roof", "walls"], "spread": {"low": 90, "likely": 100, "high": 140, "unit": "percent"}}],
"durations": [{"task": "roof", "duration": {"shape": "triangular", "low": 60, "likely": 120, "high": 240}},
              {"task": "walls", "duration": {"shape": "lognormal", "mean": 480, "deviation": 60}},
              {"task": "base", "duration": {"shape": "historical", "values": [80, 100, 150], "unit": "percent"}}]}"""
TABLE = b"""kind;id;name;probability;cost;task;unit;shape;low;likely;high;mean;deviation;values
;storm;Storm;20%;500;roof;;;480;960;2400;;;
;storm;;;;walls;percent;;;10;;;;
factor;team;;;;roof;percent;;90;100;140;;;
factor;team;;;;walls;;;;;;;;
duration;;;;;roof;;triangular;60;120;240;;;
duration;;;;;walls;;lognormal;;;;480;60;
duration;;;;;base;percent;historical;;;;;;80 100 150
"""


@pytest.mark.parametrize("content", [JSON, TABLE, TABLE.replace(b";", b"\t"), b"\xef\xbb\xbf" + TABLE])
def test_both_kinds_of_file_say_the_same(content: bytes) -> None:
    found = told(risk_files.read(content))
    (storm,), (team,) = found.risks, found.factors
    assert (storm.id, storm.name, storm.probability, storm.cost) == ("storm", "Storm", 0.2, 500)
    assert [(i.task, i.low, i.likely, i.high, i.as_share) for i in storm.impacts] == [
        ("roof", 480, 960, 2400, False),
        ("walls", 0.1, 0.1, 0.1, True),
    ]
    assert (team.name, team.tasks, team.spread) == ("team", ("roof", "walls"), Spread(0.9, 1.0, 1.4))
    assert found.durations == {
        "roof": ThreePoints(60, 120, 240, Shape.TRIANGULAR),
        "walls": Lognormal(480, 60),
        "base": Historical((0.8, 1.0, 1.5), as_share=True),
    }


def test_a_lognormal_may_be_told_by_two_quantiles() -> None:
    found = risk_files.read(
        b'{"durations": [{"task": "a", "duration": {"shape": "lognormal", "p10": 100, "p90": 400}}]}'
    )
    assert told(found).durations["a"] == Lognormal.between(100, 400)


BAD = [
    (b'{"risks": [', "format.truncated"),
    (b"nothing of the kind", "format.wrong_schema"),
    (b"", "format.wrong_schema"),
    (b"{]", "format.wrong_schema"),
    (b'{"format": "northline.plan"}', "format.wrong_schema"),
    (b'{"version": 2}', "format.newer_version"),
    (b'{"version": "1"}', "format.wrong_schema"),
    (b'{"hazards": []}', "format.bad_field"),
    (b'{"risks": [{"id": "r"}]}', "format.bad_field"),
    (b'{"risks": [{"id": "r", "probability": "often"}]}', "format.bad_field"),
    (b'{"risks": [{"id": "r", "probability": 1.5}]}', "format.bad_field"),
    (b'{"risks": [{"id": "r", "probability": 0.5, "impacts": [{"task": "a", "low": 5, "likely": 3}]}]}', "format.bad_field"),
    (b'{"durations": [{"task": "a", "duration": {"low": 1}}]}', "format.bad_field"),
    (b'{"durations": [{"task": "a", "duration": {"shape": "normal"}}]}', "format.bad_field"),
    (b'{"durations": [{"task": "a", "duration": {"shape": "historical"}}]}', "format.bad_field"),
    (b'{"factors": [{"name": "f", "tasks": ["a"], "spread": {"low": 1, "likely": 1, "high": 2}}]}', "format.bad_field"),
    (b"id,probability,task,likely\nr,often,a,60\n", "format.bad_field"),
    (b"id,probability,task,likely\n,0.1,a,60\n", "format.bad_field"),
    (b"id,probability,task,likely\nr,0.1,a,20%\n", "format.bad_field"),
    (b"id,probability,task,likely\nr,0.1,a,60\nr,0.2,b,60\n", "format.bad_field"),
    (b"id,probability,task,mood\nr,0.1,a,60\n", "format.wrong_schema"),
    (b"kind,id,task,likely\nwish,r,a,60\n", "format.bad_field"),
    (b"kind,task,low,likely,high\nduration,a,1,2,3\nduration,a,1,2,3\n", "format.bad_field"),
]  # fmt: skip


@pytest.mark.parametrize(("content", "code"), BAD)
def test_a_bad_file_is_refused_with_a_stable_code(content: bytes, code: str) -> None:
    with pytest.raises(FormatError) as refused:
        told(risk_files.read(content))
    assert refused.value.code == code


def plan(uncertainty: Uncertainty) -> ImportedPlan:
    shed = Project(
        id="p", name="Shed", start=datetime(2026, 3, 2, 8), calendars=(standard_calendar(),),
        tasks=tuple(Task(id=t, duration=Minutes(480)) for t in ("base", "walls", "roof")),
    )  # fmt: skip
    return ImportedPlan(project=shed, details={}, uncertainty=uncertainty)


def test_northlines_own_plans_carry_all_of_it_and_lose_nothing() -> None:
    given = plan(risk_files.read(JSON))
    assert native.read(native.write(given)) == given
    assert b"uncertainty" not in native.write(plan(Uncertainty()))


def test_what_another_format_cannot_carry_is_listed() -> None:
    lost = {loss.field: loss.ids for loss in losses(plan(risk_files.read(JSON)), plan(Uncertainty()))}
    assert lost == {"risk": ("storm",), "factor": ("team",), "duration": ("roof", "walls", "base")}


def test_a_file_goes_before_what_the_plan_says() -> None:
    first = Uncertainty(risks=(RiskEvent(id="a", probability=0.1), RiskEvent(id="b", probability=0.1)))
    impact = RiskImpact(task="roof", likely=5, unit=Unit.PERCENT)
    second = Uncertainty(risks=(RiskEvent(id="b", probability=0.9, impacts=(impact,)),))
    assert [(r.id, r.probability) for r in joined(first, second).risks] == [("a", 0.1), ("b", 0.9)]
