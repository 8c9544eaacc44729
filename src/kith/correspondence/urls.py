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
    path("to/<uuid:reader_id>/files/<uuid:enclosure_id>/", views.leave_out, name="leave_out"),
    path("to/<uuid:reader_id>/files/<uuid:enclosure_id>/<uuid:left_out_id>/", views.left_out, name="left_out"),
    path("with/<uuid:participant_id>/", views.thread, name="thread"),
    path("received/<uuid:received_id>/", views.received, name="received"),
    path("received/<uuid:received_id>/copy/", views.received_copy, name="received_copy"),
    path("received/<uuid:received_id>/read/", views.was_read, name="was_read"),
    path("received/<uuid:received_id>/not-theirs/", views.not_theirs, name="not_theirs"),
    path("place/<uuid:arrived_id>/", views.place_in, name="place_in"),
    path("<uuid:message_id>/", views.show, name="show"),
    path("<uuid:message_id>/copy/", views.frozen_copy, name="copy"),
    path("<uuid:message_id>/again/", views.again, name="again"),
    path("<uuid:message_id>/stop/", views.stop, name="stop"),
    path("<uuid:message_id>/put-away/", views.put_away, name="put_away"),
    path("<uuid:message_id>/done/", views.done, name="done"),
]

#: Of the agency, not of a case: `config.urls` includes these under "post-room/".
post_room_urls = [path("", views.post_room, name="post_room")]

#: Of the agency too: what came and is of no case yet, under "came-in/".
came_in_urls = [
    path("", views.came_in, name="came_in"),
    path("text/", receiving.text_in, name="text_in"),
    path("<uuid:arrived_id>/", views.place, name="place"),
    path("<uuid:arrived_id>/set-aside/", views.set_aside, name="set_aside"),
]

#: For machines: a channel tells what became of a message. `config.urls` includes these under "receipts/".
receipt_urls = [path("notify/", receiving.from_notify, name="receipt_from_notify")]
