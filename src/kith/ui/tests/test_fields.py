from datetime import UTC, date, datetime, time
from enum import StrEnum

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict

from kith.ui import fields, forms
from kith.ui.tests.gallery import Everything, faulty
from kith.ui.tests.reading import draw, tree, words


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"

    @property
    def label(self) -> str:
        return self.value.title()


class Asking(forms.Form):
    why = fields.TextArea("Why is this being sealed?", missing="Enter why this is being sealed", max_length=10)
    on = fields.Date("Date of the visit")
    at = fields.DateTime("Time of the call", required=False)
    by = fields.Time("Time to be back", required=False)
    colour = fields.Choice("Colour", Colour, required=False)
    told = fields.YesNo("Have they been told?", required=False)
    many = fields.MultiChoice("Who?", [("a", "A"), ("b", "B")], required=False)
    age = fields.Number("Age", required=False)
    phone = fields.Phone("Phone number", required=False)


GOOD = {"why": "because", "on-day": "3", "on-month": "March", "on-year": "2026"}


def asking(**more: object) -> Asking:
    return Asking(
        MultiValueDict({key: value if isinstance(value, list) else [value] for key, value in (GOOD | more).items()})
    )


def test_what_was_typed_is_cleaned_to_values() -> None:
    form = asking(
        **{
            "at-day": "3",
            "at-month": "3",
            "at-year": "2026",
            "at-time": "2:05pm",
            "by": "midday",
            "colour": "blue",
            "told": "no",
            "many": ["b"],
            "age": "7",
            "phone": " 01632 960 001 ",
        }
    )
    assert form.errors == {}
    assert form.cleaned_data == {
        "why": "because",
        "on": date(2026, 3, 3),
        "at": datetime(2026, 3, 3, 14, 5, tzinfo=UTC),
        "by": time(12),
        "colour": Colour.BLUE,
        "told": False,
        "many": ["b"],
        "age": 7,
        "phone": "01632 960 001",
    }


def test_the_cleaned_data_holds_neither_token_nor_key() -> None:
    form = asking(submit_key="x", csrfmiddlewaretoken="y")
    assert form.is_valid()
    assert set(form.cleaned_data) == set(Asking.base_fields)


def test_what_is_left_empty_is_none_or_empty() -> None:
    form = asking()
    assert form.is_valid()
    assert (form.cleaned_data["at"], form.cleaned_data["by"], form.cleaned_data["told"]) == (None, None, None)


@pytest.mark.parametrize(
    ("typed", "name", "says"),
    [
        ({"why": ""}, "why", "Enter why this is being sealed"),
        ({"why": "eleven char"}, "why", "This must be 10 characters or fewer"),
        ({"on-month": ""}, "on", "Date of the visit must include a month"),
        ({"on-day": "", "on-month": "", "on-year": ""}, "on", "Enter a date"),
        ({"at-day": "3", "at-month": "3", "at-year": "2026"}, "at", "Time of the call must include a time"),
        ({"at-time": "14:05"}, "at", "Time of the call must include a day and month and year"),
        ({"by": "7"}, "by", "Time to be back must be a time, like 14:05 or 2:05pm"),
        ({"colour": "green"}, "colour", "Select an answer"),
        ({"age": "seven"}, "age", "Age must be a whole number"),
        ({"phone": "none"}, "phone", "Enter a phone number, like 01632 960 001"),
    ],
)
def test_an_error_is_a_sentence_that_says_what_to_do(typed: dict[str, str], name: str, says: str) -> None:
    assert list(asking(**typed).errors[name]) == [says]


def test_new_lines_count_once_and_come_back_as_typed() -> None:
    form = asking(why="1234\r\n6789")
    assert form.is_valid()
    assert form.cleaned_data["why"] == "1234\n6789"


def test_several_files_come_as_a_list_and_none_is_an_error() -> None:
    class Taking(forms.Form):
        files = fields.Files("Files")

    sent = MultiValueDict({"files": [SimpleUploadedFile("a.txt", b"a"), SimpleUploadedFile("b.txt", b"b")]})
    form = Taking({}, sent)
    assert form.is_valid()
    assert [one.name for one in form.cleaned_data["files"]] == ["a.txt", "b.txt"]
    assert list(Taking({}, MultiValueDict()).errors["files"]) == ["Select at least one file"]
    assert Taking().is_multipart()


def test_every_input_of_every_field_has_a_label_of_its_own() -> None:
    page = draw("{{ ui.fields(form) }}", form=Everything())
    inputs = page.xpath("//input[not(@type='hidden')] | //textarea | //select")
    assert len(inputs) > 20
    labelled = set(page.xpath("//label/@for"))
    assert [one.get("id") for one in inputs if one.get("id") not in labelled] == []
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_what_describes_an_input_exists() -> None:
    page = draw("{{ ui.fields(form) }}", form=faulty())
    named = {one for value in page.xpath("//@aria-describedby") for one in value.split()}
    assert named
    assert named <= set(page.xpath("//@id"))


def test_each_error_links_to_an_element_of_the_page() -> None:
    form = faulty()
    page = draw("{{ ui.error_summary(faults) }}{{ ui.fields(form) }}", form=form, faults=form.faults())
    targets = [href.removeprefix("#") for href in page.xpath("//ul[contains(@class,'error-summary')]//a/@href")]
    assert len(targets) == 8
    assert set(targets) <= set(page.xpath("//@id"))


def test_what_was_typed_comes_back_with_the_error() -> None:
    page = draw("{{ ui.fields(form) }}", form=faulty())
    assert page.xpath("//input[@id='id_on-day']/@value") == ["31"]
    assert page.xpath("//input[@name='kind'][@checked]/@value") == ["other"]
    assert page.xpath("//input[@name='who'][@checked]/@value") == ["school"]
    assert page.xpath("//textarea[@id='id_other']")[0].text == "line one\nline two"


def test_only_the_box_at_fault_is_marked() -> None:
    form = asking(**{"on-year": "26"})
    page = tree(form["on"].as_govuk())
    assert [one.get("name") for one in page.xpath("//input[contains(@class,'govuk-input--error')]")] == ["on-year"]
    assert form.faults()[0].href == "#id_on-year"


def test_a_password_never_comes_back_to_the_page() -> None:
    class Signing(forms.Form):
        secret = fields.Password("Password")

    assert "correct horse" not in str(Signing({"secret": "correct horse"})["secret"].as_govuk())


def test_words_typed_are_escaped_everywhere() -> None:
    bad = '"><script>alert(1)</script>'

    class Risky(forms.Form):
        one = fields.Text(bad, hint=bad)
        two = fields.TextArea("Two")
        three = fields.Choice("Three", [(bad, bad, bad)])
        four = fields.Choice("Four", [(bad, bad)], as_select=True)
        five = fields.Date("Five")

    form = Risky({"one": bad, "two": bad, "three": bad, "four": bad, "five-day": bad})
    page = draw("{{ ui.error_summary(form.faults()) }}{{ ui.fields(form) }}", form=form)
    assert page.xpath("//script") == []
    assert page.xpath("//textarea")[0].text == bad
    assert page.xpath("//input[@name='one']/@value") == [bad]


def test_a_revealed_field_is_drawn_once_inside_its_choice() -> None:
    page = draw("{{ ui.fields(form) }}", form=Everything())
    assert len(page.xpath("//textarea[@name='other']")) == 1
    assert page.xpath("//div[contains(@class,'govuk-radios__conditional')]//textarea[@name='other']")


def test_optional_is_said_in_the_label() -> None:
    page = draw("{{ ui.fields(form) }}", form=Everything())
    assert words(page.xpath("//label[@for='id_name']")[0]) == "Name (optional)"
    assert words(page.xpath("//label[@for='id_agree']")[0]) == "I have read it"


def test_initial_values_fill_the_boxes() -> None:
    form = Asking(
        initial={
            "on": date(2026, 3, 9),
            "at": datetime(2026, 7, 9, 13, 5, tzinfo=UTC),
            "told": True,
            "by": time(9, 5),
            "colour": Colour.RED,
        }
    )
    page = draw("{{ ui.fields(form) }}", form=form)
    values = {one.get("name"): one.get("value") for one in page.xpath("//input[@type='text']")}
    assert (values["on-day"], values["on-month"], values["on-year"]) == ("9", "3", "2026")
    assert (values["at-time"], values["by"]) == ("14:05", "09:05")
    assert page.xpath("//input[@checked]/@value") == ["red", "yes"]


def test_choices_of_one_form_do_not_reach_another() -> None:
    first, second = Everything(), Everything()
    first.fields["team"].set_choices([("x", "Only here", "with a hint")])
    assert "Only here" in str(first["team"].as_govuk())
    assert "Only here" not in str(second["team"].as_govuk())
    assert second.fields["team"].look["hints"] == {}


def test_an_unchanged_form_knows_it() -> None:
    initial = {"why": "because", "on": date(2026, 3, 3)}
    assert (
        Asking(
            MultiValueDict({key: [value] for key, value in GOOD.items()} | {"on-month": ["3"]}), initial=initial
        ).changed_data
        == []
    )
