"""`python -m kith.cli`, the same as `kith`."""

import sys

from kith.cli.main import main

sys.exit(main())
