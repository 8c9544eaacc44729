"""Deciding and confirming on pages: references and counts, no case; and nothing at all for everybody else."""

import uuid

from django.urls import reverse

from kith.core import erasures
from kith.home.tests import agency as made
from kith.home.tests.agency import MARKER, signed_in, words
from kith.record import testing as make


def get(worker, name, *args):
    return signed_in(worker).get(reverse(f"home:{name}", args=args))


def post(worker, name, *args, **typed):
    return signed_in(worker).post(reverse(f"home:{name}", args=args), {"submit_key": str(uuid.uuid4()), **typed})


def test_with_nothing_to_do_the_page_says_so(agency):
    page = words(get(agency.iris, "keeping"))
    assert "Nothing waits to be confirmed" in page
    assert "Nobody has asked for anything to be erased" in page
    assert "No case is due" in page
    assert "Nothing was erased yet" in words(get(agency.iris, "erasures"))


def test_a_case_is_decided_by_one_and_confirmed_by_another_on_their_pages(agency):
    agency.fill()
    agency.close()
    listed = words(get(agency.iris, "keeping"))
    assert agency.case.reference in listed and "Nobody has checked this" in listed
    shown = words(get(agency.iris, "due_case", agency.case.id))
    assert "Messages and other pieces of exhibits" in shown and "What would stay" in shown
    for page in (listed, shown):
        assert MARKER not in page and "Marrow" not in page and "Lena" not in page
    answer = post(agency.iris, "due_case", agency.case.id, decision="destroy", why="Its time is over")
    assert answer.status_code == 302
    [review] = [
        line
        for line in words(get(agency.gwen, "keeping")).split('"')
        if line.startswith("/keeping/") and len(line) > 40
    ]
    which = review.strip("/").split("/")[1]
    own = words(get(agency.iris, "review", which))
    assert "You decided this" in own and "Go on to confirm it" not in own
    assert get(agency.iris, "confirm_erasure", which).status_code == 404
    assert "Go on to confirm it" in words(get(agency.gwen, "review", which))
    wrong = post(agency.gwen, "confirm_erasure", which, reference="other")
    assert "Nothing was destroyed" in words(wrong)
    assert agency.left()
    done = post(agency.gwen, "confirm_erasure", which, reference=agency.case.reference.lower())
    assert done.status_code == 302, words(done)[:3000]
    assert agency.left() == {}
    assert len(erasures.listing(erasures.folder())) == 1
    page = words(get(agency.gwen, "erasures"))
    assert "The whole case" in page and "Service manager" in page
    assert get(agency.gwen, "confirm_erasure", which).status_code == 404
    assert signed_in(agency.amal).get(reverse("record:case", args=[agency.case.id])).status_code == 404


def test_under_a_hold_the_page_says_so_and_nothing_can_be_decided(agency):
    from kith.record import actions

    review = agency.ask("entry", agency.world.entry("words").id)
    actions.place_hold(
        case=agency.case, kind="court", who="x", why="x", from_on=made.CLOSED, by=agency.amal, at=made.NOW
    )
    assert "A legal hold stands" in words(get(agency.gwen, "review", review.id))
    answer = post(agency.gwen, "confirm_erasure", review.id, reference=agency.case.reference)
    assert "Nothing in it can be destroyed until the hold is ended" in words(answer)
    assert "Under a legal hold" in words(get(agency.iris, "keeping"))
    assert agency.left("words")["record_entry"] == 1


def test_what_is_kept_names_the_day_it_is_looked_at_again(agency):
    agency.fill()
    agency.close()
    answer = post(agency.iris, "due_case", agency.case.id, decision="keep", why="x")
    assert "Enter a day in the future" in words(answer)


def test_those_who_confirm_do_not_decide(agency):
    agency.fill()
    agency.close()
    assert get(agency.gwen, "due_case", agency.case.id).status_code == 404
    assert post(agency.gwen, "due_case", agency.case.id, decision="destroy", why="x").status_code == 404
    review = agency.ask("entry", agency.world.entry("words").id)
    assert post(agency.gwen, "review", review.id, decision="keep", why="x").status_code == 404


def test_everybody_else_finds_nothing(agency):
    review = agency.ask("entry", agency.world.entry("words").id)
    agency.fill()
    agency.close()
    for one in (agency.world.cara, agency.amal, make.worker("Ida", "it_admin"), make.worker("Ben", "team_manager")):
        for name, args in (
            ("keeping", ()),
            ("erasures", ()),
            ("due_case", (agency.case.id,)),
            ("review", (review.id,)),
            ("confirm_erasure", (review.id,)),
        ):
            assert get(one, name, *args).status_code == 404, (one.name, name)
        assert post(one, "confirm_erasure", review.id, reference=agency.case.reference).status_code == 404
    assert reverse("home:keeping") not in words(signed_in(agency.amal).get("/"))
    assert reverse("home:keeping") in words(signed_in(agency.iris).get("/"))


def test_the_erased_show_that_they_were_and_still_open(agency):
    chat, quotation = agency.chat_quoted()
    entry = agency.world.entry(MARKER, citations=[quotation])
    for what, thing in (("exhibit", chat.id), ("entry", entry.id), ("participant", agency.world.lena.id)):
        agency.erase(what, thing)
    amal = signed_in(agency.amal)
    for name, args in (
        ("record:entry", (entry.id,)),
        ("record:participant", (agency.world.lena.id,)),
        ("exhibits:show", (chat.id,)),
    ):
        page = words(amal.get(reverse(name, args=[agency.case.id, *args])))
        assert "erased on" in page, name
        assert "Ask for this" not in page, name
    for name in ("record:case", "record:people", "exhibits:list", "home:timeline", "record:keeping", "record:people"):
        assert amal.get(reverse(name, args=[agency.case.id])).status_code == 200, name
    checked = amal.post(
        reverse("exhibits:check", args=[agency.case.id, chat.id]), {"submit_key": str(uuid.uuid4())}, follow=True
    )
    assert "This file was erased" in words(checked)
    again = amal.post(
        reverse("exhibits:read_again", args=[agency.case.id, chat.id]), {"submit_key": str(uuid.uuid4())}, follow=True
    )
    assert "erased" in words(again)
