"""What must add up, on plans and companies at random: goods, people, legs against levels."""

import numpy as np
from hypothesis import given

from planner.projection.engine import project
from tests.properties.adding_up import SOME, assert_same, changed
from tests.properties.random_plans import plans
from tests.properties.situations import companies

# --- goods -----------------------------------------------------------------------------------------------------------


@SOME
@given(plans(longest=60), companies())
def test_goods_roll_forward(plan, company):
    """What was there, came back or was bought is spoiled, sold, used, given away or there still; never below 0."""
    goods = project(plan, company).inventory
    to_the_shelf = goods.qualifying - goods.used_up
    came = goods.purchased + goods.returned + to_the_shelf
    went = goods.sold + goods.own_use + goods.samples + goods.spoiled
    before = np.concatenate([np.zeros_like(goods.closing[:1]), goods.closing[:-1]])
    assert_same(before + came, went + goods.closing, goods.purchased, goods.qualifying)
    size = max(float(goods.purchased.max()), float(goods.qualifying.max()))
    for name in ("purchased", "qualifying", "used_up", "spoiled", "returned", "sold", "own_use", "samples", "closing"):
        assert getattr(goods, name).min() >= -1e-9 * size, name
    assert (goods.spoiled[1:] <= goods.closing[:-1] + 1e-9 * size).all()


@SOME
@given(plans(longest=60), companies())
def test_goods_roll_forward_in_money(plan, company):
    """The same at what was paid for them, where no VAT is taken out of it."""
    result = project(changed(plan, "tax", vat_registered="never"), company)
    lines, value = result.statement.lines, result.statement.closing_stock_value
    bought = [lines[name] for name in ("opening_stock", "inventory_purchases", "qualifying_purchases")]
    gone = [lines[name] for name in ("cost_of_goods_sold", "spoilage", "own_use", "samples")]
    before = np.concatenate([np.zeros_like(value[:1]), value[:-1]])
    assert_same(before + sum(bought) + lines["returned_goods"], sum(gone) + value, value, *bought)
    size = max(float(part.max()) for part in (value, *bought))
    for part in (value, *gone, lines["returned_goods"]):
        assert part.min() >= -1e-9 * size


@SOME
@given(plans(longest=60), companies())
def test_nothing_is_sold_that_nobody_ordered_and_every_order_is_met(plan, company):
    """The forecast is the plan's own, so no order is lost, and there is enough to use and to give away."""
    result = project(plan, company)
    goods, months = result.inventory, plan.horizon_months + 1
    stocked = result.sales.demand[:months] - result.sales.direct[:months]
    assert_same(goods.sold, stocked, goods.purchased, goods.closing)
    share, samples = result.wholesale_share, goods.samples - result.sales.host_goods
    if result.terms.reached_step != "next_month":
        return  # then they are planned by the price at which the month begins
    assert_same(samples[1:] * share[1:], np.full_like(share[1:], plan.stock.samples), goods.purchased)
    if plan.stock.ship_direct_share < 1:
        assert_same(goods.own_use[1:] * share[1:], np.full_like(share[1:], plan.stock.own_use), goods.purchased)


@SOME
@given(plans(longest=60), companies())
def test_who_always_qualifies_has_the_points(plan, company):
    result = project(changed(plan, "stock", buys_to_qualify="always"), company)
    terms, bought = result.terms, result.inventory.qualifying[1:] > 0
    if terms.activity_window == "month":
        assert (result.personal_volume[1:][bought] >= terms.minimum_personal_volume * (1 - 1e-9)).all()
    if not terms.standing_order.loses_pay:
        assert result.active[1:][bought].all()
    never = project(changed(plan, "stock", buys_to_qualify="never"), company)
    assert (never.inventory.qualifying == 0).all()


# --- people ----------------------------------------------------------------------------------------------------------


@SOME
@given(plans(longest=60), companies())
def test_people_roll_forward(plan, company):
    """Those who are there are those who were, less the share who left, and those who joined; on whichever level."""
    plan = changed(plan, "team", first_months_attrition=None)
    result = project(plan, company)
    staying = (1 - plan.team.annual_attrition) ** (1 / 12)
    people, joined = (array[:, 1:].sum(axis=1) for array in (result.network.active, result.network.joined))
    assert_same(people[1:], people[:-1] * staying + joined[1:])
    front = result.network.frontline
    assert_same(front[1:], front[:-1] * staying + result.network.joined[1:, 1])
    assert joined.sum() <= plan.team.people_within_reach * (1 + 1e-12)
    assert result.network.active.min() >= 0


@SOME
@given(plans(longest=60), companies())
def test_who_leaves_early_or_late_leaves_at_one_of_the_two_rates(plan, company):
    """As many stay as if all were new, or all long there, or between; everybody who joined this month is a newcomer."""
    result = project(plan, company)
    year, first = plan.team.annual_attrition, plan.team.first_months_attrition
    first = 1 - (1 - year) ** (1 / 4) if first is None else first
    staying = sorted(((1 - first) ** (1 / 3), ((1 - year) / (1 - first)) ** (1 / 9)))
    people, joined, new = (
        array[:, 1:].sum(axis=1) for array in (result.network.active, result.network.joined, result.network.newcomers)
    )
    stayed = people[1:] - joined[1:]
    slack = 1e-9 * people.max()
    assert (stayed >= people[:-1] * staying[0] - slack).all()
    assert (stayed <= people[:-1] * staying[1] + slack).all()
    assert_same(new, joined, people)


@SOME
@given(plans(longest=60), companies())
def test_legs_together_are_the_team(plan, company):
    """Legs times people in each is everybody below, whether levels are compressed or not.

    They do not follow newcomers who recruit at once, whose pay is the mean of runs.
    """
    team = plan.team.model_copy(update={"recruit_at_once": 0.0})
    network = project(plan.model_copy(update={"team": team}), company).network
    for month in range(plan.horizon_months + 1):
        count, people = network.legs(month)
        everybody = network.active[max(month - 1, 0), 1:].sum(axis=0)
        assert_same((count * people).sum(axis=0), everybody, network.joined.sum(axis=(0, 1)))
        assert (count <= network.joined[: max(month, 1), 1] * (1 + 1e-12)).all()
        newcomers = network.newcomers[max(month - 1, 0), 1:].sum(axis=0)
        assert_same((count * network.leg_joiners(month)).sum(axis=0), newcomers, network.joined.sum(axis=(0, 1)))
        if plan.team.people_within_reach > 1e6 * network.joined.sum():
            # A leg with somebody in it has at least one. Not so where the people run out: the chance that a leg lives
            # does not know of it, so there are more legs, and smaller ones, than there would be.
            assert (people[count > 0] >= 1 - 1e-6).all()


@SOME
@given(plans(longest=60), companies())
def test_an_address_book_is_asked_once(plan, company):
    """Those asked, strangers aside, and those left are all who were in it."""
    contacts = project(plan, company).contacts
    known = contacts.approached[1:] - plan.address_book.cold_a_month
    assert_same(
        known.cumsum(axis=0) + contacts.remaining[1:], contacts.remaining[:1], contacts.approached.cumsum(axis=0)
    )
    assert contacts.remaining[0] == plan.address_book.contacts
