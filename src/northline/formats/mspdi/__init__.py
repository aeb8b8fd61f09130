"""Microsoft Project's XML (MSPDI): read it with `read`."""

from northline.formats.mspdi.reader import read

__all__ = ["read"]
