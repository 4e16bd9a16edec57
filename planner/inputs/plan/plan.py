"""The distributor's plan: what the person states, the same whichever company it is laid on."""

import re
from functools import cache
from typing import Annotated

from pydantic import Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import LEAST_AMOUNT, Record, Text
from planner.inputs.evidence.wages import load_wages
from planner.inputs.path import at, put
from planner.inputs.plan.address_book import AddressBook
from planner.inputs.plan.chance import Chance
from planner.inputs.plan.customers import Customers
from planner.inputs.plan.entry import MOST_MONEY, Turned, assumed, entry, inputs_in
from planner.inputs.plan.getting_started import GettingStarted, RunningCost
from planner.inputs.plan.money_and_time import MoneyAndTime
from planner.inputs.plan.parties import Parties
from planner.inputs.plan.pay_in_kind import PayInKind
from planner.inputs.plan.stock import Stock
from planner.inputs.plan.tax import Tax
from planner.inputs.plan.team import Team
from planner.language import mark

CURRENCIES = ("EUR", "USD", "SEK", "NOK", "DKK", "GBP", "CAD", "AUD", "NZD", "CHF", "PLN")


LEAST_PAID = 0.01  # of the shop price: divided by, when a budget becomes goods

# What is asked about a company: what you pay of the shop price, points and value of goods, and rates of levels.
ANSWER = re.compile(r"wholesale_share|(points|commissionable)_per_100_retail|level_([1-9]|1[0-2])")


def known_currency(value: str) -> str:
    """The code of a currency that the program knows how to name; anything else is refused."""
    if value not in CURRENCIES:
        raise PydanticCustomError("currency", "unknown currency", {"known": ", ".join(CURRENCIES)})
    return value


WAGE = ("money_and_time", "reference_wage")
DEFAULT_RUNNING_COSTS = (RunningCost(name=mark("Phone, website, travel, training"), amount=25),)


class Plan(Record):
    """Everything the person states. Laid unchanged on every company of a comparison: that is what same effort means."""

    name: Text = entry(
        mark("My plan"),
        "text",
        mark("Name of the plan"),
        mark("Kept in the plan's file."),
        assumed(""),
        max_length=80,
    )
    currency: str = entry(
        "USD",
        "text",
        mark("Currency"),
        mark(
            "Every amount in the plan is in this currency. Once you have stated an amount, changing the currency "
            "keeps every number as it is: nothing is converted."
        ),
        assumed(mark("The currency of the company you chose.")),
    )
    start_month: str = entry(
        "2027-01",
        "text",
        mark("Start month"),
        mark("The month in which you join. Selling starts the month after."),
        assumed(mark("The coming new year.")),
    )
    horizon_months: int = entry(
        24,
        "months",
        mark("Months to look ahead"),
        mark("How far the plan runs after the start, at most 120."),
        assumed(mark("Two years: long enough for most plans to show where they go.")),
        ge=1,
        le=120,
    )
    getting_started: GettingStarted = GettingStarted()
    stock: Stock = Stock()
    address_book: AddressBook = AddressBook()
    customers: Customers = Customers()
    parties: Parties = Parties()
    team: Team = Team()
    pay_in_kind: Annotated[tuple[PayInKind, ...], Field(max_length=30)] = entry(
        (),
        "money",
        mark("Goods, credit, prizes and trips from the company"),
        mark(
            "What the company gives you in place of money, at the value that it states. Companies mostly give it for "
            "a rank or for sales: state only what you are sure of, since the plan takes it as certain, in every run. "
            "It is never counted as cash. Where tax is counted, all of it is income in the month in which you get "
            "it, whatever it is worth to you."
        ),
        assumed(mark("None: what you get beside money hangs on the company, and few of them promise any.")),
    )
    chance: Chance = Chance()
    running_costs: Annotated[tuple[RunningCost, ...], Field(max_length=30)] = entry(
        DEFAULT_RUNNING_COSTS,
        "money",
        mark("Running costs"),
        mark("What you pay to keep going, month after month, beside what the company charges."),
        assumed(
            mark(
                "25 dollars a month, or a round number like it: a judgement, for somebody who sells little. Members of "
                "one company reported 1,608 dollars a year in 2018 (its own survey, published with its income "
                "statement); whether goods are among them is not said."
            ),
            "http://stayonthelevel.com/tag/income-disclosure-statement/",
        ),
        turned=Turned(where_some=True),
    )
    money_and_time: MoneyAndTime = Field(MoneyAndTime(), validate_default=True)
    tax: Tax = Tax()
    exchange_rates: dict[str, Annotated[float, Field(ge=LEAST_AMOUNT, le=1e6)]] = entry(
        {},
        "money",
        mark("Exchange rates"),
        mark("What one unit of another currency costs in the currency of the plan."),
        assumed(mark("None: a rate is yours to state.")),
    )
    company_answers: dict[str, dict[str, Annotated[float, Field(ge=0, le=MOST_MONEY)]]] = entry(
        {},
        "text",
        mark("Your answers about a company"),
        mark("Figures that no source gives, by company."),
        assumed(mark("Empty: the assumed value of the company's file is used.")),
    )

    _currency = field_validator("currency")(known_currency)

    @field_validator("money_and_time")
    @classmethod
    def _wage_of_the_currency(cls, value: MoneyAndTime, info: ValidationInfo) -> MoneyAndTime:
        """A plan that says nothing of a wage has that of its currency; one that leaves it empty has none."""
        if WAGE[1] in value.model_fields_set or "currency" not in info.data:
            return value
        return MoneyAndTime.model_validate(dict(value) | {WAGE[1]: load_wages().value(info.data["currency"])})

    @field_validator("company_answers")
    @classmethod
    def _answers(cls, value: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
        for company, answers in value.items():
            levels = {key: answer for key, answer in answers.items() if key.startswith("level_")}
            for key, answer in answers.items():
                place = {"key": f"{company}.{key}", "found": f"{answer:.15g}"}
                if not ANSWER.fullmatch(key):
                    raise PydanticCustomError("unknown_key", "not asked", place)
                if answer > 1 and (key == "wholesale_share" or key in levels):
                    raise PydanticCustomError("answer_share", "share above 1", place)
                if key == "wholesale_share" and answer < LEAST_PAID:
                    raise PydanticCustomError("greater_than_equal", "too low", place | {"ge": LEAST_PAID})
            if sum(levels.values()) > 1 + 1e-9:
                place = {"key": f"{company}.{list(levels)[-1]}", "found": f"{sum(levels.values()):.15g}"}
                raise PydanticCustomError("levels_sum", "more than all", place)
        return value

    @field_validator("start_month")
    @classmethod
    def _real_month(cls, value: str) -> str:
        if not re.fullmatch(r"(19|20|21)\d\d-(0[1-9]|1[0-2])", value):
            raise PydanticCustomError("start_month", "not a month")
        return value


# What is translated while a person has not named it.
DEFAULT_NAMES = {
    Plan().name,
    *(item.name for item in Plan().getting_started.items),
    *(cost.name for cost in DEFAULT_RUNNING_COSTS),
}

INPUTS = {each.path: each for each in inputs_in(Plan)}  # in the order of the plan

# Defaults are dollars (euros and pounds alike); in other currencies they are multiplied by a round number.
DEFAULT_SCALE = {"SEK": 10, "NOK": 10, "DKK": 7, "PLN": 4}


@cache  # a page asks for the default of each of its fields
def default_plan(currency: str = "USD") -> Plan:
    """The default plan in a currency: amounts of money are scaled by a round number, so that they stay round.

    But for the reference wage, which is what a source gives for the currency.
    """
    scale = DEFAULT_SCALE.get(currency, 1)
    data = Plan().model_dump()
    data["currency"] = currency
    for row in (*data["getting_started"]["items"], *data["running_costs"]):
        row["amount"] *= scale
    for path, declared in INPUTS.items():
        if declared.unit == "money" and isinstance(at(data, path), int | float):
            put(data, path, at(data, path) * scale)
    put(data, WAGE, load_wages().value(currency))
    return Plan.model_validate(data)
