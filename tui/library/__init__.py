"""The library: the SQLite file that stories are kept in, the processes that fill it, and the reader's own marks."""
