"""The home app."""

from django.apps import AppConfig


class Home(AppConfig):
    """The worker's front hall."""

    name = "kith.home"
    label = "home"
