"""Lets `python -m planner` run the command line."""

import sys

from planner.commands.main import main

sys.exit(main(sys.argv[1:]))
