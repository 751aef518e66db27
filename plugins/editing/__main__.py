"""`python -m plugins.editing COMMAND`: what `make check`, `make fix`, `make new` and `make schemas` run."""

import sys

from plugins.editing.commands import main

sys.exit(main(sys.argv[1:]))
