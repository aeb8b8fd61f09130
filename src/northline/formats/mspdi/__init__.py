"""Microsoft Project's XML (MSPDI): `read` it and `write` it."""

from northline.formats.mspdi.reader import read
from northline.formats.mspdi.refused import refused_by_project
from northline.formats.mspdi.writing import write

__all__ = ["read", "refused_by_project", "write"]
