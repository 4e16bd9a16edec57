"""The commands that try a plan many times: simulate and seek."""

import argparse
from dataclasses import dataclass, replace

from planner.analysis.case import Case
from planner.analysis.chance.goal_seek import Answer, seek, seek_each
from planner.analysis.chance.goals import TITLES, Goal, GoalKind, usual_goal
from planner.analysis.chance.range_of_loss import estimated_seconds, range_of_loss
from planner.analysis.chance.turnable import TURNED
from planner.commands.files import Faults, laid_on, read_plan, write
from planner.export.csv import to_csv
from planner.export.goals import answer_record, answers_frame
from planner.export.json import to_json
from planner.export.odds import fan_frame, simulation_record
from planner.inputs.evidence.ranges import load_ranges
from planner.inputs.faults import checked
from planner.inputs.path import Path, parse, written
from planner.inputs.plan.entry import MOST_MONEY
from planner.inputs.plan.plan import Plan
from planner.language import mark
from planner.simulation.engine import MOST_PATHS, simulate
from planner.speech import Speech

EACH = "each"
LONGEST_RANGE = 12.0  # expected seconds: most that are spent on the range of the headline unless it is asked for
WRONG_PATHS = mark("state between 1 and {most} runs with --paths")
WRONG_GOAL = mark("this is no goal: {found}. Write one of {kinds}, with = and a figure behind it or without")
WRONG_MONTH = mark("the month of a goal is a whole number from 1 to {most}, the last month of the plan")
WRONG_SHARE = mark("the chance of a goal is a share from 0 to 1, such as 0.33")
WRONG_INPUT = mark("this input cannot be turned: {found}. Write each, or one of {inputs}")
NO_COMPANY = mark("the plan names no company: state one with --company")


@dataclass(frozen=True, slots=True)
class Asked:
    """A plan on a company. known: the inputs that the person knows, by the plan's file."""

    case: Case
    known: tuple[Path, ...]


def simulate_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """The odds of a plan on a company."""
    asked, faults = asked_of(arguments, speech)
    if asked is None:
        return faults
    case = asked.case
    simulation = simulate(case.plan, case.company, arguments.paths)
    if arguments.format == "csv":
        write(to_csv(fan_frame(simulation)))
        return ()
    ranges, span = load_ranges(), None
    if arguments.range or estimated_seconds(case.plan, ranges) <= LONGEST_RANGE:
        span = range_of_loss(case, simulation, ranges, asked.known)
    write(to_json(simulation_record(simulation, span, Speech.of(speech.language, case.plan))))
    return ()


def seek_command(arguments: argparse.Namespace, speech: Speech) -> Faults:
    """What one input, or each alone, would have to be for a goal."""
    path = parse(arguments.input)
    if arguments.input != EACH and path not in TURNED:
        message = speech.text(WRONG_INPUT).format(found=arguments.input, inputs=", ".join(map(written, TURNED)))
        arguments.wrong_usage(message)
    asked, faults = asked_of(arguments, speech)
    if asked is None:
        return faults
    goal = goal_of(arguments, asked.case.plan, speech)
    found: tuple[Answer, ...]
    if arguments.input == EACH:
        found = seek_each(asked.case, goal, arguments.paths)
    else:
        found = (seek(asked.case, goal, path, arguments.paths),)
    write(to_csv(answers_frame(found)) if arguments.format == "csv" else to_json(list(map(answer_record, found))))
    return ()


def asked_of(arguments: argparse.Namespace, speech: Speech) -> tuple[Asked | None, Faults]:
    """The plan with the seed that is asked for, on its company; or None and all that is wrong with them."""
    if not 1 <= arguments.paths <= MOST_PATHS:
        arguments.wrong_usage(speech.text(WRONG_PATHS).format(most=MOST_PATHS))
    plan_file, faults = read_plan(arguments.plan)
    company_id = arguments.company or (plan_file.company if plan_file else None)
    if plan_file and company_id is None:
        arguments.wrong_usage(speech.text(NO_COMPANY))
    companies, faults = laid_on(plan_file, [company_id] if company_id else [], faults, arguments.plan)
    if plan_file is None or faults:
        return None, faults
    if arguments.seed is None:
        return Asked(Case.of(plan_file.plan, companies[0]), plan_file.known), ()
    data = plan_file.plan.model_dump(mode="json")
    data["chance"]["seed"] = arguments.seed
    plan, faults = checked(Plan, data)
    of_the_option = tuple(replace(fault, path="--seed") for fault in faults)  # all else has been checked
    return (None if plan is None else Asked(Case.of(plan, companies[0]), plan_file.known)), of_the_option


def goal_of(arguments: argparse.Namespace, plan: Plan, speech: Speech) -> Goal:
    """The goal as written: a kind, such as loss, or with its figure, such as income=500. Ends the program otherwise."""
    written, has_figure, figure = arguments.goal.partition("=")
    kind: GoalKind | None = next((known for known in TITLES if known == written), None)
    try:
        number = float(figure) if has_figure else None
    except ValueError:
        kind = None
    if kind is None or not (number is None or abs(number) <= MOST_MONEY):
        message = speech.text(WRONG_GOAL).format(found=arguments.goal, kinds=", ".join(TITLES))
        arguments.wrong_usage(message)
        raise ValueError(arguments.goal)  # never reached: wrong_usage ends the program
    if number is None:
        return usual_goal(kind, plan)
    if kind == "payback" and not (number.is_integer() and 1 <= number <= plan.horizon_months):
        arguments.wrong_usage(speech.text(WRONG_MONTH).format(most=plan.horizon_months))
    if kind == "loss" and not 0 <= number <= 1:
        arguments.wrong_usage(speech.text(WRONG_SHARE))
    return Goal(kind, number)
