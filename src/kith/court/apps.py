"""The court app."""

from django.apps import AppConfig


class Court(AppConfig):
    """Documents for court."""

    name = "kith.court"
    label = "court"
