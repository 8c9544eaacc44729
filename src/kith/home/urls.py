"""The addresses of this room."""

from django.urls import path

from kith.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("lock/", views.lock, name="lock"),
    path("keeping/", views.keeping, name="keeping"),
    path("keeping/erased/", views.erasures, name="erasures"),
    path("keeping/due/<uuid:which>/", views.due_case, name="due_case"),
    path("keeping/<uuid:review_id>/", views.review, name="review"),
    path("keeping/<uuid:review_id>/confirm/", views.confirm_erasure, name="confirm_erasure"),
    path("search/", views.search, name="search"),
    path("cases/<uuid:case_id>/timeline/", views.timeline, name="timeline"),
]
