"""Tax and VAT, as the person states them; the rules themselves are dated and cited data, in tax_rules.py."""

from typing import TYPE_CHECKING, Literal

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from planner.inputs.cited.source import Record
from planner.inputs.evidence.tax_rules import load_tax_rules
from planner.inputs.plan.entry import Money, Share, When, assumed, entry
from planner.language import mark

if TYPE_CHECKING:
    from planner.inputs.plan.plan import Plan

VAT_CHOICES = {
    "never": mark("Never"),
    "past_threshold": mark("From the month after the year's sales pass the threshold"),
    "from_start": mark("From the start"),
}


LOSS_CHOICES = {
    "by_the_rules": mark("Only on later profits, where the rules carry losses over"),
    "other_income": mark("On my other income, in the year of the loss"),
}


ACTIVITIES = {"business": mark("A business"), "hobby": mark("A hobby")}
GOODS = {"standard": mark("What has the standard rate"), "food": mark("Food")}
DEDUCTIONS = {
    "used": mark("My other income uses it up"),
    "single": mark("Unused: single, or married and filing separately"),
    "jointly": mark("Unused: married, filing jointly"),
    "head": mark("Unused: head of household"),
}


def _sells_food(plan: "Plan") -> bool:
    """Whether the chosen set knows a rate for food, and it has a say."""
    rules = load_tax_rules().sets.get(plan.tax.rules)
    known = rules is not None and rules.vat is not None and bool(rules.vat.food)
    return known and plan.tax.vat_registered != "never" and plan.tax.vat_rate is None


def _rules_have(part: str) -> When:
    """Whether the chosen set states such a part."""

    def has(plan: "Plan") -> bool:
        rules = load_tax_rules().sets.get(plan.tax.rules)
        return rules is not None and bool(getattr(rules, part))

    return has


class Tax(Record):
    """What is owed to the state. None stands for what the chosen set of rules says."""

    rules: str = entry(
        "none",
        "text",
        mark("Tax on what you earn"),
        mark("A set of rules of one country and year, a flat share, or none. Approximate, and no tax advice."),
        assumed(mark("No tax: what you keep after tax depends on where you live and what else you earn.")),
    )
    income_share: float | None = entry(
        None,
        "share",
        mark("Income tax on the next amount you earn"),
        mark(
            "The share that goes in tax of what you earn on top of everything else. For a flat share, all of the tax. "
            "Left empty, the rules' own figure is used."
        ),
        assumed(mark("Left empty: the figure of the rules that you choose.")),
        counts=lambda plan: plan.tax.rules != "none",
        ge=0,
        le=0.9,
    )
    activity: Literal["business", "hobby"] = entry(
        "business",
        "choice",
        mark("What the rules take it for"),
        mark(
            "Of a hobby, the costs are no deduction: income tax is owed on sales and pay, less what the goods cost "
            "that were sold. The authority decides by whether you mean to make a profit, not by what you call it."
        ),
        assumed(mark("A business: the plan is meant to leave something.")),
        counts=_rules_have("hobby"),
        choices=ACTIVITIES,
    )
    income_deduction: Literal["used", "single", "jointly", "head"] = entry(
        "used",
        "choice",
        mark("Standard deduction"),
        mark(
            "Of all that you earn in a year, income tax is not owed on so much. Beside a job it is used up; state here "
            "if you earn nothing else."
        ),
        assumed(mark("Used up: most have other income.")),
        counts=_rules_have("income_deductions"),
        choices=DEDUCTIONS,
    )
    losses: Literal["by_the_rules", "other_income"] = entry(
        "by_the_rules",
        "choice",
        mark("What a year's loss lowers the tax on"),
        mark(
            "Where you may set a loss against a wage or other income, it saves as much as the tax on the next amount "
            "you earn. In Sweden only who is new in business may, in the first five years."
        ),
        assumed(mark("Not on other income: whether you have any, and may, is for you to say.")),
        counts=lambda plan: plan.tax.rules != "none",
        choices=LOSS_CHOICES,
    )
    vat_registered: Literal["never", "past_threshold", "from_start"] = entry(
        "never",
        "choice",
        mark("When you charge VAT"),
        mark("VAT (value added tax) on your own sales. The shop price holds it, so it comes out of your margin."),
        assumed(mark("Never, until you choose it.")),
        choices=VAT_CHOICES,
    )
    vat_goods: Literal["standard", "food"] = entry(
        "standard",
        "choice",
        mark("What you sell, for VAT"),
        mark(
            "Food has a lower rate, which in Sweden is another in some years. Food supplements often count as food; "
            "ask the company which rate its products have. The shop price stays what it is."
        ),
        assumed(mark("The standard rate: whether a product is food is not for us to say.")),
        counts=_sells_food,
        choices=GOODS,
    )
    vat_rate: float | None = entry(
        None,
        "share",
        mark("VAT on the goods"),
        mark("The rate for what you sell, on the price without VAT. Left empty, the rules' own figure is used."),
        assumed(mark("Left empty: the figure of the rules that you choose, 0 where they have none.")),
        counts=lambda plan: plan.tax.vat_registered != "never",
        ge=0,
        le=1,
    )
    vat_rate_on_costs: float | None = entry(
        None,
        "share",
        mark("VAT on your costs"),
        mark(
            "The rate in freight, delivery, start-up and running costs and in the company's kit and fees, which you "
            "get back once registered. Left empty, the rules' own figure is used."
        ),
        assumed(mark("Left empty: the figure of the rules that you choose, 0 where they have none.")),
        counts=lambda plan: plan.tax.vat_registered != "never",
        ge=0,
        le=1,
    )
    vat_threshold: Money | None = entry(
        None,
        "money",
        mark("Sales a year from which VAT is due"),
        mark("The registration threshold of a calendar year. Left empty, the rules' own figure is used."),
        assumed(mark("Left empty: the figure of the rules that you choose.")),
        counts=lambda plan: plan.tax.vat_registered != "from_start",
    )

    vat_sales_before: Money = entry(
        0,
        "money",
        mark("Most that you sold in one of the two years before"),
        mark(
            "Who sold for more than the threshold in one of the two calendar years before, or in this one before the "
            "plan begins, charges VAT from the start."
        ),
        assumed(mark("Nothing: the plan begins with the first sale.")),
        counts=lambda plan: plan.tax.vat_registered == "past_threshold",
    )

    sales_tax_rate: Share = entry(
        0.0,
        "share",
        mark("Sales tax that customers pay you on top"),
        mark(
            "Where it is added to the price, as in the United States and Canada: of what a customer pays for goods "
            "that you deliver, shipping not counted. You hand it on; what the company took ahead on the same goods you "
            "keep."
        ),
        assumed(mark("None: prices hold all tax, or the company collects it.")),
    )

    @field_validator("rules")
    @classmethod
    def _known_rules(cls, value: str) -> str:
        choices = load_tax_rules().choices
        if value not in choices:
            raise PydanticCustomError("tax_rules", "unknown rules", {"known": ", ".join(choices)})
        return value
