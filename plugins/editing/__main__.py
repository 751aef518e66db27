"""`python -m plugins.editing COMMAND`: what `make check`, `fix`, `new`, `translated` and `schemas` run."""

import sys

from plugins.editing.commands import main

sys.exit(main(sys.argv[1:]))
