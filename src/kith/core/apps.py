"""The core app."""

from django.apps import AppConfig


class Core(AppConfig):
    """Holds workers, the ledger, stored files and submissions."""

    name = "kith.core"
    label = "core"
