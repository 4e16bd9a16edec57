"""What the engine has drawn, read as plain data: its people as objects, its customers and orders as lists."""

import numpy as np

from planner.simulation.paths import Paths
from tests.simulation.naive import Member
from tests.simulation.naive_path import Deliveries, Sales


def members_of(paths: Paths) -> tuple[list[Member], list[dict[int, int]]]:
    """The people of all paths, in the order of the forest, and beside each the rows of their months.

    Who recruited them, when they joined and how long they act is the forest's; what they bought are the rows', which
    stand in the order of the forest, a person's months beside each other. Who was there before the plan bought their
    average in every month until its launch.
    """
    forest, bought = paths.forest, paths.people.bought
    tenure, average = paths.people.tenure, paths.people.own_average
    everyone: list[Member] = []
    rows: list[dict[int, int]] = []
    row = 0
    for sponsor, born, acts in zip(forest.sponsor, forest.born, forest.acts, strict=True):
        member = Member(everyone[sponsor] if sponsor >= 0 else None, int(born), 1.0, 1.0, 1.0, last=int(born + acts))
        if sponsor >= 0:
            member.recruiter.recruited.append(member)
        months = {int(born) + 1 + number: row + number for number in range(int(acts))}
        if tenure is not None and average is not None and average[len(everyone)] >= 0:
            member.joined -= int(tenure[len(everyone)])
            member.buys = float(average[len(everyone)])
            member.bought = dict.fromkeys(range(member.joined + 1, 1), member.buys)
        member.bought |= {month: float(bought[place]) for month, place in months.items()}
        everyone.append(member)
        rows.append(months)
        row += int(acts)
    assert row == len(bought)
    return everyone, rows


def frontlines_of(paths: Paths, everyone: list[Member]) -> list[list[Member]]:
    """By path, those whom the distributor recruited."""
    found: list[list[Member]] = [[] for _ in range(paths.forest.paths)]
    for member, path in zip(everyone, paths.forest.path, strict=True):
        if member.recruiter is None:
            found[path].append(member)
    return found


def sales_of(paths: Paths, path: int) -> Sales:
    """The customers and orders of one path, as the slow twin takes them."""
    sales = paths.sales
    expected, asked = (values[:, path].tolist() for values in (sales.expected, sales.forecast))
    lists = {"customers": sales.closing_customers, "orders": sales.orders, "demand": sales.demand}
    lists |= {"direct": sales.direct, "host_goods": sales.host_goods, "guests": sales.guest_orders}
    return {name: np.asarray(array)[:, path].tolist() for name, array in lists.items()} | {
        "stocked": Deliveries(asked, expected)
    }
