from itertools import combinations, permutations, product

import pytest

from kith.core.vault import InstallationKey, KeyProblem, Share, join_shares, new_installation_key, split_key
from kith.core.vault.shares import inverse, times

KEY = InstallationKey(bytes(range(32)))
# Made once and kept: if this fails, shares that lie in safes no longer make their key.
GIVEN = (
    """kith1-share-b96592d028e2b66a-5a17c0de-1
1: mrsg izdm nrwg y6ce
2: mrsg izd4 pr6h yb7u
3: mrsg izdm nrwg yv5j
4: mrsg ize4 tsoj ytcx""",
    """kith1-share-b96592d028e2b66a-5a17c0de-3
1: vsxk rkv4 x24l urks
2: xs7l rou4 t2mj uwsz
3: rshi rcu4 t2mj uipl
4: tspj rguh qwby cq4x""",
)


def test_shares_made_by_version_1_make_their_key():
    assert join_shares([Share.parse(text) for text in GIVEN]) == KEY


def test_every_number_but_nought_has_an_inverse():
    assert all(times(each, inverse(each)) == 1 for each in range(1, 256))
    with pytest.raises(ZeroDivisionError):
        inverse(0)


def test_the_field_multiplies_as_aes_does():
    assert times(0x57, 0x83) == 0xC1  # FIPS 197, section 4.2
    assert times(0x57, 0x13) == 0xFE


def test_it_is_a_field():
    some = [0, 1, 2, 3, 0x1D, 0x80, 0xAA, 0xFF]
    for a, b, c in product(some, repeat=3):
        assert times(a, b) == times(b, a)
        assert times(a, times(b, c)) == times(times(a, b), c)
        assert times(a, b ^ c) == times(a, b) ^ times(a, c)


@pytest.mark.parametrize("pair", list(permutations(range(3), 2)))
def test_any_two_shares_make_the_key_again_typed_back(pair):
    for key in (KEY, new_installation_key(), InstallationKey(bytes(32)), InstallationKey(b"\xff" * 32)):
        typed = [share.text().upper().replace(" ", "  ") + "\n# a remark\n" for share in split_key(key)]
        assert join_shares([Share.parse(typed[at]) for at in pair]) == key


def test_one_share_tells_nothing_each_key_has_one_line_through_it():
    # For a share (n, value) every byte of a key is reached by exactly one slope: all 256 are as likely as each other.
    for number, value in product((1, 2, 3), (0, 1, 0x7F, 0xFF)):
        slopes = {key: [slope for slope in range(256) if key ^ times(slope, number) == value] for key in range(256)}
        assert all(len(found) == 1 for found in slopes.values())


def test_one_share_of_one_key_is_never_the_same_twice_and_its_bytes_are_even():
    seen = [split_key(KEY)[1].data for _ in range(1000)]
    assert len(set(seen)) == 1000
    counts = [0] * 256
    for data in seen:
        for byte in data:
            counts[byte] += 1
    # 32,000 bytes over 256 values: chi-squared with 255 degrees of freedom; beyond 400 is one in ten million.
    assert sum((count - 125) ** 2 / 125 for count in counts) < 400


@pytest.mark.parametrize("share", split_key(KEY), ids=lambda share: str(share.number))
def test_a_slip_in_any_letter_of_a_share_is_found(share):
    text = share.text()
    for at, letter in enumerate(text):
        if letter in "\n -:":
            continue
        slip = text[:at] + ("a" if letter != "a" else "b") + text[at + 1 :]
        with pytest.raises(KeyProblem):
            Share.parse(slip)


def test_a_slip_is_named_by_its_line():
    lines = split_key(KEY)[0].text().splitlines()
    lines[3] = lines[3][:3] + ("a" if lines[3][3] != "a" else "b") + lines[3][4:]
    with pytest.raises(KeyProblem, match="Line 3 of share 1 has a slip"):
        Share.parse("\n".join(lines))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda lines: lines[:-1],
        lambda lines: [*lines, "5: aaaa aaaa aaaa aaaa"],
        lambda lines: [lines[0], lines[2], lines[1], *lines[3:]],
        lambda lines: lines[1:],
        lambda lines: [],
        lambda lines: [*lines[:-1], lines[-1][:-1]],
    ],
)
def test_a_share_that_is_not_whole_is_refused(spoil):
    with pytest.raises(KeyProblem):
        Share.parse("\n".join(spoil(split_key(KEY)[0].text().splitlines())))


def test_shares_of_two_splittings_do_not_go_together():
    with pytest.raises(KeyProblem, match="not of one splitting"):
        join_shares([split_key(KEY)[0], split_key(KEY)[1]])


def test_one_share_or_the_same_one_twice_makes_nothing():
    one, two, three = split_key(KEY)
    for given in ([one], [one, one], [one, two, three], []):
        with pytest.raises(KeyProblem, match="Two different shares"):
            join_shares(given)


def test_an_altered_share_makes_no_key():
    one, two, _ = split_key(KEY)
    for at in range(32):
        altered = Share(
            one.key_id, one.split, one.number, one.data[:at] + bytes([one.data[at] ^ 1]) + one.data[at + 1 :]
        )
        with pytest.raises(KeyProblem, match="altered"):
            join_shares([altered, two])


def test_the_shares_show_themselves_to_nobody_by_accident():
    for one, other in combinations(split_key(KEY), 2):
        assert one.data.hex() not in repr(one)
        assert one != other
