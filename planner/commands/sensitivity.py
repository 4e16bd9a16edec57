"""The command that moves each input of a plan alone: sensitivity."""

import argparse
import sys

from planner.analysis.case import Case
from planner.analysis.chance.sensitivity import sensitivity
from planner.analysis.chance.tipping import breaking, tipping_points
from planner.commands.files import Faults, write_table
from planner.commands.odds import question_of_runs
from planner.commands.question import write_result, write_table_of
from planner.export.about import OVER_RUNS
from planner.export.sensitivity import as_planned, sensitivity_frame, sensitivity_record, sensitivity_rows
from planner.inputs.evidence.ranges import load_ranges
from planner.speech import Speech


def sensitivity_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What one plan on one company hangs on, each input moved alone on the same draws."""
    ranges = load_ranges()
    question, faults = question_of_runs(arguments, speech)
    if question is None or ranges.faults:
        return (*faults, *ranges.faults)
    case, known = Case.of(question.plan, question.companies[0]), question.plan_file.known
    found = sensitivity(case, ranges, arguments.paths, known=known)
    points, words = tipping_points(found), question.words(speech)
    about = question.about(OVER_RUNS, arguments.paths)
    match arguments.format:
        case "csv":
            write_table_of(arguments, sensitivity_frame(points, question.plan_file.ledger), question, about, speech)
        case "json":
            record = sensitivity_record(found, points, breaking(found, points), ranges, words)
            write_result(record, question, about, speech)
        case _:
            sys.stdout.write(f"{as_planned(found, words)}\n\n")
            write_table(sensitivity_rows(points, words))
    return ()
