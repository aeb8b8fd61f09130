"""What must hold of a risk before it is written."""

from __future__ import annotations

from typing import Any

from northline.core.refusal import NotFound, Refusal
from northline.delivery.models import WorkItem
from northline.tracking.raid import rules
from northline.tracking.raid.models import Risk


def check_risk(row: Risk, fields: dict[str, Any]) -> None:
    """Refuse what does not fit together; task ids become what is stored."""
    if fields.get("status") == Risk.Status.OCCURRED and row.status != Risk.Status.OCCURRED:
        raise Refusal(
            "risk.occurs_by_its_deed",
            "Say that it occurred by “It occurred”, which makes an issue of it. Nothing was changed.",
        )
    _check_days(row, fields)
    _check_strategy(row, fields)
    if fields.get("task_ids") is not None:
        fields["task_ids"] = _tasks_of(row, [str(task) for task in dict.fromkeys(fields["task_ids"])])


def _check_days(row: Risk, fields: dict[str, Any]) -> None:
    """Without a likely impact there is no span of it."""
    if fields.get("likely_days", row.likely_days) is None:
        fields |= {"low_days": None, "high_days": None} if "likely_days" in fields else {}
    names = ("low_days", "likely_days", "high_days")
    low, likely, high = (fields.get(name, getattr(row, name)) for name in names)
    known = [days for days in (low, likely, high) if days is not None]
    if known != sorted(known) or (likely is None and known):
        raise Refusal(
            "risk.impact_rises",
            "The impact rises from low over likely to high, and takes a likely one. Nothing was changed.",
        )


def _check_strategy(row: Risk, fields: dict[str, Any]) -> None:
    kind, strategy = fields.get("type", row.type), fields.get("strategy", row.strategy)
    threat = kind == Risk.Type.THREAT
    fitting = rules.THREAT_STRATEGIES if threat else rules.OPPORTUNITY_STRATEGIES
    if strategy and strategy not in fitting:
        raise Refusal(
            "risk.strategy_does_not_fit",
            f"One does not {strategy} {'a threat' if threat else 'an opportunity'}. "
            f"These fit: {', '.join(fitting)}. Nothing was changed.",
            possible=list(fitting),
        )


def _tasks_of(row: Risk, wanted: list[str]) -> list[str]:
    """The ids, all of tasks of the risk's project, or NotFound."""
    new = [task for task in wanted if task not in row.task_ids]
    there = WorkItem.objects.filter(project_id=row.project_id, pk__in=new).count() if new else 0
    if there != len(new):
        raise NotFound("work_item")
    return wanted
