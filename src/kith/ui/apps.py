"""The ui app."""

from django.apps import AppConfig


class Ui(AppConfig):
    """Pages and components."""

    name = "kith.ui"
    label = "ui"
