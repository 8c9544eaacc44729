"""A name that nobody declared is found within a sentence, and nothing else is."""

import pytest

from kith.engines.dilemmas.names import undeclared

DECLARED = ["Theo", "Marek", "Theo's father", "Harrow Lane"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Theo runs past Marek.", []),
        ("Theo's phone and Marek’s car.", []),
        ("You meet Jasmine and Jasmine's aunt.", ["Jasmine"]),
        ("She says, “You know.” Then: Nothing.", []),
        ("He asks: 'Why?' (She does not.) You go.", []),
        ("On Monday in March the NHS rings about Harrow Lane.", []),
        ("It was in Camden Town.", ["Camden", "Town"]),
        ("I think I'm late, and Mum's at home.", []),
        ("You write to O'Brien.", ["O'Brien"]),
    ],
)
def test_names(text, names):
    assert [name for name, _ in undeclared([text], DECLARED)] == names
