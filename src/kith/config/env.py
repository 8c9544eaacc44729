"""Settings from the environment, read strictly: an odd value stops the start with a sentence that names it."""

import os
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path


class OddSetting(SystemExit):
    """A setting is missing or cannot be understood; the text names it and says what would be accepted."""


def env_text(name: str, default: str | None = None) -> str:
    """Read a text setting.

    Raises:
        OddSetting: it is not set and has no default.
    """
    value = os.environ.get(name, default)
    if value is None:
        raise OddSetting(f"Kith: the setting {name} is missing.")
    return value


def env_bool(name: str, default: bool = False) -> bool:
    """Read a yes-or-no setting: 1, true, yes, on or 0, false, no, off."""
    value = os.environ.get(name, "").strip().lower()
    if value in {"", "1", "true", "yes", "on", "0", "false", "no", "off"}:
        return value in {"1", "true", "yes", "on"} if value else default
    raise OddSetting(f"Kith: the setting {name} must be 1 or 0.")


def env_choice(name: str, choices: tuple[str, ...], default: str) -> str:
    """Read one of a few words."""
    value = os.environ.get(name, "").strip().lower() or default
    if value and value not in choices:
        raise OddSetting(f"Kith: the setting {name} must be one of {', '.join(choices)}.")
    return value


def env_int(name: str, default: int) -> int:
    """Read a whole number."""
    value = os.environ.get(name, "").strip()
    try:
        return int(value) if value else default
    except ValueError:
        raise OddSetting(f"Kith: the setting {name} must be a whole number.") from None


def env_networks(name: str, default: str) -> list[IPv4Network | IPv6Network]:
    """Read addresses and networks with commas between: 10.0.0.7,10.1.0.0/16,::1."""
    words = [word.strip() for word in env_text(name, default).split(",") if word.strip()]
    try:
        return [ip_network(word, strict=False) for word in words]
    except ValueError:
        raise OddSetting(f"Kith: the setting {name} must be addresses or networks: 10.0.0.7,10.1.0.0/16.") from None


def env_secret(name: str, default: str | None = None) -> str:
    """Read a secret from NAME, or from the file that NAME_FILE names (so that it need not stand in the environment)."""
    path = os.environ.get(f"{name}_FILE")
    if path:
        try:
            return Path(path).read_text().strip()
        except OSError:
            raise OddSetting(f"Kith: the file that {name}_FILE names cannot be read.") from None
    return env_text(name, default)
