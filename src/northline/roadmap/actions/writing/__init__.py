"""Make a roadmap what a text says, all or nothing."""

from northline.roadmap.actions.writing.reading import read_text

__all__ = ["read_text"]
