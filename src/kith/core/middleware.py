"""The one place where what a room raises becomes a page."""

import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse

from kith.core.errors import NotFound, Refusal
from kith.ui import errors

log = logging.getLogger(__name__)


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
            case NotFound():
                return errors.page_for(request, 404)
            case Refusal():
                return errors.page_for(request, 409, says=str(error))
            case OperationalError():
                log.error("database away", exc_info=error)
                return errors.page_for(request, 503)
        if type(error).__module__.startswith("allauth."):
            return None  # allauth's own way of asking for the password again
        log.error("page failed", exc_info=error, extra={"method": request.method})
        return None
