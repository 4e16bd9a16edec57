"""Amway in Europe and Young Living by the rules of a plan's months, as the catalogue had them before their pay plans.

Steps that break away, and levels with compression and ranks: what is computed on the volumes of months, month by month
and on averages, is held against slow twins, golden files and examples by hand on them. The figures are those of the
files as they were; nothing here is kept up to date with the catalogue, and no page shows it.
"""

from pathlib import Path

from planner.inputs.company.catalog import load_catalog

FOLDER = Path(__file__).parent
BY_MONTHS = dict(load_catalog(FOLDER).companies)
COMPANIES = dict(load_catalog().companies) | BY_MONTHS
