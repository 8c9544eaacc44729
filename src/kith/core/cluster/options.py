"""How the server is set: given on its command line at each start, so that they are always those of this version."""

from pathlib import Path

from kith.core.cluster.databases import ARCHIVE

# No word of a case may reach the log: errors quote the values they refuse, so only the server's own events are kept.
QUIET_LOG = {
    "log_destination": "stderr",
    "logging_collector": "off",
    "log_min_messages": "log",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_statement": "none",
    "log_duration": "off",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_line_prefix": "%m [%p] ",
    "log_timezone": "UTC",
    "lc_messages": "C",
}
SAFE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "128MB"}
SMALL = {
    "shared_buffers": "160MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "96MB",
    "max_connections": "100",
    "jit": "off",  # plans here are short; compiling them costs more than it saves
    "timezone": "UTC",
    "password_encryption": "scram-sha-256",
}


def server_options(socket: Path, port: int, *, fast: bool, archived: bool = False) -> list[str]:
    """Give the server's settings as `-c name=value`; `fast` trades safety in a power cut for speed (tests only).

    Args:
        archived: a commit waits until the archive has it on its own disk.
    """
    reached_by = {
        "listen_addresses": "",
        "unix_socket_directories": f'"{socket}"',
        "unix_socket_permissions": "0700",
        "port": str(port),
    }
    waits_for = {"synchronous_standby_names": ARCHIVE if archived else ""}
    settings = {**waits_for, **SMALL, **QUIET_LOG, **(FAST if fast else SAFE), **reached_by}
    return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
