"""Every key of the program in one table: the panes, the help, the bottom line and the user's keymap file read it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from textual.binding import Binding


class Key(NamedTuple):
    """One thing that keys can do.

    `id` is `where.action`; `keys` are Textual key names, comma between them, the one to teach first; `label` is a word
    or two for the palette and the bottom line, `help` one sentence; `does` names the action where it is not the
    pane's own `action_…`.
    """

    id: str
    keys: str
    label: str
    help: str
    does: str = ""

    @property
    def where(self) -> str:
        """The pane that it works in, or `everywhere`."""
        return self.id.partition(".")[0]

    @property
    def action(self) -> str:
        """The name of the action as a binding wants it."""
        return self.does or self.id.partition(".")[2]


KEYS: tuple[Key, ...] = (
    Key("everywhere.stories", "1", "stories", "Go to the list of stories"),
    Key("everywhere.reader", "2", "reader", "Go to the story that is open"),
    Key("everywhere.comparison", "3", "compare", "Go to the comparison; asks which two when there is none yet"),
    Key("everywhere.actors", "4", "actors", "Go to the people, organisations and places"),
    Key("everywhere.next_pane", "tab,f6", "next pane", "Go to the next pane"),
    Key("everywhere.previous_pane", "shift+tab", "previous pane", "Go to the pane before this one"),
    Key("everywhere.back", "q", "back", "Go back; from the list of stories, quit"),
    Key("everywhere.quit", "Q,f10", "quit", "Quit at once, from anywhere", "app.quit"),
    Key("everywhere.cancel", "escape", "cancel", "Leave what is open, cancel what is running; never quits"),
    Key("everywhere.help", "?,f1", "help", "Show all keys; type to narrow them, Enter runs one"),
    Key("everywhere.palette", ":,ctrl+p,f2", "commands", "Find a command by its name and run it"),
    Key("everywhere.query", "/,f3", "search", "Search, and narrow the list to what is found"),
    Key("everywhere.facets", "f,f4", "narrow", "Pick a month, an outlet, a kind or a mark to narrow the list by"),
    Key("everywhere.counts", "C", "counts", "Count the stories shown, and the hits in them, by outlet and by month"),
    Key("everywhere.clear", "F", "show all", "Take the search and all filters away"),
    Key("everywhere.next_hit", "n", "next hit", "Go to the next place where the searched words stand"),
    Key("everywhere.previous_hit", "N", "previous hit", "Go to the hit before this one"),
    Key("everywhere.next_point", "]", "next point", "Go to the next unread story, mention or difference"),
    Key("everywhere.previous_point", "[", "previous point", "Go to the unread story, mention or difference before"),
    Key("everywhere.view", "v,f9", "view", "Step through the ways this pane can show its matter"),
    Key("everywhere.zoom", "z", "zoom", "Give this pane the whole screen, and take it back"),
    Key("everywhere.narrower", "<", "narrower", "Make this pane narrower"),
    Key("everywhere.wider", ">", "wider", "Make this pane wider"),
    Key("everywhere.compare", "c,f7", "compare", "Lay two stories side by side: the marked two, or this and its copy"),
    Key("everywhere.story_actors", "a", "who is in it", "Show only the actors of this story; again for all of them"),
    Key("everywhere.evidence", "i,f8", "evidence", "Say what the date, the match or the name here rests on"),
    Key("everywhere.copy", "y", "copy", "Copy the passage with its source to the clipboard"),
    Key("everywhere.original", "o", "address", "Open the story's web address, after a look at it"),
    Key("everywhere.pager", "e", "the file", "Read the original file in the pager"),
    Key(
        "everywhere.write", "w", "write", "Write the stories, or the story, comparison or page that is open, to a file"
    ),
    Key("everywhere.undo", "u", "undo", "Take back the last change"),
    Key("everywhere.redo", "U", "redo", "Make the change again that was taken back"),
    Key("everywhere.note", ";", "note", "Write a note on this story"),
    Key("everywhere.tag", "#", "tag", "Give this story a tag, or take one away"),
    Key("everywhere.highlights", "H", "highlights", "List the passages that you highlighted; Enter goes to one"),
    Key("everywhere.rescan", "R,f5", "rescan", "Look for new and changed files"),
    Key("everywhere.follow", "W", "follow the folder", "Read new files as they come, or follow the folder no more"),
    Key("everywhere.problems", "P", "problems", "List what could not be read, and why"),
    Key("everywhere.theme", "T", "theme", "Change between the dark and the light colours"),
    Key("lines.down", "j,down", "down", "One line down"),
    Key("lines.up", "k,up", "up", "One line up"),
    Key("lines.first", "g,home", "first", "To the first line"),
    Key("lines.last", "G,end", "last", "To the last line"),
    Key("lines.half_down", "ctrl+d", "half a page down", "Half a page down"),
    Key("lines.half_up", "ctrl+u", "half a page up", "Half a page up"),
    Key("lines.page_down", "pagedown,ctrl+f", "page down", "One page down"),
    Key("lines.page_up", "pageup,ctrl+b", "page up", "One page up"),
    Key("stories.open", "enter,l,right", "open", "Read this story"),
    Key("stories.back", "h,left", "back", "Go back to where you came from", "screen.leave"),
    Key("stories.mark", "space", "mark", "Mark this story and step on; c compares two marked ones"),
    Key("stories.range", "V", "mark a range", "Begin a range here; V again marks all of it"),
    Key("stories.fold", "d", "copies", "Unfold the copies of this story, or fold them away"),
    Key("stories.fold_all", "D", "all copies", "Unfold all copies, or fold all of them"),
    Key("stories.sort", "s", "sort", "Sort hits by rank or by time; then by outlet, headline, length, copies"),
    Key("stories.reverse", "S", "reverse", "Turn the order round"),
    Key("stories.contexts", "v,f9", "hits in context", "Show each hit between what stands before and after it"),
    Key("stories.read", "r", "read", "Mark as read, or as unread again"),
    Key("stories.star", "*", "star", "Give a star, or take it away"),
    Key("stories.date", "@", "go to date", "Go to the first story of a date"),
    Key("stories.next_day", "}", "next day", "Go to the next day that has stories"),
    Key("stories.previous_day", "{", "previous day", "Go to the day with stories before this one"),
    Key("stories.save", "b", "save search", "Save this search under a name"),
    Key("stories.saved", "B", "saved searches", "Open a saved search"),
    Key("reader.page_on", "space", "page down", "One page down"),
    Key("reader.next_story", "J", "next story", "Open the next story of the list"),
    Key("reader.previous_story", "K", "previous story", "Open the story before this one in the list"),
    Key("reader.activate", "enter", "go to", "Follow what the cursor is on: an actor, a copy, a folded part"),
    Key("reader.read", "r", "read", "Mark as read, or as unread again"),
    Key("reader.star", "*", "star", "Give a star, or take it away"),
    Key("reader.trace", "s", "trace", "Follow the sentence or quotation here through all stories that carry it"),
    Key(
        "reader.select", "V", "highlight", "Select a passage to highlight, from the sentence here; V or Enter keeps it"
    ),
    Key("reader.unmark", "x", "no highlight", "Take the highlight of the passage here away"),
    Key("reader.leave", "h,left", "back", "Go back to the list", "screen.leave"),
    Key("compare.next_copy", "J", "next copy", "Put the next copy on the right"),
    Key("compare.previous_copy", "K", "previous copy", "Put the copy before on the right"),
    Key("compare.swap", "x", "swap", "Change the sides"),
    Key("compare.typography", "t", "typography", "Show or hide differences of typography alone"),
    Key("compare.trace", "s", "trace", "Follow the sentence or quotation here through all stories that carry it"),
    Key("compare.same", "+", "same", "Say that these two are the same copy"),
    Key("compare.not_same", "-", "not the same", "Say that these two are not the same copy"),
    Key("compare.activate", "enter", "go to", "From a fact, go to the paragraph that it stands in"),
    Key("compare.page_on", "space", "page down", "One page down"),
    Key("compare.leave", "h,left", "back", "Go back to where you came from", "screen.leave"),
    Key("actors.narrow", "/", "find a name", "Type a part of a name; Enter goes to it"),
    Key("actors.open", "enter,l,right", "page", "Open the page of this actor"),
    Key("actors.require", "space", "require", "Show only stories with this actor"),
    Key("actors.exclude", "!", "exclude", "Show only stories without this actor"),
    Key("actors.any_of", "&", "all or any", "Ask for all of the required actors, or for any of them"),
    Key("actors.kind", "t", "kind", "Say that this is a person, an organisation or a place"),
    Key("actors.mark", "V", "mark", "Mark this name for merging"),
    Key("actors.merge", "m", "merge", "Make one actor of the marked names"),
    Key("actors.unmerge", "M", "split", "Take the last merge of this actor apart"),
    Key("actors.hide", "x", "no actor", "Say that this is no actor"),
    Key("actors.leave", "h,left", "back", "Go back to where you came from", "screen.leave"),
    Key("page.open", "enter,l,right", "open", "Open the story or the actor under the cursor"),
    Key("page.require", "space", "require", "Show only stories with this actor"),
    Key("page.part", "-", "not the same", "Say that the name under the cursor is somebody else's"),
    Key("page.rename", "r", "rename", "Call this actor otherwise"),
    Key("page.leave", "h,left,escape", "back", "Go back to the list of actors"),
    Key("query.accept", "enter", "keep", "Keep the search and go to the list"),
    Key("query.give_up", "escape", "cancel", "Leave the list as it was before"),
    Key("query.older", "up", "older search", "Bring back an older search"),
    Key("query.newer", "down", "newer search", "Bring back a newer search"),
    Key("query.complete", "tab", "complete", "Complete the field or the value under the cursor"),
)

BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}

PLACES: Mapping[str, str] = {
    "everywhere": "Everywhere",
    "lines": "In every list and text",
    "stories": "Stories",
    "reader": "Reader",
    "compare": "Compare",
    "actors": "Actors",
    "page": "An actor's page",
    "query": "The query line",
}

# What the bottom line teaches in each pane: the ids of one or two keys, and a word.
HINTS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "stories": (
        ("stories.open", "open"),
        ("everywhere.compare", "compare"),
        ("everywhere.query", "search"),
        ("everywhere.actors", "actors"),
        ("everywhere.help", "help"),
    ),
    "reader": (
        ("reader.next_story reader.previous_story", "next story"),
        ("everywhere.next_point everywhere.previous_point", "mention"),
        ("everywhere.view", "view"),
        ("everywhere.evidence", "evidence"),
        ("reader.trace", "trace"),
        ("everywhere.compare", "compare"),
        ("everywhere.back", "back"),
    ),
    "compare": (
        ("everywhere.next_point everywhere.previous_point", "difference"),
        ("compare.typography", "typography"),
        ("compare.swap", "swap"),
        ("compare.same", "same"),
        ("compare.not_same", "not the same"),
        ("everywhere.view", "view"),
        ("everywhere.back", "back"),
    ),
    "actors": (
        ("actors.require", "require"),
        ("actors.exclude", "exclude"),
        ("actors.open", "page"),
        ("actors.narrow", "find"),
        ("actors.mark actors.merge", "merge"),
        ("everywhere.back", "back"),
    ),
    "page": (
        ("page.open", "open"),
        ("page.require", "require"),
        ("page.leave", "back"),
    ),
    "query": (
        ("query.accept", "keep"),
        ("query.complete", "complete"),
        ("query.older query.newer", "history"),
        ("query.give_up", "cancel"),
    ),
}

NAMES = {
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "up": "Up",
    "down": "Down",
    "left": "Left",
    "right": "Right",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
}


def bindings(where: str, *answers: str) -> list[Binding]:
    """The bindings of one pane; `answers` are ids of other places' keys that this pane answers itself."""
    return [
        Binding(key.keys, key.action, key.label, show=False, id=key.id)
        for key in KEYS
        if key.where == where or key.id in answers
    ]


def taught(id: str, keymap: Mapping[str, str] | None = None) -> str:
    """The key to teach for this id, as a reader knows it: `Enter`, `Ctrl+D`, `/`; the user's own where he has one."""
    return shown((keymap or {}).get(id) or BY_ID[id].keys).partition(" ")[0]


def shown(keys: str) -> str:
    """Key names as a reader knows them, a space between them."""
    return " ".join(_name(key.strip()) for key in keys.split(","))


def _name(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if last in NAMES:
        last = NAMES[last]
    elif modifiers or (last.startswith("f") and last[1:].isdecimal()):
        last = last.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), last])
