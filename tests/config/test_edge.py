"""What every answer carries, and what stands outside the API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from northline.config.database import database_of
from tests.cast import PASSWORD, Cast


def test_every_answer_has_a_request_id_and_the_strict_policy(cast: Cast) -> None:
    answer = cast.client("ada").get("/api/products")

    assert answer.headers["X-Request-Id"]
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'unsafe-inline'" not in policy
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_refusal_is_a_problem_with_a_stable_code(cast: Cast) -> None:
    answer = cast.client("").get("/api/products")

    assert answer.status_code == 401
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["code"] == "session.required"
    assert answer.json()["request_id"] == answer.headers["X-Request-Id"]


def test_an_unknown_field_is_refused_and_named(cast: Cast) -> None:
    body = {"product_id": cast.product.pk, "title": "x", "colour": "red"}

    answer = cast.client("ada").post("/api/insights", body)

    assert answer.status_code == 422
    assert answer.json()["fields"][0]["path"].endswith("colour")


def test_signing_in_takes_the_csrf_token(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    body = {"email": cast.ada.person.email, "password": PASSWORD}

    assert browser.post("/api/session", body, content_type="application/json").status_code == 403


def test_a_write_takes_the_csrf_token(cast: Cast) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    browser.force_login(cast.ada.person)

    answer = browser.post("/api/customers", {"title": "x"}, content_type="application/json")

    assert answer.status_code == 403


@pytest.mark.django_db
def test_health_and_readiness_answer() -> None:
    client = Client(headers={"host": "localhost"})

    assert client.get("/healthz").json() == {"status": "ok"}
    assert client.get("/readyz").json() == {"status": "ok"}


def test_what_is_named_by_its_content_is_asked_for_once(tmp_path: Path, settings: Any) -> None:
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "assets").mkdir()
    for name in ("assets/_id-DmjB2_-D.css", "assets/notes.css", "icon.svg"):
        (tmp_path / name).write_text("*{}")
    client = Client(headers={"host": "localhost"})

    kept = {
        name: client.get(f"/static/{name}").headers["Cache-Control"]
        for name in ("assets/_id-DmjB2_-D.css", "assets/notes.css", "icon.svg")
    }

    assert "immutable" in kept.pop("assets/_id-DmjB2_-D.css")
    assert not any("immutable" in said for said in kept.values())


def test_an_address_outside_the_api_that_is_not_there_is_the_clients(cast: Cast) -> None:
    assert cast.client("ada").get("/api/nowhere").status_code == 404


def test_a_foreign_database_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="postgresql"):
        database_of("mysql://x/y", home=Path("/tmp"))


def test_a_stale_write_shows_the_current_state_with_its_people_named(cast: Cast) -> None:
    objective = cast.acme.row("objective")
    mine = {"owner_id": cast.pia.pk}
    cast.client("pia").patch(f"/api/objectives/{objective.pk}", mine, headers={"if-match": '"1"'})

    stale = cast.client("pia").patch(
        f"/api/objectives/{objective.pk}", {"title": "Late"}, headers={"if-match": '"1"'}
    )

    assert stale.status_code == 412
    assert stale.json()["current"]["owner"] == {"id": str(cast.pia.pk), "name": "Pia"}
