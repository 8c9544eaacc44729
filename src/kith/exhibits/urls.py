"""The addresses of this room."""

from django.urls import path

from kith.exhibits import views

app_name = "exhibits"
urlpatterns = [
    path("", views.exhibits, name="list"),
    path("take-in/", views.take_in, name="take_in"),
    path("links/", views.links, name="links"),
    path("links/ask/", views.ask_by_link, name="ask_by_link"),
    path("links/take-in/", views.take_in_dropped, name="take_in_dropped"),
    path("links/<uuid:link_id>/", views.link_made, name="link_made"),
    path("links/<uuid:link_id>/message/", views.put_in_message, name="put_in_message"),
    path("links/<uuid:link_id>/withdraw/", views.withdraw_link, name="withdraw_link"),
    path("links/<uuid:link_id>/seen/", views.link_seen, name="link_seen"),
    path("<uuid:exhibit_id>/", views.exhibit, name="show"),
    path("<uuid:exhibit_id>/progress/", views.progress, name="progress"),
    path("<uuid:exhibit_id>/read-again/", views.read_again, name="read_again"),
    path("<uuid:exhibit_id>/check/", views.check, name="check"),
    path("<uuid:exhibit_id>/questions/", views.questions, name="questions"),
    path("<uuid:exhibit_id>/people/", views.people, name="people"),
    path("<uuid:exhibit_id>/items/<int:member>/<int:start>/", views.item, name="item"),
    path("<uuid:exhibit_id>/items/<int:member>/<int:start>/quote/", views.quote, name="quote"),
]

#: Of nobody's case, and for nobody who is signed in: `config.urls` includes these under "drop/".
drop_urls = [
    path("leave/", views.drop_leave, name="leave"),
    path("thanks/", views.drop_thanks, name="thanks"),
    path("<str:token>/", views.drop, name="open"),
    path("<str:token>/send/", views.drop_send, name="send"),
    path("<str:token>/end/", views.drop_end, name="end"),
]
