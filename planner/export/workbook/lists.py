"""The lists on the sheet of inputs: costs, what an order holds, price steps, contributions, ranks."""

from collections.abc import Sequence
from dataclasses import dataclass

from planner.analysis.case import Case
from planner.export.workbook.formula import Value
from planner.inputs.plan.out_of_season import HOW_OFTEN, MONTHS
from planner.inputs.plan.pay_in_kind import WORTH
from planner.inputs.plan.plan import DEFAULT_NAMES, Plan
from planner.inputs.tax_terms import TaxTerms
from planner.inputs.terms import Terms
from planner.language import mark
from planner.speech import Speech

NAME, AMOUNT = (mark("Name"), "text"), (mark("Amount"), "money")


@dataclass(frozen=True, slots=True)
class Table:
    """A list in rows. columns: their marked titles and units."""

    key: str
    title: str
    columns: tuple[tuple[str, str], ...]
    rows: Sequence[tuple[Value, ...]]


def name_shown(name: str, speech: Speech) -> str:
    """A name of the plan, in the language of the speech while it is still the program's."""
    return speech.text(name) if name in DEFAULT_NAMES else name


def of_plan(plan: Plan, speech: Speech) -> list[Table]:
    """Costs, what an order holds, and what goes out of season."""
    return [
        startup_costs(plan, speech),
        running_costs(plan, speech),
        products(plan, speech),
        out_of_season(plan, speech),
    ]


def startup_costs(plan: Plan, speech: Speech) -> Table:
    """What is paid once, by month."""
    return Table(
        "startup_costs",
        mark("Start-up costs"),
        (NAME, AMOUNT, (mark("Month"), "month")),
        [(name_shown(each.name, speech), each.amount, each.month) for each in plan.getting_started.items],
    )


def running_costs(plan: Plan, speech: Speech) -> Table:
    """What is paid again and again, and when."""
    return Table(
        "running_costs",
        mark("Running costs"),
        (
            NAME,
            AMOUNT,
            (mark("First month"), "month"),
            (mark("Every so many months"), "months"),
            (mark("Last month; empty: to the end"), "month"),
            (mark("Or every so many weeks: how often is not computed anew"), "number"),
        ),
        [
            (
                name_shown(each.name, speech),
                each.amount,
                each.first_month,
                each.every_months,
                each.last_month,
                each.every_weeks,
            )
            for each in plan.running_costs
        ],
    )


def products(plan: Plan, speech: Speech) -> Table:
    """What an order holds."""
    return Table(
        "products",
        mark("What an order holds"),
        (
            NAME,
            (mark("Shop price"), "money"),
            (mark("How many in an order"), "number"),
            (mark("What you pay of it; empty: as the company says"), "share"),
            (mark("Points for one; empty: as the company says"), "points"),
        ),
        [
            (name_shown(each.name, speech), each.retail_price, each.per_order, each.wholesale_share, each.points)
            for each in plan.customers.products
        ],
    )


def out_of_season(plan: Plan, speech: Speech) -> Table:
    """Of the goods on the shelf, what can no longer be sold from some month on."""
    return Table(
        "out_of_season",
        mark("Goods that go out of season or are discontinued"),
        (
            NAME,
            (mark("Of the goods on the shelf"), "share"),
            (mark("In month: when is not computed anew"), "text"),
            (mark("How often: when is not computed anew"), "text"),
        ),
        [
            (each.name, each.share, speech.text(MONTHS[each.month]), speech.text(HOW_OFTEN[each.every]))
            for each in plan.stock.out_of_season
        ],
    )


def of_company(terms: Terms, speech: Speech) -> Table:
    """What the company gives in place of money."""
    return Table(
        "in_kind",
        mark("Received from the company in kind"),
        (
            NAME,
            (mark("Value stated"), "money"),
            (mark("First month"), "month"),
            (mark("Every so many months; empty: once"), "months"),
            (mark("Last month; empty: to the end"), "month"),
            (mark("What it is to you: not computed anew"), "text"),
        ),
        [
            (
                each.name,
                each.value,
                each.first_month,
                each.every_months,
                each.last_month,
                speech.text(WORTH[each.worth]),
            )
            for each in terms.in_kind
        ],
    )


def of_terms(terms: Terms, tax: TaxTerms) -> list[Table]:
    """Price steps, contributions and, where pay goes by them, ranks."""
    found = [
        Table(
            "price_steps",
            mark("What you pay of the shop price"),
            ((mark("From so many points bought on"), "points"), (mark("Share of the shop price"), "share")),
            list(terms.price_steps),
        ),
        Table(
            "freight_steps",
            mark("Freight of an order"),
            ((mark("From what the goods cost"), "money"), (mark("Freight of the order"), "money")),
            list(terms.orders.freight_steps),
        ),
        Table(
            "contributions",
            mark("Contributions"),
            (
                (mark("Rate"), "share"),
                (mark("Owed from this base on"), "money"),
                (mark("On no more than; empty: no limit"), "money"),
            ),
            [(each.rate, each.floor, each.cap) for each in tax.contributions],
        ),
    ]
    if terms.stairstep is not None and terms.ranks is not None:
        columns = (
            NAME,
            (mark("Points of the group"), "points"),
            (mark("Own points"), "points"),
            (mark("Rate"), "share"),
        )
        rows = [
            (each.name, each.group_volume, max(each.personal_volume, 0.0), each.rate or 0.0)
            for each in terms.ranks.rows
        ]
        found.append(Table("ranks", mark("Ranks of the company"), columns, rows))
    return found


def tables(case: Case, speech: Speech) -> list[Table]:
    """The lists, but for those that are empty."""
    plan, given = case.plan, case.projection
    found = (
        *of_plan(plan, speech),
        of_company(given.terms, speech),
        *of_terms(given.terms, given.assumptions.tax),
    )
    return [table for table in found if table.rows]
