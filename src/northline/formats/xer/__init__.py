"""Primavera P6's exchange files (XER): read them with `read`, write them with `write`."""

from northline.formats.xer.reader import read
from northline.formats.xer.writer import write

__all__ = ["read", "write"]
