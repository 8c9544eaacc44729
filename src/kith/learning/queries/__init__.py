"""What a page shows: one frozen dataclass per page."""

from kith.learning.queries.capabilities import (
    courses_page,
    framework_named,
    framework_page,
    frameworks_page,
    keys_of,
    said_by,
    statement_named,
    statement_page,
)
from kith.learning.queries.cpd import (
    delete_all_page,
    export,
    listed_by,
    log_page,
    own_words_page,
    piece_mine,
    piece_page,
    write_page,
)
from kith.learning.queries.maps import map_page, maps_page
from kith.learning.queries.peers import PublicPage, asked_page, choices_to_show, part_asked, peer_page
from kith.learning.queries.telling import store, telling_page, waiting_statement

__all__ = [
    "PublicPage",
    "asked_page",
    "choices_to_show",
    "courses_page",
    "delete_all_page",
    "export",
    "framework_named",
    "framework_page",
    "frameworks_page",
    "keys_of",
    "listed_by",
    "log_page",
    "map_page",
    "maps_page",
    "own_words_page",
    "part_asked",
    "peer_page",
    "piece_mine",
    "piece_page",
    "said_by",
    "statement_named",
    "statement_page",
    "store",
    "telling_page",
    "waiting_statement",
    "write_page",
]
