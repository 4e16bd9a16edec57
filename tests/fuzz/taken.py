"""What is done with all that is accepted: projected, measured, simulated, judged, written, and read again."""

import csv
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import StringIO
from typing import Any, TypeVar

from planner.analysis.case import Case
from planner.analysis.mean_of_runs import runs_at_once, simulated
from planner.analysis.together.in_words import moment_in_words, said_by, stake_in_words
from planner.analysis.together.stake import needs_runs, stake
from planner.analysis.together.steps import until_then
from planner.export.about import About, described, result_record
from planner.export.csv import STYLES, Style, as_typed, to_csv
from planner.export.frames import Frame, monthly_frame
from planner.export.json import projection_record, to_json
from planner.export.odds import fan_frame, simulation_record
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.own_company.file import as_own_company, company_toml, read_own_company
from planner.inputs.plan_file import dump_plan_file, read_plan_file, with_changes
from planner.language import Language
from planner.simulation.engine import Simulation
from planner.speech import Speech
from tests.fuzz.sorts import PUBLISHED, Taken

RUNS = 25
AT_ONCE, ASKED_FOR = 2.0, 10.0  # seconds of processor: what a page gives with itself, and what it offers behind a click
T = TypeVar("T")


@dataclass(slots=True)
class Watch:
    """A stopwatch for each answer: the longest seconds of processor that one took, and what took too long."""

    longest: float = 0.0
    slow: list[str] = field(default_factory=list)

    def timed(self, name: str, find: Callable[[], T], most: float = AT_ONCE) -> T:
        """What is found. most: seconds that it may take."""
        began = time.process_time()
        try:
            return find()
        finally:
            took = time.process_time() - began
            self.longest = max(self.longest, took)
            if took > most:
                self.slow.append(f"{name} {took:.1f} s")


class NotFiniteError(AssertionError):
    """A figure that is none was written."""


def comes_back(taken: Taken) -> None:
    """What is kept is read again to the same. Raises where it is not."""
    assert read_plan_file(dump_plan_file(taken.file), "again.json") == (taken.file, ())
    if taken.company != PUBLISHED.get(taken.company.id):
        assert_company_comes_back(taken)


def answered(taken: Taken, language: Language, style: Style, watch: Watch) -> None:
    """Everything that is said and written of a plan on a company. Raises for what is wrong with any of it.

    Runs are those that a page draws at once, the mean and the odds from the same; what whoever recruited the person
    would be paid in the mean of runs is offered behind a click where that takes long.
    """
    plan, company = taken.file.plan, taken.company
    if missing_rate(company, plan):
        return
    runs = min(RUNS, runs_at_once(plan, company))
    case, speech = watch.timed("projection", lambda: Case.of(plan, company, runs)), Speech.of(language, plan)
    tried = watch.timed("odds", lambda: simulated(plan, company, runs))
    mentor = taken.file.talk.mentor
    most = ASKED_FOR if needs_runs(case, mentor) else AT_ONCE
    found = watch.timed("stake", lambda: stake(case, mentor), most)
    assert stake_in_words(found, mentor, plan, speech)
    watch.timed("words and files", lambda: said_and_written(taken, case, tried, speech, style))


def said_and_written(taken: Taken, case: Case, tried: Simulation, speech: Speech, style: Style) -> None:
    """What is kept of a talk, in words, and every file of a result, read again."""
    assert all(said_together(taken, case, speech))
    about = About(case.plan, (case.company,), runs=tried.asked)
    for record in (projection_record(case, speech), simulation_record(tried, None, speech)):
        assert_result_opens(result_record(record, about, taken.file, speech), taken)
    for frame in (monthly_frame(case), fan_frame(tried)):
        assert_table_comes_back(described(frame, about, speech), style)


def said_together(taken: Taken, case: Case, speech: Speech) -> Iterator[str]:
    """What two people keep with the plan, and what follows from it, in words."""
    file, talk = taken.file, taken.file.talk
    yield from (said_by(said, speech) for said in file.ledger.values())
    yield from (moment_in_words(moment, speech) for moment in talk.log)
    found = until_then(case, talk.next_talk, speech)
    yield from (found.figure, found.words)


def assert_company_comes_back(taken: Taken) -> None:
    """The company as a file of its own and within a plan's file, where it can be one's own at all."""
    own, faults = as_own_company(taken.company, tuple(PUBLISHED))
    if own is None:
        assert faults
        return
    again, faults = read_own_company(company_toml(own), f"{own.id}.toml", tuple(PUBLISHED))
    assert again == own, faults
    if all(each.id != own.id for each in taken.file.own_companies):
        file = with_changes(taken.file, company=own.id, own_companies=(own,))
        assert read_plan_file(dump_plan_file(file), "again.json") == (file, ())


def assert_result_opens(record: dict[str, Any], taken: Taken) -> None:
    """A result is finite, and the plan in it is the one it is of."""
    try:
        data = to_json(record)
    except ValueError as error:
        raise NotFiniteError(str(error)) from error
    assert read_plan_file(data, "result.json") == (taken.file, ())


def assert_table_comes_back(frame: Frame, style: Style) -> None:
    """Cells are as many as columns in every row, no figure is infinite, and every text is read as it was."""
    separator, _sign, encoding = STYLES[style]
    try:
        data = to_csv(frame, style).decode(encoding)
    except ValueError as error:
        raise NotFiniteError(str(error)) from error
    first, *rows = csv.reader(StringIO(data), delimiter=separator)
    assert first == list(frame.columns)
    assert len(rows) == len(frame)
    for index, name in enumerate(frame.columns):
        cells, values = [row[index] for row in rows], frame[name].tolist()
        for cell, value in zip(cells, values, strict=True):
            if isinstance(value, str):
                assert as_typed(cell) == value.replace("\r", " ").replace("\n", " ")
            elif isinstance(value, float) and not cell:
                raise NotFiniteError(name)
