"""The exhibits app."""

from django.apps import AppConfig


class Exhibits(AppConfig):
    """What others hand over."""

    name = "kith.exhibits"
    label = "exhibits"
