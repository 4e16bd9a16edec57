"""An edit on Start, up to the number who lose, the 100 people and the four figures, against the same page unchanged.

And what comes after it: the range, which begins when nothing was done for a moment, against the runs of the number.
"""

import asyncio
import statistics
from itertools import count
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from pages.shared.runs.keeper import QUIET
from planner.analysis.chance.tried import RUNS
from planner.inputs.company.catalog import load_catalog
from planner.inputs.plan.plan import Plan
from planner.simulation.engine import simulate
from tests.benchmarks.engine import seconds
from tests.benchmarks.page import Client
from tests.browser.session import PROJECT_FOLDER, running_server

ROUNDS, RANGES, WARM_UP = 40, 5, 3
FIELD = "customers.new_a_month"
STRIP, RANGE, NUMBER = 'class="strip"', "with one input at its low", 'class="odds"'


class Editor(Client):
    """A session on Start that types new customers a month, always another figure, and waits for a part of the page."""

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.field, self.typed, self.figures = "", "1", count(1)
        self.texts: list[str] = []

    async def until(self, part: str, *, edited: bool) -> float:
        """Seconds from the asking to a part of the page; edited: whether another figure is typed."""
        if edited:
            self.typed = f"{1 + next(self.figures) / 100:.2f}"
        wanted = BackMsg()
        wanted.rerun_script.query_string = "lang=en"
        if self.field:
            wanted.rerun_script.widget_states.widgets.add(id=self.field, string_value=self.typed)
        self.texts, start = [], perf_counter()
        await self.socket.send(wanted.SerializeToString())
        while not any(part in text for text in self.texts):
            message = ForwardMsg()
            message.ParseFromString(await self.socket.recv())
            self.read(message)
        return perf_counter() - start

    def read(self, message: ForwardMsg) -> bool:
        """Notes the texts of the page and its field."""
        element = message.delta.new_element
        if element.HasField("text_input") and FIELD in element.text_input.id:
            self.field = element.text_input.id
        self.texts += [element.html.body, element.markdown.body]
        return super().read(message)

    def said(self, part: str) -> str:
        """The text with a part of the page in it."""
        return next(text for text in self.texts if part in text)


async def measured(editor: Editor) -> dict[str, list[float]]:
    """Seconds of each, turn and turn about. Raises where what is typed changes no figure."""
    await editor.connect()
    await editor.until(RANGE, edited=False)
    times: dict[str, list[float]] = {"an edit": [], "unchanged": [], "range": []}
    before = ""
    for number in range(WARM_UP + ROUNDS):
        for name, edited in (("an edit", True), ("unchanged", False)):
            took = await editor.until(STRIP, edited=edited)
            if number >= WARM_UP:
                times[name].append(took)
            if edited and editor.said(STRIP) == before:
                raise RuntimeError("what was typed changed no figure")
            before = editor.said(STRIP)
            await asyncio.sleep(0.02)  # a person pauses too, and not for so long that the range begins
    for _ in range(RANGES):
        times["range"].append(await editor.until(RANGE, edited=True))
    return times


def report() -> None:
    """Medians and their ratios. Nothing passes or fails."""
    with running_server(PROJECT_FOLDER / "app.py") as server:
        times = asyncio.run(measured(Editor(server)))
    took = {name: statistics.median(each) for name, each in times.items()}
    company = load_catalog().companies["scentsy-us"]
    plan = Plan.model_validate({"currency": company.currency})
    runs = statistics.median(seconds(lambda: simulate(plan, company, RUNS)) for _ in range(RANGES))
    print(f"Start: seconds up to the number who lose, the 100 people and the four figures, medians of {ROUNDS}")
    print(f"  an edit {took['an edit']:.3f}, unchanged {took['unchanged']:.3f}")
    print(f"    {took['an edit'] / took['unchanged']:.2f} times the page unchanged, of which the runs take {runs:.3f}")
    after = took["range"] - took["an edit"] - QUIET
    print(f"  the range {after:.2f} after {QUIET:g} of quiet: {after / runs:.1f} times the runs of the number")
    print("    the other answer of staying comes with the runs of the number and costs nothing beside them")
