"""The command that moves each input of a plan alone: sensitivity."""

import argparse
import sys

from planner.analysis.chance.sensitivity import sensitivity
from planner.analysis.chance.tipping import breaking, tipping_points
from planner.commands.files import Faults, write, write_table
from planner.commands.odds import asked_of
from planner.export.csv import to_csv
from planner.export.json import to_json
from planner.export.sensitivity import as_planned, sensitivity_frame, sensitivity_record, sensitivity_rows
from planner.inputs.evidence.ranges import load_ranges
from planner.speech import Speech


def sensitivity_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What one plan on one company hangs on, each input moved alone on the same draws."""
    ranges = load_ranges()
    asked, faults = asked_of(arguments, speech)
    if asked is None or ranges.faults:
        return (*faults, *ranges.faults)
    found = sensitivity(asked.case, ranges, arguments.paths, known=asked.known)
    points = tipping_points(found)
    words = Speech.of(speech.language, asked.case.plan)
    match arguments.format:
        case "csv":
            write(to_csv(sensitivity_frame(points)))
        case "json":
            write(to_json(sensitivity_record(found, points, breaking(found, points), ranges, words)))
        case _:
            sys.stdout.write(f"{as_planned(found, words)}\n\n")
            write_table(sensitivity_rows(points, words))
    return ()
