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
    path("about/", views.bites, name="bites"),
    path("about/<str:topic>/", views.about, name="about"),  # stable: other rooms link to it by topic
    path("about/<str:topic>/take/", views.take, name="take"),
    path("bites-to-take/", views.take_all, name="take_all"),
    path("figures/", views.figures, name="figures"),
    path("bulletin/", views.bulletin, name="bulletin"),
    path("help/", views.get_help, name="help"),
    path("help/<str:trouble>/", views.trouble, name="trouble"),
]
