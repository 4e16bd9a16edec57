"""Many people on one server: how long each waits for the first words and for the answer after an edit.

    .venv/bin/python -m tests.benchmarks.crowd 1 10 25 50 100

Each person is a session that types and goes from page to page, every five seconds on average; the times of so many
people are told beside those of one alone, of the same run. It also says what the server holds in memory.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.benchmarks.edit import STRIP, Editor
from tests.browser.session import PROJECT_FOLDER, running_server

PEOPLE, LONG, PAUSE, LEAVES = (1, 10, 25, 50), 60.0, 5.0, 120.0
OTHERS = ("cash_flow", "odds", "plan", "compare")
ANOTHER_PAGE = 0.25  # of what a person does


@dataclass
class Waited:
    """Seconds of all people together."""

    first_words: list[float] = field(default_factory=list)
    edit: list[float] = field(default_factory=list)
    runs: int = 0


class Visitor(Editor):
    """A person who types on Start and looks at other pages, and counts how long that takes."""

    def __init__(self, url: str, dice: Random, waited: Waited) -> None:
        super().__init__(url)
        self.dice, self.waited, self.hashes = dice, waited, {}
        self.typed, self.heard = f"{1 + dice.random():.3f}", asyncio.Queue[ForwardMsg]()
        self.query = "lang=en"

    def read(self, message: ForwardMsg) -> bool:
        """Notes the addresses of the pages too."""
        if message.WhichOneof("type") == "navigation":
            self.hashes = {page.url_pathname: page.page_script_hash for page in message.navigation.app_pages}
        if message.WhichOneof("type") == "delta" and message.delta.new_element.WhichOneof("type") == "exception":
            raise RuntimeError(message.delta.new_element.exception.message)
        return super().read(message)

    async def asks(self, page: str, *, edited: bool) -> None:
        """One run, to its end or to the answer after an edit."""
        wanted = BackMsg()
        wanted.rerun_script.query_string = self.query
        wanted.rerun_script.page_script_hash = self.hashes.get(page, "")
        if edited:
            self.typed = f"{1 + self.dice.random() * 3:.4f}"
        if page == "" and self.field:
            wanted.rerun_script.widget_states.widgets.add(id=self.field, string_value=self.typed)
        while not self.heard.empty():
            self.read(self.heard.get_nowait())
        self.texts, start, words, over = [], time.perf_counter(), False, False
        await self.socket.send(wanted.SerializeToString())
        while not over:
            over = self.read(await self.heard.get())
            if not words and any(len(text) > 0 and "<style" not in text for text in self.texts):
                words = True
                self.waited.first_words.append(time.perf_counter() - start)
            if page == "" and any(STRIP in text for text in self.texts):
                break
        self.waited.runs += 1
        if edited:
            self.waited.edit.append(time.perf_counter() - start)

    async def listens(self) -> None:
        """Takes whatever comes, as a browser does, while nobody waits for it too."""
        async for came in self.socket:
            message = ForwardMsg()
            message.ParseFromString(came)
            self.heard.put_nowait(message)

    async def stays(self, until: float) -> None:
        """Comes, does something every few seconds, and goes."""
        await asyncio.sleep(self.dice.random() * PAUSE)
        await self.connect()
        listening = asyncio.create_task(self.listens())
        await self.asks("", edited=False)
        while time.monotonic() < until:
            await asyncio.sleep(self.dice.expovariate(1 / PAUSE))
            if self.dice.random() < ANOTHER_PAGE:
                await self.asks(self.dice.choice(OTHERS), edited=False)
                await self.asks("", edited=False)
            else:
                await self.asks("", edited=True)
        await self.leaves()
        await listening

    async def leaves(self) -> None:
        """Closes the tab."""
        await self.socket.close()


async def visited(server: str, people: int) -> Waited:
    """So many people at once, for a while. Raises where anyone met an error."""
    waited, until = Waited(), time.monotonic() + LONG
    await asyncio.gather(*(Visitor(server, Random(number), waited).stays(until) for number in range(people)))  # noqa: S311
    return waited


def held(server: str) -> float:
    """Megabytes that the server's processes hold; the process is found by its port."""
    port = server.rpartition(":")[2]
    total = 0.0
    for status in Path("/proc").glob("[0-9]*/cmdline"):
        if f"--server.port={port}".encode() in status.read_bytes():
            lines = (status.parent / "status").read_text(encoding="utf-8").splitlines()
            total += next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1000
    return total


def report(people: Sequence[int] = PEOPLE) -> None:
    """Medians and the slowest of twenty, as ratios to one person alone. Nothing passes or fails."""
    alone: float | None = None
    print(f"Crowd: each does something every {PAUSE:g} s, for {LONG:g} s; seconds, median and 19 of 20")
    with running_server(PROJECT_FOLDER / "app.py") as server:
        asyncio.run(visited(server, 1))  # warm
        empty = held(server)
        for number in people:
            waited = asyncio.run(visited(server, number))
            edit, words = statistics.median(waited.edit), statistics.median(waited.first_words)
            alone = edit if alone is None else alone
            slow = [statistics.quantiles(each, n=20)[-1] for each in (waited.first_words, waited.edit)]
            print(
                f"  {number} people: first words {words:.3f} ({slow[0]:.3f}), edit {edit:.3f} ({slow[1]:.3f}), "
                f"{edit / alone:.1f} times alone; {waited.runs / LONG:.1f} runs a second; {held(server):.0f} MB"
            )
        time.sleep(LEAVES)
        print(f"  after {LEAVES:g} s without anyone {held(server):.0f} MB; {empty:.0f} after the first")


if __name__ == "__main__":
    report([int(number) for number in sys.argv[1:]] or PEOPLE)
