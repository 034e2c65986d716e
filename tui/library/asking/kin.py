"""Which stories may be versions of one: by address, and by outlet and headline. Light: it aligns nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.library.entries import UnknownStory
from tui.relate.descent.address import plain_address

if TYPE_CHECKING:
    from tui.library.library import Library

_OWN = "SELECT url, outlet, headline, headline_derived FROM stories WHERE number = ?"
_ALIKE = """
SELECT number, url, ?2 <> '' AND outlet = ?2 AND headline = ?3 AS named FROM stories
WHERE named OR (?1 <> '' AND instr(url, ?1) > 0)
"""


def kin(library: Library, number: int) -> set[int]:
    """The numbers of the stories with this one's address, or with its outlet and headline, itself among them.

    Raises UnknownStory.
    """
    with library.reading() as connection:
        own = connection.execute(_OWN, (number,)).fetchone()
        if own is None:
            raise UnknownStory(number)
        url, outlet, headline, derived = own
        address = plain_address(url)
        if not address and (not outlet or derived):
            return {number}
        alike = connection.execute(_ALIKE, (address.partition("?")[0], "" if derived else outlet, headline))
        # An address may begin as another one does: `/news/1` is not `/news/10`.
        return {number, *(int(other) for other, at, named in alike if named or plain_address(at) == address)}
