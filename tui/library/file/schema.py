"""The tables of a library file, and how one is made.

The file can be thrown away at any time. Numbers are rowids and never leave the library; a story keeps its number while
its text stays the same, wherever it moves. Days are proleptic ordinals (`date.toordinal`).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from tui import __version__
from tui.library.file.recipe import recipe

APPLICATION = 0x57495245  # "WIRE", in the file's header
SCHEMA = 10

# The columns of the text index; only `headline`, `standfirst` and `body` are searched without being asked for.
TEXT_COLUMNS = ("headline", "standfirst", "body", "comments", "furniture")

NO_DAY = 3652060  # stands for the day of a story without one: a day after every other
DAY_BITS = 16  # of a shelfmark, below those that tell the day

TABLES = """
-- stamp; generation (goes up with every change); unfinished (1 while a build is under way); texts, naming (go up when
-- stories, or names, change); cast (what they were last made from); verdicts, summary (JSON); ties (JSON: copies,
-- groups, events, the most copies of a story, the most reports of an event). And the list, BLOBs with a number of 32
-- bits for each story in order of time: order (its own), days (of its day), firsts (of the first of its copies); leads
-- (a byte each, 1 for the first of its copies); runs (JSON: [[month, first copies, stories], ...] one after the other).
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Every file that was looked at, stories or not, so that a second look need not open it.
CREATE TABLE files (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    digest TEXT NOT NULL, stories INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files, member TEXT NOT NULL, size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL, media_type TEXT NOT NULL, encoding TEXT NOT NULL
);
CREATE INDEX documents_of_file ON documents (file);
-- The pieces of a long file that is being read and whose stories stand in the library: where they begin, in bytes.
CREATE TABLE pieces (document INTEGER NOT NULL, start INTEGER NOT NULL, PRIMARY KEY (document, start)) WITHOUT ROWID;

-- `file` is NULL for what the look at the folder itself could not read.
CREATE TABLE problems (
    number INTEGER PRIMARY KEY, file INTEGER REFERENCES files, path TEXT NOT NULL, member TEXT NOT NULL,
    line INTEGER NOT NULL, reason TEXT NOT NULL
);
CREATE INDEX problems_of_file ON problems (file);

-- One short row a story: all that a line of the list and a filter ask for. `placed`, `earliest`, `latest`, `day` are
-- the date after copies and events have spoken, `month` is year * 12 + month - 1 of it; `first`, `copies`, `event`,
-- `reports` as in an Entry. A number is never given twice, so that a screen cannot mistake one story for another.
CREATE TABLE stories (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, key TEXT NOT NULL, document INTEGER NOT NULL,
    part INTEGER NOT NULL, headline TEXT NOT NULL, headline_derived INTEGER NOT NULL, place TEXT NOT NULL,
    agency TEXT NOT NULL, byline TEXT NOT NULL, outlet TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL,
    words INTEGER NOT NULL, placed TEXT NOT NULL, earliest INTEGER, latest INTEGER, day INTEGER,
    month INTEGER, first INTEGER NOT NULL, copies INTEGER NOT NULL DEFAULT 1, event INTEGER NOT NULL DEFAULT 0,
    reports INTEGER NOT NULL DEFAULT 1
);
CREATE INDEX stories_by_key ON stories (key);
-- Stories of a text that others have too, all but one, and those whose id is not settled.
CREATE INDEX stories_numbered ON stories (key) WHERE id <> key;
CREATE INDEX stories_of_document ON stories (document);
CREATE INDEX stories_by_day ON stories (earliest, latest);
CREATE INDEX stories_by_outlet ON stories (outlet);
CREATE INDEX stories_by_place ON stories (place);
CREATE INDEX stories_by_agency ON stories (agency);

-- How many stories are of a month, and how many are in a file.
CREATE TABLE months (month INTEGER PRIMARY KEY, stories INTEGER NOT NULL);
CREATE TRIGGER story_added AFTER INSERT ON stories BEGIN
    INSERT INTO months SELECT NEW.month, 1 WHERE NEW.month IS NOT NULL
        ON CONFLICT (month) DO UPDATE SET stories = stories + 1;
    UPDATE files SET stories = stories + 1 WHERE number = (SELECT file FROM documents WHERE number = NEW.document);
END;
CREATE TRIGGER story_gone AFTER DELETE ON stories BEGIN
    UPDATE months SET stories = stories - 1 WHERE month = OLD.month;
    UPDATE files SET stories = stories - 1 WHERE number = (SELECT file FROM documents WHERE number = OLD.document);
END;
CREATE TRIGGER story_dated AFTER UPDATE OF month ON stories WHEN NEW.month IS NOT OLD.month BEGIN
    UPDATE months SET stories = stories - 1 WHERE month = OLD.month;
    INSERT INTO months SELECT NEW.month, 1 WHERE NEW.month IS NOT NULL
        ON CONFLICT (month) DO UPDATE SET stories = stories + 1;
END;
CREATE TRIGGER story_moved AFTER UPDATE OF document ON stories WHEN NEW.document <> OLD.document BEGIN
    UPDATE files SET stories = stories - 1 WHERE number = (SELECT file FROM documents WHERE number = OLD.document);
    UPDATE files SET stories = stories + 1 WHERE number = (SELECT file FROM documents WHERE number = NEW.document);
END;

-- The whole story; what relating needs of it (with `said`, the date as the document says it); the names in it,
-- and by which pipeline they were found ("" for the tagger that ships).
CREATE TABLE records (number INTEGER PRIMARY KEY, record BLOB NOT NULL);
CREATE TABLE features (number INTEGER PRIMARY KEY, said TEXT NOT NULL, features BLOB NOT NULL);
CREATE TABLE names (
    number INTEGER PRIMARY KEY, names BLOB NOT NULL, finder TEXT NOT NULL, counted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX names_to_count ON names (number) WHERE counted = 0;
CREATE INDEX names_being_counted ON names (number) WHERE counted = 2;

-- Stories that came, changed or went since they were related: whether their text did, or where they stand alone.
CREATE TABLE unrelated (number INTEGER PRIMARY KEY, other_text INTEGER NOT NULL);
CREATE TRIGGER text_comes AFTER INSERT ON records BEGIN
    INSERT INTO unrelated VALUES (new.number, 1) ON CONFLICT (number) DO UPDATE SET other_text = 1;
END;
CREATE TRIGGER text_goes AFTER DELETE ON records BEGIN
    INSERT INTO unrelated VALUES (old.number, 1) ON CONFLICT (number) DO UPDATE SET other_text = 1;
END;
CREATE TRIGGER story_moves AFTER UPDATE OF id, document, part ON stories BEGIN
    INSERT INTO unrelated VALUES (new.number, 0) ON CONFLICT (number) DO NOTHING;
END;
-- What relating keeps: where stories stood when they were related, with the date that their copies give them; what is
-- searched of many at once; the hashes of paragraphs that are furniture; and of each story the numbers of those that
-- are somewhat like it (64 bits each) with their likeness (32-bit floats), and its pairs of equal words (JSON).
CREATE TABLE standing (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, file INTEGER NOT NULL, part INTEGER NOT NULL, copied TEXT NOT NULL
);
CREATE TABLE segments (segment INTEGER NOT NULL, part TEXT NOT NULL, data BLOB NOT NULL, UNIQUE (segment, part));
CREATE TABLE furniture (paragraph INTEGER PRIMARY KEY);
CREATE TABLE likeness (number INTEGER PRIMARY KEY, others BLOB NOT NULL, alike BLOB NOT NULL, shared TEXT NOT NULL);

-- Two stories may be a part and of one event, each with its own numbers.
CREATE TABLE matches (
    left INTEGER NOT NULL, right INTEGER NOT NULL, kind TEXT NOT NULL, shared_left REAL NOT NULL,
    shared_right REAL NOT NULL, shared_words INTEGER NOT NULL, jaccard REAL NOT NULL, likeness REAL NOT NULL,
    days_apart INTEGER, by_reader INTEGER NOT NULL, PRIMARY KEY (left, right, kind)
) WITHOUT ROWID;
CREATE INDEX matches_of_right ON matches (right);
-- The stories of a group or an event, in its order, named by its first.
CREATE TABLE groups (
    story INTEGER PRIMARY KEY, first INTEGER NOT NULL, place INTEGER NOT NULL
);
CREATE INDEX groups_by_first ON groups (first, place);
CREATE TABLE events (
    story INTEGER PRIMARY KEY, first INTEGER NOT NULL, place INTEGER NOT NULL
);
CREATE INDEX events_by_first ON events (first, place);

-- What all stories together say of a name, by its key: sums against each kind, and counts.
CREATE TABLE keys (
    key TEXT PRIMARY KEY, person INTEGER NOT NULL, organisation INTEGER NOT NULL, place INTEGER NOT NULL,
    none INTEGER NOT NULL, mentions INTEGER NOT NULL, bearers INTEGER NOT NULL, accepted INTEGER NOT NULL,
    short INTEGER NOT NULL, spelt INTEGER NOT NULL
) WITHOUT ROWID;
-- Which stories asked about a key (by its hash), with what they say of it themselves, or 0; and what each is counted
-- for in these tables, packed. While all stories are told apart anew, what they asked about waits in `asking`.
CREATE TABLE asked (
    hash INTEGER NOT NULL, story INTEGER NOT NULL, own INTEGER NOT NULL, PRIMARY KEY (hash, story)
) WITHOUT ROWID;
CREATE TABLE asking (hash INTEGER NOT NULL, story INTEGER NOT NULL, own INTEGER NOT NULL);
CREATE TABLE tallies (story INTEGER PRIMARY KEY, tally BLOB NOT NULL, month INTEGER);
-- Names of one kind, over all stories, with whose they are (0: nobody's); `forms` as JSON: how written, with which
-- titles, called what, each with counts. The groups in which they are compared, and what short forms stand for.
CREATE TABLE nodes (
    kind INTEGER NOT NULL, key TEXT NOT NULL, stories INTEGER NOT NULL, mentions INTEGER NOT NULL, forms TEXT NOT NULL,
    actor INTEGER NOT NULL, PRIMARY KEY (key, kind)
) WITHOUT ROWID;
CREATE INDEX nodes_of_actor ON nodes (actor);
CREATE TABLE node_groups (
    name TEXT NOT NULL, kind INTEGER NOT NULL, key TEXT NOT NULL, PRIMARY KEY (name, kind, key)
) WITHOUT ROWID;
CREATE TABLE longs (
    short TEXT NOT NULL, long TEXT NOT NULL, stories INTEGER NOT NULL, PRIMARY KEY (short, long)
) WITHOUT ROWID;

-- `aliases` as JSON: [[text, count], ...]; `months` too: [[month, stories], ...] over all stories; `person` as well:
-- the pronoun and the words that may stand for him; `role` is what he is called last. An id that was an actor's, or
-- would be, leads to the one he has.
CREATE TABLE actors (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, aliases TEXT NOT NULL,
    person TEXT NOT NULL DEFAULT '[""]', stories INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0,
    months TEXT NOT NULL DEFAULT '[]', role TEXT NOT NULL DEFAULT ''
);
CREATE INDEX actors_by_stories ON actors (stories DESC, mentions DESC, name);
CREATE TABLE redirects (id TEXT PRIMARY KEY, leads_to TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE roles (
    actor INTEGER NOT NULL, story INTEGER NOT NULL, place INTEGER NOT NULL, role TEXT NOT NULL,
    PRIMARY KEY (actor, story, place)
) WITHOUT ROWID;
CREATE INDEX roles_of_story ON roles (story);
-- Who is in which story: how often named, how often quoted.
CREATE TABLE presence (
    actor INTEGER NOT NULL, story INTEGER NOT NULL, mentions INTEGER NOT NULL, said INTEGER NOT NULL,
    PRIMARY KEY (actor, story)
) WITHOUT ROWID;
CREATE INDEX presence_of_story ON presence (story, actor, mentions);
-- The same as arrays, in chunks of stories by number.
CREATE TABLE crowd (chunk INTEGER PRIMARY KEY, entries BLOB NOT NULL);
-- Who is in one story, packed: nodes, mentions, roles, and who is written to say what.
CREATE TABLE mentions (story INTEGER PRIMARY KEY, mentions BLOB NOT NULL);
-- Who is spoken of in a quotation, or to (`addressed`).
CREATE TABLE spoken_of (
    actor INTEGER NOT NULL, story INTEGER NOT NULL, place INTEGER NOT NULL, addressed INTEGER NOT NULL,
    PRIMARY KEY (actor, story, place)
) WITHOUT ROWID;
CREATE INDEX spoken_of_in_story ON spoken_of (story);
CREATE TABLE quotations (
    story INTEGER NOT NULL, place INTEGER NOT NULL, block INTEGER NOT NULL, start INTEGER NOT NULL,
    "end" INTEGER NOT NULL, text TEXT NOT NULL, speaker TEXT NOT NULL, speaker_as_written TEXT NOT NULL,
    cue TEXT NOT NULL, actor INTEGER, PRIMARY KEY (story, place)
) WITHOUT ROWID;
CREATE INDEX quotations_by_actor ON quotations (actor, story, place);

-- Under which number the text index knows a story: its first day as the document says it, times 65,536, and one more
-- for each story of that day; 3,652,060 stands for no date or a vague one. So the index finds stories in order of days.
CREATE TABLE shelfmarks (number INTEGER PRIMARY KEY, mark INTEGER NOT NULL UNIQUE);
-- The text index keeps no text: it stands on folded text that `searched` makes from the record when it is asked for
-- (which only a removal does; a connection that writes gives the function `searched_text`).
CREATE VIEW searched AS SELECT mark,
    searched_text(record, 'headline') AS headline, searched_text(record, 'standfirst') AS standfirst,
    searched_text(record, 'body') AS body, searched_text(record, 'comments') AS comments,
    searched_text(record, 'furniture') AS furniture
    FROM shelfmarks JOIN records USING (number);
CREATE VIRTUAL TABLE texts USING fts5 (
    headline, standfirst, body, comments, furniture, content='searched', content_rowid='mark', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);
-- Words wait in memory until there are many (bytes), and no part of the index is merged before there are sixteen of its
-- size: each word is written over less often.
INSERT INTO texts (texts, rank) VALUES ('hashsize', 16777216);
INSERT INTO texts (texts, rank) VALUES ('automerge', 0);
CREATE VIRTUAL TABLE vocabulary USING fts5vocab (texts, row);
"""


def stamp() -> str:
    """What a library must be made by to be read: the shape of its tables and the program that filled them."""
    return f"{SCHEMA}/{__version__}/{recipe()}"


def create(connection: sqlite3.Connection) -> None:
    """Make the tables in an empty file, in one transaction with its stamp; leaves a file that has tables as it is.

    The connection must be in autocommit mode. Safe where two programs do it at once.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    with transaction(connection):
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return
        for statement in _statements(TABLES):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("INSERT INTO meta VALUES ('stamp', ?)", (stamp(),))


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing: BEGIN IMMEDIATE, and COMMIT or ROLLBACK."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:  # an interrupt too must leave nothing half-written
        if connection.in_transaction:  # a full disk ends it by itself
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def unusable(connection: sqlite3.Connection) -> str | None:
    """Why this library must be made anew, None when it need not; "" when it is merely empty.

    Raises sqlite3.DatabaseError where the file is no sound SQLite file at all.
    """
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        return ""
    if application != APPLICATION:
        return "the library was not a library of Wireside"
    if version != SCHEMA:
        return f"the library was made for another version ({version}, not {SCHEMA})"
    row = connection.execute("SELECT value FROM meta WHERE name = 'stamp'").fetchone()
    if row is None or row[0] != stamp():
        return "the library was made by another version of Wireside"
    return None


def _statements(script: str) -> list[str]:
    """The statements of a script, one by one: `executescript` would commit in between."""
    found: list[str] = []
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            found.append(pending)
            pending = ""
    return found
