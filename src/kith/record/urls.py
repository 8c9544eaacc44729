"""The addresses of this room."""

from django.urls import path

from kith.record import views

app_name = "record"
urlpatterns = [
    path("start/", views.start, name="start"),
    path("<uuid:case_id>/", views.case, name="case"),
    path("<uuid:case_id>/quotations/<uuid:citation_id>/drop/", views.drop_quotation, name="drop_quotation"),
    path("<uuid:case_id>/entries/write/", views.write_entry, name="write_entry"),
    path("<uuid:case_id>/entries/<uuid:entry_id>/", views.entry, name="entry"),
    path("<uuid:case_id>/entries/<uuid:entry_id>/amend/", views.amend_entry, name="amend_entry"),
    path("<uuid:case_id>/decisions/record/", views.record_decision, name="record_decision"),
    path("<uuid:case_id>/decisions/<uuid:decision_id>/", views.decision, name="decision"),
    path("<uuid:case_id>/decisions/<uuid:decision_id>/review/", views.review_decision, name="review_decision"),
    path("<uuid:case_id>/drafts/<str:place>/", views.save_draft, name="save_draft"),
    path("<uuid:case_id>/drafts/<str:place>/versions/", views.versions, name="versions"),
    path("<uuid:case_id>/drafts/<str:place>/put-away/", views.put_draft_away, name="put_draft_away"),
    path("<uuid:case_id>/people/", views.people, name="people"),
    path("<uuid:case_id>/people/add/", views.add_participant, name="add_participant"),
    path("<uuid:case_id>/people/<uuid:participant_id>/", views.participant, name="participant"),
    path("<uuid:case_id>/people/<uuid:participant_id>/contact/", views.add_contact, name="add_contact"),
    path("<uuid:case_id>/contact/<uuid:detail_id>/end/", views.end_contact, name="end_contact"),
    path("<uuid:case_id>/protected/add/", views.protect_fact, name="protect_fact"),
    path("<uuid:case_id>/protected/<uuid:fact_id>/", views.fact, name="fact"),
    path("<uuid:case_id>/protected/<uuid:fact_id>/allow/", views.allow_to_know, name="allow_to_know"),
    path("<uuid:case_id>/access/", views.access, name="access"),
    path("<uuid:case_id>/access/give/", views.give_access, name="give_access"),
    path("<uuid:case_id>/access/opens/", views.opens, name="opens"),
    path("<uuid:case_id>/readers/", views.readers, name="readers"),
    path("<uuid:case_id>/readers/let-in/", views.let_in, name="let_in"),
    path("<uuid:case_id>/readers/<uuid:reader_id>/", views.reader, name="reader"),
    path("<uuid:case_id>/readers/<uuid:reader_id>/end/", views.end_reader, name="end_reader"),
    path("<uuid:case_id>/readers/<uuid:reader_id>/withhold/<uuid:release_id>/", views.withhold, name="withhold"),
    path("<uuid:case_id>/access/<uuid:access_id>/end/", views.end_access, name="end_access"),
]
