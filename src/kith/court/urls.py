"""The addresses of this room."""

from django.urls import URLPattern

app_name = "court"
urlpatterns: list[URLPattern] = []
