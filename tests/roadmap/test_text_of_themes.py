"""What else the roadmap's text carries: themes, what initiatives are for, and fields that people added."""

from __future__ import annotations

from northline.core import editing
from northline.core.listing import custom_fields
from northline.core.models import Change
from northline.roadmap.models import Initiative
from northline.strategy.themes.actions import set_theme
from tests.roadmap.test_dependencies import add
from tests.roadmap.test_text import changes, fetch, send


def test_themes_goals_and_fields_of_ones_own_are_read_like_everything_else(cast):
    by = cast.scope("pia")
    theirs = set_theme(cast.product, fields={"title": "Reach", "shares": {"2026-Q4": 60}}, by=by)
    depth = set_theme(cast.product, fields={"title": "Depth", "shares": {"2026-Q4": 40}}, by=by)
    objective = cast.acme.row("objective")
    for kind in ("initiative", "milestone"):
        custom_fields.add(
            kind,
            product_id=None,
            title="Champion",
            type="person",
            options=[],
            description="",
            by=cast.scope("ada"),
        )
    made = add(cast, "Kept", theme_id=str(theirs.pk))
    before = fetch(cast)["text"]
    assert "theme: THM-1" in before
    text = f"""
themes:
- {{key: THM-1, title: Reach, shares: {{2026-Q4: 35}}}}
- {{key: THM-2, title: Depth, shares: {{2026-Q4: 65}}, owner: Pia}}
- {{title: Trust, colour: teal}}
initiatives:
- key: INI-1
  title: Kept
  status: planned
  theme: Trust
  objectives: [{objective.key}]
  custom: {{champion: Piet}}
milestones:
- {{title: Fair, day: 2026-05-04, custom: {{champion: Vera}}}}
"""
    told = changes(send(cast, text))
    assert told == [
        ("changed", "theme", "Reach", ["shares"]),
        ("changed", "theme", "Depth", ["owner", "shares"]),
        ("created", "theme", "Trust", []),
        ("changed", "initiative", "Kept", ["custom", "theme", "objectives"]),
        ("created", "milestone", "Fair", []),
    ]
    assert changes(send(cast, text, preview=False)) == told
    written_again = fetch(cast)["text"]
    assert "champion: Piet" in written_again
    assert f"objectives:\n  - {objective.key}" in written_again
    assert send(cast, written_again).json()["changes"] == []
    root = Change.objects.get(verb="read_roadmap_text")
    assert cast.client("pia").post(f"/api/changes/{root.pk}/undo").status_code == 200
    assert fetch(cast)["text"] == before
    assert send(cast, text, preview=False).status_code == 200
    # A theme that is put away cannot be told, and is not taken from what is part of it.
    row = Initiative.objects.get(pk=made["id"])
    editing.archive(row.theme, expected=row.theme.version, by=by)
    assert send(cast, fetch(cast)["text"]).json()["changes"] == []
    depth.refresh_from_db()
    assert depth.shares == {"2026-Q4": 65}


def test_a_text_without_themes_leaves_them(cast):
    set_theme(cast.product, fields={"title": "Reach"}, by=cast.scope("pia"))
    assert changes(send(cast, "initiatives: []")) == []
    assert changes(send(cast, "themes: []")) == [("archived", "theme", "Reach", [])]
