"""What goods cost, as a share of the shop price: the company's steps, and what an order pays that reaches one."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from planner.compensation.ranks import NEARLY
from planner.inputs.company.prices import ReachedStep
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True)  # without slots, for what is computed once
class PriceSteps:
    """The price of the plan's own mix at each step, as a share of the shop price.

    thresholds: points since joining from which each step holds, (steps,); shares: what is paid from there on, (steps,
    scenarios). reached_step: as in StepReached.
    """

    thresholds: Array
    shares: Array
    reached_step: ReachedStep

    @classmethod
    def of_month(cls, assumptions: Assumptions, terms: Terms, month: int) -> "PriceSteps":
        """The steps that the company has in the month, beside products with a price of their own."""
        thresholds, shares = np.array(terms.price_steps_in(month)).T
        mixed = assumptions.product_wholesale + assumptions.wholesale_by_company * shares[:, None]
        mixed = np.broadcast_to(mixed, (len(shares), assumptions.scenarios))
        return cls(thresholds, mixed, terms.reached_step)

    @cached_property
    def begins(self) -> Array:
        """The points from which each step holds, (steps, 1)."""
        return self.thresholds[:, None]

    @cached_property
    def ends(self) -> Array:
        """And until which, (steps, 1)."""
        return np.append(self.thresholds[1:], np.inf)[:, None]

    @cached_property
    def _columns(self) -> NDArray[np.intp]:
        return np.arange(self.shares.shape[1])

    @property
    def one_in_a_month(self) -> bool:
        """Whether what is bought in a month leaves its price as it is."""
        return len(self.thresholds) == 1 or self.reached_step == "next_month"

    def at(self, points: Array) -> Array:
        """What is paid with so many points since joining, (scenarios,)."""
        if len(self.thresholds) == 1:
            return np.asarray(self.shares[0])
        step = self.thresholds.searchsorted(points + NEARLY, side="right") - 1
        return np.asarray(self.shares[step, self._columns])


@dataclass(frozen=True, slots=True)
class Price:
    """The price of one month's goods.

    before: points bought until the month before, (scenarios,). at_start: the price at which the month begins; plans and
    decisions that are stated in money go by it, (scenarios,).
    """

    steps: PriceSteps
    before: Array
    at_start: Array

    @classmethod
    def after(cls, steps: PriceSteps, before: Array) -> "Price":
        """Of a month that begins with so many points bought, (scenarios,)."""
        return cls(steps, before, steps.at(before))

    def paid(self, points: Array) -> Array:
        """The average of a month's goods that bring so many points, (scenarios,)."""
        steps = self.steps
        if steps.one_in_a_month:
            return self.at_start
        after = self.before + points
        if steps.reached_step == "whole_order":
            return steps.at(after)
        within = np.maximum(np.minimum(after, steps.ends) - np.maximum(self.before, steps.begins), 0.0)
        some = within.sum(axis=0)
        paid = (within * steps.shares).sum(axis=0) / np.where(some > 0, some, 1.0)
        return np.asarray(np.where(some > 0, paid, self.at_start))

    def first_goods(self, money: Array, points_of_goods: Array) -> Array:
        """Goods at shop price that so much money buys as the very first order, (scenarios,).

        points_of_goods: that goods of 1 at shop price bring when they are bought. Where a step counts for the whole
        order: at the last step that as many goods as the money buys there reach.
        """
        steps = self.steps
        if steps.one_in_a_month:
            return np.asarray(money / self.at_start)
        if steps.reached_step == "whole_order":
            goods = money / steps.shares[0]
            for threshold, share in zip(steps.thresholds[1:], steps.shares[1:], strict=True):
                goods = np.where(money / share * points_of_goods + NEARLY >= threshold, money / share, goods)
            return np.asarray(goods)
        goods, left = np.zeros_like(self.at_start), money
        some_points = np.where(points_of_goods > 0, points_of_goods, 1.0)
        for points, share in zip(np.append(np.diff(steps.thresholds), np.inf), steps.shares, strict=True):
            some = np.minimum(left / share, np.where(points_of_goods > 0, points / some_points, np.inf))
            goods, left = goods + some, left - some * share
        return np.asarray(goods)
