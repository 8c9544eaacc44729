"""The door of the room: whoever works here finds it."""

import pytest
from django.urls import reverse

from kith.learning.testing import signed_in, worker


@pytest.mark.parametrize("role", ["la_social_worker", "student_or_nqsw", "it_admin"])
def test_everybody_finds_what_there_is_to_learn(db, role):
    answer = signed_in(worker(role=role)).get(reverse("learning:front"))
    assert answer.status_code == 200
    assert "nobody else sees" in answer.content.decode()
