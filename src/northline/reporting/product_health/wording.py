"""The page's words where no client finds them: in files."""

from __future__ import annotations

from collections.abc import Mapping

from northline.reporting.product_health.figures import Figure

SECTION: Mapping[str, str] = {
    "objectives": "Objectives",
    "confidence": "Roadmap confidence",
    "promises": "Promises",
    "launches": "Launches and reviews",
    "evidence": "Evidence",
    "flow": "Delivery",
    "updates": "Updates",
}
FIGURE: Mapping[str, str] = {
    "progress": "Progress",
    "on_track": "On track",
    "at_risk": "At risk",
    "off_track": "Off track",
    "unknown": "Not measured",
    "inside": "Sure of its window",
    "unplanned": "Without a forecast",
    "open": "Open",
    "endangered": "At risk",
    "kept": "Kept in 30 days",
    "broken": "Broken in 30 days",
    "near": "In the next 30 days",
    "late": "Late",
    "reviews_due": "Reviews due",
    "taken_in": "Noted in 30 days",
    "waiting": "In the inbox",
    "age": "Median age there",
    "finished": "Finished in 30 days",
    "overdue": "Overdue",
}
WORD: Mapping[str, str] = {
    "late": "late since",
    "review": "review due",
    "near": "planned for",
    "outside": "P85",
    "unplanned": "no forecast",
    "endangered": "promised for",
    "overdue": "last word",
    "off_track": "off track",
    "at_risk": "at risk",
}


def amount(value: float | None, unit: str) -> str:
    """
    >>> amount(67.0, "percent"), amount(1.0, "days"), amount(None, "count")
    ('67 %', '1 day', '–')
    """
    if value is None:
        return "–"
    number = f"{value:,.0f}"
    if unit == "percent":
        return f"{number} %"
    return number if unit == "count" else f"{number} day{'' if number == '1' else 's'}"


def trend(figure: Figure) -> str:
    """What became of the figure: better, worse, more, less or same; empty where no row tells.

    >>> trend(Figure("late", 1, 3, better="less"))
    'better'
    """
    if figure.value is None or figure.was is None:
        return ""
    if figure.value == figure.was:
        return "same"
    way = "more" if figure.value > figure.was else "less"
    return way if not figure.better else "better" if way == figure.better else "worse"


def trend_said(figure: Figure) -> str:
    """The trend as a reader is told it."""
    became = trend(figure)
    if became in ("", "same"):
        return "as before" if became else "no earlier figure"
    return f"{became}, was {amount(figure.was, figure.unit)}"
