"""Sets of tax rules, each of one country and year: a folder of TOML files, every figure with its citation.

What no source gives and the computation needs is assumed, with its reason. The name of a file is the id of its set.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from planner.errors import Fault
from planner.inputs.cited.figure import Figure, Rule, Words, in_unit
from planner.inputs.cited.file import SAMPLE_DATA, read_cited
from planner.inputs.cited.source import Record, Source
from planner.language import mark

TAX_RULES = SAMPLE_DATA / "tax_rules"
# What a plan may choose beside the sets; their figures are the plan's own.
WITHOUT_A_SET = {"none": mark("No tax counted"), "flat": mark("A flat share that I state")}

Share = Annotated[Figure, in_unit("share")]
Amount = Annotated[Figure, in_unit("money")]


class AssumedMonth(Record):
    """A calendar month, January 1, or a number of months, that no source gives."""

    assumed: int = Field(ge=1, le=12)
    reason: Words


class AssumedPractice(Record):
    """Whether something is so, where no source says."""

    assumed: bool
    reason: Words


class ContributionRule(Record):
    """A social contribution on the base of the set, owed once the base reaches floor and on no more of it than cap."""

    name: Words
    rate: Share
    floor: Amount | None = None
    cap: Amount | None = None


class ReductionRule(Record):
    """What is taken off all contributions together: share of the whole base, at most so much a year.

    Due once the base is above floor, as it is without the reduction. base_share: of the profit, what is left as base
    once the reduced contributions are taken off; above the most, the most is added to the profit instead. condition:
    who has it.
    """

    name: Words
    share: Share
    floor: Amount
    most: Amount
    base_share: Share
    condition: Rule


class IncomeDeduction(Record):
    """What income tax is not owed on, of all that a person earns in a year, for one way to file."""

    filing: Literal["single", "jointly", "head"]
    name: Words
    amount: Amount


class NewTraderLosses(Record):
    """How a new trader's losses may lower the tax on other income: at most so much a year, in the first so many years.

    years: calendar years, that in which the business begins among them. condition: who may.
    """

    most: Amount
    years: Annotated[Figure, in_unit("year")]
    condition: Rule


class DatedRate(Record):
    """A VAT rate with the calendar month, "2026-04", from which it holds."""

    first_month: str = Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")
    rate: Share


class StateTax(Record):
    """A further tax on a year's income above so much, all that the person earns together, before deductions."""

    above: Amount
    rate: Share


class VatRule(Record):
    """VAT rates, on prices without VAT, and how VAT is settled.

    rate: for goods and for costs alike. food: for food, in the order of its months; the first holds before too. The
    plan says whether the goods are food. threshold: sales up to which nobody need register, in the calendar year and in
    the two before it. A period of every_months calendar months is settled paid_after_months after its last.
    """

    rate: Share
    food: tuple[DatedRate, ...] = ()
    threshold: Annotated[Figure, in_unit("money_a_year")]
    every_months: AssumedMonth
    paid_after_months: AssumedMonth

    @model_validator(mode="after")
    def _periods_fill_the_year(self) -> "VatRule":
        if 12 % self.every_months.assumed:
            raise PydanticCustomError("vat_period", "periods do not fill a year", {"key": "every_months"})
        return self


class TaxRules(Record):
    """One set: contributions on base_share of the profit, income tax on the profit less a share of them.

    year: whose rules they are; later ones are taken to be the same. currency: a code of the plan. income_share: None
    where only the person can state it. losses_against_other_income: None where nothing limits them, once the person
    chooses so. in_kind: what says that goods, prizes and trips are income, as every plan counts them. hobby: where
    costs of one are no deduction and no contributions are owed on it. sales_tax: what is to be known of it, in words.
    paid_in: month of the next year. vat: None where there is none. not_computed: what the set leaves out, in words.
    """

    id: str
    year: int = Field(ge=2000, le=2100)
    name: Words
    currency: str = Field(min_length=3, max_length=3)
    about: Words
    base_share: Share
    contributions: tuple[ContributionRule, ...]
    reduction: ReductionRule | None = None
    deductible_share: Share
    income_deductions: tuple[IncomeDeduction, ...] = ()
    income_share: Share | None = None
    carries_losses: AssumedPractice | None = None
    losses_against_other_income: NewTraderLosses | None = None
    in_kind: Rule | None = None
    hobby: Rule | None = None
    state_tax: StateTax | None = None
    paid_in: AssumedMonth
    sales_tax: Rule | None = None
    vat: VatRule | None = None
    not_computed: tuple[Words, ...]
    sources: dict[str, Source]


@dataclass(frozen=True, slots=True)
class TaxRuleSets:
    """The sets by id, in the order of their files' names, and what is wrong with the files that were left out."""

    sets: Mapping[str, TaxRules]
    faults: tuple[Fault, ...]

    @property
    def choices(self) -> tuple[str, ...]:
        """Everything that a plan may name as its rules."""
        return (*WITHOUT_A_SET, *self.sets)


@cache
def load_tax_rules(folder: Path = TAX_RULES) -> TaxRuleSets:
    """Every set of a folder, read once."""
    sets: dict[str, TaxRules] = {}
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.toml")):
        rules, faults_of_file = read_tax_rules(path.read_bytes(), path.name)
        faults += faults_of_file
        if rules is not None:
            sets[rules.id] = rules
    return TaxRuleSets(MappingProxyType(sets), tuple(faults))


def read_tax_rules(data: bytes, name: str) -> tuple[TaxRules | None, tuple[Fault, ...]]:
    """The set that the bytes of a file state, or None and everything that is wrong with them. Never raises."""
    rules, faults = read_cited(TaxRules, data, name, id=Path(name).stem)
    return (None if faults else rules), faults
