"""The house stands: imports run downward only, no module is a drawer for odds and ends, and all stay small."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT_FOLDER = Path(__file__).parents[1]

# From the top floor to the ground. A module belongs to the first floor whose name begins its own; it imports from lower
# floors, and from its siblings where the floor is a package. `pages` are scripts, so they are nobody's siblings.
FLOORS = (
    ("app",),
    ("pages.shared", "planner.__main__"),
    ("planner.analysis",),
    ("planner.simulation",),
    ("planner.projection",),
    ("planner.compensation",),
    ("planner.inputs",),
    ("planner.errors", "planner.timeline", "planner.line_items", "planner.language"),
)
