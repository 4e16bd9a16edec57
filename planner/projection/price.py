"""What goods cost, as a share of the shop price: the company's steps, and what an order pays that reaches one."""

from dataclasses import dataclass, replace

import numpy as np

from planner.compensation.ranks import NEARLY
from planner.inputs.company.pay_rules import ReachedStep
from planner.inputs.terms import Terms
from planner.projection.assumptions import Array, Assumptions


@dataclass(frozen=True, slots=True)
class Price:
    """The price of one month's goods of the plan's own mix, as a share of the shop price.

    thresholds: points since joining from which each step holds, (steps,); shares: what is paid from there on, (steps,
    scenarios). before: points bought until the month before, (scenarios,). reached_step: as
    in StepReached.
    at_start: the price at which the month begins; plans and decisions that are stated in money go by it, (scenarios,).
    """

    thresholds: Array
    shares: Array
    reached_step: ReachedStep
    before: Array
    at_start: Array

    @classmethod
    def of_month(cls, assumptions: Assumptions, terms: Terms, month: int, before: Array) -> "Price":
        """The steps that the company has in the month, beside products with a price of their own."""
        thresholds, shares = np.array(terms.price_steps_in(month)).T
        mixed = assumptions.product_wholesale + assumptions.wholesale_by_company * shares[:, None]
        mixed = np.broadcast_to(mixed, (len(shares), assumptions.scenarios))
        price = cls(thresholds, mixed, terms.reached_step, before, before)
        return replace(price, at_start=price._at(before))

    def paid(self, points: Array) -> Array:
        """The average of a month's goods that bring so many points, (scenarios,)."""
        if len(self.thresholds) == 1 or self.reached_step == "next_month":
            return self.at_start
        after = self.before + points
        if self.reached_step == "whole_order":
            return self._at(after)
        ends = np.append(self.thresholds[1:], np.inf)[:, None]
        within = np.maximum(np.minimum(after, ends) - np.maximum(self.before, self.thresholds[:, None]), 0.0)
        some = within.sum(axis=0)
        paid = (within * self.shares).sum(axis=0) / np.where(some > 0, some, 1.0)
        return np.asarray(np.where(some > 0, paid, self.at_start))

    def first_goods(self, money: Array, points_of_goods: Array) -> Array:
        """Goods at shop price that so much money buys as the very first order, (scenarios,).

        points_of_goods: that goods of 1 at shop price bring when they are bought. Where a step counts for the whole
        order: at the last step that as many goods as the money buys there reach.
        """
        if len(self.thresholds) == 1 or self.reached_step == "next_month":
            return np.asarray(money / self.at_start)
        if self.reached_step == "whole_order":
            goods = money / self.shares[0]
            for threshold, share in zip(self.thresholds[1:], self.shares[1:], strict=True):
                goods = np.where(money / share * points_of_goods + NEARLY >= threshold, money / share, goods)
            return np.asarray(goods)
        goods, left = np.zeros_like(self.at_start), money
        some_points = np.where(points_of_goods > 0, points_of_goods, 1.0)
        for points, share in zip(np.append(np.diff(self.thresholds), np.inf), self.shares, strict=True):
            some = np.minimum(left / share, np.where(points_of_goods > 0, points / some_points, np.inf))
            goods, left = goods + some, left - some * share
        return np.asarray(goods)

    def _at(self, points: Array) -> Array:
        """The step that holds with so many points since joining."""
        step = self.thresholds.searchsorted(points + NEARLY, side="right") - 1
        return np.asarray(np.take_along_axis(self.shares, step[None], axis=0)[0])
