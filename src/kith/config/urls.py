"""Every address of Kith: each room's own list under its own word."""

from django.urls import include, path

from kith.correspondence.urls import came_in_urls, post_room_urls, receipt_urls
from kith.exhibits.urls import drop_urls
from kith.learning.urls import peer_urls, vote_urls

urlpatterns = [
    path("accounts/", include("kith.core.sign_in.urls")),
    path("cases/<uuid:case_id>/exhibits/", include("kith.exhibits.urls")),
    path("cases/<uuid:case_id>/messages/", include("kith.correspondence.urls")),
    path("cases/<uuid:case_id>/statements/", include("kith.court.urls")),
    path("cases/", include("kith.record.urls")),
    path("drop/", include((drop_urls, "drop"))),
    path("came-in/", include(came_in_urls)),
    path("learning/", include("kith.learning.urls")),
    path("peer/", include((peer_urls, "peer"))),
    path("post-room/", include(post_room_urls)),
    path("receipts/", include(receipt_urls)),
    path("vote/", include((vote_urls, "vote"))),
    path("", include("kith.home.urls")),
]
handler400 = "kith.ui.errors.bad_request"
handler403 = "kith.ui.errors.forbidden"
handler404 = "kith.ui.errors.not_found"
handler500 = "kith.ui.errors.server_error"
