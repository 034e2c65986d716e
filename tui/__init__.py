"""Wireside: a terminal reader for a pile of saved news."""

__version__ = "0.1.0"
