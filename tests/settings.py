"""Settings for tests: the real ones, with a fast hasher, plain static files, and a database that `database` makes."""

import os

os.environ.setdefault("KITH_SECRET_KEY", "tests only")
os.environ.setdefault("DATABASE_URL", "postgresql://kith_app@/not-yet")
os.environ.setdefault("KITH_FAMILY_DATABASE_URL", "postgresql://kith_family@/not-yet")
# A browser test leaves Playwright's event loop in this thread; Django would take it for async code of ours.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
os.environ.setdefault("KITH_PASSWORD_HASHER", "django.contrib.auth.hashers.MD5PasswordHasher")
os.environ.setdefault("KITH_STATIC", "django.contrib.staticfiles.storage.StaticFilesStorage")

from kith.core.vault import new_installation_key

os.environ.setdefault("KITH_KEY", new_installation_key().text())

from kith.config.settings import *  # noqa: F403

STATIC_ROOT = SOURCE.parent.parent / "build" / "static"  # noqa: F405
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
