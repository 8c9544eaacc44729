"""A process killed while it hands a message over: never doubled, and never said to be sent if it was not."""

import os
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.db import connections

from kith.correspondence import testing

ROOT = Path(__file__).resolve().parents[4]
KILLS = int(os.environ.get("KITH_KILLS", "5"))


def environment(room):
    parts = connections["default"].settings_dict
    return {
        **os.environ,
        "DATABASE_URL": " ".join(
            f"{key}='{parts[name]}'"
            for key, name in (
                ("dbname", "NAME"),
                ("user", "USER"),
                ("password", "PASSWORD"),
                ("host", "HOST"),
                ("port", "PORT"),
            )
        ),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}",
        "KITH_FOLDER": django_settings.DATA_FOLDER,
        "KITH_SMTP_HOST": "127.0.0.1",
        "KITH_SMTP_PORT": str(room.port),
    }


@pytest.mark.drill
@pytest.mark.timeout(60 + 10 * KILLS)
def test_killed_at_any_moment_a_message_is_never_doubled(kept_world, room):
    world = kept_world
    room.seconds = 0.4
    rows = [world.send(text=f"Message {number}.") for number in range(KILLS)]
    kills = list(testing.kill_while_sending(rows, world.amal, room, environment=environment(room), seed=20260302))
    assert all(each.arrived <= 1 for each in kills), kills
    assert all(each.arrived == 1 for each in kills if each.state == "sent"), kills
    assert {each.state for each in kills} <= {"sent", "unsure"}
    assert "unsure" in {each.state for each in kills}, "no kill fell between the hand-over and its note"
