import json

from django.http import HttpResponseRedirect
from django.test import RequestFactory

from kith.ui import fields, forms, uploads


class Taking(forms.Form):
    file = fields.File("File", missing="Select what they handed over")


PLAIN = RequestFactory().post("/take")
SCRIPT = RequestFactory().post("/take", headers={"accept": "application/json"})


def test_a_plain_upload_is_redirected() -> None:
    answer = uploads.done(PLAIN, "/kept/")
    assert (answer.status_code, answer["Location"]) == (302, "/kept/")


def test_a_scripted_upload_is_told_where_to_go_and_still_counts_as_a_redirect() -> None:
    answer = uploads.done(SCRIPT, "/kept/")
    assert isinstance(answer, HttpResponseRedirect)
    assert (answer.status_code, answer["Content-Type"], answer.url) == (200, "application/json", "/kept/")
    assert json.loads(answer.content) == {"url": "/kept/"}


def test_errors_go_to_the_script_or_to_the_page() -> None:
    form = Taking({}, {})
    assert uploads.refused(PLAIN, form) is None
    answer = uploads.refused(SCRIPT, form)
    assert answer is not None
    assert (answer.status_code, json.loads(answer.content)) == (422, {"errors": ["Select what they handed over"]})
