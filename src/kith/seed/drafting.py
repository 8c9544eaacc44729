"""A dilemma that Ben has begun to write under Learning and not finished: the page of those who write shows it.

It stops where he stopped. What it still lacks the check says, line by line.
"""

from kith.core import clock
from kith.core.models import Worker
from kith.learning.actions import authors

TITLE = "The class group"
INK = f"""# title: {TITLE}
# theme: boundaries
# minutes: 6
# says: A mother adds you to the chat of her daughter's class, and three hundred messages are waiting in it.
# standard: 2.3
# standard: 5.6
# pcf: 2
# capability: relationships
# person: you; you; the social worker
# person: tressa; Tressa; the child, ten
# person: demelza; Demelza; Tressa's mother
# place: Quay Steps

VAR stayed = false

-> added

=== added ===
Your work phone buzzes on the bus. Demelza has added you to the chat of Tressa's class.
"Now you can see for yourself what they write about us," she says. # speaker: demelza
* [Leave the chat and ring her] # key: leave
  She picks up at once. # touches: demelza # reflect: What did she hope that you would see?
  -> call
* [Say in the chat who you are] # key: say
  ~ stayed = true
  For a minute nobody writes. # touches: tressa # reflect: Who did not know about you until now?
  -> call

=== call ===
// Still to write: what Demelza tells on the telephone, two choices, two endings, and the same told again by the others.
"They are all against her," Demelza says. # speaker: demelza
-> END
"""


def make(author: Worker) -> None:
    """Have somebody who may write begin a story, and leave it there."""
    authors.take_in(words=INK, file_name="the-class-group.ink", by=author, at=clock.now())
