"""The learning app."""

from django.apps import AppConfig


class Learning(AppConfig):
    """Staff's growth."""

    name = "kith.learning"
    label = "learning"
