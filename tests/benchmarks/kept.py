"""Saving a plan and opening a saved one, against the bytes alone: written to a file and synced, and read as a plan.

Among a hundred others, on SQLite, and on PostgreSQL where it is installed, both as they are delivered. And the page
that a saved plan's link opens, against the same page opened with the plan in the address.
"""

import asyncio
import os
import statistics
import tempfile
from itertools import count
from pathlib import Path
from time import perf_counter
from urllib.parse import urlencode

from sqlalchemy import Engine
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from planner.errors import Fault
from planner.inputs.link import link_text
from planner.inputs.pasted import PLAN, SAVED
from planner.inputs.plan.plan import default_plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file
from planner.store.database import open_store
from planner.store.saved_plans import Opened, Written, keep, open_plan, save
from planner.store.sqlite import address_of
from tests.benchmarks.edit import STRIP, Editor
from tests.benchmarks.engine import seconds
from tests.browser.session import ServerProcess
from tests.postgresql_server import missing, running_server

OTHERS, ROUNDS, OPENINGS = 100, 40, 15
NAMED = "Opened by a link"
PLAN_FILE = PlanFile(plan=default_plan().model_copy(update={"name": NAMED}))
FILE = dump_plan_file(PLAN_FILE)


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


async def opens(server: str, address: dict[str, str]) -> float:
    """Milliseconds from a new session's asking for an address to the hundred people and the four figures of Start."""
    editor = Editor(server)
    await editor.connect()
    wanted = BackMsg()
    wanted.rerun_script.query_string = urlencode({"lang": "en"} | address)
    start = perf_counter()
    await editor.socket.send(wanted.SerializeToString())
    while not any(STRIP in text for text in editor.texts):
        message = ForwardMsg()
        message.ParseFromString(await editor.socket.recv())
        editor.read(message)
    took = 1_000 * (perf_counter() - start)
    await editor.socket.close()
    if any(NAMED in text for text in editor.texts) != bool(address):
        raise RuntimeError(f"another plan was opened by {list(address)}")
    return took


async def openings(server: str, token: str) -> dict[str, list[float]]:
    """In turns: of the saved plan, of the same plan by a link that is the plan, and of the plan as it is shipped, whose
    answers are found once for all.
    """
    ways = {"saved": {SAVED: token}, "link": {PLAN: link_text(PLAN_FILE)}, "as shipped": {}}
    times: dict[str, list[float]] = {way: [] for way in ways}
    for number in range(OPENINGS + 2):
        for way, address in ways.items():
            took = await opens(server, address)
            if number > 1:
                times[way].append(took)
    return times


def print_openings() -> None:
    """What opening a saved plan adds to a page."""
    with ServerProcess() as server:
        server.start()
        store = open_store(server.database, make=True)
        assert not isinstance(store, Fault)
        token = keep(store, Written(FILE, "Anna"))
        assert isinstance(token, str)
        times = asyncio.run(openings(server.address, token))
    took = {way: statistics.median(each) for way, each in times.items()}
    print(f"  Start as it opens, medians of {OPENINGS}: " + ", ".join(f"{way} {ms:.0f}" for way, ms in took.items()))
    ratio = took["saved"] / took["link"]
    print(f"    a saved plan {ratio:.2f} times the same page of the same plan, not saved (aim: at most 1.20)")


def report() -> None:
    """Medians and their ratios. Nothing passes or fails; the aim is a save under 50 ms on SQLite."""
    print(f"Saved plans: milliseconds of {len(FILE):,} bytes, medians of {ROUNDS} (aim: a save under 50 on SQLite)")
    print_openings()
    with tempfile.TemporaryDirectory() as name:
        print_of(address_of(Path(name) / "plans.sqlite"), Path(name))
        if why := missing():
            print(f"  {why}")
            return
        with running_server(settings=()) as server:
            print_of(server.url(server.new_database()), Path(name))
