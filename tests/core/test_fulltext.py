"""Search in the database: what is found, what is not, and that the index is in step after anything."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from northline.accounts.models import RoleGrant
from northline.core import editing, kinds, undo
from northline.core.fulltext import finding, index, keeping, sources
from northline.core.fulltext.models import Entry
from northline.core.fulltext.words import Query, Term, parsed, tokens
from northline.core.models import Change
from northline.core.richtext import of_text
from northline.core.written import WatchedRows
from northline.delivery.models import PlanCalendar
from northline.products.models import Product
from northline.research import actions
from northline.research.models import Customer, Insight
from northline.talk.actions import say
from tests.cast import Cast

CLIENT = Path(__file__).parents[2] / "web/src"


def note(cast: Cast, title: str, *, words: str = "", by: str = "pia", **fields: Any) -> Insight:
    told = {"title": title, "body": {"type": "doc", "content": []}, "source": "other", "tags": []}
    row = actions.note_insight(cast.product, fields=told | fields, by=cast.scope(by))
    if words:
        Insight.objects.filter(pk=row.pk).update(words=words)
    return row


def titles(cast: Cast, q: str, by: str = "pia") -> list[str]:
    return [item["title"] for item in finding.found(cast.scope(by), q)]


def listed(q: str) -> set[str]:
    return set(finding.matching(Insight.objects.all(), q).values_list("title", flat=True))


def test_every_word_must_stand_and_may_go_on(cast: Cast) -> None:
    note(cast, "Exports take too long", words="Every month I wait for the report.")
    note(cast, "Reports are pretty")

    assert titles(cast, "expo mont") == ["Exports take too long"]
    assert set(titles(cast, "repor")) == {"Exports take too long", "Reports are pretty"}
    assert titles(cast, "export pretty") == []


def test_phrases_stand_as_they_are_and_minus_words_are_absent(cast: Cast) -> None:
    note(cast, "The report of the month")
    note(cast, "Month of the report")

    assert titles(cast, '"the month"') == ["The report of the month"]
    assert titles(cast, '"report of"') == ["The report of the month"]
    assert titles(cast, "report -the") == []
    assert set(titles(cast, "report -export")) == {"The report of the month", "Month of the report"}
    assert listed("-month") == set()


def test_marks_and_case_make_no_difference(cast: Cast) -> None:
    note(cast, "Überweisung für Łódź in der Straße")

    for q in ("uberweisung", "ÜBERWEISUNG", "lodz", "strasse", "Straße"):
        assert titles(cast, q) == ["Überweisung für Łódź in der Straße"], q


def test_japanese_is_found_by_any_word_in_it(cast: Cast) -> None:
    note(cast, "毎月の報告書")

    assert titles(cast, "報告") == ["毎月の報告書"]
    assert titles(cast, "告報") == []


def test_tags_and_the_customers_name_are_searched_and_follow_it(cast: Cast) -> None:
    customer = actions.note_customer(title="Brightwater Ltd", segment="", by=cast.scope("pia"))
    note(cast, "Slow", customer_id=customer.pk, tags=["onboarding"])

    assert titles(cast, "onboard") == ["Slow"]
    assert "Slow" in titles(cast, "brightwater slow")
    Customer.objects.filter(pk=customer.pk).update(title="Northwind")
    assert titles(cast, "brightwater") == []
    assert titles(cast, "northwind slow") == ["Slow"]


def test_a_key_comes_first_then_titles_that_begin_so(cast: Cast) -> None:
    first = note(cast, "One")
    note(cast, f"See {first.key}", words=f"{first.key} {first.key} {first.key}")
    note(cast, "About the export")
    note(cast, "Export, at last")

    assert titles(cast, first.key.lower())[0] == "One"
    assert titles(cast, "export") == ["Export, at last", "About the export"]


def test_a_word_in_the_title_counts_more_than_one_in_the_text(cast: Cast) -> None:
    note(cast, "Our billing", words="nothing of note here")
    note(cast, "Our thoughts", words="something about billing and other things")

    assert titles(cast, "billing") == ["Our billing", "Our thoughts"]


def test_an_excerpt_marks_what_was_found_in_plain_text(cast: Cast) -> None:
    note(cast, "A", words="<b>bold</b> & " + "filler " * 60 + "the café closes " + "filler " * 60)

    [item] = finding.found(cast.scope("pia"), "cafe")

    assert [run["text"] for run in item["excerpt"] if run["hit"]] == ["café"]
    assert "".join(run["text"] for run in item["excerpt"]).startswith("…filler")
    assert sum(len(run["text"]) for run in item["excerpt"]) < 220


@pytest.mark.parametrize(
    "q", ["", " ", "-", '"', '""', "-x", "'", "* AND (", "title:x", "\\", "a:*", "&|!", "\0"]
)
def test_no_input_breaks_a_search(cast: Cast, q: str) -> None:
    note(cast, "Export")

    assert isinstance(titles(cast, q), list)
    assert isinstance(listed(q), set)


def test_strangers_and_stakeholders_without_a_role_find_nothing(cast: Cast) -> None:
    note(cast, "Export")
    hidden = editing.create(
        Product(workspace_id=cast.acme.workspace.pk, title="Hidden"), prefix="PROD", by=cast.scope("ada")
    )
    secret: dict[str, Any] = {"title": "Export, hidden", "body": {"type": "doc", "content": []}}
    actions.propose_idea(hidden, fields=secret, by=cast.scope("ada"))

    assert titles(cast, "export", by="nora") == []
    assert titles(cast, "export", by="stan") == ["Export"]
    assert set(titles(cast, "export", by="vera")) == {"Export", "Export, hidden"}


def test_a_search_takes_five_queries_whatever_it_finds(cast: Cast, django_assert_num_queries: Any) -> None:
    for number in range(5):
        note(cast, f"Export {number}")
        actions.propose_idea(
            cast.product,
            fields={"title": f"Export idea {number}", "body": {"type": "doc", "content": []}},
            by=cast.scope("pia"),
        )
    scope = cast.scope("pia")

    with django_assert_num_queries(5):
        assert len(finding.found(scope, "export")) == 10


def test_a_list_is_narrowed_without_a_query_more(cast: Cast, django_assert_num_queries: Any) -> None:
    note(cast, "Export")

    with django_assert_num_queries(1):
        assert len(finding.matching(Insight.objects.all(), "export")) == 1


def test_an_edit_that_is_taken_back_leaves_no_trace_in_the_index(cast: Cast) -> None:
    note(cast, "Export")
    with transaction.atomic():
        note(cast, "Export again")
        transaction.set_rollback(True)

    assert titles(cast, "export") == ["Export"]


def test_every_searched_table_tells_of_its_writes() -> None:
    untold = [
        model.__name__
        for model in [*sources.all_sources(), *sources.all_remarks()]
        if not isinstance(model._default_manager.get_queryset(), WatchedRows)
    ]

    assert untold == [], "their manager must derive from core.written.WatchedManager"


def test_every_searched_kind_is_found_by_its_title(cast: Cast) -> None:
    searched = [kind.name for kind in kinds.all_kinds() if kind.searchable]
    rows = [cast.acme.row(kind) for kind in searched]

    for row in rows:
        found = finding.found(cast.scope("ada"), f"{row.key} {row.title}")
        assert row.pk in [item["id"] for item in found], row.KIND


def test_words_of_titles_are_found_in_titles_alone(cast: Cast) -> None:
    for title, words in (("The report of the month", "short"), ("Short notes", "the report of a month")):
        note(cast, title, words=words)

    def in_titles(q: str) -> list[str]:
        found = index.newest(Entry.objects.all(), parsed(q), title_only=True, most=9)
        return [entry.title for entry in found]

    assert in_titles("report") == in_titles("mont rep") == ["The report of the month"]
    assert in_titles('"of the month"') == ["The report of the month"]
    assert in_titles('"month of"') == in_titles('"the notes"') == in_titles("report -month") == []
    assert in_titles("short") == ["Short notes"]


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's index knows what stands in titles")
def test_the_words_of_titles_that_are_there_already_are_marked(cast: Cast) -> None:
    migration = import_module("northline.core.fulltext.migrations.0003_words_of_titles")
    note(cast, "The report of the month, of the month", words="Every month")
    with connection.schema_editor() as editor:

        def kept() -> dict[int, str]:
            with connection.cursor() as cursor:
                cursor.execute("SELECT id, vector::text FROM fulltext_entry")
                return dict(cursor.fetchall())

        marked = kept()
        migration.unmark(None, editor)
        assert not any("'=" in vector for _, vector in kept().items())
        migration.mark(None, editor)
        assert kept() == marked


def test_no_kind_says_the_same_words_twice() -> None:
    for source in sources.all_sources().values():
        said = (*source.texts, *source.labels)
        assert len(said) == len(set(said)), source.kind


def test_whatever_is_found_leads_to_a_panel_or_a_page_of_the_client() -> None:
    registers = "".join(path.read_text() for path in (CLIENT / "features").glob("*/register.ts"))
    known = set(re.findall(r"register(?:Peek|Page)\(\s*\"(\w+)\"", registers))
    # The lines of a project's register are told to the client by one loop over their names.
    lines = re.search(r"LINES = \[(.*?)\]", (CLIENT / "features/tracking/types.ts").read_text(), re.DOTALL)
    assert lines
    known |= set(re.findall(r"\"(\w+)\"", lines[1]))

    assert set(sources.searched_kinds()) - known == set()


def test_calendars_and_amendments_are_found_by_whoever_may_read_them(cast: Cast) -> None:
    calendar, amendment = cast.acme.row("calendar"), cast.acme.row("charter_amendment")
    type(amendment).objects.filter(pk=amendment.pk).update(reason="The quay is closed")
    type(calendar).objects.filter(pk=calendar.pk).update(title="Nights of the quay")

    def kinds_found(by: str) -> set[str]:
        return {item["kind"] for item in finding.found(cast.scope(by), "quay")}

    shared = PlanCalendar(workspace=cast.acme.workspace, title="Holidays of the wharf")
    editing.create(shared, prefix="CAL", by=cast.scope("ada"))
    # Stan reads the product and what is of it; a calendar of the workspace is for its members.
    assert kinds_found("carl") == kinds_found("stan") == {"calendar", "charter_amendment"}
    assert titles(cast, "wharf", by="carl") == [shared.title]
    assert titles(cast, "wharf", by="stan") == []
    RoleGrant.objects.filter(member=cast.stan).delete()
    assert kinds_found("stan") == set()


def test_rows_that_an_earlier_version_did_not_search_are_caught_up_with(cast: Cast) -> None:
    row, known = note(cast, "Quokka"), note(cast, "Numbat")
    say(row, body=of_text("It jumps"), by=cast.scope("carl"))
    entry = Entry.objects.get(row_id=known.pk)
    lost = Entry.objects.filter(object_id=row.pk)
    index.drop(list(lost.values_list("pk", flat=True)))
    lost.delete()
    assert titles(cast, "quokka") == titles(cast, "jumps") == []

    keeping.catch_up()

    assert titles(cast, "quokka") == titles(cast, "jumps") == ["Quokka"]
    assert Entry.objects.get(row_id=known.pk).pk == entry.pk
    assert in_step()


def in_step() -> bool:
    """Does the index hold what it would hold if it were made anew?"""
    kept = snapshot()
    keeping.rebuild()
    return kept == snapshot()


def snapshot() -> set[tuple[Any, ...]]:
    columns = ("row_id", "kind", "object_id", "product_id", "project_id", "archived", "key", "title")
    rows = set(Entry.objects.values_list(*columns, "labels", "words"))
    everything = Query(wanted=(Term(("ins",), prefix=True),))
    found = index.matched(Entry.objects.all(), everything).values_list("row_id", flat=True)
    return rows | {(row_id,) for row_id in found}


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["note", "edit", "archive", "undo", "rename customer", "bulk", "delete"]),
        st.integers(0, 30),
        st.text(max_size=12).filter(lambda text: "\0" not in text and text.isprintable()),
    ),
    max_size=12,
)


@given(steps=STEPS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_sequence_the_index_is_what_it_would_be_anew(
    cast: Cast, steps: list[tuple[str, int, str]]
) -> None:
    scope = cast.scope("ada")
    customer = actions.note_customer(title="Someone", segment="", by=scope)
    for what, number, text in steps:
        rows = list(Insight.objects.order_by("pk"))
        row = rows[number % len(rows)] if rows else None
        if what == "note" or row is None:
            note(
                cast,
                text or "untitled",
                words=text,
                customer_id=customer.pk,
                tags=[text[:3] or "x"],
                by="ada",
            )
        elif what == "edit":
            editing.revise(row, expected=row.version, fields={"title": text or "x", "words": text}, by=scope)
        elif what == "archive":
            (editing.restore if row.archived_at else editing.archive)(row, expected=row.version, by=scope)
        elif what == "undo":
            _undo_last(cast)
        elif what == "rename customer":
            customer.refresh_from_db()
            editing.revise(customer, expected=customer.version, fields={"title": text or "y"}, by=scope)
        elif what == "bulk":
            Insight.objects.filter(title__contains=text[:1]).update(words=text, tags=[text])
        else:
            row.delete()
    assert in_step()


def _undo_last(cast: Cast) -> None:
    change: Change | None = undo.last_of(cast.scope("ada"))
    if change is not None and kinds.kind_named(change.object_kind).model._default_manager.filter(
        pk=change.object_id
    ):
        undo.take_back(change.pk, by=cast.scope("ada"))


WORDS = ("export", "exports", "expo", "pdf", "été", "a", "é1", "月", "ins-1")


def stands(term: Term, column: list[str]) -> bool:
    size = len(term.tokens)
    for at in range(len(column) - size + 1):
        *first, last = column[at : at + size]
        ends = last.startswith(term.tokens[-1]) if term.prefix else last == term.tokens[-1]
        if tuple(first) == term.tokens[:-1] and ends:
            return True
    return False


@given(
    title=st.lists(st.sampled_from(WORDS), min_size=1, max_size=5),
    text=st.lists(st.sampled_from(WORDS), max_size=6),
    q=st.lists(
        st.tuples(
            st.sampled_from(["", "-"]), st.sampled_from([*WORDS, '"export pdf"', '"a export"', '"ex"'])
        ),
        max_size=3,
    ),
)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_finds_what_the_words_say(
    cast: Cast, title: list[str], text: list[str], q: list[tuple[str, str]]
) -> None:
    Insight.objects.all().delete()
    row = note(cast, " ".join(title), words=" ".join(text))
    query = parsed(" ".join(minus + word for minus, word in q))
    columns = [tokens(f"{row.key} {' '.join(title)}"), tokens(" ".join(text))]

    holds = [any(stands(term, column) for column in columns) for term in query.wanted]
    bars = [any(stands(term, column) for column in columns) for term in query.unwanted]
    expected = all(holds) and not any(bars)

    typed = " ".join(minus + word for minus, word in q)
    assert bool(listed(typed)) is expected
    if query.wanted:
        assert bool(finding.found(cast.scope("ada"), typed, only=["insight"])) is expected


def test_an_object_whose_own_words_match_is_shown_by_them_and_not_by_a_comment(cast: Cast) -> None:
    row = note(cast, "Export")
    say(row, body=of_text("I wait for it too"), by=cast.scope("carl"))

    [item] = finding.found(cast.scope("pia"), "export")

    assert item["remark_id"] is None
