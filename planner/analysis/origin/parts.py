"""What an origin is made of: an amount, the formula that it follows from in words, and the amounts in that formula.

The value of an origin is the projection's own; its check is computed anew from its parts by the formula that its words
state, so that a test can hold the one against the other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from numpy.typing import NDArray

from planner.analysis.case import Case
from planner.inputs.cited.figure import Figure, NotFound
from planner.inputs.exchange_rates import exchange_rate
from planner.inputs.path import Path
from planner.inputs.path import at as found_at
from planner.inputs.plan.plan import INPUTS
from planner.language import mark
from planner.line_items import LINE_ITEMS
from planner.messages import Message, Quantity, Unit

NAME = "{name}"  # a title that is a name, as the person or the company wrote it
TITLES = {line.name: line.title for line in LINE_ITEMS} | {
    "net_cash_flow": mark("In less out"),
    "cumulative_cash_flow": mark("Running total"),
    "profit": mark("Profit"),
}
AT_LAUNCH = Message(mark("Nothing is sold or used at the launch."))
AS_BEFORE = Message(mark("As it stood then. Choose that month to see where it comes from."))
NOT_DISCLOSED = Message(mark("Not disclosed by the company, so it is counted as nothing."))
ONE_MONTH_COUNTED = Message(mark("Not disclosed by the company, so one month is counted."))


@dataclass(frozen=True, slots=True)
class Origin:
    """One amount. title: what it is called. month: of the plan, None where it is the same in every month.

    formula: how it follows from the parts, their figures in it; None where the figure is given and input_path says
    where: in the plan; as ("company", ...) in the company's file; as ("tax_rules", ...) in the rules that the plan
    chooses. input_path may also name the choice that a formula follows. check: the value again, computed from the
    values of the parts. Money is in the plan's currency, positive as in the statement.
    """

    title: Message
    month: int | None
    value: Quantity
    check: float
    formula: Message | None = None
    parts: tuple["Origin", ...] = ()
    input_path: Path | None = None


def at(by_month: NDArray[Any], month: int) -> float:
    """What a case's projection holds of a month; nothing before the launch."""
    return float(by_month[month][0]) if month >= 0 else 0.0


def line_at(case: Case, name: str, month: int) -> float:
    """A line of the statement in a month."""
    return at(case.projection.statement.lines[name], month)


def assumption_of(case: Case, name: str) -> float:
    """An assumption that is the same in every month."""
    return float(getattr(case.projection.assumptions, name)[0])


def money(value: float) -> Quantity:
    """An amount in the plan's currency."""
    return Quantity(value, "money")


def people(value: float) -> Quantity:
    """A number of people, in expectation."""
    return Quantity(value, "people")


def share(value: float) -> Quantity:
    """A fraction."""
    return Quantity(value, "share")


def points(value: float) -> Quantity:
    """A number of the company's points."""
    return Quantity(value, "points")


def named(name: str) -> Message:
    """A title that somebody wrote."""
    return Message(NAME, {"name": name})


@dataclass(frozen=True, slots=True)
class Amount:
    """What an origin says of itself before it is opened. extra: figures and names in its words beside its parts."""

    title: str | Message
    month: int | None
    value: Quantity
    extra: Mapping[str, Quantity | str] = field(default_factory=dict)

    @property
    def titled(self) -> Message:
        """The title; as a marked text it is filled from extra."""
        return self.title if isinstance(self.title, Message) else Message(self.title, self.extra)

    def opened(
        self, words: str, compute: Callable[..., float], input_path: Path | None = None, /, **parts: Origin
    ) -> Origin:
        """With its formula: compute is called with the values of the parts by their names, which words may hold too."""
        figures = {name: part.value for name, part in parts.items()}
        return Origin(
            title=self.titled,
            month=self.month,
            value=self.value,
            check=float(compute(**{name: figure.value for name, figure in figures.items()})),
            formula=Message(words, {**figures, **self.extra}),
            parts=tuple(parts.values()),
            input_path=input_path,
        )

    def sum_of(
        self,
        parts: tuple[Origin, ...],
        words: str = mark("What stands below, added up."),
        extra: Mapping[str, Quantity | str] | None = None,
        beside: tuple[Origin, ...] = (),
    ) -> Origin:
        """The sum of its parts. beside: shown with them, and not counted."""
        total = sum(part.value.value for part in parts)
        formula = Message(words, {**self.extra, **(extra or {})})
        return Origin(self.titled, self.month, self.value, float(total), formula, (*parts, *beside))

    def known(self, formula: Message | None = AS_BEFORE, input_path: Path | None = None) -> Origin:
        """Opened no further; formula says why."""
        return Origin(self.titled, self.month, self.value, self.value.value, formula, (), input_path)

    def given(self, *input_path: str | int) -> Origin:
        """An input."""
        return self.known(None, input_path)


def smallest(**amounts: float) -> float:
    """The smallest of the parts."""
    return min(amounts.values())


def largest(**amounts: float) -> float:
    """The largest of the parts."""
    return max(amounts.values())


def stated(case: Case, *path: str, called: str = "") -> Origin:
    """A field of the plan that counts as it was stated, as the plan declares it. called: where an assumption is not."""
    declared = INPUTS[path]
    value = Quantity(assumption_of(case, called or declared.name), cast(Unit, declared.unit))
    return Amount(declared.title, None, value).given(*path)


def company_figure(case: Case, value: Quantity, title: str, *path: str) -> Origin:
    """A figure of the company that is the same in every currency, such as a share or a number of points."""
    figure = found_at(case.company, path)
    unknown = isinstance(figure, NotFound) or figure is None
    counted = ONE_MONTH_COUNTED if path[-1] == "payout_lag_months" else NOT_DISCLOSED
    return Amount(title, None, value).known(counted if unknown else None, ("company", *path))


def company_money(case: Case, value: Quantity, title: str, *path: str, per_100: bool = False) -> Origin:
    """A figure of the company that depends on the currency: as its file states it, or at the rate that is stated.

    value: in the plan's currency. per_100: it is counted for an amount of money, and is not itself one.
    """
    figure, currency = found_at(case.company, path), case.company.currency
    if isinstance(figure, NotFound) or currency == case.plan.currency:
        return company_figure(case, value, title, *path)
    own = figure.value if isinstance(figure, Figure) else None
    if own is None:
        own = case.plan.company_answers.get(case.company.id, {}).get(path[-1], figure.assumed)
    extra = {"currency": currency, "plan_currency": case.plan.currency}
    words = mark("{figure} in {currency}; one {currency} is {rate} {plan_currency}")
    if per_100:
        words = mark("{figure} for every 100 {currency}; one {currency} is {rate} {plan_currency}")
    price = Message(mark("What one {currency} costs"), {"currency": currency})
    rate = Quantity(exchange_rate(case.company, case.plan) or 1.0, "count")
    return Amount(title, None, value, extra).opened(
        words,
        (lambda figure, rate: figure / rate) if per_100 else (lambda figure, rate: figure * rate),
        figure=Amount(title, None, Quantity(own, "count")).given("company", *path),
        rate=Amount(price, None, rate).given("exchange_rates", currency),
    )
