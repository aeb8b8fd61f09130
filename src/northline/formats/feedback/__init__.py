"""Exports of feedback, ideas and issues from other tools, as plain values; one module per tool."""

from northline.formats.feedback.reading import read
from northline.formats.feedback.table import OWN, items_of
from northline.formats.feedback.values import Checklist, Export, Item, Loss, Said, Table

__all__ = ["OWN", "Checklist", "Export", "Item", "Loss", "Said", "Table", "items_of", "read"]
