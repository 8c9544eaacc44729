"""Settings: one file, read from the environment by `env`. `kith serve` fills the environment for its processes."""

from pathlib import Path

from psycopg.conninfo import conninfo_to_dict

from kith.config import file_store
from kith.config.env import env_bool, env_choice, env_int, env_networks, env_secret, env_text

SOURCE = Path(__file__).resolve().parent.parent


def _database(url: str) -> dict[str, object]:
    """Turn a libpq address into Django's form; what Django has no name for (sslmode, sslrootcert) is passed on."""
    parts = conninfo_to_dict(url)
    more = {name: value for name, value in parts.items() if name not in {"dbname", "user", "password", "host", "port"}}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.get("dbname", ""),
        "USER": parts.get("user", ""),
        "PASSWORD": parts.get("password", ""),
        "HOST": parts.get("host", ""),
        "PORT": str(parts.get("port", "")),
        "CONN_MAX_AGE": 0 if env_bool("KITH_NO_POOL") else None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**more, "application_name": env_text("KITH_PROCESS", "kith")},
    }


DEBUG = False
SECRET_KEY = env_secret("KITH_SECRET_KEY", "")
ALLOWED_HOSTS = env_text("KITH_HOSTS", "localhost,127.0.0.1").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env_text("KITH_ORIGINS", "").split(",") if origin]
DATABASES = {"default": _database(env_secret("DATABASE_URL", ""))}
if FAMILY_URL := env_secret("KITH_FAMILY_DATABASE_URL", ""):  # the families' door; the web process alone is given it
    DATABASES["family"] = _database(FAMILY_URL)
DATA_FOLDER = env_text("KITH_FOLDER", "")
FILES_IN = file_store.bucket_in_use()  # None: on this machine's disk, below DATA_FOLDER
DEMO = env_bool("KITH_DEMO")

INSTALLED_APPS = [
    "kith.core",
    "kith.ui",
    "kith.learning",
    "kith.record",
    "kith.exhibits",
    "kith.correspondence",
    "kith.court",
    "kith.home",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "django_linear_migrations",
]

MIDDLEWARE = [
    "kith.core.middleware.Proxies",  # the first is asked first: whom to believe about where a request comes from
    "kith.core.middleware.Headers",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "kith.core.middleware.Errors",
    "allauth.account.middleware.AccountMiddleware",  # the last is asked first: what allauth raises is its own to answer
]

ROOT_URLCONF = "kith.config.urls"
WSGI_APPLICATION = "kith.config.wsgi.application"
AUTH_USER_MODEL = "core.Worker"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [],
        "APP_DIRS": False,
        "OPTIONS": {"environment": "kith.ui.jinja.environment", "context_processors": ["kith.ui.context.chrome"]},
    },
    {  # allauth's own pages stay Django templates (docs/adr/0006)
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "ui" / "templates_django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# Every case page opens its case through this action, so that no page can forget the access note (core.pages).
CASE_OPENER = "kith.record.actions.opening.open_case"

# What stands above every page: words, address, and the permission without which it is left out.
MAIN_NAVIGATION = [
    ("My cases", "home:front", "home"),
    ("Search", "home:search", "open a case"),
    ("What came in", "came_in", "place what came in"),
    ("Learning", "learning:front", "learn"),
    ("Reference", "home:reference", "home"),
    ("Keeping", "home:keeping", "confirm what is destroyed"),
]
if DEMO:
    MAIN_NAVIGATION.append(("What left", "post_room", "see what left"))

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [SOURCE / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [("", SOURCE / "ui" / "static")]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATIC_ROOT = Path(DATA_FOLDER or ".kith") / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # unused: files go to the vault
    "staticfiles": {"BACKEND": env_text("KITH_STATIC", "whitenoise.storage.CompressedManifestStaticFilesStorage")},
}
FILE_UPLOAD_HANDLERS = ["kith.core.files.StreamToVault"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "kith.core.sign_in.passwords.MostLetters"},
]
PASSWORD_HASHERS = [env_text("KITH_PASSWORD_HASHER", "kith.core.sign_in.passwords.Scrypt")]
ACCOUNT_ADAPTER = "kith.core.sign_in.accounts.Accounts"
ACCOUNT_FORMS = {"change_password": "kith.core.sign_in.accounts.ChangePassword"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are given by an administrator, never typed by a stranger
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "/accounts/login/"
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False  # core.sign_in.limits counts for all processes, and locks no owner out
STEP_UP_MINUTES = env_int("KITH_STEP_UP_MINUTES", 5)
ACCOUNT_REAUTHENTICATION_TIMEOUT = STEP_UP_MINUTES * 60
MFA_ADAPTER = "kith.core.sign_in.passkeys.Keys"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RECOVERY_CODE_DIGITS = 10
MFA_TOTP_ISSUER = "Kith"
MFA_FORMS = {
    "authenticate": "kith.core.sign_in.passkeys.AuthenticateByCode",
    "reauthenticate": "kith.core.sign_in.passkeys.ConfirmByCode",
    "add_webauthn": "kith.core.sign_in.passkeys.AddPasskey",
    "login_webauthn": "kith.core.sign_in.passkeys.LogInByPasskey",
    "authenticate_webauthn": "kith.core.sign_in.passkeys.AuthenticateByPasskey",
    "reauthenticate_webauthn": "kith.core.sign_in.passkeys.ConfirmByPasskey",
}
CSRF_FAILURE_VIEW = "kith.ui.errors.stale_form"
LOCK_URL_NAME = "home:lock"
LOGIN_URL = "/accounts/login/"
LOGIN_REDIRECT_URL = "/"

IDLE_MINUTES = env_int("KITH_IDLE_MINUTES", 15)
SILENT_MINUTES = 4 * IDLE_MINUTES or 24 * 60  # the page locks first; this is for a browser that runs no script
_TLS = env_bool("KITH_TLS")
# Only these are believed about where a request came from. Behind TLS there is one; unless named, on this machine.
TRUSTED_PROXIES = env_networks("KITH_TRUSTED_PROXIES", "127.0.0.1,::1" if _TLS else "")

# Cookies: the session, the form token, and that a browser was signed in from before. A worker's browser has no others.
_HOST = "__Host-" if _TLS else ""  # such a cookie is this host's alone: no other name of the domain can set it
SESSION_ENGINE = "kith.core.sign_in.sessions"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SESSION_COOKIE_NAME = f"{_HOST}sessionid"
SESSION_COOKIE_AGE = 60 * 60 * env_int("KITH_SESSION_HOURS", 10)
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = f"{_HOST}csrftoken"
CSRF_COOKIE_AGE = None  # gone with the session
CSRF_COOKIE_HTTPONLY = False  # words being saved need the newest token after signing in in another tab (autosave.js)
DEVICE_COOKIE_NAME = f"{_HOST}kith-device"
DROP_COOKIE_NAME = f"{_HOST}sitting"  # at the public page of a link alone, while files are being sent
VOTE_COOKIE_NAME = f"{_HOST}vote"  # on a phone in a meeting alone: a random token of that meeting, gone when it ends
DEVICE_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = _TLS
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False  # the domain is the agency's, not ours
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

SMTP_HOST = env_text("KITH_SMTP_HOST", "")
SMTP_PORT = env_int("KITH_SMTP_PORT", 25)
SMTP_FROM = env_text("KITH_SMTP_FROM", "Kith <no-reply@example.org>")
SMTP_STARTTLS = env_bool("KITH_SMTP_STARTTLS")
SMTP_USER = env_text("KITH_SMTP_USER", "")
SMTP_PASSWORD = env_secret("KITH_SMTP_PASSWORD", "")
# What comes in: an IMAP mailbox that Kith alone reads, the address that answers go to, and what confirms their sender.
IMAP_HOST = env_text("KITH_IMAP_HOST", "")
IMAP_PORT = env_int("KITH_IMAP_PORT", 993)
IMAP_TLS = env_text("KITH_IMAP_TLS", "tls")  # tls, starttls, or none on the loopback alone
IMAP_USER = env_text("KITH_IMAP_USER", "")
IMAP_PASSWORD = env_secret("KITH_IMAP_PASSWORD", "")
IMAP_MAILBOX = env_text("KITH_IMAP_MAILBOX", "INBOX")
IMAP_DONE = env_text("KITH_IMAP_DONE", "")  # where what was taken is moved to; marked as seen if unset
IMAP_SECONDS = env_int("KITH_IMAP_SECONDS", 30)
MAIL_REPLY_TO = env_text("KITH_MAIL_REPLY_TO", "")  # replies+{}@mail.example.org
MAIL_AUTHSERV_ID = env_text("KITH_MAIL_AUTHSERV_ID", "")  # our mail server's name in Authentication-Results
CLAMD = env_text("KITH_CLAMD", "")  # a virus scanner: host:port, or the path of its socket
TEXT_IN_TOKEN = env_secret("KITH_TEXT_IN_TOKEN", "")  # what whoever passes texts on must show; none are taken without

# What carries each channel; empty is off. By hand: a person prints and posts, or makes the call, and notes it.
CARRIED_BY = {
    "email": env_choice("KITH_EMAIL_BY", ("smtp", "notify"), "smtp"),
    "sms": env_choice("KITH_SMS_BY", ("notify", "gateway"), ""),
    "letter": env_choice("KITH_LETTER_BY", ("hand", "notify"), ""),
    "phone": env_choice("KITH_PHONE_BY", ("hand",), ""),
}
SMS_FROM = env_text("KITH_SMS_FROM", "Kith")
LETTER_FROM = env_text("KITH_LETTER_FROM", "Kith")  # the agency's name and address, with commas between the lines
NOTIFY_URL = env_text("KITH_NOTIFY_URL", "https://api.notifications.service.gov.uk")
NOTIFY_KEY = env_secret("KITH_NOTIFY_KEY", "")
NOTIFY_TEMPLATES = {
    "sms": env_text("KITH_NOTIFY_SMS_TEMPLATE", ""),
    "email": env_text("KITH_NOTIFY_EMAIL_TEMPLATE", ""),
}
NOTIFY_RECEIPT_TOKEN = env_secret("KITH_NOTIFY_RECEIPT_TOKEN", "")
SMS_GATEWAY_URL = env_text("KITH_SMS_GATEWAY_URL", "")
SMS_GATEWAY_LOOKUP = env_text("KITH_SMS_GATEWAY_LOOKUP", "")  # holds {reference}; empty: it cannot be asked
SMS_GATEWAY_SECRET = env_secret("KITH_SMS_GATEWAY_SECRET", "")
# How long after a try that was cut off a service is asked whether it has the message: its own queues must have settled.
SETTLES_SECONDS = env_int("KITH_SETTLES_SECONDS", 300)
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"  # accounts send no mail of their own

TSA_URL = env_text("KITH_TSA_URL", "")  # a time-stamping authority for checkpoints (RFC 3161); none unless named

# The longest that a partner (a professional outside the agency) may be let in at once; then somebody looks again.
PARTNER_DAYS = env_int("KITH_PARTNER_DAYS", 90)
LARGEST_FILE_BYTES = env_int("KITH_LARGEST_FILE_MB", 20_000) * 1_000_000
CASE_BYTES = env_int("KITH_CASE_GB", 0) * 1_000_000_000  # what one case may hold (core.room); 0 is no limit
AGENCY_BYTES = env_int("KITH_AGENCY_GB", 0) * 1_000_000_000

# Files asked for by a link: where its public page is, if under a more neutral name than workers use; whose name the
# page gives, if anybody's; where "Leave this page" leads; and how much one link takes.
DROP_ORIGIN = env_text("KITH_DROP_ORIGIN", "")
DROP_AGENCY = env_text("KITH_DROP_AGENCY", "")
DROP_EXIT = env_text("KITH_DROP_EXIT", "https://www.bbc.co.uk/weather")
DROP_FILES = env_int("KITH_DROP_FILES", 20)
DROP_BYTES = min(env_int("KITH_DROP_MB", 4_000) * 1_000_000, LARGEST_FILE_BYTES)

# What a worker learnt is told to the agency's own learning store (xAPI 1.0.3), if it names one and they switched it on.
XAPI_URL = env_text("KITH_XAPI_URL", "")  # https://store.example.org/xapi; nothing is told unless named
XAPI_KEY = env_secret("KITH_XAPI_KEY", "")  # name:password, as the store gave them
XAPI_HOME = env_text("KITH_XAPI_HOME", "")  # https://www.example.org: whose accounts the actors are
# Whose the badges are that workers take out (Open Badges 3.0), with XAPI_HOME, once `kith badges key make` made a key.
BADGE_ISSUER = env_text("KITH_BADGE_ISSUER", DROP_AGENCY)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"event": {"()": "kith.core.logs.Events"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "event"}},
    "root": {"handlers": ["out"], "level": env_text("KITH_LOG", "INFO")},
    "loggers": {
        "procrastinate": {"level": "WARNING"},
        "django.request": {"level": "CRITICAL"},
        "pikepdf": {"level": "WARNING"},
        "mail.log": {"level": "WARNING"},
        "botocore": {"level": "WARNING"},
        "urllib3": {"level": "ERROR"},
    },
}
SILENCED_SYSTEM_CHECKS = ["account.W001"]
