"""The addresses of this room."""

from django.urls import path

from kith.learning import views

app_name = "learning"
urlpatterns = [
    path("", views.front, name="front"),
    path("dilemmas/", views.dilemmas, name="dilemmas"),
    path("dilemmas/<uuid:dilemma_id>/", views.dilemma, name="dilemma"),
    path("dilemmas/plays/<uuid:play_id>/", views.play, name="play"),
    path("dilemmas/plays/<uuid:play_id>/back/", views.step_back, name="step_back"),
    path("dilemmas/plays/<uuid:play_id>/again/", views.begin_again, name="begin_again"),
    path("dilemmas/plays/<uuid:play_id>/after/", views.after_play, name="after_play"),
    path("dilemmas/plays/<uuid:play_id>/delete/", views.forget_play, name="forget_play"),
]
