"""The record app."""

from django.apps import AppConfig


class Record(AppConfig):
    """The case itself."""

    name = "kith.record"
    label = "record"
