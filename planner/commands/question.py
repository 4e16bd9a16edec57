"""What a command is asked: which plan, with which scenario and seed, on which companies."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from planner.analysis.company.coverage import years_of_terms
from planner.commands.files import Faults, company_of, read_plan, write
from planner.export.about import AS_ENTERED, About, described, result_record
from planner.export.csv import to_csv
from planner.export.frames import Frame
from planner.export.json import to_json
from planner.inputs.chosen_scenario import with_scenario
from planner.inputs.company.catalog import load_catalog
from planner.inputs.company.company import Company
from planner.inputs.exchange_rates import missing_rate
from planner.inputs.faults import checked
from planner.inputs.own_company.file import as_own_company
from planner.inputs.own_years import in_own_years
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import MOST_OWN_COMPANIES, PlanFile, faults_of_size, with_changes
from planner.language import date_in_words, mark
from planner.speech import Speech

PLAN_USED = mark("Computed is the plan itself, without its scenarios: {names}. Choose one with --scenario.")
SCENARIO_USED = mark("Computed is the plan with its scenario {scenario}.")
BEGINS_IN = mark("On {company} the plan begins in {now}, in the years of its terms, and not in {before}.")
IS_HISTORIC = mark("{company} is a historic case: nobody can join it on these terms any more. They are of {years}.")
NO_COMPANY = mark("the plan names no company: state one with --company")
STYLE_OF_CSV = mark("--style is for csv. Leave it out, or ask for --format csv")


@dataclass(frozen=True, slots=True)
class Question:
    """What a command is to compute.

    plan_file: opened, it gives the same; its plan is the scenario's where one is named. companies: on which the plan is
    laid, in the order asked for. scenario: its name as the file has it, "" for none.
    """

    plan_file: PlanFile
    companies: tuple[Company, ...]
    scenario: str

    @property
    def plan(self) -> Plan:
        """What is computed."""
        return self.plan_file.plan

    def about(self, view: str = AS_ENTERED, runs: int = 0) -> About:
        """What the file is of."""
        return About(self.plan, self.companies, view, runs, self.scenario)

    def words(self, speech: Speech) -> Speech:
        """The language of the speech in the currency and the calendar of the plan."""
        return Speech.of(speech.language, self.plan)


def question_of(
    arguments: argparse.Namespace, plan_file: PlanFile | None, named: Sequence[str], faults: Faults, speech: Speech
) -> tuple[Question | None, Faults]:
    """The plan, or the scenario of it that is asked for, on the companies named; or None and all that is wrong.

    Says on stderr which scenario counts where the file has any, and which company is a historic case.
    """
    scenario: str | None = None
    names: tuple[str, ...] = ()
    if plan_file is not None:
        names = tuple(each.name for each in plan_file.scenarios)
        plan_file, scenario, wrong = _chosen(plan_file, arguments)
        faults = (*faults, *wrong)
    companies, faults = laid_on(plan_file, named, faults, arguments.plan)
    if plan_file is None or faults:
        return None, faults
    plan_file = _of_companies(plan_file, companies)
    faults = faults_of_size(plan_file, arguments.plan)  # of what is asked for: a result holds it, and opens as a plan
    if faults:
        return None, faults
    if names:
        words = speech.text(PLAN_USED if scenario is None else SCENARIO_USED)
        sys.stderr.write(f"{words.format(scenario=scenario, names=', '.join(names))}\n")
    for company in companies:
        if company.status == "historic":
            words = speech.text(IS_HISTORIC)
            sys.stderr.write(f"{words.format(company=company.name, years=years_of_terms(company))}\n")
    if vars(arguments).get("company"):
        plan_file = _in_own_years(plan_file, companies[0], speech)
    return Question(plan_file, tuple(companies), scenario or ""), ()


def _in_own_years(plan_file: PlanFile, company: Company, speech: Speech) -> PlanFile:
    """The file with its plan in the years of a historic company that was chosen for it, which is said on stderr."""
    plan = in_own_years(plan_file.plan, company)
    say_begins_in(company, plan, plan_file.plan, speech)
    return plan_file if plan == plan_file.plan else with_changes(plan_file, plan=plan)


def say_begins_in(company: Company, now: Plan, before: Plan, speech: Speech) -> None:
    """On stderr, that a plan is tried in the years of a historic company; nothing where it begins in them."""
    if now.start_month == before.start_month:
        return
    months = {"now": now.start_month, "before": before.start_month}
    said = {name: date_in_words(month, speech.language) for name, month in months.items()}
    sys.stderr.write(speech.text(BEGINS_IN).format(company=company.name, **said) + "\n")


def question_of_one(arguments: argparse.Namespace, speech: Speech) -> tuple[Question | None, Faults]:
    """The same on the one company that is asked for, or that the plan names; ends the program without any."""
    plan_file, faults = read_plan(arguments.plan)
    named = arguments.company or (plan_file.company if plan_file else None)
    if plan_file and named is None:
        arguments.wrong_usage(speech.text(NO_COMPANY))
    return question_of(arguments, plan_file, [named] if named else [], faults, speech)


def laid_on(
    plan_file: PlanFile | None, named: Sequence[str], faults: Faults, name: str
) -> tuple[list[Company], Faults]:
    """The companies of these ids or files, and every fault: of the plan, of the companies, and of rates it lacks.

    The person's own companies are known by their ids too, where the plan's file holds them.
    """
    known = {company.id: company for company in plan_file.own_companies} if plan_file else {}
    found = [company_of(each, known) for each in named]
    companies = [company for company, _faults in found if company is not None]
    faults += tuple(fault for _company, wrong in found for fault in wrong)
    if plan_file:
        missing = [missing_rate(company, plan_file.plan) for company in companies]
        rates = {fault.path: fault for fault in missing if fault}
        faults += tuple(replace(fault, file=name) for fault in rates.values())
    return companies, faults


def _chosen(plan_file: PlanFile, arguments: argparse.Namespace) -> tuple[PlanFile, str | None, Faults]:
    """The file with the scenario and the seed that are asked for, the scenario's name, and what is wrong with them."""
    scenario: str | None = None
    faults: Faults = ()
    if arguments.scenario is not None:
        laid, scenario, faults = with_scenario(plan_file, arguments.scenario)
        plan_file = laid or plan_file
    seed = vars(arguments).get("seed")
    if seed is not None:
        data = plan_file.plan.model_dump(mode="json")
        data["chance"]["seed"] = seed
        plan, wrong = checked(Plan, data)
        faults += tuple(replace(fault, path="--seed") for fault in wrong)  # all else has been checked
        plan_file = with_changes(plan_file, plan=plan or plan_file.plan)
    return plan_file, scenario, faults


def _of_companies(plan_file: PlanFile, companies: Sequence[Company]) -> PlanFile:
    """The plan's file on these companies: opened anywhere, it gives the same figures.

    A company of a file that the catalogue does not hold becomes one of the person's own, with the answers about it.
    """
    published, own = load_catalog().companies, {each.id: each for each in plan_file.own_companies}
    ids, answers = [], dict(plan_file.plan.company_answers)
    for company in companies:
        kept = None
        if company not in (published.get(company.id), own.get(company.id)):
            kept, _faults = as_own_company(company, tuple(published))
        if kept is not None:
            own[kept.id] = kept
            answers |= {kept.id: answers[company.id]} if company.id in answers else {}
        ids.append(company.id if kept is None else kept.id)
    needed = sorted(own.values(), key=lambda each: each.id not in ids)[:MOST_OWN_COMPANIES]
    plan = plan_file.plan.model_copy(update={"company_answers": answers})
    named = {"company": ids[0]} if len(ids) == 1 else {"compared": tuple(dict.fromkeys(ids))}
    return with_changes(plan_file, plan=plan, own_companies=tuple(needed), **named)


def write_csv(arguments: argparse.Namespace, frame: Frame) -> None:
    """A table to stdout, in the style that is asked for."""
    write(to_csv(frame, arguments.style or "international"))


def write_result(figures: dict[str, Any], question: Question, about: About, speech: Speech) -> None:
    """Figures as JSON to stdout, with what they are of and the plan's file."""
    write(to_json(result_record(figures, about, question.plan_file, question.words(speech))))


def write_table_of(
    arguments: argparse.Namespace, frame: Frame, question: Question, about: About, speech: Speech
) -> None:
    """Figures as CSV to stdout, with what they are of."""
    write_csv(arguments, described(frame, about, question.words(speech)))


def check_style(arguments: argparse.Namespace, speech: Speech) -> None:
    """Ends the program where a style is asked for what is no table of cells."""
    if arguments.style is not None and arguments.format != "csv":
        arguments.wrong_usage(speech.text(STYLE_OF_CSV))
