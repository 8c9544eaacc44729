"""The correspondence app."""

from django.apps import AppConfig


class Correspondence(AppConfig):
    """What we send to people."""

    name = "kith.correspondence"
    label = "correspondence"
