"""Opening and cleaning what leaves, in a child process that can reach nothing (docs/adr/0019-what-leaves-is-opened.md).

`open_all` is handed to the guard, which holds the words against the protected facts; `clean` makes a copy of a file
without what nobody sees, and `hidden_in` says what that would be. All name what they could not do, and never raise for
any bytes.
"""

from kith.core.opening.parent import clean, hidden_in, open_all, pictures_state

__all__ = ["clean", "hidden_in", "open_all", "pictures_state"]
