"""Plain tasks that never reach the XML parser are read as it would read them, or all is left to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.test_hostile_plans import SAMPLE

from northline.formats import FormatError
from northline.formats.mspdi import plain, sections
from northline.formats.mspdi.records import Record
from northline.formats.mspdi.sections import Misread, read_sections

TASK = "<Task><UID>9</UID><Name>Roof</Name></Task>"
PIECES = (
    "<!--", "-->", "<![CDATA[", "]]>", "<?x ", "?>", "&amp;", "&#65;", "&odd;", "<", ">", "/", "<Notes/>", "<Task>", "</Task>",
    "<Tasks>", "</Tasks>", "<Assignment>", "</Assignment>", TASK, f"<!--{TASK}-->", f"<![CDATA[{TASK}]]>", "</Task>x<Task>",
    '<Task n="1">', "<Task/>", "<UID>7</UID>", '<Name a="b">x</Name>', "<Name xmlns='other'>y</Name>", "<p:Name>z</p:Name>",
    "\r\n", "\t", " ", "\xa0", "\x85", "\u2028", "\ufffe", "\x01", "\x7f", "ø", "<A><B><C>1</C></B></A>", "<A></A>", "<A> </A>",
    "<A>\n</A>", "<Æ>1</Æ>", "<1>1</1>", "<a.b-c>1</a.b-c>", "<a:b>1</a:b>", "<!DOCTYPE Project>", "<PredecessorLink>",
    "</PredecessorLink>", "<UID>1</ID>",
)  # fmt: skip
# Tasks with the same tags, so that those after the first are taken apart by its expression.
ALIKE = "".join(
    f"<Task><UID>{n}</UID><Name>Post {n}</Name><Notes/><PredecessorLink><PredecessorUID>1</PredecessorUID>"
    "</PredecessorLink><WBS>1</WBS></Task>"
    for n in (11, 12, 13)
)
ENDS = [at for at, letter in enumerate(SAMPLE.replace("<Tasks>", f"<Tasks>{ALIKE}")) if letter in "<>"]
INSIDE = st.sampled_from([*ENDS, *(at + 1 for at in ENDS)])


def values_of(record: Record) -> Any:
    return record.text, {tag: [values_of(inner) for inner in group] for tag, group in record.groups.items()}


def outcome(source: bytes | Path, *, quickly: bool) -> Any:
    """What a way of reading hands on, or the refusal."""
    taken: list[Any] = []
    try:
        header = read_sections(
            source,
            lambda tag, record: taken.append((tag, values_of(record))),
            max_bytes=1 << 30,
            quickly=quickly,
        )
    except FormatError as error:
        return type(error), error.message
    except Misread:
        return Misread
    return taken, header


@contextmanager
def pieces_of(size: int, *, often: int = plain.OFTEN) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections, "CHUNK", size)
        patch.setattr(plain, "OFTEN", often)
        yield


@given(
    st.lists(st.tuples(INSIDE, st.sampled_from(PIECES)), min_size=1, max_size=3),
    st.sampled_from([40, 1 << 18]),
    st.sampled_from([1, plain.OFTEN]),
)
@settings(max_examples=600, deadline=None)
def test_both_ways_agree_or_the_quick_one_gives_up(
    changes: list[tuple[int, str]], size: int, often: int
) -> None:
    text = SAMPLE.replace("<Tasks>", f"<Tasks>{ALIKE}")
    for at, piece in sorted(changes, reverse=True):
        text = text[:at] + piece + text[at:]
    content = text.encode()
    with pieces_of(size, often=often):
        quick, whole = outcome(content, quickly=True), outcome(content, quickly=False)
    assert quick in (whole, Misread)


@pytest.mark.parametrize(
    "piece",
    [
        "&amp;",
        "&#65;",
        "<!-- no -->",
        "<![CDATA[x]]>",
        "\xa0",
        "ø",
        "<Notes/>",
        "\r\n",
        TASK,
        f"<![CDATA[{TASK}]]>",
    ],
)
def test_what_is_not_plain_is_read_beside_what_is(piece: str) -> None:
    content = SAMPLE.replace("Walls", f"Walls{piece}").replace("<Name>Base", f"{piece}<Name>Base").encode()
    quick = outcome(content, quickly=True)
    assert quick == outcome(content, quickly=False)
    assert quick is not Misread


@pytest.mark.parametrize(
    "text",
    [
        SAMPLE.replace("<Tasks>", f"<Tasks><!-- {TASK} -->"),
        SAMPLE.replace("Walls", f"<![CDATA[</Task>{TASK}]]>"),
        SAMPLE.replace("<Resources>", f"<Resources>{TASK}"),
        SAMPLE.replace("</Tasks>", ""),
        SAMPLE[:-20],
    ],
)
def test_a_record_where_none_belongs_leaves_all_to_the_parser(text: str) -> None:
    with pieces_of(40):
        assert outcome(text.encode(), quickly=True) is Misread


def test_other_encodings_are_left_to_the_parser() -> None:
    text = SAMPLE.replace("UTF-8", "ISO-8859-1").replace("Walls", "Wände")
    content = text.encode("latin-1")
    assert outcome(content, quickly=True) == outcome(content, quickly=False)
    assert "Wände" in str(outcome(content, quickly=True))
    wide = SAMPLE.replace("UTF-8", "UTF-16").encode("utf-16")
    assert outcome(wide, quickly=True) == outcome(wide, quickly=False)


def test_plain_records_do_not_reach_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    whole = sections._record

    def told(element: Any, depth: int) -> Record:
        parsed.append(sections._names[element.tag])
        return whole(element, depth)

    monkeypatch.setattr(sections, "_record", told)
    outcome(SAMPLE.encode(), quickly=True)
    assert not {"Task", "Assignment"} & set(parsed)
    outcome(SAMPLE.replace("Walls", "Walls &amp; roof").encode(), quickly=True)
    assert parsed.count("Task") == 1


def test_real_files_are_read_alike_in_both_ways(datasets: Path) -> None:
    files = sorted((datasets / "mspdi" / "mpxj").glob("*.xml"))
    assert files
    for file in files:
        assert outcome(file, quickly=True) == outcome(file, quickly=False), file.name


def test_records_of_one_kind_are_taken_apart_by_its_expression(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = plain.RecordKinds()
    monkeypatch.setattr(plain, "OFTEN", 1)
    body = "<UID>{}</UID>\n<Notes{}\n<Link>\n<Type>{}</Type>\n</Link><Link><Type>1</Type></Link><UID>0</UID>"
    kinds.record(body.format(1, "/>", 2).encode())
    monkeypatch.setattr(plain, "_places", lambda *_: pytest.fail("taken apart without it"))
    for notes, read in (("/>", ""), ("> </Notes>", " "), (">x</Notes>", "x")):
        record = kinds.record(body.format(7, notes, 3).encode())
        assert record is not None
        links = [({"Type": "3"}, {}), ({"Type": "1"}, {})]
        assert values_of(record) == ({"UID": "7", "Notes": read}, {"Link": links})


def test_few_kinds_get_expressions(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds = plain.RecordKinds()
    monkeypatch.setattr(plain, "OFTEN", 1)
    for n in range(3 * plain.MOST_KINDS):
        assert kinds.record(f"<UID>1</UID><Text{n}>1</Text{n}>".encode()) is not None
    assert sum(map(len, kinds._known.values())) == plain.MOST_KINDS
