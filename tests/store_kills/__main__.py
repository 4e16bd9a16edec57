"""python -m tests.store_kills [--count 1000]: kills a process in the middle of its saves, so many times a database.

After each kill the newest version is one whose save was told, or the one after it, and its bytes are whole. On
PostgreSQL every tenth kill hits the server with all its processes, and it starts anew.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import numpy as np
from sqlalchemy import Engine

from planner.errors import Fault
from planner.store.database import open_store
from planner.store.saved_plans import Between, Opened, Written, keep, open_plan, save
from planner.store.sqlite import address_of
from tests.postgresql_server import missing, running_server

SIZE = 200_000  # bytes of a version, many pages of the database
MOST_WAIT = 0.1  # seconds after a save, in which several begin
SAVES_A_PLAN = 10  # kills, after which another plan is kept
OF_THE_SERVER = 10  # every so manieth kill


def content(number: int) -> bytes:
    """The bytes of a version, by which a mixture of two is told."""
    return f"{number:08}".encode() * (SIZE // 8)


def save_for_ever(store: Engine, token: str, says: int) -> NoReturn:
    """What is killed: saves one version after another, and says so after each."""
    store.dispose(close=False)  # the connections are those of the process that it comes from
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    number = found.version.number
    while True:
        os.write(says, f"{number}\n".encode())
        saved = save(store, token, number, Written(content(number + 1), ""))
        if isinstance(saved, Between):  # the server ended what a killed one had asked it, after we opened
            saved = saved.newest.version.number
        assert saved == number + 1
        number += 1


def kill_once(store: Engine, token: str, wait: float, crash: Callable[[], None] | None) -> list[int]:
    """The numbers of the saves that were told before the kill; of the server where there is a crash."""
    hears, says = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            save_for_ever(store, token, says)
        finally:
            os._exit(1)
    os.close(says)
    with os.fdopen(hears) as told:
        numbers = [int(told.readline())]
        time.sleep(wait)
        if crash:
            crash()
        else:
            os.kill(process, signal.SIGKILL)
        numbers += [int(line) for line in told]
    _pid, status = os.waitpid(process, 0)
    assert crash or os.WIFSIGNALED(status), "it ended by itself"
    return numbers


def found_after(store: Engine, token: str, told: list[int]) -> str:
    """What a link opens after a kill."""
    found = open_plan(store, token)
    if not isinstance(found, Opened):
        return f"not opened: {found}"
    if found.file != content(found.version.number):
        return "half a version"
    return {0: "the old version", 1: "the new version"}.get(found.version.number - told[-1], "another version")


def tried(url: str, count: int, seed: int, crash: Callable[[], None] | None = None) -> bool:
    """Prints what was found after so many kills; whether it was whole versions alone."""
    draw, found, saves, token = np.random.default_rng(seed), Counter[str](), 0, ""
    store = open_store(url, make=True)
    assert not isinstance(store, Fault)
    for number in range(count):
        if number % SAVES_A_PLAN == 0:
            kept = keep(store, Written(content(1), ""))
            assert isinstance(kept, str)
            token = kept
        of_the_server = crash if number % OF_THE_SERVER == OF_THE_SERVER - 1 else None
        told = kill_once(store, token, draw.uniform(0, MOST_WAIT), of_the_server)
        saves += told[-1] - told[0]
        found[found_after(store, token, told)] += 1
    print(f"{store.dialect.name}: {saves} saves told, {count} kills in the middle of the next; found: {dict(found)}")
    return set(found) <= {"the old version", "the new version"}


def main() -> int:
    """Figures, and 1 where anything but whole versions was found, or where there is no server."""
    parser = argparse.ArgumentParser(prog="tests.store_kills", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole = tried(address_of(Path(folder) / "plans.sqlite"), arguments.count, arguments.seed)
    if why := missing():
        print(why)
        return 1
    with running_server(settings=()) as server:

        def crash() -> None:
            server.crash()
            server.start()

        whole &= tried(server.url(server.new_database()), arguments.count, arguments.seed, crash)
    return 0 if whole else 1


if __name__ == "__main__":
    sys.exit(main())
