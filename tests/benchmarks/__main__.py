"""How fast the planner is, against yardsticks measured in the same run: `make bench`."""

from tests.benchmarks import edit, engine, kept, page, simulation, teams

engine.report()
simulation.report()
page.report()
edit.report()
kept.report()
teams.report()
