"""The pages of sign-in are allauth's, drawn as ours: same frame, same fields, same words for errors."""

import pytest
from allauth.account.forms import ChangePasswordForm, LoginForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.safestring import mark_safe
from lxml.html import HtmlElement

from kith.ui.tests.reading import tree, words


@pytest.fixture(autouse=True)
def _addresses(settings) -> None:
    settings.ROOT_URLCONF, settings.LOCK_URL_NAME = "kith.ui.tests.addresses", "lock"


class Someone:
    name = "Amal Okoro"
    role_label = "Social worker"
    is_authenticated = True
    pk = 1

    def has_usable_password(self) -> bool:
        return True


class Allowed(Someone):
    def may(self, needs: str) -> bool:
        return needs == "home"


def page(template: str, *, who: object = None, **context: object) -> HtmlElement:
    asked = RequestFactory().get("/accounts/somewhere/")
    asked._messages, asked.user, asked.session = CookieStorage(asked), who or AnonymousUser(), SessionStore()
    return tree(render_to_string(template, context, request=asked))


def login(data: dict[str, str] | None = None) -> LoginForm:
    return LoginForm(data, request=RequestFactory().get("/"))


def test_sign_in_asks_for_two_things_with_labels() -> None:
    made = page("account/login.html", form=login())
    assert [words(one) for one in made.xpath("//form[@method='post']//label")] == ["Email", "Password"]
    assert made.xpath("//form//input[@type='password']/@autocomplete") == ["current-password"]
    assert made.xpath("//input[@name='csrfmiddlewaretoken']")
    assert made.xpath("//title")[0].text == "Sign in - Kith"
    assert "Forgot" not in words(made)


def test_what_is_missing_is_said_in_plain_words_and_linked() -> None:
    made = page("account/login.html", form=login({}))
    assert [words(one) for one in made.xpath("//div[@role='alert']//a")] == ["Enter your email", "Enter your password"]
    assert set(made.xpath("//div[@role='alert']//a/@href")) == {"#id_login", "#id_password"}
    assert made.xpath("//title")[0].text == "Error: Sign in - Kith"


def test_a_refusal_of_the_whole_form_stands_in_the_summary() -> None:
    class Refusing(LoginForm):
        def clean(self) -> None:
            raise ValidationError("The email or password is not right")

    form = Refusing({"login": "a@example.org", "password": "x"}, request=RequestFactory().get("/"))
    made = page("account/login.html", form=form)
    assert "The email or password is not right" in words(made.xpath("//div[@role='alert']")[0])


def test_the_code_page_says_where_the_code_is() -> None:
    made = page("mfa/authenticate.html", form=AuthenticateForm(user=Someone()))
    assert "Open your authenticator app" in words(made.xpath("//main")[0])
    assert made.xpath("//input[@name='code']/@autocomplete") == ["one-time-code"]
    assert made.xpath("//button[@form='logout-from-stage']")


def test_turning_codes_on_shows_a_picture_and_the_secret_in_words() -> None:
    form = ActivateTOTPForm.__new__(ActivateTOTPForm)
    super(ActivateTOTPForm, form).__init__()
    form.secret = "JBSWY3DPEHPK3PXP"
    made = page(
        "mfa/totp/activate_form.html", who=Someone(), form=form, totp_svg_data_uri="data:image/svg+xml;base64,AA=="
    )
    assert made.xpath("//img/@src") == ["data:image/svg+xml;base64,AA=="]
    assert "JBSWY3DPEHPK3PXP" not in made.xpath("//img/@alt")[0]
    assert made.xpath("//input[@id='authenticator_secret']/@value") == ["JBSWY3DPEHPK3PXP"]


def test_recovery_codes_are_a_list_without_script() -> None:
    made = page(
        "mfa/recovery_codes/index.html",
        who=Someone(),
        unused_codes=["11112222", "33334444"],
        can_view_codes=True,
        can_download_codes=True,
        can_generate_codes=True,
    )
    assert [one.text for one in made.xpath("//ul[contains(@class,'kith-codes')]/li")] == ["11112222", "33334444"]
    assert len(made.xpath("//script")) == 1


def test_changing_the_password_has_no_field_without_a_label() -> None:
    made = page("account/password_change.html", who=Someone(), form=ChangePasswordForm(user=Someone()))
    inputs = made.xpath("//form//input[@type='password']/@id")
    assert len(inputs) == 3
    assert set(inputs) <= set(made.xpath("//label/@for"))


def test_changing_the_password_says_the_rules_in_words_and_offers_no_way_that_is_closed(settings) -> None:
    module = "django.contrib.auth.password_validation.MinimumLengthValidator"
    settings.AUTH_PASSWORD_VALIDATORS = [{"NAME": module, "OPTIONS": {"min_length": 12}}]
    made = page("account/password_change.html", who=Someone(), form=ChangePasswordForm(user=Someone()))
    assert [words(one) for one in made.xpath("//main//li")] == ["Your password must contain at least 12 characters."]
    assert "<li>" not in words(made)
    assert "Forgot" not in words(made)


@pytest.mark.parametrize(
    "template",
    [
        "account/logout.html",
        "account/closed.html",
        "account/places.html",
        "mfa/recovery_codes/generate.html",
        "mfa/totp/deactivate_form.html",
    ],
)
def test_every_page_has_one_heading_and_the_same_frame(template: str) -> None:
    made = page(template, who=Someone(), form=login(), redirect_field=mark_safe(""))
    assert len(made.xpath("//h1")) == 1
    assert made.xpath("//header//a[contains(@class,'kith-header__name')]")
    assert "Amal Okoro" in words(made.xpath("//header")[0])
    assert made.xpath("//*[@style]") == []


@pytest.mark.parametrize("template", ["mfa/index.html", "account/password_change.html", "account/logout.html"])
def test_an_account_page_has_the_frame_of_every_other_page(template: str, settings) -> None:
    settings.MAIN_NAVIGATION = [("My work", "mine", "home"), ("What left", "left", "see what left")]
    settings.DEMO, settings.IDLE_MINUTES = True, 15
    made = page(template, who=Allowed(), form=ChangePasswordForm(user=Someone()), authenticators={})
    links = made.xpath("//header//nav[@aria-label='Main']//a")
    assert [(words(one), one.get("href")) for one in links] == [("My work", "/mine/")]
    assert "Demonstration: everybody here is made up" in words(made.xpath("//header")[0])
    assert (made.xpath("//body/@data-idle-minutes"), made.xpath("//body/@data-lock-url")) == (["15"], ["/lock/"])


def test_whoever_is_not_signed_in_sees_no_navigation_and_no_lock(settings) -> None:
    settings.MAIN_NAVIGATION, settings.IDLE_MINUTES = [("My work", "mine", "home")], 15
    made = page("account/login.html", form=login())
    assert made.xpath("//header//nav") == []
    assert made.xpath("//body/@data-idle-minutes") == []


def test_signing_in_and_out_leaves_no_message() -> None:
    for name in ("logged_in", "logged_out"):
        assert render_to_string(f"account/messages/{name}.txt").strip() == ""
