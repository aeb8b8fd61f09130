"""What every answer carries, and what stands outside the API."""

from __future__ import annotations

import asyncio
import gzip
import json
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.test import Client, RequestFactory

from northline.config.database import database_of
from northline.core.http import CompressionMiddleware
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


class TestCompression:
    ROWS: ClassVar = [{"title": "Dig", "minutes": number} for number in range(5_000)]

    @staticmethod
    def answered(*, takes: str, answer: HttpResponse, later: bool) -> HttpResponse:
        request = RequestFactory(headers={"Accept-Encoding": takes}).get("/api/rows")

        async def soon(_: HttpRequest) -> HttpResponse:
            return answer

        if later:
            return asyncio.run(CompressionMiddleware(soon)(request))
        found: HttpResponse = CompressionMiddleware(lambda _: answer)(request)
        return found

    @pytest.mark.parametrize("later", [False, True])
    @pytest.mark.parametrize("takes", ["gzip", "br;q=1.0, gzip;q=0.8, *;q=0.1", "deflate, gzip"])
    def test_many_rows_go_compressed_to_whoever_takes_that(self, takes: str, later: bool) -> None:
        plain = JsonResponse(self.ROWS, safe=False)
        size = len(plain.content)

        found = self.answered(takes=takes, answer=plain, later=later)

        assert found.headers["Content-Encoding"] == "gzip"
        assert found.headers["Vary"] == "Accept-Encoding"
        assert int(found.headers["Content-Length"]) == len(found.content) < size / 5
        assert json.loads(gzip.decompress(found.content)) == self.ROWS

    @pytest.mark.parametrize("takes", ["", "br", "gzip;q=0", "identity, gzip; q=0.0"])
    def test_others_get_them_plain(self, takes: str) -> None:
        found = self.answered(takes=takes, answer=JsonResponse(self.ROWS, safe=False), later=True)

        assert not found.has_header("Content-Encoding")
        assert found.headers["Vary"] == "Accept-Encoding"
        assert json.loads(found.content) == self.ROWS

    def test_little_is_not_worth_it_and_files_and_what_has_a_version_stay_as_they_are(self) -> None:
        versioned = JsonResponse(self.ROWS, safe=False, headers={"ETag": '"3"'})
        file = HttpResponse(b"%PDF" * 50_000, content_type="application/pdf")
        for answer in (JsonResponse(self.ROWS[:5], safe=False), versioned, file):
            before = answer.content
            assert self.answered(takes="gzip", answer=answer, later=True).content == before


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
