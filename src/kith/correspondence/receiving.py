"""What channels tell of messages they took, at addresses for machines."""

import logging
from typing import Any

from django.utils.dateparse import parse_datetime

from kith.core import clock, transactions
from kith.core.machines import for_machines
from kith.core.models import Worker
from kith.correspondence import actions, queries

log = logging.getLogger(__name__)


@for_machines(token="NOTIFY_RECEIPT_TOKEN")
def from_notify(said: dict[str, Any]) -> None:
    """Take a receipt of GOV.UK Notify; one about nobody's message is logged by its status and goes no further.

    References:
        docs.notifications.service.gov.uk, "Delivery receipts": id, reference, status, completed_at.
    """
    reference, status = str(said.get("reference") or ""), str(said.get("status") or "")
    whose = queries.receipt_for(reference) if reference and status and "\x00" not in reference + status else None
    if whose is None:
        log.warning("receipt for no message of ours")
        return
    with transactions.scoped(worker_id=whose.worker_id, case_id=whose.case_id):
        actions.take_receipt(
            outbox_id=whose.outbox_id,
            status=status,
            their_reference=str(said.get("id") or "")[:100],
            theirs_at=_instant(said.get("completed_at")),
            by=Worker.objects.get(id=whose.worker_id),
            at=clock.now(),
        )
    log.info("receipt taken", extra={"outbox": whose.outbox_id})


def _instant(text: object) -> Any:
    try:
        found = parse_datetime(str(text)) if text else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo else None
