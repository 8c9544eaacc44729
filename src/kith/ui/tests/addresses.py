"""Addresses for these tests alone, so that they stand without any room."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [
    path("accounts/where/", nothing, name="where_signed_in"),
    path("accounts/", include("allauth.urls")),
    path("lock/", nothing, name="lock"),
    path("mine/", nothing, name="mine"),
    path("left/", nothing, name="left"),
    path("", nothing),
]
