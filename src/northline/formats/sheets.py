"""How every worksheet that we write looks: its heading, and how it comes out of a printer."""

from __future__ import annotations

from typing import Any


def heading(sheet: Any, text: str) -> Any:
    """A cell of the heading, in the face of the cells below it."""
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415  a third of a second that only workbooks pay
    from openpyxl.styles import Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, value=text)
    cell.font = Font(name="Calibri", size=11, bold=True)
    return cell


def print_whole_width(sheet: Any) -> None:
    """Printed, all columns stand on one page across, below the heading on each."""
    from openpyxl.worksheet.properties import PageSetupProperties  # noqa: PLC0415

    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
