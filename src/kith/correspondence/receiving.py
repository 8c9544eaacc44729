"""What other machines tell: what became of a message that a channel took, and a text message that came."""

import logging
from typing import Any

from django.utils.dateparse import parse_datetime

from kith.core import clock, jobs, transactions
from kith.core.machines import NotHeard, Said, for_machines
from kith.core.models import Worker
from kith.correspondence import actions, queries

log = logging.getLogger(__name__)


@for_machines(token="NOTIFY_RECEIPT_TOKEN")
def from_notify(said: Said) -> None:
    """Take a receipt of GOV.UK Notify; one about nobody's message is logged by its status and goes no further.

    References:
        docs.notifications.service.gov.uk, "Delivery receipts": id, reference, status, completed_at.
    """
    told = said.words
    reference, status = str(told.get("reference") or ""), str(told.get("status") or "")
    whose = queries.receipt_for(reference) if reference and status and "\x00" not in reference + status else None
    if whose is None:
        log.warning("receipt for no message of ours")
        return
    with transactions.scoped(worker_id=whose.worker_id, case_id=whose.case_id):
        actions.take_receipt(
            outbox_id=whose.outbox_id,
            status=status,
            their_reference=str(told.get("id") or "")[:100],
            theirs_at=_instant(told.get("completed_at")),
            by=Worker.objects.get(id=whose.worker_id),
            at=clock.now(),
        )
    log.info("receipt taken", extra={"outbox": whose.outbox_id})


@for_machines(token="TEXT_IN_TOKEN")
def text_in(said: Said) -> None:
    """Keep a text message that came, and have it filed. The same one again is not kept twice.

    It is answered only once it is kept; whoever passes it on tries again on anything but success.

    Raises:
        NotHeard: it is not in their form.

    References:
        GOV.UK Notify, "Receive text messages": POST of JSON with a bearer token, fields id, source_number,
        destination_number, message, date_received.
    """
    name, *texts = (said.words.get(key) for key in ("id", "source_number", "message"))
    if not (isinstance(name, str) and name and all(isinstance(each, str) for each in texts)):
        raise NotHeard("A text message is JSON with id, source_number and message.")
    place = f"text:{name[:200]}"
    actions.keep_arrived(channel="text", place=place, data=said.data, by=actions.POST_ROOM, at=clock.now())
    jobs.ask("correspondence.file_new", once="all")


def _instant(text: object) -> Any:
    try:
        found = parse_datetime(str(text)) if text else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo else None
