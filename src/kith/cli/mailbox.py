"""What `kith doctor` says of mail that comes in."""

from collections.abc import Iterator
from pathlib import Path

from kith.cli.seen import Found


def mail_in(folder: Path) -> Iterator[Found]:
    """Sign in to the mailbox as the worker process does, and count what waits; ask for the virus scanner."""
    from kith.config.env import OddSetting, env_int, env_secret, env_text
    from kith.correspondence import scanning
    from kith.correspondence.channels import imap

    if scanner := env_text("KITH_CLAMD", ""):
        mend = "" if scanning.answers(scanner) else "Files that come by e-mail stay locked meanwhile. See KITH_CLAMD."
        yield Found("virus scanner", "does not answer" if mend else "answers", mend)
    if not env_text("KITH_IMAP_HOST", ""):
        yield Found("mail that comes in", "no mailbox is set: nothing is fetched", "Set KITH_IMAP_HOST.")
        return
    try:
        where = (env_text("KITH_IMAP_HOST"), env_int("KITH_IMAP_PORT", 993), env_text("KITH_IMAP_TLS", "tls"))
        who = (env_text("KITH_IMAP_USER", ""), env_secret("KITH_IMAP_PASSWORD", ""))
        names = (env_text("KITH_IMAP_MAILBOX", "INBOX"), env_text("KITH_IMAP_DONE", ""))
        with imap.opened(imap.Mailbox(*where, *who, *names)) as box:
            yield Found("mail that comes in", f"the mailbox opens; {len(box.waiting())} to take")
    except (imap.CannotReach, OddSetting) as problem:
        yield Found("mail that comes in", "the mailbox does not open", str(problem))
        return
    if not env_text("KITH_MAIL_AUTHSERV_ID", ""):
        mend = "Set KITH_MAIL_AUTHSERV_ID to your mail server's name in Authentication-Results."
        yield Found("who sent it", "nobody confirms who sent a mail", mend)
