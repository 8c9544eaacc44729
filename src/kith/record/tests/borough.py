"""A borough for the tests of who may open a case, and what its people do there."""

from kith.core import clock
from kith.core.permissions import Role
from kith.core.transactions import scoped
from kith.record import actions, queries, rules, testing
from kith.record.models import Case

WHY = "Her sister rang: she has not answered the door since Friday."
REASON = rules.REACH_REASONS[0]


class Borough:
    """Amal's case in Ben's team; Tess works in it too, Cara elsewhere; Gil is a duty worker."""

    def __init__(self) -> None:
        self.amal, self.tess = testing.worker("Amal Tester"), testing.worker("Tess Tester")
        self.ben = testing.worker("Ben Tester", Role.TEAM_MANAGER)
        self.cara = testing.worker("Cara Elsewhere")
        self.gil = testing.worker("Gil Duty", Role.DUTY_WORKER)
        self.team = testing.team(self.amal, self.tess, managers=[self.ben])
        self.other = testing.team(self.cara)
        self.case = testing.case(self.amal, team=self.team)

    def sees(self, worker) -> bool:
        """Tell whether the database shows somebody the case."""
        with scoped(worker_id=worker.id):
            return Case.objects.filter(id=self.case.id).exists()

    def rows(self, found, as_whom=None):
        with scoped(worker_id=(as_whom or self.amal).id):
            return list(found)

    def reach(self, worker, reference=""):
        return actions.reach_case(
            reference=reference or self.case.reference, reason=REASON, place="", by=worker, at=clock.now()
        )

    def break_glass(self, worker, reference=""):
        return actions.break_glass(
            reference=reference or self.case.reference, why=WHY, place="", by=worker, at=clock.now()
        )

    def to_judge(self, worker):
        """List what the front page asks somebody to judge."""
        with scoped(worker_id=worker.id):
            return [told for told in queries.duties(worker, clock.now()).told if told.to_judge]

    def conflict(self, worker, by=None):
        return actions.record_conflict(case=self.case, worker=worker, why="Cousin", by=by or self.ben, at=clock.now())
