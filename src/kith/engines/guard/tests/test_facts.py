from kith.engines.guard import Earlier, Fact, Kind, Level, Outgoing, check
from kith.engines.guard.tests.facts import CARER, HOME, MOBILE, said


def test_a_reader_who_may_know_is_not_kept_from_it() -> None:
    fact = Fact("mobile", Kind.PHONE, "07700 900238", may_know=frozenset({"Mother's  solicitor"}))
    assert check(Outgoing("email", "mother's solicitor", "07700 900238"), [fact]).level is Level.ALLOW
    assert check(Outgoing("email", "father's solicitor", "07700 900238"), [fact]).level is Level.BLOCK


def test_nobody_named_means_nobody_outside_the_team() -> None:
    assert said("07700 900238", MOBILE).level is Level.BLOCK


def test_each_fact_is_judged_for_itself() -> None:
    known = Fact("known", Kind.PHONE, "07700 900111", may_know=frozenset({"father"}))
    verdict = said("07700 900111 or 07700 900238", known, MOBILE)
    assert [finding.fact for finding in verdict.findings] == ["mobile"]


def test_a_finding_shows_the_words_as_they_stand() -> None:
    (finding,) = said("Ring her on 07700&nbsp;900238 after six.", MOBILE).findings
    assert finding.shown == "Ring her on 07700&nbsp;900238 after six."
    assert (finding.where, finding.disguise) == ("body", "normalised: codes undone")


def test_the_value_as_recorded_is_called_exact() -> None:
    assert said("It is 07700 900238.", MOBILE).findings[0].disguise == "exact"


def test_a_second_piece_of_a_fact_told_before_blocks() -> None:
    outgoing = Outgoing("email", "father", "Ottoline said hello.")
    assert check(outgoing, [CARER]).level is Level.WARN
    assert check(outgoing, [CARER], [Earlier("father", "carer", "surname")]).level is Level.BLOCK
    assert check(outgoing, [CARER], [Earlier("father", "carer", "first name")]).level is Level.WARN
    assert check(outgoing, [CARER], [Earlier("mother", "carer", "surname")]).level is Level.WARN


def test_subject_and_other_fields_are_looked_at() -> None:
    outgoing = Outgoing("email", "father", "", "07700 900238", (), {"reply address": "27 Quillfeather Lane"})
    assert {finding.where for finding in check(outgoing, [HOME, MOBILE]).findings} == {"subject", "reply address"}
