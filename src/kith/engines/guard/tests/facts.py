"""The made-up facts the tests share."""

from kith.engines.guard import Fact, Geo, Kind, Outgoing, Verdict, check

HOME = Fact(
    "home",
    Kind.ADDRESS,
    "Flat 12, 27 Quillfeather Lane, Ostby Magna, TB9 3XD",
    ("Quillfeather Lane",),
    Geo(56.2104, 1.9032, 500),
)
MOBILE = Fact("mobile", Kind.PHONE, "07700 900238")
SCHOOL = Fact("school", Kind.SCHOOL, "St Ethelfrith's Primary School")
NEW_NAME = Fact("name", Kind.NEW_NAME, "Rose Quennerby")
CARER = Fact("carer", Kind.PERSON, "Ottoline Farrowdale")
MAIL = Fact("mail", Kind.EMAIL, "otti.farrowdale@example.org")
CAR = Fact("car", Kind.VEHICLE, "TB73 QXV")
ALL = (HOME, MOBILE, SCHOOL, NEW_NAME, CARER, MAIL, CAR)


def said(text: str, *facts: Fact) -> Verdict:
    """Check one plain message to a reader who may know nothing."""
    return check(Outgoing("email", "father", text), facts or ALL)
