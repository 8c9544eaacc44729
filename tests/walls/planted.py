"""Plants a mark in every text of every case: a new column is planted without a new test, or says why it is not."""

import psycopg
from psycopg import sql

from tests.walls import planting
from tests.walls.agency import LETTERS, Agency

#: Columns that hold no words of anybody: table -> why, columns.
SAYS_WHICH = "which of a few the program knows"
OF_FILES = "of a file: a hash, a type, which program read it, how far"
NOT_WORDS = {
    "core_erased_object": (OF_FILES, {"name"}),
    "core_erasure": (SAYS_WHICH, {"what", "ground", "decided_role", "confirmed_role"}),
    "core_stored_file": (OF_FILES, {"address"}),
    "correspondence_received": (SAYS_WHICH, {"kind", "whose", "check_result", "filed", "reference", "sent_text"}),
    "correspondence_enclosure": (OF_FILES, {"media_type"}),
    "correspondence_leftout": (SAYS_WHICH, {"ground", "area"}),
    "correspondence_message": (SAYS_WHICH, {"channel"}),
    "correspondence_outbox": (SAYS_WHICH, {"state", "reference", "their_reference"}),
    "correspondence_receipt": (SAYS_WHICH, {"status"}),
    "court_statementpart": (SAYS_WHICH, {"kind"}),
    "court_statementrelease": (SAYS_WHICH, {"template_id"}),
    "exhibits_droplink": (SAYS_WHICH, {"asks", "phone", "closed_how"}),
    "exhibits_custodyevent": (SAYS_WHICH, {"verb"}),
    "exhibits_exhibit": (OF_FILES, {"how", "state", "format_id", "read_with", "isolation", "merkle_root"}),
    "exhibits_item": (SAYS_WHICH, {"kind"}),
    "exhibits_lexicon": ("a word of an item, planted by reading one", {"word"}),
    "exhibits_member": (SAYS_WHICH, {"state"}),
    "exhibits_question": (SAYS_WHICH, {"key", "answer"}),
    "record_access": (SAYS_WHICH, {"why"}),
    "record_askfirst": (SAYS_WHICH, {"answer", "label"}),
    "record_case": (SAYS_WHICH, {"kind", "reference"}),
    "record_citation": (SAYS_WHICH, {"holder", "kind", "label"}),
    "record_closing": (SAYS_WHICH, {"state"}),
    "record_contactdetail": (SAYS_WHICH, {"kind"}),
    "record_draft": (SAYS_WHICH, {"place", "editor"}),
    "record_entry": (SAYS_WHICH, {"kind", "precision", "allegation"}),
    "record_hold": (SAYS_WHICH, {"kind"}),
    "record_keeping": (SAYS_WHICH, {"schedule"}),
    "record_participant": (SAYS_WHICH, {"part", "side"}),
    "record_participantname": (SAYS_WHICH, {"kind"}),
    "record_protectedfact": (SAYS_WHICH, {"kind"}),
    "record_waythrough": (SAYS_WHICH, {"kind", "channel"}),
    "record_reader": (SAYS_WHICH, {"kind"}),
    "record_redaction": (SAYS_WHICH, {"ground"}),
    "record_release": (SAYS_WHICH, {"channel", "state"}),
    "record_releasedcopy": (SAYS_WHICH, {"media_type"}),
    "record_review": (SAYS_WHICH, {"what", "ground", "decision"}),
    "record_secondlook": (SAYS_WHICH, {"channel", "fingerprint", "state"}),
    "record_secondlookfile": (OF_FILES, {"media_type"}),
    "record_timelinerow": (SAYS_WHICH, {"kind"}),
}


def plant(agency: Agency) -> dict[str, str]:
    """Write a mark behind every text of each case, past every action; gives mark -> where it was planted."""
    planted: dict[str, str] = {}
    with psycopg.connect(agency.superuser, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        for table, column, longest in _texts(connection):
            if column in NOT_WORDS.get(table, ("", set()))[1]:
                continue
            for kind, case in agency.cases.items():
                what = f"{table}{column}".replace("_", "")
                if _write(connection, table, column, longest, f"zq{LETTERS[kind]}{what}zq", case["case_id"]):
                    planted[what] = f"{table}.{column}"
    return planted


def _texts(connection: psycopg.Connection) -> list[tuple[str, str, int | None]]:
    rows = connection.execute(
        "SELECT table_name, column_name, character_maximum_length FROM information_schema.columns"
        " WHERE table_schema = 'public' AND data_type IN ('text', 'character varying') AND is_generated = 'NEVER'"
        " AND table_name = ANY (%s) ORDER BY 1, 2",
        [planting.case_tables(connection)],
    )
    return rows.fetchall()


def _write(connection, table: str, column: str, longest: int | None, mark: str, case_id) -> bool:
    """Write the mark behind what is there in the rows of a case; tells whether there was a row."""
    names = {"table": sql.Identifier(table), "column": sql.Identifier(column)}
    names["key"] = sql.Identifier("id" if table == "record_case" else "case_id")
    room = (longest or 1_000_000) - len(mark) - 1
    words = "UPDATE {table} SET {column} = left({column}, %s) || ' ' || %s WHERE {key} = %s"
    return bool(connection.execute(sql.SQL(words).format(**names), [max(room, 0), mark, case_id]).rowcount)
