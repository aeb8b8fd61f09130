"""Write a plan as an MSPDI file."""

from northline.formats.mspdi.writing.document import write

__all__ = ["write"]
