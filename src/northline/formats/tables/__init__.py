"""Plans as tables, one row a task: CSV and XLSX, with outline, links and people in cells that people can write."""

from northline.formats.tables.files import read, recognised, write_csv, write_xlsx

__all__ = ["read", "recognised", "write_csv", "write_xlsx"]
