"""How tests of discovery speak to the API."""

from __future__ import annotations


def version(row):
    return {"if-match": f'"{row["version"]}"'}


def plan(cast, *, risk="valuable", by="carl", **fields):
    body = {
        "idea_id": str(cast.acme.row("idea").pk),
        "risk": risk,
        "title": "Five fleets pay up front",
        "metric": "Fleets that pay",
        "threshold": 3,
    }
    return cast.client(by).post("/api/experiments", body | fields)


def act(cast, row, verb, body=None, *, by="carl"):
    return cast.client(by).post(f"/api/experiments/{row['id']}/{verb}", body or {}, headers=version(row))


def finished(cast, measured, **fields):
    """An experiment that was run and measured."""
    row = act(cast, plan(cast, **fields).json(), "start").json()
    return act(cast, row, "result", {"measured": measured, "learning": "They paid"}).json()


def risks_of(cast, by="carl"):
    """The risks of the idea, by name."""
    answer = cast.client(by).get(f"/api/ideas/{cast.acme.row('idea').pk}/risks").json()
    return {one["risk"]: one for one in answer["risks"]}


def undo(cast, change, by="carl"):
    return cast.client(by).post(f"/api/changes/{change.pk}/undo", {})
