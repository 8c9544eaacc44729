"""The addresses of this room."""

from django.urls import path

from kith.court import views

app_name = "court"
urlpatterns = [
    path("", views.statements, name="list"),
    path("start/", views.start, name="start"),
    path("<uuid:statement_id>/", views.statement, name="statement"),
    path("<uuid:statement_id>/front-page/", views.details, name="details"),
    path("<uuid:statement_id>/names/", views.names, name="names"),
    path("<uuid:statement_id>/choose/", views.choose, name="choose"),
    path("<uuid:statement_id>/write/", views.write, name="write"),
    path("<uuid:statement_id>/parts/<uuid:part_id>/", views.change, name="change"),
    path("<uuid:statement_id>/parts/<uuid:part_id>/arrange/", views.arrange, name="arrange"),
    path("<uuid:statement_id>/papers/", views.papers, name="papers"),
    path("<uuid:statement_id>/papers/add-court/", views.add_court, name="add_court"),
    path("<uuid:statement_id>/papers/for/<uuid:reader_id>/", views.read_as, name="read_as"),
    path("<uuid:statement_id>/papers/for/<uuid:reader_id>/leave-out/", views.leave_out, name="leave_out"),
    path("<uuid:statement_id>/papers/left-out/<uuid:redaction_id>/", views.left_out, name="left_out"),
    path("<uuid:statement_id>/papers/<uuid:release_id>/", views.released, name="released"),
    path("<uuid:statement_id>/papers/<uuid:release_id>/<str:kind>/", views.copy, name="copy"),
]
