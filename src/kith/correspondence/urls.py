"""The addresses of this room."""

from django.urls import path

from kith.correspondence import receiving, views

app_name = "correspondence"
urlpatterns = [
    path("", views.list_messages, name="list"),
    path("to/", views.choose, name="write"),
    path("to/<uuid:reader_id>/", views.write, name="write"),
    path("to/<uuid:reader_id>/templates/", views.begin, name="begin"),
    path("to/<uuid:reader_id>/check/", views.check, name="check"),
    path("to/<uuid:reader_id>/check-in/", views.start_check_in, name="start_check_in"),
    path("check-ins/", views.check_ins, name="check_ins"),
    path("check-ins/<uuid:check_in_id>/stop/", views.stop_check_in, name="stop_check_in"),
    path("to/<uuid:reader_id>/first/", views.first_contact, name="first_contact"),
    path("<uuid:message_id>/", views.show, name="show"),
    path("<uuid:message_id>/copy/", views.frozen_copy, name="copy"),
    path("<uuid:message_id>/again/", views.again, name="again"),
    path("<uuid:message_id>/stop/", views.stop, name="stop"),
    path("<uuid:message_id>/put-away/", views.put_away, name="put_away"),
    path("<uuid:message_id>/done/", views.done, name="done"),
]

#: Of the agency, not of a case: `config.urls` includes these under "post-room/".
post_room_urls = [path("", views.post_room, name="post_room")]

#: For machines: a channel tells what became of a message. `config.urls` includes these under "receipts/".
receipt_urls = [path("notify/", receiving.from_notify, name="receipt_from_notify")]
