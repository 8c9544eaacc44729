"""Every address of Kith and what it must answer, said by hand: the walls are measured against this table.

An address that is not here fails the access matrix with a sentence that says what to add.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from tests.walls.cast import Somebody


@dataclass(frozen=True, slots=True)
class Place:
    """What one address needs and whom else it answers.

    Args:
        needs: the permission.
        methods: those it takes; any other is 405 for everybody.
        only: beyond the permission and an open case, who finds it: "manages" (a manager of the case), "restricted" (the
            case is), "keeps every set" of reference data, "gives shifts", "decides", "confirms".
        looks: whether opening it is a look at the case.
        step_up: whether it asks if it is still them: always, when it is sent ("POST"), or never ("").
        get: what GET is answered where it is found.
        means: a word of the address -> what stands for it in `filling`, where that has another name.
    """

    needs: str
    methods: str = "GET"
    only: str = ""
    looks: bool = True
    step_up: str = ""
    get: tuple[int, ...] = (200,)
    means: tuple[tuple[str, str], ...] = ()


BOTH = "GET POST"
OPEN, WRITE, GIVE, TAKE, SEND, STATE = "OPEN_CASE", "WRITE_RECORD", "GIVE_ACCESS", "TAKE_IN", "SEND", "MAKE_STATEMENT"
AUTHOR = "WRITE_LEARNING"
TO_READER = (("reader_id", "participant_id"),)
OUTSIDE = (("reader_id", "outside_id"), ("release_id", "release_id"))

PLACES = {
    "accounts/where/": Place("HOME", BOTH),
    "cases/<uuid:case_id>/exhibits/": Place(OPEN),
    "cases/<uuid:case_id>/exhibits/take-in/": Place(TAKE, BOTH),
    "cases/<uuid:case_id>/exhibits/links/": Place(OPEN),
    "cases/<uuid:case_id>/exhibits/links/ask/": Place(TAKE, BOTH),
    "cases/<uuid:case_id>/exhibits/links/take-in/": Place(TAKE, "POST"),
    # shown once, to who made it just now: back to the list
    "cases/<uuid:case_id>/exhibits/links/<uuid:link_id>/": Place(TAKE, get=(302,)),
    "cases/<uuid:case_id>/exhibits/links/<uuid:link_id>/message/": Place(SEND, "POST"),
    "cases/<uuid:case_id>/exhibits/links/<uuid:link_id>/withdraw/": Place(TAKE, BOTH),
    "cases/<uuid:case_id>/exhibits/links/<uuid:link_id>/seen/": Place(OPEN, "POST"),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/": Place(OPEN),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/progress/": Place(OPEN, looks=False),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/read-again/": Place(TAKE, "POST"),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/check/": Place(OPEN, "POST"),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/questions/": Place(TAKE, BOTH),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/people/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/items/<int:member>/<int:start>/": Place(OPEN),
    "cases/<uuid:case_id>/exhibits/<uuid:exhibit_id>/items/<int:member>/<int:start>/quote/": Place(WRITE, "POST"),
    "cases/<uuid:case_id>/messages/": Place(OPEN),
    "cases/<uuid:case_id>/messages/to/": Place(SEND),
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/": Place(SEND, BOTH, means=TO_READER),
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/templates/": Place(SEND, BOTH, means=TO_READER),
    # nothing begun by this worker: back to the words
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/check/": Place(SEND, BOTH, get=(302,), means=TO_READER),
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/check-in/": Place(SEND, BOTH, means=TO_READER),
    "cases/<uuid:case_id>/messages/check-ins/": Place(OPEN),
    "cases/<uuid:case_id>/messages/check-ins/<uuid:check_in_id>/stop/": Place(SEND, BOTH),
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/first/": Place(SEND, BOTH, means=TO_READER),
    # a file waits with the words of whoever attached it: anybody else is sent back to their own
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/files/<uuid:enclosure_id>/": Place(
        SEND, BOTH, get=(200, 302), means=TO_READER
    ),
    "cases/<uuid:case_id>/messages/to/<uuid:reader_id>/files/<uuid:enclosure_id>/<uuid:left_out_id>/": Place(
        SEND, BOTH, get=(200, 302), means=TO_READER
    ),
    "cases/<uuid:case_id>/messages/with/<uuid:participant_id>/": Place(OPEN),
    "cases/<uuid:case_id>/messages/received/<uuid:received_id>/": Place(OPEN),
    "cases/<uuid:case_id>/messages/received/<uuid:received_id>/copy/": Place(OPEN),
    "cases/<uuid:case_id>/messages/received/<uuid:received_id>/read/": Place(WRITE, "POST"),
    "cases/<uuid:case_id>/messages/received/<uuid:received_id>/not-theirs/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/messages/place/<uuid:arrived_id>/": Place("PLACE_MAIL", BOTH),
    "came-in/": Place("PLACE_MAIL"),
    "came-in/<uuid:arrived_id>/": Place("PLACE_MAIL", BOTH),
    "came-in/<uuid:arrived_id>/set-aside/": Place("PLACE_MAIL", "POST"),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/": Place(OPEN, BOTH),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/copy/": Place(OPEN),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/again/": Place(SEND, "POST"),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/stop/": Place(SEND, "POST"),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/put-away/": Place(SEND, "POST"),
    "cases/<uuid:case_id>/messages/<uuid:message_id>/done/": Place("POST_LETTERS", "POST"),
    "cases/<uuid:case_id>/statements/": Place(OPEN),
    "cases/<uuid:case_id>/statements/start/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/": Place(OPEN),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/front-page/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/names/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/choose/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/write/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/parts/<uuid:part_id>/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/parts/<uuid:part_id>/arrange/": Place(STATE, "POST"),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/": Place(STATE),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/add-court/": Place(STATE, "POST"),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/for/<uuid:reader_id>/": Place(
        STATE, BOTH, step_up="POST", means=TO_READER
    ),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/for/<uuid:reader_id>/leave-out/": Place(
        STATE, BOTH, means=TO_READER
    ),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/left-out/<uuid:redaction_id>/": Place(STATE, BOTH),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/<uuid:release_id>/": Place(STATE),
    "cases/<uuid:case_id>/statements/<uuid:statement_id>/papers/<uuid:release_id>/<str:kind>/": Place(STATE),
    "cases/start/": Place("START_CASE", BOTH),
    "cases/open/": Place("REACH_CASE", BOTH),
    "cases/open/emergency/": Place("REACH_CASE", BOTH),
    # a manager of each case here judges its opening, so it falls to no head
    "cases/openings/<uuid:glass_id>/": Place("JUDGE_OPENING", BOTH, get=(404,)),
    "cases/conflict/": Place(OPEN, BOTH),
    "cases/shifts/": Place("GIVE_SHIFT"),
    "cases/shifts/give/": Place("GIVE_SHIFT", BOTH, step_up="GET POST"),
    "cases/shifts/<uuid:shift_id>/end/": Place("GIVE_SHIFT", BOTH, only="gives shifts"),
    "cases/<uuid:case_id>/": Place(OPEN),
    "cases/<uuid:case_id>/quotations/<uuid:citation_id>/drop/": Place(WRITE, "POST"),
    "cases/<uuid:case_id>/entries/write/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/entries/<uuid:entry_id>/": Place(OPEN),
    "cases/<uuid:case_id>/entries/<uuid:entry_id>/amend/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/decisions/record/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/decisions/<uuid:decision_id>/": Place(OPEN),
    "cases/<uuid:case_id>/decisions/<uuid:decision_id>/review/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/drafts/<str:place>/": Place(OPEN, "POST", looks=False),
    "cases/<uuid:case_id>/drafts/<str:place>/versions/": Place(
        OPEN, get=(404,)
    ),  # words are their writer's, and these wrote none
    "cases/<uuid:case_id>/drafts/<str:place>/put-away/": Place(OPEN, "POST"),
    "cases/<uuid:case_id>/people/": Place(OPEN),
    "cases/<uuid:case_id>/people/add/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/people/<uuid:participant_id>/": Place(OPEN),
    "cases/<uuid:case_id>/people/<uuid:participant_id>/contact/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/people/<uuid:participant_id>/plan/": Place(OPEN),
    "cases/<uuid:case_id>/people/<uuid:participant_id>/plan/check/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/people/<uuid:participant_id>/plan/<slug:section>/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/past-plan/<uuid:way_id>/": Place(GIVE, BOTH),
    "cases/<uuid:case_id>/contact/<uuid:detail_id>/end/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/protected/add/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/protected/<uuid:fact_id>/": Place(OPEN),
    "cases/<uuid:case_id>/protected/<uuid:fact_id>/allow/": Place(WRITE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/keeping/": Place(OPEN),
    "cases/<uuid:case_id>/keeping/close/": Place("CLOSE_CASE", BOTH),
    "cases/<uuid:case_id>/keeping/reopen/": Place("CLOSE_CASE", BOTH),
    "cases/<uuid:case_id>/keeping/schedule/": Place("CLOSE_CASE", BOTH),
    "cases/<uuid:case_id>/keeping/hold/": Place("HOLD_CASE", BOTH),
    "cases/<uuid:case_id>/keeping/hold/<uuid:hold_id>/end/": Place("HOLD_CASE", BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/keeping/seal/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/erase/<str:what>/<uuid:thing>/": Place("ASK_ERASURE", BOTH),
    "cases/<uuid:case_id>/second-looks/<uuid:look_id>/": Place(OPEN, BOTH, step_up="POST"),
    "cases/<uuid:case_id>/second-looks/<uuid:look_id>/<int:position>/": Place(OPEN),
    "cases/<uuid:case_id>/ask-first/<uuid:ask_id>/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/ask-first/<str:what>/<uuid:thing>/": Place(WRITE, BOTH),
    "cases/<uuid:case_id>/access/": Place(OPEN),
    "cases/<uuid:case_id>/access/give/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/access/opens/": Place(OPEN),
    "cases/<uuid:case_id>/readers/": Place(OPEN),
    "cases/<uuid:case_id>/readers/let-in/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/readers/<uuid:reader_id>/": Place(OPEN, means=OUTSIDE),
    "cases/<uuid:case_id>/readers/<uuid:reader_id>/end/": Place(GIVE, BOTH, means=OUTSIDE),
    "cases/<uuid:case_id>/readers/<uuid:reader_id>/withhold/<uuid:release_id>/": Place(GIVE, BOTH, means=OUTSIDE),
    "cases/<uuid:case_id>/access/plain/": Place(OPEN),
    "cases/<uuid:case_id>/access/withhold/": Place(GIVE, BOTH),
    "cases/<uuid:case_id>/access/tell-again/": Place(GIVE, "POST"),
    "cases/<uuid:case_id>/access/team/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/access/restrict/": Place(GIVE, BOTH),
    "cases/<uuid:case_id>/access/lift/": Place(GIVE, BOTH, only="restricted", step_up="GET POST"),
    "cases/<uuid:case_id>/access/conflict/": Place(GIVE, BOTH, only="manages"),
    "cases/<uuid:case_id>/access/conflict/<uuid:conflict_id>/end/": Place(
        GIVE, BOTH, only="manages", step_up="GET POST"
    ),
    "cases/<uuid:case_id>/access/opened/<uuid:glass_id>/": Place(GIVE, BOTH),
    "cases/<uuid:case_id>/access/<uuid:access_id>/end/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/access/<uuid:access_id>/hand-over/": Place(GIVE, BOTH, step_up="GET POST"),
    "cases/<uuid:case_id>/deadlines/": Place(OPEN),
    "cases/<uuid:case_id>/timeline/": Place(OPEN),
    "learning/": Place("LEARN"),
    "learning/dilemmas/": Place("LEARN"),
    "learning/dilemmas/<uuid:dilemma_id>/": Place("LEARN", BOTH),
    # a play is its player's alone, and these played none
    "learning/dilemmas/plays/<uuid:play_id>/": Place("LEARN", BOTH, get=(404,)),
    "learning/dilemmas/plays/<uuid:play_id>/back/": Place("LEARN", "POST"),
    "learning/dilemmas/plays/<uuid:play_id>/again/": Place("LEARN", "POST"),
    "learning/dilemmas/plays/<uuid:play_id>/after/": Place("LEARN", get=(404,)),
    "learning/dilemmas/plays/<uuid:play_id>/badge/": Place("LEARN", BOTH, get=(404,)),
    "learning/dilemmas/plays/<uuid:play_id>/delete/": Place("LEARN", BOTH, get=(404,)),
    "learning/about/": Place("LEARN"),
    # stable: rooms link here by topic
    "learning/about/<str:topic>/": Place("LEARN"),
    "learning/about/<str:topic>/take/": Place("LEARN"),
    "learning/about/<str:topic>/read/": Place("LEARN", "POST"),
    "learning/about/<str:topic>/badge/": Place("LEARN", BOTH),
    "learning/bites-to-take/": Place("LEARN"),
    "learning/bulletin/": Place("LEARN"),
    "learning/figures/": Place("LEARN"),
    "learning/help/": Place("LEARN"),
    "learning/help/<str:trouble>/": Place("LEARN"),
    "learning/capabilities/": Place("LEARN"),
    "learning/capabilities/courses/": Place("LEARN"),
    "learning/capabilities/export/": Place("LEARN"),
    "learning/capabilities/maps/": Place("WRITE_LEARNING"),
    # of a team that this worker does not train
    "learning/capabilities/maps/<uuid:team_id>/<slug:framework>/": Place("WRITE_LEARNING", BOTH, get=(404,)),
    "learning/capabilities/<slug:framework>/": Place("LEARN"),
    "learning/capabilities/<slug:framework>/share/": Place("LEARN", "POST"),
    "learning/capabilities/<slug:framework>/delete/": Place("LEARN", BOTH),
    "learning/capabilities/<slug:framework>/<str:statement>/": Place("LEARN", BOTH),
    "learning/cpd/": Place("LEARN"),
    "learning/cpd/begin/": Place("LEARN", "POST"),
    "learning/cpd/names/": Place("LEARN", BOTH),
    "learning/cpd/delete/": Place("LEARN", BOTH),
    "learning/cpd/export/<str:form>/": Place("LEARN"),
    # a piece is its writer's, and these wrote none; nor was any of them asked
    "learning/cpd/asked/<uuid:part_id>/": Place("LEARN", BOTH, get=(404,)),
    "learning/cpd/<uuid:piece_id>/": Place("LEARN", get=(404,)),
    "learning/cpd/<uuid:piece_id>/write/": Place("LEARN", BOTH, get=(404,)),
    "learning/cpd/<uuid:piece_id>/draft/": Place("LEARN", "POST"),
    "learning/cpd/<uuid:piece_id>/peer/": Place("LEARN", BOTH, get=(404,)),
    "learning/cpd/<uuid:piece_id>/peer/remove/": Place("LEARN", "POST"),
    "learning/cpd/<uuid:piece_id>/delete/": Place("LEARN", BOTH, get=(404,)),
    "learning/telling/": Place("LEARN", BOTH),
    "learning/dilemmas/<uuid:dilemma_id>/vote/": Place("LEARN", BOTH),
    "learning/votes/": Place("LEARN"),
    # a gathering is its facilitator's alone, and these opened none
    "learning/votes/<uuid:gathering_id>/": Place("LEARN", get=(404,)),
    "learning/votes/<uuid:gathering_id>/now/": Place("LEARN", get=(404,)),
    "learning/votes/<uuid:gathering_id>/close/": Place("LEARN", "POST"),
    "learning/votes/<uuid:gathering_id>/on/": Place("LEARN", "POST"),
    "learning/votes/<uuid:gathering_id>/back/": Place("LEARN", "POST"),
    "learning/votes/<uuid:gathering_id>/end/": Place("LEARN", BOTH, get=(404,)),
    "learning/votes/<uuid:gathering_id>/after/<int:number>/": Place("LEARN", get=(404,)),
    "learning/write/": Place(AUTHOR),
    "learning/write/new/": Place(AUTHOR, BOTH),
    "learning/write/import/": Place(AUTHOR, BOTH),
    "learning/write/drafts/<uuid:draft_id>/": Place(AUTHOR, BOTH),
    "learning/write/drafts/<uuid:draft_id>/save/": Place(AUTHOR, "POST"),
    "learning/write/drafts/<uuid:draft_id>/play/": Place(AUTHOR),
    "learning/write/drafts/<uuid:draft_id>/endings/": Place(AUTHOR),
    "learning/write/drafts/<uuid:draft_id>/publish/": Place(AUTHOR, BOTH),
    "learning/write/drafts/<uuid:draft_id>/delete/": Place(AUTHOR, BOTH),
    "learning/write/versions/<uuid:dilemma_id>/": Place(AUTHOR),
    "learning/write/versions/<uuid:dilemma_id>/begin/": Place(AUTHOR, "POST"),
    "learning/write/versions/<uuid:dilemma_id>/withdraw/": Place(AUTHOR, BOTH),
    "learning/write/versions/<uuid:dilemma_id>/offer/": Place(AUTHOR, "POST"),
    "learning/write/versions/<uuid:dilemma_id>/ink/": Place(AUTHOR),
    "learning/write/versions/<uuid:dilemma_id>/paper/": Place(AUTHOR),
    "learning/write/versions/<uuid:dilemma_id>/take/": Place(AUTHOR),
    "post-room/": Place("POST_ROOM", get=(404,)),  # in the demonstration alone
    "": Place("HOME"),
    "hours/": Place("HOME", BOTH),
    "reference/": Place("HOME"),
    "reference/<slug:name>/": Place("HOME"),
    "reference/<slug:name>/add/": Place("EDIT_SOME_REFERENCE", BOTH, only="keeps every set"),
    "reference/<slug:name>/<uuid:line>/": Place("HOME"),
    "reference/<slug:name>/<uuid:line>/edit/": Place("EDIT_SOME_REFERENCE", BOTH, only="keeps every set"),
    "reference/<slug:name>/<uuid:line>/end/": Place("EDIT_SOME_REFERENCE", BOTH, only="keeps every set"),
    "reference/<slug:name>/<uuid:line>/check/": Place("EDIT_SOME_REFERENCE", BOTH, only="keeps every set"),
    "reference/<slug:name>/<uuid:line>/take/": Place("EDIT_SOME_REFERENCE", "POST"),
    "keeping/": Place("CONFIRM_ERASURE"),
    "keeping/erased/": Place("CONFIRM_ERASURE"),
    "keeping/due/<uuid:which>/": Place("DECIDE_ERASURE", BOTH, step_up="POST"),
    "keeping/<uuid:review_id>/": Place("CONFIRM_ERASURE", BOTH, step_up="POST"),
    # nobody decided about it yet, so nobody can confirm it
    "keeping/<uuid:review_id>/confirm/": Place("CONFIRM_ERASURE", BOTH, get=(404,), step_up="GET POST"),
    "search/": Place(OPEN),
}

#: The public pages of links: address -> methods, and what GET is answered whoever asks. They open no case.
#: The public pages of a link, and of a phone in a meeting: address -> methods, and what GET is answered whoever asks.
#: They open no case.
PUBLIC = {
    "drop/leave/": ("GET", 302),
    "drop/thanks/": ("GET", 200),
    "drop/<str:token>/": ("GET POST", 200),
    "drop/<str:token>/send/": ("POST", 405),
    "drop/<str:token>/end/": ("POST", 405),
    "peer/thanks/": ("GET", 200),
    "peer/<str:token>/": ("GET POST", 200),
    "vote/": ("GET POST", 200),
    "vote/<str:code>/": ("GET POST", 200),
    "vote/<str:code>/now/": ("GET", 200),
}
#: For other machines: no page, no session, no case in the address. The setting holds the token that each asks for.
FOR_MACHINES = {"receipts/notify/": "NOTIFY_RECEIPT_TOKEN", "came-in/text/": "TEXT_IN_TOKEN"}

#: Not pages of ours: allauth's, and locking, which must work for whoever is there. They open no case.
OF_SIGN_IN = {
    "accounts/login/",
    "accounts/logout/",
    "accounts/reauthenticate/",
    "accounts/password/change/",
    "accounts/2fa/",
    "accounts/2fa/authenticate/",
    "accounts/2fa/reauthenticate/",
    "accounts/2fa/totp/activate/",
    "accounts/2fa/totp/deactivate/",
    "accounts/2fa/recovery-codes/",
    "accounts/2fa/recovery-codes/generate/",
    "accounts/2fa/recovery-codes/download/",
    "accounts/2fa/webauthn/",
    "accounts/2fa/webauthn/add/",
    "accounts/2fa/webauthn/reauthenticate/",
    "accounts/2fa/webauthn/keys/<int:pk>/remove/",
    "accounts/2fa/webauthn/keys/<int:pk>/edit/",
    "accounts/2fa/webauthn/login/",
    "accounts/inactive/",
    "accounts/signup/",
    "accounts/email/",
    "accounts/confirm-email/",
    "accounts/password/set/",
    "accounts/password/reset/",
    "lock/",
}


def addresses(patterns=None, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Give every address that there is, as the URL list writes it, with its view."""
    for each in get_resolver().url_patterns if patterns is None else patterns:
        place = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, place)
        elif isinstance(each, URLPattern):
            yield place, each.callback


def status(address: str, place: Place, method: str, who: Somebody) -> tuple[int, ...]:
    """Work out what somebody must be answered: from the table, their role and their relation, and from nothing else.

    A POST comes without the key of a form, so where it is let through it is refused as an old form (409).
    """
    if method not in place.methods.split():
        return (405,)
    if not who.is_signed_in:
        return (302,)
    if place.needs not in who.may or ("case_id" in address and not who.opens):
        return (404,)
    if method == "POST":
        return (409,)
    return place.get if _finds(place.only, who) else (404,)


def _finds(only: str, who: Somebody) -> bool:
    """Tell whether somebody finds what only some of those find who may open the case."""
    match only:
        case "manages":
            return who.manages
        case "keeps every set":  # the set in the address is one that the lead alone keeps
            return "EDIT_REFERENCE" in who.may
        case "restricted":
            return who.kind == "restricted"
        case (
            "gives shifts"
        ):  # a shift of the team of the case: its managers', whatever is restricted; or any of the agency
            return who.role == "service_manager" or bool(who.person.membership == (True, ""))
    return True
