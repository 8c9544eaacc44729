"""What every page of a case begins with."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from kith.core.errors import NotFound
from kith.record.models import Case, Participant
from kith.ui.parts import Identity, NavItem, Tag

#: The pages of a case, in order: the section a page names, its words, its address. Rooms above own some of them.
SECTIONS = (
    ("record", _("Record"), "record:case"),
    ("timeline", _("Timeline"), "home:timeline"),
    ("exhibits", _("Exhibits"), "exhibits:list"),
    ("messages", _("Messages"), "correspondence:list"),
    ("statements", _("Statements"), "court:list"),
    ("people", _("People"), "record:people"),
    ("access", _("Access"), "record:access"),
)


@dataclass(frozen=True, slots=True)
class CaseHead:
    """The identity bar of a case, and the way to its pages."""

    id: UUID
    reference: str
    family_name: str
    kind: str
    is_restricted: bool = False
    is_made_up: bool = False

    @property
    def identity(self) -> Identity:
        """Give the bar: whose case, its reference, its kind; whether it is restricted, or made up."""
        said = [(self.is_restricted, Tag("Restricted", "red")), (self.is_made_up, Tag("Made up", "purple"))]
        tags = [tag for is_so, tag in said if is_so]
        return Identity(self.family_name, (self.reference, self.kind), tags, href=address("record:case", self.id))

    def pages(self, section: str) -> list[NavItem]:
        """List the pages of the case; the one named by `section` is marked as being read."""
        found = [(key, words, address(name, self.id)) for key, words, name in SECTIONS]
        return [NavItem(str(words), href, current=key == section) for key, words, href in found if href]


def address(name: str, *parts: object) -> str:
    """Give the address of a page that a room above owns; empty where this installation has no such page."""
    try:
        return reverse(name, args=parts)
    except NoReverseMatch:
        return ""


def case_head(case: Case) -> CaseHead:
    """Give what stands above every page of a case."""
    return CaseHead(
        case.id, case.reference, case.family_name, case.get_kind_display(), case.is_restricted, case.is_made_up
    )


def case_in(case_id: UUID) -> Case:
    """Find a case that the running scope allows.

    Raises:
        NotFound: unknown, or not this worker's.
    """
    found = Case.objects.filter(id=case_id).first()
    if found is None:
        raise NotFound
    return found


def participants_of(case: Case) -> list[Participant]:
    """List the participants: children first, then as they were added."""
    rows = Participant.objects.filter(case=case).order_by("added_at", "id")
    return sorted(rows, key=lambda row: row.part != Participant.Part.CHILD)


def participant_in(case: Case, participant_id: UUID) -> Participant:
    """Find a participant of the case.

    Raises:
        NotFound: not of this case.
    """
    found = Participant.objects.filter(case=case, id=participant_id).first()
    if found is None:
        raise NotFound
    return found
