"""How fast the planner is, against yardsticks measured in the same run: `make bench`."""

from tests.benchmarks import edit, engine, kept, page, pay_plans, simulation, teams

engine.report()
simulation.report()
pay_plans.report()
page.report()
edit.report()
kept.report()
teams.report()
