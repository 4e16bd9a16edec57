"""What the income rests on: customers outside the company, own buying, or the people who join."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from planner.analysis.measures.milestones import CENT
from planner.language import mark
from planner.line_items import LINE_ITEMS
from planner.projection.assumptions import Array
from planner.projection.engine import Projection
from planner.projection.inventory import bought_by_customers

Source = Literal["own_sales", "own_buying", "team_purchases", "joining_orders", "in_kind"]
SOURCES: dict[Source, str] = {
    "own_sales": mark("Own sales to customers (active)"),
    "own_buying": mark("Own buying (passive)"),
    "team_purchases": mark("The team's purchases (passive)"),
    "joining_orders": mark("First orders of those who join (passive)"),
    "in_kind": mark("Goods paid with product credit, not cash"),
}
OWN_USE_AT_MOST = 1 / 3  # of all pay, in the lenient reading: the limit set to Herbalife by the FTC's order of 2016


@dataclass(frozen=True, slots=True)
class IncomeSources:
    """The income of a plan over the whole horizon, by what it rests on, in the plan's currency.

    retail_profit: what own sales leave after goods, refunds, delivery and VAT, and the margin on direct orders;
    negative where they leave a loss, as by month, so that the months add up to it. Pay from the company: own_sold_on,
    on own purchases that customers bought; own_used, on the rest of them; team_sold_on, on what the members below sell
    on; team_used, on what they use themselves; on_joining, on the first orders of those who join. in_kind: of product
    credit, what goods were paid with; no cash, and what it rests on is not known.

    Two readings of "sold to customers", since courts and scholars disagree: the strict one counts no member's own use,
    the lenient one counts it up to a third of all pay. Joining orders count as recruiting in both. The formulation is
    the project's own (sales profit and pay that leads back to customers, over all income), with the third from the
    FTC's order on Herbalife, 2016; no authority uses exactly these shares.
    """

    retail_profit: float
    own_sold_on: float
    own_used: float
    team_sold_on: float
    team_used: float
    on_joining: float
    in_kind: float = 0.0

    @property
    def pay(self) -> float:
        """All pay in money from the company but the margin on direct orders."""
        return self.own_sold_on + self.own_used + self.team_sold_on + self.team_used + self.on_joining

    @property
    def by_source(self) -> dict[Source, float]:
        """All income in five: own sales, which end when one stops selling, three kinds of pay, and pay in kind."""
        return {
            "own_sales": self.retail_profit,
            "own_buying": self.own_sold_on + self.own_used,
            "team_purchases": self.team_sold_on + self.team_used,
            "joining_orders": self.on_joining,
            "in_kind": self.in_kind,
        }

    @property
    def leading_to_customers(self) -> dict[Source, float | None]:
        """The part of each that rests on what customers outside the company bought, by the strict reading.

        Never negative: what is sold at a loss brings no income. None of pay in kind: what it rests on is not known.
        """
        sold = (max(self.retail_profit, 0.0), self.own_sold_on, self.team_sold_on, 0.0, None)
        return dict(zip(self.by_source, sold, strict=True))

    @property
    def total(self) -> float:
        """The sum of the five, a loss on own sales taken off."""
        return self.retail_profit + self.pay + self.in_kind

    @property
    def came_in(self) -> float:
        """What the shares are of: the sum of the sources that bring something."""
        return self.in_money + self.in_kind

    @property
    def in_money(self) -> float:
        """What came in without pay in kind."""
        return max(self.retail_profit, 0.0) + self.pay

    @property
    def shares(self) -> dict[Source, float | None]:
        """Of what came in, that of each source; None where nothing came in, and for own sales that leave a loss."""
        return {
            name: amount / self.came_in if self.came_in >= CENT and amount > -CENT else None
            for name, amount in self.by_source.items()
        }

    @property
    def from_customers(self) -> float:
        """Of what came in, in money, what leads back to customers outside the company, by the strict reading."""
        return sum(amount or 0.0 for amount in self.leading_to_customers.values())

    @property
    def profit_for_half(self) -> float:
        """How much more own sales would have to leave for half of what came in, in money, to lead back to customers."""
        return self.pay - self.retail_profit - 2 * (self.own_sold_on + self.team_sold_on)

    @property
    def recruiting_strict(self) -> float | None:
        """Share of what came in, in money, that rests on recruiting where members' own use counts as that.

        None without any.
        """
        return None if self.in_money < CENT else 1 - self.from_customers / self.in_money

    @property
    def recruiting_lenient(self) -> float | None:
        """The same where own use counts as sales, up to a third of all pay; None without any."""
        if self.in_money < CENT:
            return None
        used = min(self.own_used + self.team_used, OWN_USE_AT_MOST * self.pay)
        return 1 - (self.from_customers + used) / self.in_money


def income_sources(projection: Projection) -> IncomeSources:
    """Every month's income told apart, and summed.

    Of the pay on own purchases, the part min(1, (sold + direct) / own goods that gave points) of the whole horizon
    rests on customers: goods bought in one month and sold in another are sold. Of that on the team, the share of
    members' purchases that the plan says they sell on; joining orders apart. A loss on sales in one month counts
    against the profit of the others, and what is left of it against the total.
    """
    own = projection.commission_on_own[:, 0]
    joining = projection.commission_on_joining[:, 0].sum()
    team = projection.commission_on_team[:, 0].sum() - joining
    on_sales = projection.terms.volume_on_sales
    sold = bought_by_customers(projection.inventory, projection.sales.direct, on_sales=on_sales)[0]
    sold_on = float(own.sum() * sold)
    resold = np.broadcast_to(projection.assumptions.member_resold_share, projection.assumptions.scenarios)[0]
    return IncomeSources(
        retail_profit=float(retail_profit(projection.statement.lines)[:, 0].sum()),
        own_sold_on=sold_on,
        own_used=float(own.sum()) - sold_on,
        team_sold_on=float(team * resold),
        team_used=float(team * (1 - resold)),
        on_joining=float(joining),
        in_kind=float(projection.statement.lines["credit_used"][:, 0].sum()),
    )


def retail_profit(lines: Mapping[str, Array]) -> Array:
    """What own sales leave, in the shape of the lines of the statement; negative where they leave a loss."""
    return np.asarray(sum(line.profit * lines[line.name] for line in LINE_ITEMS if line.income == "sales"))


def income_by_month(projection: Projection) -> dict[Source, Array]:
    """The five sources, (horizon + 1,) each; own sales negative in a month in which they leave a loss."""
    joining = projection.commission_on_joining[:, 0]
    columns = (
        retail_profit(projection.statement.lines)[:, 0],
        projection.commission_on_own[:, 0],
        projection.commission_on_team[:, 0] - joining,
        joining,
        projection.statement.lines["credit_used"][:, 0],
    )
    return dict(zip(SOURCES, columns, strict=True))
