"""Where a sender's name ends, decided from the whole file, and which "names" are really the chat's title."""

import msgspec

from kith.engines.readers.evidence import Doubt, Names

# How many lines, all alike, make a second colon worth a question.
_WORTH_ASKING = 3


class Rules(msgspec.Struct):
    """What the evidence says about names."""

    titles: frozenset[str] = frozenset()
    joined: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)
    doubts: tuple[Doubt, ...] = ()

    def names_with_colons(self) -> list[str]:
        """List the whole names that are known to hold a colon."""
        return [f"{name}: {more}" for name, known in self.joined.items() for more in known]


def rules_of(names: Names) -> Rules:
    """Decide which names hold a colon and which are titles.

    A name is whole, colon and all, when the app's own words ("<Media omitted>", a file, a deletion) follow the
    second colon even once, since those are always the whole of a message. If instead a fifth of a name's lines (three
    or more) go on alike, it is asked about, and until then taken for one name if all of them do; words that several
    people use ("re: ") are words.
    A title is a name under which only lines with the app's own mark stand.
    """
    joined: dict[str, frozenset[str]] = {}
    doubts: list[Doubt] = []
    users = _users(names)
    for name, known in names.longer.items():
        firm = names.sure.get(name, {})
        if firm:
            joined[name] = frozenset(firm)
        total = names.lines.get(name, 0)
        for more, count in known.items():
            if more not in firm and users[more] == 1 and count >= _WORTH_ASKING and count * 5 >= total:
                doubt = Doubt(name, more, count, total, names.example.get(f"{name}: {more}"), count >= total)
                doubts.append(doubt)
                if doubt.joined:
                    joined[name] = joined.get(name, frozenset()) | {more}
    titles = frozenset(name for name in names.by_app if not names.lines.get(name))
    return Rules(titles, joined, tuple(doubts))


def _users(names: Names) -> dict[str, int]:
    users: dict[str, int] = {}
    for known in names.longer.values():
        for more in known:
            users[more] = users.get(more, 0) + 1
    return users


def split_again(sender: str, text: str, joined: dict[str, frozenset[str]]) -> tuple[str, str]:
    """Give a line to the longer name where its words begin with the rest of that name."""
    for more in joined.get(sender, ()):
        if text.startswith(f"{more}: "):
            return f"{sender}: {more}", text[len(more) + 2 :]
    return sender, text
