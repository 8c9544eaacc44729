"""What every request and every answer passes: whom to believe, what a browser may do, and what a room raised."""

import logging
from collections.abc import Callable

from django.core.exceptions import BadRequest, PermissionDenied
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse

from kith.core.errors import NotFound, Refusal
from kith.core.sign_in import origins
from kith.ui import errors

log = logging.getLogger(__name__)


#: What only a proxy may say about a request.
FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PORT")

#: A browser may do none of this on our pages; passkeys are for ourselves alone.
PERMISSIONS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
    "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), "
    "usb=(), xr-spatial-tracking=(), publickey-credentials-create=(self), publickey-credentials-get=(self)"
)


class Proxies:
    """Forgets what a request says of where it came from, unless one of our proxies says it (`KITH_TRUSTED_PROXIES`)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        if not origins.is_proxy(request.META.get("REMOTE_ADDR", "")):
            for name in FORWARDED:
                request.META.pop(name, None)
        return self.get_response(request)


class Headers:
    """Says on every answer what the libraries do not: who may use it, what it may do, and that it is kept nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and mark the answer."""
        response = self.get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("X-Frame-Options", "DENY")
        if not _is_static(response):
            response.headers["Cache-Control"] = "no-store"
        return response


def _is_static(response: HttpResponse) -> bool:
    """Style sheets and scripts, which hold no word of anybody's, say themselves how long they may be kept."""
    return type(response).__module__.startswith("whitenoise.")


class Errors:
    """Answers `NotFound` and refusals that no view caught, and a database that is away, in plain words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Turn an error into its page; None leaves a bug to be reported as one."""
        match error:
            case NotFound() | Http404() | PermissionDenied():
                return errors.page_for(request, 404)
            case BadRequest():
                return errors.page_for(request, 400)
            case Refusal():
                return errors.page_for(request, 409, says=str(error))
            case OperationalError():
                log.error("database away", exc_info=error)
                return errors.page_for(request, 503)
        if type(error).__module__.startswith("allauth."):
            return None  # allauth's own way of asking for the password again
        log.error("page failed", exc_info=error, extra={"method": request.method})
        return None
