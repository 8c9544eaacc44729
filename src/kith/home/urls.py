"""The addresses of this room."""

from django.urls import path

from kith.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("hours/", views.own_hours, name="hours"),
    path("lock/", views.lock, name="lock"),
    path("reference/", views.reference, name="reference"),
    path("reference/<slug:name>/", views.reference_set, name="reference_set"),
    path("reference/<slug:name>/add/", views.reference_add, name="reference_add"),
    path("reference/<slug:name>/<uuid:line>/", views.reference_row, name="reference_row"),
    path("reference/<slug:name>/<uuid:line>/edit/", views.reference_edit, name="reference_edit"),
    path("reference/<slug:name>/<uuid:line>/end/", views.reference_end, name="reference_end"),
    path("reference/<slug:name>/<uuid:line>/check/", views.reference_check, name="reference_check"),
    path("reference/<slug:name>/<uuid:line>/take/", views.reference_take, name="reference_take"),
    path("keeping/", views.keeping, name="keeping"),
    path("keeping/erased/", views.erasures, name="erasures"),
    path("keeping/due/<uuid:which>/", views.due_case, name="due_case"),
    path("keeping/<uuid:review_id>/", views.review, name="review"),
    path("keeping/<uuid:review_id>/confirm/", views.confirm_erasure, name="confirm_erasure"),
    path("search/", views.search, name="search"),
    path("cases/<uuid:case_id>/deadlines/", views.deadlines, name="deadlines"),
    path("cases/<uuid:case_id>/timeline/", views.timeline, name="timeline"),
]
