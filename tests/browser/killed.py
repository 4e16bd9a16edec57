"""python -m tests.browser.killed [--trials 100] ...: a server is killed while somebody types, and begins anew.

A trial: fields of Start are typed into one after the other, at a random moment the server ends by SIGKILL, a new one
listens where it did, and the tab finds it by itself or is loaded anew; now and then it is killed once more meanwhile.
Then plan, fields and figures are of one story, in which at most the edit under the fingers is missing. An edit is under
the fingers until the page has it, or, of somebody hasty, until the next one is begun: a busy machine may fail that.
"""

import argparse
import contextlib
import json
import random
import sys
import threading
import time
from dataclasses import dataclass, field

from playwright.sync_api import Error, Page

from planner.inputs.path import Path, at
from planner.inputs.plan_file import PlanFile, read_plan_file
from planner.language import parse_number
from tests.browser.session import ServerProcess, blank_context, ready, running_browser
from tests.browser.test_journey import GOODS, answered, expect_strip, open_plan

# Fields of Start that a person types into, and which input each is.
FIELDS: dict[str, Path] = {
    GOODS: ("stock", "opening_stock"),
    "New customers a month": ("customers", "new_a_month"),
    "Hours you work a week": ("money_and_time", "hours_a_week"),
}
KEY_BY_KEY = 70  # milliseconds
PAUSES = (0.1, 0.5)  # seconds, between leaving a field and turning to the next one
AGAIN = 0.25  # of the trials kill the next server too, before the tab is well again
RESTORED = "before => window.joinwise && window.joinwise.session !== before && !window.joinwise.offers"


@dataclass
class Typed:
    """What a person has typed: by label, the values that its field may have now, the last one first."""

    stands: dict[str, list[float]] = field(default_factory=dict)
    label: str = ""  # of the field under the fingers

    def begin(self, label: str, value: int) -> None:
        """The fingers are on another field: what was typed before is done, and is to be kept."""
        if self.label:
            del self.stands[self.label][1:]
        self.label = label
        parts = [float(str(value)[:length]) for length in range(len(str(value)), 0, -1)]  # read while one types
        self.stands[label] = [*parts, *self.stands[label]]


@dataclass
class Trials:
    """A person at a tab, whose server is killed again and again, each time within so many seconds of typing.

    hasty: whether they type on before the page has the edit before. lost: how many edits under the fingers were.
    """

    page: Page
    server: ServerProcess
    dice: random.Random
    seconds: float = 4.0
    hasty: bool = False
    lost: int = 0

    def begin(self) -> None:
        """A plan of some answers, not the one that every session begins with."""
        open_plan(self.page, answered(300))

    def one(self, *, loaded_anew: bool) -> None:
        """One trial, after which the tab finds the server by itself or is loaded anew. Raises where anything but the
        edit under the fingers is lost, or two places say two things.
        """
        before = self.draft()
        session = self.page.evaluate("() => window.joinwise.session")
        typed = Typed({label: [float(at(before.plan, path))] for label, path in FIELDS.items()})
        killed = threading.Timer(self.dice.uniform(0, self.seconds), self.server.kill)
        killed.start()
        self.type_until_killed(typed)
        killed.join()
        self.server.start()
        if self.dice.random() < AGAIN:
            time.sleep(self.dice.uniform(0, 2))
            self.server.kill()
            self.server.start()
        if loaded_anew:
            self.page.reload()
        self.page.wait_for_function(RESTORED, arg=session)
        ready(self.page)
        self.compare(typed, before)

    def type_until_killed(self, typed: Typed) -> None:
        """Types into one field after the other, as quickly as people do."""
        with contextlib.suppress(Error):  # a field of a tab without a server cannot be typed into
            while self.server.runs():
                label, value = self.dice.choice(list(FIELDS)), self.dice.randrange(2, 100)
                box = self.page.get_by_role("textbox", name=label, exact=True)
                box.click(timeout=1000)
                self.page.keyboard.press("ControlOrMeta+a")
                if not self.server.runs():
                    break
                typed.begin(label, value)
                self.page.keyboard.type(str(value), delay=KEY_BY_KEY)
                self.page.keyboard.press("Tab")
                while not self.hasty and self.server.runs() and at(self.draft().plan, FIELDS[label]) != value:
                    time.sleep(0.05)
                time.sleep(self.dice.uniform(*PAUSES))

    def compare(self, typed: Typed, before: PlanFile) -> None:
        """The plan is what was typed, but for the last edit; nothing else in it has changed; all show the same."""
        file = self.draft()
        for label, path in FIELDS.items():
            value = float(at(file.plan, path))
            assert value in typed.stands[label], f"{label}: {value}, of {typed.stands}, last {typed.label}"
            shown = self.page.get_by_role("textbox", name=label, exact=True).input_value()
            assert parse_number(shown, "en") == value, f"{label} shows {shown}, and {value} counts"
        self.lost += bool(typed.label) and at(file.plan, FIELDS[typed.label]) != typed.stands[typed.label][0]
        others = [json.loads(each.model_dump_json()) for each in (before, file)]
        for other in others:
            for group, name in FIELDS.values():
                del other["plan"][group][name]
        assert others[0] == others[1]
        expect_strip(self.page, file)

    def draft(self) -> PlanFile:
        """The plan, as the server last told the tab."""
        drafts = json.loads(self.page.evaluate("() => sessionStorage.getItem('joinwise.draft')"))
        file, faults = read_plan_file(drafts[0].encode(), "draft")
        assert file is not None, faults
        return file


def main() -> int:
    """As many trials as asked for; says what became of them, and where one failed what it was."""
    parser = argparse.ArgumentParser(prog="tests.browser.killed", description=__doc__)
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--hasty", action="store_true", help="types on before the page has the edit before")
    arguments = parser.parse_args()
    failed = 0
    with running_browser() as browser, ServerProcess() as server:
        server.start()
        page = blank_context(browser, server.address).new_page()
        trials = Trials(page, server, random.Random(arguments.seed), hasty=arguments.hasty)  # noqa: S311
        trials.begin()
        for number in range(1, arguments.trials + 1):
            try:
                trials.one(loaded_anew=trials.dice.random() < 1 / 2)
            except (AssertionError, Error) as error:
                failed += 1
                print(f"trial {number}: {error}", flush=True)
                page.evaluate("() => sessionStorage.clear()")
                trials.begin()
            if number % 10 == 0 or number == arguments.trials:
                print(f"{number} trials, {trials.lost} edits under the fingers lost, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
