"""What Amal has begun and cannot send: words to Marnie's father that tell where she lives; a page shows why."""

from datetime import date

from django.urls import reverse

from kith.core import clock
from kith.core.models import Worker
from kith.core.transactions import scoped
from kith.correspondence import actions as correspondence
from kith.record import actions
from kith.record.models import Case, Participant
from kith.seed import reached, tarnbrook
from kith.seed.staff import address_of
from kith.seed.times import at

CARERS_HOME = "3 Weir Cottages, Tidebank, TB6 2QQ"
SUBJECT = "Marnie's things"
#: Meant well: it says to which house he may send them.
WORDS = """Dear Dean,

Marnie asks for her blue coat and her sketchbooks. If you post them to 3 Weir Cottages, she has them by Friday.

Amal Idris"""


def make(case: Case, amal: Worker) -> None:
    """Begin a message that the check stops: Dean must not know where Marnie is looked after."""
    when = at("2026-03-17", "10:00")
    dean = actions.add_participant(case=case, known_as="Dean", part="father", side="respondent", by=amal, at=when)
    actions.add_contact_detail(
        case=case,
        participant=dean,
        kind="email",
        value="dean.t@example.net",
        may_write=True,
        verified_how="He wrote from it, and said so on the telephone",
        by=amal,
        at=when,
    )
    reached.keep_plan(case, dean, amal, "email", said_by="Dean himself", any_hour=True, away=(), orders=())
    actions.protect_fact(
        case=case,
        kind="address",
        value=CARERS_HOME,
        why="Her carers' home. He waited outside the one before.",
        since_on=date(2026, 3, 16),
        by=amal,
        at=when,
    )
    words = {"subject": SUBJECT, "text": WORDS}
    correspondence.keep_words(case=case, reader=dean, words=words, by=amal, at=clock.now())


def where() -> str:
    """Give the path of the page that shows what stops it."""
    amal = Worker.objects.get(email=address_of("amal"))
    with scoped(worker_id=amal.id):
        case = Case.objects.get(reference=tarnbrook.REFERENCE)
        dean = Participant.objects.get(case=case, known_as="Dean")
    return reverse("correspondence:check", args=[case.id, dean.id])
