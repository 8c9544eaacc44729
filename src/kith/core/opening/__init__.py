"""Opening and cleaning what leaves, in a child process that can reach nothing (docs/adr/0019-what-leaves-is-opened.md).

`open_all` is handed to the guard, which holds the words against the protected facts (`each_once` where several ask
about the same files); `clean` makes a copy of a file without what nobody sees, and `hidden_in` says what that would be;
`redact` makes one without what a worker chose, and `draw` a picture of its page. All name what they could not do, and
never raise for any bytes.
"""

from kith.core.opening.parent import clean, draw, each_once, hidden_in, open_all, pictures_state, redact
from kith.core.opening.telling import Cleaned

__all__ = ["Cleaned", "clean", "draw", "each_once", "hidden_in", "open_all", "pictures_state", "redact"]
