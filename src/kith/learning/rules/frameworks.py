"""The frameworks somebody can check themselves against, and the words for how far along they feel."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Framework:
    """One framework: its set of reference data, the field in which bites and courses name its keys, what it is."""

    name: str
    title: str
    field: str
    says: str


FRAMEWORKS = {
    each.name: each
    for each in (
        Framework(
            "digital_capabilities",
            "Digital capabilities",
            "capabilities",
            "What you can do with technology, and for people who live with it.",
        ),
        Framework(
            "pcf_domains",
            "Professional Capabilities Framework",
            "pcf",
            "The nine domains of what a social worker does, at each level of a career.",
        ),
        Framework(
            "kss",
            "Knowledge and skills statements",
            "kss",
            "What practitioners and their supervisors in child and family work know and can do.",
        ),
        Framework(
            "swe_standards",
            "Professional standards",
            "standards",
            "What Social Work England asks of everybody who is registered.",
        ),
    )
}

#: word -> what is kept, what the page says, and a hint. What is kept is for ordering alone.
LEVELS: dict[str, tuple[int, str, str]] = {
    "aware": (1, "Aware", "I know that it matters, and have not done much of it."),
    "developing": (2, "Developing", "I do it with help, or not yet every time."),
    "confident": (3, "Confident", "I do it by myself and can say why."),
    "leads": (4, "Leads others", "Others come to me with it."),
}
LEVEL_WORDS = {number: words for number, words, _ in LEVELS.values()}
LEVEL_KEYS = {number: key for key, (number, _, _) in LEVELS.items()}

#: What the counts of a map stand for, in the order in which the database gives them.
BY_LEVEL = ("Have not said", "Aware", "Developing", "Confident", "Lead others")
BY_HALVES = ("Have not said, aware or developing", "Confident or lead others")
