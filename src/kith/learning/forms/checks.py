"""What somebody says of themselves about a statement: shape only."""

from kith.learning.forms.saying import Saying
from kith.learning.rules.frameworks import LEVELS
from kith.ui import fields


class SayLevel(Saying):
    TEXTS = ("evidence", "next_step")

    level = fields.Choice(
        "How far along do you feel?",
        [(key, words, hint) for key, (_, words, hint) in LEVELS.items()],
        missing="Select how far along you feel",
    )
    evidence = fields.TextArea(
        "What shows it?", hint="Name nobody who uses services.", required=False, max_length=2000, rows=3
    )
    next_step = fields.TextArea("What is your next step?", required=False, max_length=1000, rows=2)
    next_on = fields.Date("By when?", hint="For example, 27 3 2027", required=False)
