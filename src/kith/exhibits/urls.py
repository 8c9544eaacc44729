"""The addresses of this room."""

from django.urls import path

from kith.exhibits import views

app_name = "exhibits"
urlpatterns = [
    path("", views.exhibits, name="list"),
    path("take-in/", views.take_in, name="take_in"),
    path("<uuid:exhibit_id>/", views.exhibit, name="show"),
    path("<uuid:exhibit_id>/progress/", views.progress, name="progress"),
    path("<uuid:exhibit_id>/read-again/", views.read_again, name="read_again"),
    path("<uuid:exhibit_id>/check/", views.check, name="check"),
    path("<uuid:exhibit_id>/questions/", views.questions, name="questions"),
    path("<uuid:exhibit_id>/people/", views.people, name="people"),
    path("<uuid:exhibit_id>/items/<int:member>/<int:start>/", views.item, name="item"),
    path("<uuid:exhibit_id>/items/<int:member>/<int:start>/quote/", views.quote, name="quote"),
]
