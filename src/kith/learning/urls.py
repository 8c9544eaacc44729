"""The addresses of this room."""

from django.urls import path

from kith.learning import views

app_name = "learning"
urlpatterns = [
    path("", views.front, name="front"),
]
