"""A class on one server: thirty people who type and look around, three of them with the pitch for ten years.

    .venv/bin/python -m tests.benchmarks.lesson

Nobody may wait long for the first words, nothing that was typed may be lost, and the server may report no error.
"""

import asyncio
import statistics
import time
from random import Random

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from planner.inputs.link import link_text
from planner.inputs.plan_file import PlanFile
from tests.benchmarks.crowd import Visitor, Waited
from tests.benchmarks.edit import FIELD
from tests.browser.session import ServerProcess
from tests.extremes import EXTREMES

PEOPLE, WITH_THE_PITCH, LONG = 30, 3, 300.0
ERRORS = ("Traceback", "ERROR", "Uncaught", "Exception")


class Pupil(Visitor):
    """A visitor who may come by the link of a plan, and sees at the end whether the last that was typed is there."""

    shown = ""

    def begins_with(self, plan_file: PlanFile) -> None:
        """Comes by the link of this plan."""
        self.query = f"lang=en&plan={link_text(plan_file)}"

    def read(self, message: ForwardMsg) -> bool:
        """Notes what the field shows too; the plan leaves the address once it was taken."""
        element = message.delta.new_element
        if element.HasField("text_input") and FIELD in element.text_input.id:
            self.shown, self.query = element.text_input.default, "lang=en"
        return super().read(message)

    async def leaves(self) -> None:
        """Looks once more at the field before going."""
        self.field = ""
        await self.asks("", edited=False)
        await super().leaves()


async def taught(server: str) -> tuple[list[Pupil], list[Waited]]:
    """All of them for a while; what those with small plans and those with the pitch waited."""
    waited, until = [Waited(), Waited()], time.monotonic() + LONG
    pupils = [Pupil(server, Random(number), waited[number < WITH_THE_PITCH]) for number in range(PEOPLE)]  # noqa: S311
    for pupil in pupils[:WITH_THE_PITCH]:
        pupil.begins_with(EXTREMES["the pitch for ten years"])
    await asyncio.gather(*(pupil.stays(until) for pupil in pupils))
    return pupils, waited


def report() -> None:
    """What was waited for, what was lost and what the server reported. Nothing passes or fails."""
    with ServerProcess() as server:
        server.start()
        pupils, waited = asyncio.run(taught(server.address))
        faults = [line for line in server.said().splitlines() if any(word in line for word in ERRORS)]
    lost = [(pupil.typed, pupil.shown) for pupil in pupils if float(pupil.shown) != float(pupil.typed)]
    print(f"A class of {PEOPLE}, {WITH_THE_PITCH} of them with the pitch for ten years, for {LONG:g} s")
    for name, each in zip(("small plans", "the pitch"), waited, strict=True):
        for what, seconds in (("first words", each.first_words), ("an edit", each.edit)):
            print(f"  {name}, {what}: {statistics.median(seconds):.3f} s, at most {max(seconds):.2f}; {each.runs} runs")
    print(f"  what was typed last and is not there: {lost or 'nothing'}; errors in the log: {faults or 'none'}")


if __name__ == "__main__":
    report()
