"""The sorts of what a person brings: good ones to begin from, and how a mutant is read as the program reads it."""

import json
import math
import random
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import tomli_w

from planner.errors import Fault
from planner.inputs.chosen_scenario import with_scenario
from planner.inputs.cited.figure import Asked
from planner.inputs.cited.file import SAMPLE_DATA
from planner.inputs.company.catalog import load_catalog, read_company
from planner.inputs.company.company import Company, entry_at
from planner.inputs.own_company.dated import new_period
from planner.inputs.own_company.file import read_own_company
from planner.inputs.own_company.new import Answers, new_company
from planner.inputs.own_company.own_company import own_copy, with_figure
from planner.inputs.own_company.places import Place, places_of
from planner.inputs.own_company.size import company_toml
from planner.inputs.plan.plan import Plan
from planner.inputs.plan_file import PlanFile, dump_plan_file, read_plan_file, with_changes
from tests.fuzz import mutants
from tests.fuzz.mutants import NUMBERS, WORDS, Dump, as_json

YEAR = 2026
RATES = {"EUR": 1.1, "SEK": 0.1, "USD": 1.0, "GBP": 1.25}
BUSY = {
    "horizon_months": 4,
    "getting_started": {"items": [{"name": "kit", "amount": 30}]},
    "stock": {
        "opening_stock": 200,
        "ship_direct_share": 0.5,
        "own_use": 10,
        "samples": 5,
        "freight_share": 0.1,
        "out_of_season": [{"name": "winter", "share": 0.2, "month": "march"}],
    },
    "customers": {"new_a_month": [1, 2, 3], "attrition": 0.1},
    "team": {"recruits_a_month": 1, "duplication": 0.2, "member_joining_order": 50, "first_months_attrition": 0.2},
    "pay_in_kind": [
        {"name": "credit", "value": 20, "every_months": 2, "last_month": 4, "worth": "pays_for_goods"},
        {"name": "trip", "value": 900, "first_month": 3, "company": "amway-eu"},
    ],
    "running_costs": [{"name": "car", "amount": 50}, {"name": "phone", "amount": 10}],
    "money_and_time": {"loan": 500, "card_limit": 300},
    "tax": {"rules": "flat", "income_share": 0.3, "vat_registered": "past_threshold", "vat_rate": 0.25},
    "chance": {"most_to_lose": 800, "review_month": 2},
    "exchange_rates": RATES,
}
SAID = {  # by two people who went through a plan together
    "ledger": {
        "customers.new_a_month": {"owner": "recruiter", "day": "2026-11-29", "note": "on the phone", "check": True},
        "running_costs": {"check": True},
    },
    "told": [{"company": "amway-eu", "place": "joining.starter_kit_fee", "value": 99, "owner": "recruiter"}],
    "notes": [
        {"to": "input", "place": "team.recruits_a_month", "thread": [{"text": "who?", "by": "A", "day": "2026-11-29"}]},
        {"to": "figure", "place": "lose", "thread": [{"text": "x"}, {"text": "y"}], "done": True},
    ],
    "talk": {
        "step": "team",
        "mentor": {"name": "B", "stands": "above", "rank": "9 %"},
        "hope": "a holiday",
        "hoped_a_month": 200,
        "next_talk": "2027-01-15",
        "questions": {"amway-eu": {"joining.website_fee": "none"}},
        "log": [
            {
                "step": "customers",
                "changes": [{"path": "customers.new_a_month", "before": 4, "after": 1}],
                "lose_before": 0.18,
                "lose_after": 0.51,
            }
        ],
    },
}
ANSWERS = {"wholesale_share": 0.75, "points_per_100_retail": 67, "commissionable_per_100_retail": 80, "level_1": 0.1}
PUBLISHED = load_catalog().companies


@dataclass(frozen=True, slots=True)
class Taken:
    """What was accepted: a plan's file and the company that its plan is laid on."""

    file: PlanFile
    company: Company


Read = tuple[Taken | None, tuple[Fault, ...]]


@dataclass(frozen=True, slots=True)
class Sort:
    """good: data to begin from. under: the place of it that is mutated. read: as the program reads the bytes."""

    good: Callable[[], list[Any]]
    dump: Dump
    read: Callable[[bytes, random.Random], Read]
    under: mutants.Place = ()


def read_plan(data: bytes, dice: random.Random) -> Read:
    """A plan's file, laid on the company that it names or on any."""
    file, faults = read_plan_file(data, "mine.json")
    if file is None:
        return None, faults
    known = dict(PUBLISHED) | {each.id: each for each in file.own_companies}
    return Taken(file, known.get(file.company or "") or dice.choice(list(known.values()))), ()


def read_scenario(data: bytes, dice: random.Random) -> Read:
    """A plan's file, of which one scenario is laid on its plan."""
    taken, faults = read_plan(data, dice)
    if taken is None or not taken.file.scenarios:
        return taken, faults
    file, _name, faults = with_scenario(taken.file, dice.choice(taken.file.scenarios).name)
    return (None if file is None else Taken(file, taken.company)), faults


def read_published(data: bytes, _dice: random.Random) -> Read:
    """A company's file, under a busy plan."""
    company, faults = read_company(data, "a-company.toml")
    return (None if company is None else Taken(busy_file(), company)), faults


def read_own(data: bytes, dice: random.Random) -> Read:
    """A company's file as one's own, or one from a few answers; a figure is stated in it, and the plan keeps it."""
    if dice.random() < 0.1:
        own, faults = new_company(any_answers(dice), YEAR, PUBLISHED)
    else:
        own, faults = read_own_company(data, "yours-company.toml", tuple(PUBLISHED))
    if own is None:
        return None, faults
    place = dice.choice(places_of(own))
    changed, _faults = with_figure(own, place.path, typed(place, own, dice), dice.choice(WORDS), YEAR)
    own = changed or own
    return Taken(with_changes(busy_file(), company=own.id, own_companies=(own,)), own), ()


def typed(place: Place, own: Company, dice: random.Random) -> Any:
    """What a person may state at a place, in the place's form."""
    number = dice.choice([*NUMBERS, None])
    match place.form:
        case "figure":
            return number
        case "window":
            return dice.choice((number, math.inf))
        case "freight":
            return dice.choice((True, False, None))
        case "levels":
            return tuple(dice.choice((0.05, 0.01, None, number)) for _ in range(dice.choice((0, 1, 3, 30))))
        case "ranks":
            rows = [dict(row) for row in place.value_in(own)]
            if rows:
                dice.choice(rows)["group_volume"] = number
            return rows
        case "words":
            return dice.choice(WORDS)
        case _:
            return dated(place, own, dice)


def dated(place: Place, own: Company, dice: random.Random) -> Any:
    """A date, periods with dates, or pairs of numbers, as prices and freight are."""
    day = dice.choice(("2031", "2031-02-30", dice.choice(WORDS), None))
    match place.form:
        case "day":
            return day
        case "choice":
            return None
        case "periods":
            terms = {"ends": day, "value": dice.choice([*NUMBERS, None])}
            return (*place.value_in(own), new_period(own, YEAR).model_copy(update=terms))
        case _:
            return tuple((dice.choice(NUMBERS), dice.choice(NUMBERS)) for _ in range(dice.randrange(4)))


def any_answers(dice: random.Random) -> Answers:
    """What a person may answer about a new company."""
    number = dice.choice([*NUMBERS, 0.7])
    rates = tuple(dice.choice((0.05, 0.1, dice.choice(NUMBERS))) for _ in range(dice.choice((0, 1, 3))))
    return Answers(dice.choice(WORDS), dice.choice(("USD", "SEK", "x")), number, dice.choice([None, 50]), rates, number)


@cache
def busy_file() -> PlanFile:
    """A short plan with something of everything."""
    return PlanFile(plan=Plan.model_validate(BUSY))


def plans() -> list[Any]:
    """The sample plans, the default one, and a busy one with all that a plan's file holds beside it."""
    data = [path.read_bytes() for path in sorted((SAMPLE_DATA / "plans").glob("*.json"))]
    own = own_copy(PUBLISHED["example-company"], PUBLISHED)
    named = {"company": own.id, "compared": ["amway-eu", "scentsy-us"], "own_companies": (own,)}
    changes = {"team.recruits_a_month": 0, "customers.new_a_month": [1, 2], "tax.rules": "none"}
    said = {
        "scenarios": [{"name": "x", "about": "y", "changes": changes}, {"name": "z"}],
        "known": ["customers.attrition"],
        **SAID,
    }
    busy = json.loads(dump_plan_file(busy_file()))
    full, faults = read_plan_file(as_json({**busy, **said}), "busy")
    assert full, faults
    return [*map(json.loads, data), busy, *[json.loads(dump_plan_file(with_changes(full, **named)))] * 2]


def with_answers() -> list[Any]:
    """Busy plans with answers about the companies that ask, each laid on one."""
    busy, asking = json.loads(dump_plan_file(busy_file())), []
    for company in PUBLISHED.values():
        places = ("prices", "volume.points_per_100_retail", "volume.commissionable_per_100_retail")
        if any(isinstance(entry_at(company, place), Asked) for place in places):
            plan = {**busy["plan"], "company_answers": {company.id: ANSWERS}}
            asking.append({**busy, "company": company.id, "plan": plan})
    return asking


def company_files() -> list[Any]:
    """The companies of the catalogue as their files state them."""
    return [tomllib.loads(path.read_text("utf-8")) for path in sorted((SAMPLE_DATA / "companies").glob("*.toml"))]


def own_files() -> list[Any]:
    """Companies of one's own, each a version of one of the catalogue."""
    return [tomllib.loads(company_toml(own_copy(each, PUBLISHED)).decode()) for each in PUBLISHED.values()]


def as_toml(content: Any) -> bytes:
    """As a company's file is written."""
    return tomli_w.dumps(content).encode("utf-8", "surrogatepass")


SORTS = {
    "plan": Sort(plans, as_json, read_plan),
    "scenario": Sort(lambda: plans()[-1:], as_json, read_scenario, ("scenarios",)),
    "talk": Sort(lambda: plans()[-1:], as_json, read_plan, ("talk",)),
    "answers": Sort(with_answers, as_json, read_plan, ("plan", "company_answers")),
    "company": Sort(company_files, as_toml, read_published),
    "own company": Sort(own_files, as_toml, read_own),
}
