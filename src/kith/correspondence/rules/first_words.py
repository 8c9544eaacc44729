"""The first words to somebody whom nobody has asked yet how they may be reached: fixed, and saying nothing.

They name no agency, no case, no child and no reason: whoever else reads them learns that somebody would like to talk.
"""

FIRST_SUBJECT = "Getting in touch"
_TEXT = "\n\n".join(
    (
        "Hello,",
        "I would like to talk with you. When would be a good time, and how do you like to be reached: by telephone,"
        " text message, e-mail or letter? Please answer only when you are on your own and it suits you.",
        "If this was not meant for you, please delete it.",
        "{name}",
    )
)


def first_words(name: str) -> str:
    """Give the words, signed by the worker's name alone."""
    return _TEXT.format(name=name)
