"""Settings and addresses: the one place, with `cli`, that knows every room."""
