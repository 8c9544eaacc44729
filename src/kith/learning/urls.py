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
    path("dilemmas/plays/<uuid:play_id>/badge/", views.badge_of_play, name="badge_of_play"),
    path("dilemmas/plays/<uuid:play_id>/delete/", views.forget_play, name="forget_play"),
    path("about/", views.bites, name="bites"),
    path("about/<str:topic>/", views.about, name="about"),  # stable: other rooms link to it by topic
    path("about/<str:topic>/take/", views.take, name="take"),
    path("about/<str:topic>/read/", views.say_read, name="say_read"),
    path("about/<str:topic>/badge/", views.badge_of_bite, name="badge_of_bite"),
    path("bites-to-take/", views.take_all, name="take_all"),
    path("figures/", views.figures, name="figures"),
    path("bulletin/", views.bulletin, name="bulletin"),
    path("help/", views.get_help, name="help"),
    path("help/<str:trouble>/", views.trouble, name="trouble"),
    path("capabilities/", views.capabilities, name="capabilities"),
    path("capabilities/courses/", views.courses, name="courses"),
    path("capabilities/export/", views.checks_export, name="checks_export"),
    path("capabilities/maps/", views.maps, name="maps"),
    path("capabilities/maps/<uuid:team_id>/<slug:framework>/", views.team_map, name="map"),
    path("capabilities/<slug:framework>/", views.framework, name="framework"),
    path("capabilities/<slug:framework>/share/", views.share, name="share"),
    path("capabilities/<slug:framework>/delete/", views.forget, name="forget"),
    path("capabilities/<slug:framework>/<str:statement>/", views.statement, name="statement"),
    path("cpd/", views.cpd_log, name="cpd"),
    path("cpd/begin/", views.cpd_begin, name="cpd_begin"),
    path("cpd/names/", views.cpd_words, name="cpd_words"),
    path("cpd/delete/", views.cpd_delete_all, name="cpd_delete_all"),
    path("cpd/export/<str:form>/", views.cpd_export, name="cpd_export"),
    path("cpd/asked/<uuid:part_id>/", views.cpd_asked, name="cpd_asked"),
    path("cpd/<uuid:piece_id>/", views.cpd_piece, name="cpd_piece"),
    path("cpd/<uuid:piece_id>/write/", views.cpd_write, name="cpd_write"),
    path("cpd/<uuid:piece_id>/draft/", views.cpd_draft, name="cpd_draft"),
    path("cpd/<uuid:piece_id>/peer/", views.cpd_peer, name="cpd_peer"),
    path("cpd/<uuid:piece_id>/peer/remove/", views.cpd_peer_remove, name="cpd_peer_remove"),
    path("cpd/<uuid:piece_id>/delete/", views.cpd_delete, name="cpd_delete"),
    path("telling/", views.telling, name="telling"),
    path("dilemmas/<uuid:dilemma_id>/vote/", views.open_vote, name="open_vote"),
    path("votes/", views.votes, name="votes"),
    path("votes/<uuid:gathering_id>/", views.gathering, name="gathering"),
    path("votes/<uuid:gathering_id>/now/", views.gathering_now, name="gathering_now"),
    path("votes/<uuid:gathering_id>/close/", views.close_question, name="close_question"),
    path("votes/<uuid:gathering_id>/on/", views.go_on, name="go_on"),
    path("votes/<uuid:gathering_id>/back/", views.vote_back, name="vote_back"),
    path("votes/<uuid:gathering_id>/end/", views.end_vote, name="end_vote"),
    path("votes/<uuid:gathering_id>/after/<int:number>/", views.vote_telling, name="vote_telling"),
    path("write/", views.writer, name="writer"),
    path("write/new/", views.begin_story, name="begin_story"),
    path("write/import/", views.import_story, name="import_story"),
    path("write/drafts/<uuid:draft_id>/", views.write_story, name="write_story"),
    path("write/drafts/<uuid:draft_id>/save/", views.save_story_draft, name="save_story_draft"),
    path("write/drafts/<uuid:draft_id>/play/", views.preview_story, name="preview_story"),
    path("write/drafts/<uuid:draft_id>/endings/", views.story_endings, name="story_endings"),
    path("write/drafts/<uuid:draft_id>/publish/", views.publish_story, name="publish_story"),
    path("write/drafts/<uuid:draft_id>/delete/", views.delete_story, name="delete_story"),
    path("write/versions/<uuid:dilemma_id>/", views.version, name="version"),
    path("write/versions/<uuid:dilemma_id>/begin/", views.begin_version, name="begin_version"),
    path("write/versions/<uuid:dilemma_id>/withdraw/", views.withdraw_version, name="withdraw_version"),
    path("write/versions/<uuid:dilemma_id>/offer/", views.offer_version, name="offer_version"),
    path("write/versions/<uuid:dilemma_id>/ink/", views.version_ink, name="version_ink"),
    path("write/versions/<uuid:dilemma_id>/paper/", views.paper_exercise, name="paper_exercise"),
    path("write/versions/<uuid:dilemma_id>/take/", views.take_version, name="take_version"),
]

#: For a peer whom nobody knows: `config.urls` includes these under "peer/".
peer_urls = [
    path("thanks/", views.peer_thanks, name="thanks"),
    path("<str:token>/", views.peer, name="write"),
]

#: For phones in a meeting, on which nobody is signed in: `config.urls` includes these under "vote/".
vote_urls = [
    path("", views.vote_code, name="code"),
    path("<str:code>/", views.vote_phone, name="phone"),
    path("<str:code>/now/", views.vote_now, name="now"),
]
