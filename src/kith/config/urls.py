"""Every address of Kith: each room's own list under its own word."""

from django.urls import include, path

urlpatterns = [
    path("accounts/", include("allauth.urls")),
]
