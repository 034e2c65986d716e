"""Bytes to stories: files found, decoded, unwrapped, labelled, split, dated. Data walks one way; a stage is a file."""
