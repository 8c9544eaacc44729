"""What is put with a message is held to what a case may keep; what is made here is not."""

import pytest

from kith.core import files, room
from kith.core.models import StoredFile
from kith.core.transactions import scoped
from kith.correspondence import actions
from kith.exhibits import testing
from kith.record import testing as make


@pytest.mark.django_db
def test_an_enclosure_is_held_to_it_and_what_is_made_here_is_not(settings):
    settings.CASE_BYTES = 1_000
    amal = make.worker()
    case = make.case(amal)
    reader, upload = make.participant(case, amal), testing.incoming(b"x" * 1_001, "a.txt")
    with pytest.raises(room.Full):
        actions.attach_upload(case=case, reader=reader, upload=upload, by=amal, at=make.AT)
    with scoped(worker_id=amal.id, case_id=case.id):
        assert not StoredFile.objects.exists()
        files.keep_bytes(b"made here" * 1_000, case_id=case.id, at=make.AT)
        assert StoredFile.objects.count() == 1
