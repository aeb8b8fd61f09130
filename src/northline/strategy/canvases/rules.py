"""Which boxes a canvas and the vision board have, and how a statement stands to its evidence. Plain values in, plain values out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

# The board of the vision, which every product has (Pichler, Strategize), beside the canvases that are drawn as wanted.
VISION = "vision_board"
# In the order in which each is read. Lean canvas: Maurya, Running Lean. Business model and value proposition canvas:
# Osterwalder, strategyzer.com. Positioning statement: Moore, Crossing the Chasm.
TEMPLATES: Mapping[str, tuple[str, ...]] = {
    VISION: ("statement", "target_group", "needs", "product", "business_goals"),
    "lean_canvas": (
        "problem",
        "solution",
        "value_proposition",
        "unfair_advantage",
        "customer_segments",
        "key_metrics",
        "channels",
        "cost_structure",
        "revenue_streams",
    ),
    "business_model": (
        "key_partners",
        "key_activities",
        "key_resources",
        "value_proposition",
        "customer_relationships",
        "channels",
        "customer_segments",
        "cost_structure",
        "revenue_streams",
    ),
    "swot": ("strengths", "weaknesses", "opportunities", "threats"),
    "value_proposition": (
        "products_and_services",
        "gain_creators",
        "pain_relievers",
        "gains",
        "pains",
        "customer_jobs",
    ),
    "positioning": ("for_whom", "who_need", "category", "benefit", "unlike", "difference"),
}

Standing = Literal["supported", "contested", "contradicted", "unsupported"]


def standing(*, supports: int, contradicts: int) -> Standing:
    """How a statement stands to the pieces of evidence for and against it.

    >>> standing(supports=2, contradicts=1)
    'contested'
    >>> standing(supports=0, contradicts=0)
    'unsupported'
    """
    if contradicts:
        return "contested" if supports else "contradicted"
    return "supported" if supports else "unsupported"


def told(boxes: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, object]:
    """What a version says, box by box, without the names of its statements: this is what somebody signs.

    >>> told({"pains": [{"id": "1", "text": "Waiting", "nature": "fact"}], "gains": []})
    {'pains': [['fact', 'Waiting']], 'gains': []}
    """
    return {box: [[each["nature"], each["text"]] for each in said] for box, said in boxes.items()}


def lines(said: Sequence[Mapping[str, Any]]) -> str:
    """The words of a box, a line a statement.

    >>> lines([{"id": "1", "text": "Waiting", "nature": "fact"}, {"id": "2", "text": "Rain", "nature": "fact"}])
    'Waiting\\nRain'
    """
    return "\n".join(each["text"] for each in said)
