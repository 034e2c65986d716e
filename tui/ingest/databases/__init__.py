"""Exports of news databases: many stories in one file, each with the fields that its database gives it."""
