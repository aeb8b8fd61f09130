"""Files are known by what is in them, never by their names."""

import pytest

from northline.formats import Unknown
from northline.formats.detect import kind_of, read_plan


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b'<?xml version="1.0"?><Project xmlns="http://schemas.microsoft.com/project">', "mspdi"),
        (b"\xef\xbb\xbf<Project xmlns='http://schemas.microsoft.com/project'>", "mspdi"),
        ('<Project xmlns="http://schemas.microsoft.com/project">'.encode("utf-16"), "mspdi"),
        (b'<APIBusinessObjects xmlns="http://xmlns.oracle.com/Primavera">', "mpxj"),
        (b"<html><body>no plan</body></html>", "mspdi"),
        (b"ERMHDR\t19.12\t2026-03-02", "xer"),
        (b'{"format": "northline.plan", "version": 1}', "northline"),
        (b"jobs (incl. supersource/sink ):  32\n", "psplib"),
        (b"ID;Name;Duration\n1;Dig;2d", "table"),
        (b"MPX,Microsoft Project for Windows,4.0,ANSI", "mpxj"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "mpxj"),
        (b"no plan at all", "unknown"),
        (b"PK\x03\x04\x14\x00", "xlsx"),
    ],
)
def test_a_file_is_known_by_its_beginning(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(Unknown):
        read_plan(b" \n ")
