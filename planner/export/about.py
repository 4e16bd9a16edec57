"""What a file is of: plan, scenario, companies and years of their terms, program, seed, view, tax; and what it is not.

A table has it in columns behind its own, the same in every row, so that it stays with the figures and the first line is
still the header; a record has it as `about`, and the plan's file as `plan_file`, which opens as a plan does.
"""

from dataclasses import dataclass
from typing import Any

from planner.analysis.company.age import computed_years, old_years
from planner.analysis.company.coverage import read_in, years_of_terms
from planner.analysis.company.names import full_name
from planner.export.frames import Frame
from planner.inputs.company.company import Company
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import RESULT_FORMAT, PlanFile, plan_file_record
from planner.language import mark
from planner.speech import Speech

PROGRAM, VERSION = "Joinwise", "0.1.0"
AS_PLANNED = "plan"  # what the column `scenario` says of the plan itself
NO_PROMISE = mark("A computation from what was entered, and no promise of earnings.")
AS_ENTERED = mark("exactly as entered")
OVER_RUNS = mark("over {runs} runs")
BOTH = mark("over {runs} runs, and exactly as entered")
NO_FIGURES = mark("terms of the contract")
STOPS = mark("you stop when your money runs out")
GOES_ON = mark("you put in more when your money runs out")


@dataclass(frozen=True, slots=True)
class About:
    """What the figures of a file follow from. scenario: its name, "" for the plan itself.

    view: AS_ENTERED, OVER_RUNS, BOTH or NO_FIGURES; runs: how many were asked for, 0 where none are.
    """

    plan: Plan
    companies: tuple[Company, ...]
    view: str = AS_ENTERED
    runs: int = 0
    scenario: str = ""


def company_and_terms(company: Company, speech: Speech) -> str:
    """The company's full name, and of which years its terms are, where the name does not say so."""
    _, name, read = speech.text, full_name(company, speech), read_in(company)
    if company.years is not None or old_years(company):
        return name
    if computed_years(company):
        terms = _("terms of {years}").format(years=years_of_terms(company))
    else:
        terms = _("undated terms") if read is None else _("undated terms, read in {year}").format(year=read)
    return " · ".join([name, terms])


def described(frame: Frame, about: About, speech: Speech) -> Frame:
    """The table with what it is of behind its own columns, none of which is changed."""
    known = {company.id: company for company in about.companies}
    ids = list(frame["company"]) if "company" in frame else [about.companies[0].id] * len(frame)
    columns: dict[str, Any] = {
        "company": ids,
        "scenario": about.scenario or AS_PLANNED,
        "currency": about.plan.currency,
        "plan_name": about.plan.name,
        "company_name": [known[each].name if each in known else "" for each in ids],
        "company_status": [known[each].status if each in known else "" for each in ids],
        "terms_of": [years_of_terms(known[each]) if each in known else "" for each in ids],
        "seed": about.plan.chance.seed,
        "view": _view(about, speech),
        "when_money_runs_out": _when_money_runs_out(about, speech),
        "tax": _tax(about.plan, speech),
        "program": f"{PROGRAM} {VERSION}",
        "note": speech.text(NO_PROMISE),
    }
    return frame.assign(**{name: column for name, column in columns.items() if name not in frame})


def about_record(about: About, speech: Speech) -> dict[str, Any]:
    """The same beside the figures of a record."""
    return {
        "program": PROGRAM,
        "version": VERSION,
        "plan_name": about.plan.name,
        "scenario": about.scenario or None,
        "companies": [
            {
                "company": company.id,
                "name": company.name,
                "status": company.status,
                "terms_of": years_of_terms(company),
            }
            for company in about.companies
        ],
        "seed": about.plan.chance.seed,
        "view": _view(about, speech),
        "when_money_runs_out": _when_money_runs_out(about, speech),
        "tax": _tax(about.plan, speech),
        "note": speech.text(NO_PROMISE),
    }


def result_record(figures: dict[str, Any], about: About, plan_file: PlanFile, speech: Speech) -> dict[str, Any]:
    """The figures with what they are of, and the plan's file that they follow from: opened, it gives them again."""
    known = {"format": RESULT_FORMAT, "about": about_record(about, speech)}
    return known | figures | {"plan_file": plan_file_record(plan_file)}


def of_the_catalogue(frame: Frame) -> Frame:
    """A table of companies, which holds no figure of a plan: which program wrote it."""
    return frame.assign(program=f"{PROGRAM} {VERSION}")


def _view(about: About, speech: Speech) -> str:
    return speech.text(about.view).format(runs=speech.number(about.runs))


def _when_money_runs_out(about: About, speech: Speech) -> str:
    """Whether runs end there; exactly as entered the plan goes on."""
    if about.view == NO_FIGURES:
        return ""
    stops = about.view != AS_ENTERED and about.plan.chance.when_money_runs_out == "stops"
    return speech.text(STOPS if stops else GOES_ON)


def _tax(plan: Plan, speech: Speech) -> str:
    return speech.text(mark("before tax") if plan.tax.rules == "none" else mark("after tax"))
