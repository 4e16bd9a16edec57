"""The commands that try a plan many times: simulate and seek."""

import argparse
import re
from typing import NoReturn

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Answer, seek, seek_each
from planner.analysis.chance.goals import TITLES, Goal, GoalKind, usual_goal
from planner.analysis.chance.pairs import RUNS as RUNS_OF_A_PAIR
from planner.analysis.chance.pairs import seek_pairs
from planner.analysis.chance.range_of_loss import estimated_seconds, range_of_loss
from planner.analysis.chance.turnable import TURNED
from planner.commands.files import Faults
from planner.commands.question import Question, check_style, question_of_one, write_result, write_table_of
from planner.export.about import BOTH, OVER_RUNS
from planner.export.goals import answer_record, answers_frame, pair_record
from planner.export.odds import fan_frame, simulation_record
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.file_text import short
from planner.inputs.path import parse, written
from planner.inputs.plan.entry import MOST_MONEY
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.simulation.engine import MOST_PATHS, simulate
from planner.speech import Speech

EACH = "each"
FIGURE = re.compile(r"-?([0-9]+\.?[0-9]*|\.[0-9]+)(e[0-9]+)?")
LONGEST_UNASKED = 12.0  # expected seconds: most that are spent on runs that were not asked for, as for a range
WRONG_PATHS = mark("--paths: found {found}. State between 1 and {most} runs")
WRONG_GOAL = mark("--goal: found {found}. Write one of {kinds}, with = and a figure behind it or without")
WRONG_FIGURE = mark(
    "--goal: found {found}. Behind = write a figure, in digits and with a decimal point, of at most {most}"
)
WRONG_MONTH = mark("--goal: found {found}. The month is a whole number from 1 to {most}, the last month of the plan")
WRONG_SHARE = mark(
    "--goal: found {found}. The chance is a share from 0 to 1, such as 0.33, or a percentage above 1, such as 33 or 33%"
)
WRONG_INPUT = mark("this input cannot be turned: {found}. Write each, or one of {inputs}")


def simulate_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The odds of a plan on a company."""
    question, faults = question_of_runs(arguments, speech)
    if question is None:
        return faults
    simulation = simulate(question.plan, question.companies[0], arguments.paths)
    about = question.about(OVER_RUNS, simulation.paths)
    if arguments.format == "csv":
        write_table_of(arguments, fan_frame(simulation), question, about, speech)
        return ()
    ranges, span = load_ranges(), None
    if arguments.range or estimated_seconds(question.plan, ranges, question.companies[0]) <= LONGEST_UNASKED:
        case = Case.of(question.plan, question.companies[0])
        span = range_of_loss(case, simulation, ranges, question.plan_file.known)
    write_result(simulation_record(simulation, span, question.words(speech)), question, about, speech)
    return ()


def seek_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What one input, or each alone, would have to be for a goal; in JSON pairs too, where none of them is enough."""
    path = parse(arguments.input)
    if arguments.input != EACH and path not in TURNED:
        message = speech.text(WRONG_INPUT).format(found=arguments.input, inputs=", ".join(map(written, TURNED)))
        arguments.wrong_usage(message)
    question, faults = question_of_runs(arguments, speech)
    if question is None:
        return faults
    case, goal = Case.of(question.plan, question.companies[0]), goal_of(arguments, question.plan, speech)
    found: tuple[Answer, ...]
    if arguments.input == EACH:
        found = seek_each(case, goal, arguments.paths)
    else:
        found = (seek(case, goal, path, arguments.paths),)
    about = question.about(BOTH, arguments.paths)
    if arguments.format == "csv":
        write_table_of(arguments, answers_frame(found), question, about, speech)
    else:
        enough = any(answer.sampled.at.reached and not answer.beyond for answer in found)
        pairs = () if enough else seek_pairs(case, goal, min(arguments.paths, RUNS_OF_A_PAIR))
        record = {"answers": list(map(answer_record, found)), "pairs": list(map(pair_record, pairs))}
        write_result(record, question, about, speech)
    return ()


def question_of_runs(arguments: argparse.Namespace, speech: Speech) -> tuple[Question | None, Faults]:
    """The plan on its company, to be tried so many times; ends the program where that is no number of runs."""
    if not 1 <= arguments.paths <= MOST_PATHS:
        arguments.wrong_usage(speech.text(WRONG_PATHS).format(found=short(str(arguments.paths)), most=MOST_PATHS))
    check_style(arguments, speech)
    return question_of_one(arguments, speech)


def goal_of(arguments: argparse.Namespace, plan: Plan, speech: Speech) -> Goal:
    """The goal as written: a kind, such as loss, or with its figure, such as income=500. Ends the program otherwise."""

    def refuse(words: str, **more: object) -> NoReturn:
        arguments.wrong_usage(speech.text(words).format(found=short(arguments.goal), **more))
        raise AssertionError("wrong_usage ends the program")

    written, has_figure, figure = arguments.goal.partition("=")
    kind: GoalKind | None = next((known for known in TITLES if known == written), None)
    if kind is None:
        refuse(WRONG_GOAL, kinds=", ".join(TITLES))
    if not has_figure:
        return usual_goal(kind, plan)
    percent = kind == "loss" and figure.endswith("%")
    figure = figure[:-1].rstrip() if percent else figure
    if not FIGURE.fullmatch(figure) or abs(float(figure)) > MOST_MONEY:
        refuse(WRONG_FIGURE, most=f"{MOST_MONEY:.0f}")
    number = float(figure)
    if kind == "loss" and (percent or number > 1):
        number /= 100
    if kind == "payback" and not (number.is_integer() and 1 <= number <= plan.horizon_months):
        refuse(WRONG_MONTH, most=plan.horizon_months)
    if kind == "loss" and not 0 <= number <= 1:
        refuse(WRONG_SHARE)
    return Goal(kind, number)
