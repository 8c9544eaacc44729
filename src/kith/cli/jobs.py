"""The job process, `python -m kith.cli.jobs`: runs every room's jobs until SIGTERM."""

from kith.cli.children import end_with_parent


def main() -> None:
    """Run jobs against DATABASE_URL; ends by itself when the database goes away, to be started again."""
    end_with_parent()
    import django

    django.setup()
    from kith.config.jobs import work

    work()


if __name__ == "__main__":
    main()
