"""Asking the library without making the screen wait: each question runs in a thread, the newest of a group counts."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, get_current_worker

from tui.ingest.errors import ReadError
from tui.library.entries import Interrupted, LibraryDamaged, LibraryError, UnknownActor, UnknownStory

Answer = TypeVar("Answer")
TROUBLES = (LibraryDamaged, LibraryError, UnknownActor, UnknownStory, ReadError, OSError)


class Answered(Message):
    """A question was answered: `deliver` gives the answer to whoever asked, on the screen's own thread."""

    def __init__(self, group: str, turn: int, deliver: Callable[[], None]) -> None:
        super().__init__()
        self.group, self.turn, self.deliver = group, turn, deliver


class Fetch:
    """Runs questions for one screen. A question of a group takes the place of the one of this group still running."""

    def __init__(self, screen: Widget, interrupt: Callable[[str], None], trouble: Callable[[str], None]) -> None:
        """`interrupt` gives up what the library runs under a group's name; `trouble` shows one line to the reader."""
        self._screen = screen
        self._interrupt = interrupt
        self._trouble = trouble
        self._turns: dict[str, int] = {}
        self._open: set[str] = set()
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="word")

    def ask(self, group: str, question: Callable[[], Answer], then: Callable[[Answer], None]) -> Worker[None]:
        """Run `question` in a thread and `then` with its answer on the screen's thread, unless a newer one is asked."""
        turn = self._turns.get(group, 0) + 1
        self._turns[group] = turn
        if group in self._open:
            self._interrupt(group)
        self._open.add(group)

        def work() -> None:
            worker = get_current_worker()
            try:
                answer = question()
            except Interrupted:
                return
            except TROUBLES as error:
                reason = str(error)
                self._screen.post_message(Answered(group, turn, lambda: self._trouble(reason)))
                return
            if not worker.is_cancelled:
                self._screen.post_message(Answered(group, turn, lambda: then(answer)))

        return self._screen.run_worker(work, group=group, exclusive=True, thread=True, exit_on_error=True)

    def do(self, work: Callable[[], Answer], then: Callable[[Answer], None]) -> None:
        """Do something that must not be given up, after all that was asked for before it, and `then` as above.

        What goes wrong unforeseen ends the program, as it would on the screen's own thread.
        """

        def run() -> None:
            try:
                answer = work()
            except TROUBLES as error:
                reason = str(error)
                self._screen.post_message(Answered("", 0, lambda: self._trouble(reason)))
                return
            self._screen.post_message(Answered("", 0, lambda: then(answer)))

        self._hand.submit(run).add_done_callback(self._unforeseen)

    def _unforeseen(self, done: Future[None]) -> None:
        if done.exception() is not None:
            self._screen.post_message(Answered("", 0, done.result))

    def close(self) -> None:
        """Let what must be done come to its end."""
        self._hand.shutdown(wait=True)

    def answered(self, message: Answered) -> None:
        """Deliver an answer, if nothing newer was asked since."""
        if self._turns.get(message.group, 0) == message.turn:
            self._open.discard(message.group)
            message.deliver()

    def give_up(self, group: str) -> bool:
        """Forget the question of this group; whether one was still open."""
        was_open = group in self._open
        self._turns[group] = self._turns.get(group, 0) + 1
        self._open.discard(group)
        if was_open:
            self._interrupt(group)
        return was_open

    def busy(self, group: str) -> bool:
        """Whether a question of this group is still without an answer."""
        return group in self._open
