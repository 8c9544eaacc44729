from datetime import UTC, datetime

import jinja2
import pytest

from kith.ui import parts
from kith.ui.jinja import shared
from kith.ui.tests.gallery import NOW, GalleryPage
from kith.ui.tests.reading import draw, words

PAGE = GalleryPage()
BAD = '<script>alert("1")</script>'


def test_a_quotation_shows_both_ends_of_the_thread_and_its_source() -> None:
    made = draw("{{ ui.quotation(it) }}", it=PAGE.quoted)
    assert [words(one) for one in made.xpath("//figure/*")] == [
        "Robin, 21:13 line 213when can I come home",
        "Dad, 3 March 2026, 21:14 line 214you can't see him anymore",
        "Robin, 21:15 line 215ok",
        "[E3, line 214] Only in the export from Dad",
    ]
    assert made.xpath("//figcaption/a/@href") == ["#"]


def test_a_timeline_says_the_zone_or_the_words_of_an_approximate_time() -> None:
    made = draw("{{ ui.timeline(it) }}", it=PAGE.rows)
    assert [words(one) for one in made.xpath("//*[@class='moj-timeline__date']")] == [
        "3 March 2026, 14:05 GMT",
        "early March, time not known",
    ]
    assert made.xpath("//time/@datetime") == ["2026-03-03T14:05:00+00:00"]


def test_a_timeline_body_can_be_drawn_by_its_page() -> None:
    made = draw("{% call(row) ui.timeline(it) %}<em>{{ row.title }}</em>{% endcall %}", it=PAGE.rows)
    assert [one.text for one in made.xpath("//em")] == ["Visit at home", "Call from school"]


def test_a_caution_is_said_with_where_to_see_more_and_nothing_is_drawn_where_there_is_none() -> None:
    made = draw("<div>{{ ui.caution(it, '/reference/roles/') }}</div>", it="Check it before you rely on it.")
    assert words(made.xpath("//p")[0]) == "Check Check it before you rely on it. Where it comes from"
    assert made.xpath("//p/a/@href") == ["/reference/roles/"]
    assert draw("<div>{{ ui.caution(it, '/x/') }}</div>", it="").xpath("//p") == []


def test_a_thread_names_each_day_once_and_keeps_line_breaks() -> None:
    said = (*PAGE.said, parts.Said("Robin", "later", datetime(2026, 3, 4, 9, 0, tzinfo=UTC)))
    made = draw("{{ ui.messages(it) }}", it=said)
    assert [words(one) for one in made.xpath("//h3")] == ["3 March 2026", "4 March 2026"]
    assert made.xpath("//div[@class='kith-said']")[1].text == "Yes, at half past three.\nI will bring the book."


@pytest.mark.parametrize(
    ("source", "value"),
    [
        (
            "{{ ui.timeline(it) }}",
            [parts.TimelineRow(BAD, NOW, byline=BAD, text=BAD, tags=[parts.Tag(BAD)], links=[parts.Link(BAD, BAD)])],
        ),
        ("{{ ui.messages(it) }}", [parts.Said(BAD, BAD, NOW, state=BAD)]),
        ("{{ ui.quotation(it) }}", parts.Quotation([parts.QuotedLine(BAD, BAD, BAD, BAD)], BAD, note=BAD)),
        ("{{ ui.summary(it) }}", [parts.Row(BAD, BAD, [parts.Link(BAD, BAD)], hint=BAD)]),
        ("{{ ui.task_list(it) }}", [parts.TaskRow(BAD, parts.Tag(BAD), BAD, BAD)]),
        ("{{ ui.identity_bar(it) }}", parts.Identity(BAD, [BAD], [parts.Tag(BAD)], [parts.Link(BAD, BAD)], BAD)),
        ("{{ ui.sub_navigation(it) }}", [parts.NavItem(BAD, BAD)]),
        ("{{ ui.breadcrumbs(it) }}", [parts.Link(BAD, BAD)]),
        ("{{ ui.progress(it) }}", parts.Progress(BAD, 1, 2, BAD, BAD)),
        ("{{ ui.caution(it, it) }}", BAD),
        ("{{ ui.warning(it) }}{{ ui.inset(it) }}{{ ui.copyable(it) }}{{ ui.badge(it) }}{{ ui.empty(it, it) }}", BAD),
        (
            "{{ ui.button(it, it, it) }}{{ ui.button_link(it, it) }}{{ ui.back_link(it, it) }}{{ ui.draft_state(it) }}",
            BAD,
        ),
        ("{% call ui.filter(chosen=[it]) %}{% endcall %}", parts.Chosen(BAD, BAD)),
        ("{% call ui.table([it], it) %}{% endcall %}{% call ui.verdict('stop', it) %}{% endcall %}", BAD),
        ("{% call ui.covered(it) %}{% endcall %}{% call ui.details(it) %}{% endcall %}", BAD),
        ("<form{{ ui.draft(it, 3) }}></form>", BAD),
    ],
)
def test_people_s_words_are_never_markup(source: str, value: object) -> None:
    made = draw(source, it=value)
    assert made.xpath("//script") == []
    assert BAD in (made.text_content() + "".join(made.xpath("//@*")))


def test_progress_shows_a_bar_until_it_is_done_and_then_the_result() -> None:
    running, done = draw("{{ ui.progress(it) }}", it=PAGE.work), draw("{{ ui.progress(it) }}", it=PAGE.work_done)
    assert running.xpath("//progress/@value") == ["1204"]
    assert running.xpath("//@data-progress-url") == ["/progress"]
    assert "1,204 of 5,000" in words(running)
    assert done.xpath("//progress | //@data-progress-url") == []
    assert [words(one) for one in done.xpath("//a")] == ["See it"]


def test_progress_without_script_offers_to_look_again() -> None:
    assert draw("{{ ui.progress(it) }}", it=PAGE.work).xpath("//noscript//a/@href") == ["?look-again=5"]
    assert draw("{{ ui.look_again(5) }}").xpath("//noscript/meta/@content") == ["5"]


def test_work_of_unknown_length_has_no_figures() -> None:
    made = draw("{{ ui.progress(it) }}", it=parts.Progress("Reading", 0, 0))
    assert made.xpath("//progress/@value") == []
    assert "Starting" in words(made)


def test_a_pager_with_nowhere_to_go_is_not_shown() -> None:
    assert draw("{{ ui.pager(it) }}", it=parts.Pager()).xpath("//nav") == []
    assert draw("{{ ui.pager(it) }}", it=parts.Pager(older="?before=1")).xpath("//a/@rel") == ["next"]


def test_a_filter_opens_itself_only_when_one_is_on() -> None:
    source = "{% call ui.filter(chosen=it) %}{% endcall %}"
    assert draw(source, it=PAGE.chosen).xpath("//details[@open]")
    assert not draw(source, it=()).xpath("//details[@open]")


def test_a_link_says_what_it_changes_to_those_who_cannot_see() -> None:
    assert words(draw("{{ ui.summary(it) }}", it=PAGE.answers).xpath("//dd/a")[0]) == "Change name"


def test_the_way_back_stands_in_a_landmark_of_its_own() -> None:
    back = draw("{{ ui.back_link('/there', 'Exhibits') }}").xpath("//nav[@aria-label='Back']/a")[0]
    assert (back.get("href"), words(back)) == ("/there", "Exhibits")


def test_where_a_row_stands_is_said_before_its_words() -> None:
    row = parts.TimelineRow("Message", text="You fell", links=[parts.Link("[E1, line 27]", "/there")])
    said = words(draw("{{ ui.timeline([it]) }}", it=row))
    assert said.index("[E1, line 27]") < said.index("You fell")


def test_a_state_never_stands_in_colour_alone() -> None:
    assert words(draw("{{ ui.tag(it) }}", it=parts.Tag("Open", "green"))) == "Open"


def test_govuk_macros_are_there_by_our_spelling() -> None:
    made = draw("{{ govuk.summary_list({'rows': [{'key': {'text': 'a'}, 'value': {'text': 'b'}}]}) }}")
    assert words(made) == "a b"
    with pytest.raises(jinja2.TemplateNotFound):
        shared().from_string("{{ govuk.nothing({}) }}").render()
