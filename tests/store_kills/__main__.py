"""python -m tests.store_kills [--count 1000]: kills a process in the middle of its saves, so many times.

After each kill the newest version is one whose save was told, or the one after it, and its bytes are whole.
"""

import argparse
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import NoReturn

import numpy as np
from sqlalchemy import Engine

from planner.errors import Fault
from planner.store.database import address_of, open_store
from planner.store.saved_plans import Opened, Written, keep, open_plan, save

SIZE = 200_000  # bytes of a version, many pages of the database
MOST_WAIT = 0.1  # seconds after a save, in which several begin
SAVES_A_PLAN = 10  # kills, after which another plan is kept


def content(number: int) -> bytes:
    """The bytes of a version, by which a mixture of two is told."""
    return f"{number:08}".encode() * (SIZE // 8)


def save_for_ever(store: Engine, token: str, says: int) -> NoReturn:
    """What is killed: saves one version after another, and says so after each."""
    found = open_plan(store, token)
    assert isinstance(found, Opened)
    number = found.version.number
    while True:
        os.write(says, f"{number}\n".encode())
        assert save(store, token, number, Written(content(number + 1), "")) == number + 1
        number += 1


def kill_once(store: Engine, token: str, wait: float) -> list[int]:
    """The numbers of the saves that were told before the kill."""
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
        os.kill(process, signal.SIGKILL)
        numbers += [int(line) for line in told]
    _pid, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status), "it ended by itself"
    return numbers


def found_after(store: Engine, token: str, told: list[int]) -> str:
    """What a link opens after a kill."""
    found = open_plan(store, token)
    if not isinstance(found, Opened):
        return f"not opened: {found}"
    if found.file != content(found.version.number):
        return "half a version"
    return "whole" if found.version.number in {told[-1], told[-1] + 1} else "another version"


def main() -> int:
    """Figures, and 1 where anything but whole versions was found."""
    parser = argparse.ArgumentParser(prog="tests.store_kills", description=__doc__)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    draw, found, saves, midway, token = np.random.default_rng(arguments.seed), Counter[str](), 0, 0, ""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plans.sqlite"
        store = open_store(address_of(file), make=True)
        assert not isinstance(store, Fault)
        for number in range(arguments.count):
            if number % SAVES_A_PLAN == 0:
                kept = keep(store, Written(content(1), ""))
                assert isinstance(kept, str)
                token = kept
            told = kill_once(store, token, draw.uniform(0, MOST_WAIT))
            saves += told[-1] - told[0]
            midway += file.with_name(f"{file.name}-journal").exists()  # of a save that was begun and not ended
            found[found_after(store, token, told)] += 1
    print(f"{saves} saves told, {midway} killed in the middle of one; {dict(found)}")
    return 0 if set(found) == {"whole"} else 1


if __name__ == "__main__":
    sys.exit(main())
