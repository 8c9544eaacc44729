"""The addresses of this room."""

from django.urls import path

from kith.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("lock/", views.lock, name="lock"),
    path("search/", views.search, name="search"),
    path("cases/<uuid:case_id>/timeline/", views.timeline, name="timeline"),
]
