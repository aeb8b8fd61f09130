"""Records on their way out, table by table."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from northline.formats.xer.layout import TABLES
from northline.formats.xer.values import one_line

VERSION = "20.12"


@dataclass(slots=True)
class Sheets:
    """The records of a file; `project` is its `proj_id`."""

    project: str
    records: dict[str, list[Mapping[str, str]]] = field(default_factory=dict)
    _udf_types: dict[tuple[str, str], str] = field(default_factory=dict)

    def add(self, table: str, **fields: str) -> None:
        """Enter a record."""
        self.records.setdefault(table, []).append(fields)

    def next_id(self, table: str) -> str:
        """The number of a table's next record."""
        return str(len(self.records.get(table, ())) + 1)

    def say(self, table: str, number: str, name: str, text: str) -> None:
        """Enter a value of a user-defined field of ours."""
        key = (table, name)
        if key not in self._udf_types:
            self._udf_types[key] = self.next_id("UDFTYPE")
            plain = f"user_{name.replace(' ', '_').lower()}"
            self.add("UDFTYPE", udf_type_id=self._udf_types[key], table_name=table, udf_type_name=plain,
                     udf_type_label=name, logical_data_type="FT_TEXT", super_flag="N")  # fmt: skip
        self.add(
            "UDFVALUE", udf_type_id=self._udf_types[key], fk_id=number, proj_id=self.project, udf_text=text
        )

    def content(self, *, day: str, currency: str) -> bytes:
        """The file: in Windows-1252, as P6 expects it, or in marked UTF-8 where that has no letter for something."""
        head = (
            "ERMHDR",
            VERSION,
            day,
            "Project",
            "northline",
            "northline",
            "",
            "Project Management",
            currency,
        )
        lines = ["\t".join(one_line(word) for word in head)]
        for table, fields in TABLES.items():
            records = self.records.get(table)
            if records:
                lines += [f"%T\t{table}", "\t".join(("%F", *fields))]
                lines += ["\t".join(["%R"] + [one_line(r.get(f, "")) for f in fields]) for r in records]
        return _encoded("\r\n".join([*lines, "%E", ""]))


def _encoded(text: str) -> bytes:
    try:
        content = text.encode("cp1252")
    except UnicodeEncodeError:
        return text.encode("utf-8-sig", "replace")
    if text.isascii():
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return content
    return text.encode("utf-8-sig")  # these bytes would be taken for UTF-8
