"""Lets `python -m planner` run the command line."""

import sys

from planner.command_line import main

sys.exit(main(sys.argv[1:]))
