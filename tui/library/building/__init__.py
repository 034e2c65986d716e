"""Filling a library: the build, its worker processes, and the one writer."""
