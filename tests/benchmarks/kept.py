"""Saving a plan and opening a saved one, against the bytes alone: written to a file and synced, and read as a plan.

Among a hundred others, on SQLite, and on PostgreSQL where it is installed, both as they are delivered.
"""

import os
import statistics
import tempfile
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from planner.errors import Fault
from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.store.database import open_store
from planner.store.saved_plans import Opened, Written, keep, open_plan, save
from planner.store.sqlite import address_of
from tests.benchmarks.engine import seconds
from tests.postgresql_server import missing, running_server

OTHERS, ROUNDS = 100, 40
FILE = dump_plan_file(PlanFile(plan=default_plan()))


def synced(folder: Path) -> None:
    """The bytes to a new file that takes the place of the old one: the least that a crash can do nothing to."""
    new = folder / "new.json"
    with new.open("wb") as file:
        file.write(FILE)
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / "plan.json")


def measured(store: Engine, folder: Path) -> dict[str, float]:
    """Median milliseconds of each, turn and turn about."""
    written = Written(FILE, "Anna", ("customers.new_a_month",), {"result": 120.0})
    tokens = [keep(store, written) for _ in range(OTHERS)]
    token, numbers = tokens[-1], count(1)
    assert isinstance(token, str)

    def opened() -> None:
        found = open_plan(store, token)
        assert isinstance(found, Opened)

    asked = {
        "a save": lambda: save(store, token, next(numbers), written),
        "the bytes synced": lambda: synced(folder),
        "opening": opened,
        "reading the file": lambda: read_plan_file(FILE, "plan.json"),
    }
    times: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(ROUNDS):
        for name, does in asked.items():
            times[name].append(1_000 * seconds(does))
    return {name: statistics.median(each) for name, each in times.items()}


def print_of(url: str, folder: Path) -> None:
    """The figures of one database."""
    store = open_store(url, make=True)
    assert not isinstance(store, Fault)
    took = measured(store, folder)
    for what, beside in (("a save", "the bytes synced"), ("opening", "reading the file")):
        ratio = took[what] / took[beside]
        print(f"  {store.dialect.name}: {what} {took[what]:.1f}, {beside} {took[beside]:.1f}: {ratio:.1f} times that")


def report() -> None:
    """Medians and their ratios. Nothing passes or fails; the aim is a save under 50 ms on SQLite."""
    print(f"Saved plans: milliseconds of {len(FILE):,} bytes, medians of {ROUNDS} (aim: a save under 50 on SQLite)")
    with tempfile.TemporaryDirectory() as name:
        print_of(address_of(Path(name) / "plans.sqlite"), Path(name))
        if why := missing():
            print(f"  {why}")
            return
        with running_server(settings=()) as server:
            print_of(server.url(server.new_database()), Path(name))
