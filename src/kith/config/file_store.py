"""Where the files of an agency lie, as the settings say: on this machine's disk, or in a bucket."""

from pathlib import Path

from kith.config.env import OddSetting, env_bool, env_choice, env_secret, env_text
from kith.core.vault import Backend, Bucket, OddBucket, store_in


def bucket_in_use() -> Bucket | None:
    """Give the bucket that holds the files, or None where they lie on the disk. Raises OddSetting."""
    return named_bucket() if is_in_bucket() else None


def is_in_bucket() -> bool:
    """Tell whether the files lie in a bucket, without its keys. Raises OddSetting."""
    return env_choice("KITH_FILES", ("disk", "s3"), "disk") == "s3"


def named_bucket() -> Bucket:
    """Give the bucket that the settings name, whether or not it is in use.

    Raises:
        OddSetting: a setting is missing or cannot be understood.
    """
    try:
        return Bucket(
            endpoint=env_text("KITH_S3_ENDPOINT").strip().rstrip("/"),
            name=env_text("KITH_S3_BUCKET").strip(),
            key_id=env_secret("KITH_S3_KEY_ID"),
            secret=env_secret("KITH_S3_SECRET"),
            region=env_text("KITH_S3_REGION", "us-east-1"),
            ca_file=env_text("KITH_S3_CA", ""),
            plain_http=env_bool("KITH_S3_PLAIN_HTTP"),
        )
    except OddBucket as odd:
        raise OddSetting(f"Kith: the setting {odd}") from None


def file_store(folder: Path) -> Backend:
    """Give the store of the agency in a folder. Raises OddSetting."""
    return store_in(folder / "files", bucket_in_use())
