"""Who works here: let in and ended at the command line, where nobody is signed in."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from kith.core import ledger, teams, transactions
from kith.core.errors import Refusal
from kith.core.models import Worker
from kith.core.permissions import Role
from kith.core.sign_in import sessions


class NotLetIn(Refusal):
    """Somebody cannot be let in as asked; nothing is written."""


class NobodyThere(Refusal):
    """Nobody who works here signs in with that address."""


def let_in(
    *,
    email: str,
    name: str,
    role: str,
    password: str,
    at: datetime,
    team: str = "",
    manages: bool = False,
    office: str = "",
) -> Worker:
    """Let somebody who works here sign in, as the agency's chain is told.

    Raises:
        NotLetIn: the address is no address or taken, the role is not known, or the password is too easy.
        teams.NotInATeam: somebody of this role does not manage a team.
    """
    worker = Worker(email=email.strip().lower(), name=name.strip(), role=role, office_text=office)
    _check(worker, password)
    teams.check_can_join(role, team, manages=manages)
    worker.set_password(password)
    with transactions.unsigned():  # the team first, while nobody is signed in; its foreign key is asked at the commit
        named = teams.write_membership(worker=worker, team=team, at=at, manages=manages) if team.strip() else None
        with transactions.scoped(worker_id=worker.id):
            worker.save(force_insert=True)
            # An address given by the agency counts as verified: without that no second factor can be enrolled.
            EmailAddress.objects.create(user=worker, email=worker.email, verified=True, primary=True)
            ledger.note("worker.let_in", by=worker.id, at=at, about=worker, facts={"role": role, "by_command": True})
            if named:
                teams.note_joined(named, at=at)
    return worker


def working_as(email: str) -> Worker:
    """Find somebody who works here now.

    Raises:
        NobodyThere: nobody has that address, or their work here has ended.
    """
    worker = Worker.objects.filter(email__iexact=email.strip(), is_active=True).first()
    if worker is None:
        raise NobodyThere(f"Nobody who works here signs in as {email}. 'kith people list' shows who does.")
    return worker


def end(*, email: str, at: datetime) -> Worker:
    """Stop somebody signing in, and end the sessions they have; what they did and wrote stays.

    Raises:
        NobodyThere: nobody has that address, or it was ended already.
    """
    worker = working_as(email)
    with transactions.scoped(worker_id=worker.id):
        worker.is_active = False
        worker.save(update_fields=["is_active"])
        ended = sessions.end_all(worker)
        facts = {"sessions": ended, "by_command": True}
        ledger.note("worker.ended", by=worker.id, at=at, about=worker, facts=facts)
    return worker


def begin_anew(*, email: str, password: str, at: datetime) -> Worker:
    """Give somebody a new password after they lost the old one, or a passkey or telephone.

    Passkeys, the authenticator app and recovery codes go, and every session ends: whoever found them gets nowhere.

    Raises:
        NobodyThere: nobody who works here has that address.
        NotLetIn: the password is too easy; nothing is written.
    """
    worker = working_as(email)
    _check_password(worker, password)
    worker.set_password(password)
    with transactions.scoped(worker_id=worker.id):
        worker.save(update_fields=["password"])
        removed = Authenticator.objects.filter(user=worker).delete()[0]
        facts = {"sessions": sessions.end_all(worker), "removed": removed, "by_command": True}
        ledger.note("worker.began_anew", by=worker.id, at=at, about=worker, facts=facts)
    return worker


def _check(worker: Worker, password: str) -> None:
    try:
        validate_email(worker.email)
    except ValidationError:
        raise NotLetIn("Give an e-mail address such as name@example.org.") from None
    if not worker.name:
        raise NotLetIn("Give the person's name.")
    if worker.role not in Role.values:
        raise NotLetIn(f"There is no role '{worker.role}'. The roles are: {', '.join(Role.values)}.")
    if Worker.objects.filter(email__iexact=worker.email).exists():
        raise NotLetIn(f"Somebody signs in as {worker.email} already.")
    _check_password(worker, password)


def _check_password(worker: Worker, password: str) -> None:
    try:
        validate_password(password, worker)
    except ValidationError as problem:
        raise NotLetIn(" ".join(problem.messages)) from None
