"""The quick look at a body comes to what the close one would."""

import pytest

from kith.engines.readers import notices, phrases
from kith.engines.readers.bodies import WORDS, classify, edit_mark, plainly_edited

EDITED = "<This message was edited>"


def test_what_the_app_begins_is_never_plainly_edited() -> None:
    beginnings = (*phrases.POLL, *phrases.LOCATION, *phrases.DELETED_BY_ADMIN, *notices.CALLS, *notices.NOTICES)
    cases = [case for words in beginnings for case in (words, words.upper(), words.swapcase(), words.title())]
    assert [case for case in cases if plainly_edited(f"{case} {EDITED}") != -1] == []


@pytest.mark.parametrize("words", ["see you", "Missed you", "IMG-1.jpg (file attached)", "ok\nlater", "re: that", "<3"])
def test_what_is_plainly_edited_is_plain_words(words: str) -> None:
    text = f"{words} \u200e{EDITED}"
    at = plainly_edited(text)
    assert at in (-1, edit_mark(text))
    assert at == -1 or classify(text, True) == WORDS


def test_an_edited_message_is_seen_at_once() -> None:
    assert plainly_edited(f"see you at five {EDITED}") == len("see you at five")
    assert plainly_edited("see you at <five>") == -1
