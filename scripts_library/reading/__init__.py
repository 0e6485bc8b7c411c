"""Reading documents: strictly, with every fault at its place, and safely whatever the file holds."""

from scripts_library.reading.reading import Reading, read

__all__ = ["Reading", "read"]
