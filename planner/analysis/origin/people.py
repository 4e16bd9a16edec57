"""Where people come from: customers, whom they are found among, and those on each level of the downline."""

import numpy as np

from planner.analysis.case import Case
from planner.analysis.origin.parts import Amount, Origin, assumption_of, at, people, share, stated
from planner.inputs.path import Path
from planner.inputs.plan.plan import INPUTS
from planner.language import mark
from planner.messages import Message, Quantity
from planner.projection.team.network import brought_by_newcomers, wanted_joins, with_those_of_newcomers

NOBODY_YET = Message(mark("Nothing yet: the plan begins here."))


def customers(case: Case, month: int) -> Origin:
    """Customers at the end of a month."""
    closing = case.projection.sales.closing_customers
    amount = Amount(mark("Customers at the end of the month"), month, people(at(closing, month)))
    before = Amount(mark("Customers at the end of the month before"), month - 1, people(at(closing, month - 1)))
    if month == 0:
        return amount.known(NOBODY_YET)
    return amount.opened(
        mark("{before} from the month before, of whom {stop} stop, and {new} new ones"),
        lambda before, stop, new: before * (1 - stop) + new,
        before=before.known(),
        stop=stated(case, "customers", "attrition", called="customer_attrition"),
        new=found(case, month, customers=True),
    )


def found(case: Case, month: int, *, customers: bool) -> Origin:
    """New customers, or recruits, of a month, those of parties among them."""
    given, contacts = case.projection.assumptions, case.projection.contacts
    number = at(contacts.new_customers if customers else contacts.recruits, month)
    guests = at(given.party_customers if customers else given.party_recruits, month)
    elsewhere = found_elsewhere(case, month, people(number - guests), customers=customers)
    if not guests:
        return elsewhere
    path: Path = ("parties", "become_customers" if customers else "become_recruits")
    at_parties = Amount(INPUTS[path].title, month, people(guests)).known(None, path)
    title = mark("New customers, those from parties among them")
    if not customers:
        title = mark("Recruits, those from parties among them")
    return Amount(title, month, people(number)).sum_of((elsewhere, at_parties))


def found_elsewhere(case: Case, month: int, number: Quantity, *, customers: bool) -> Origin:
    """As many as the plan says, or found among the people asked."""
    given = case.projection.assumptions
    from_book = given.customers_from_book if customers else given.recruits_from_book
    path: Path = ("customers", "new_a_month") if customers else ("team", "recruits_a_month")
    if not from_book:
        return Amount(INPUTS[path].title, month, number).given(*path)
    title = mark("New customers, of the people you ask") if customers else mark("Recruits, of the people you ask")
    become = "become_customers" if customers else "become_recruits"
    return Amount(title, month, number).opened(
        mark("{asked} people asked, of whom {say_yes} say yes"),
        lambda asked, say_yes: asked * say_yes,
        asked=asked(case, month),
        say_yes=stated(case, "address_book", become),
    )


def asked(case: Case, month: int) -> Origin:
    """People asked during a month."""
    amount = Amount(mark("People you ask"), month, people(at(case.projection.contacts.approached, month)))
    if month == 0:
        return amount.known(NOBODY_YET)
    return amount.opened(
        mark("{share} of the {left} left on your list, and {cold} strangers"),
        lambda share, left, cold: share * left + cold,
        share=stated(case, "address_book", "share_approached"),
        left=left_on_the_list(case, month - 1),
        cold=stated(case, "address_book", "cold_a_month"),
    )


def left_on_the_list(case: Case, month: int) -> Origin:
    """People not yet asked at the end of a month."""
    left = people(at(case.projection.contacts.remaining, month))
    extra = {"months": Quantity(month, "months")}
    return Amount(mark("People left on your list"), month, left, extra).opened(
        mark("{contacts} at the start, of whom {share} of those left are asked each month, for {months}"),
        lambda contacts, share: contacts * (1 - share) ** month,
        contacts=stated(case, "address_book", "contacts"),
        share=stated(case, "address_book", "share_approached"),
    )


def on_level(case: Case, level: int, month: int) -> Origin:
    """Active members on a level at the end of a month; the deepest one holds all below it too."""
    network = case.projection.network
    now, before = (at(network.active[:, level], each) for each in (month, month - 1))
    extra = {"level": Quantity(level, "count")}
    title = Message(mark("Members on level {level} at the end of the month"), extra)
    if month == 0:
        return Amount(title, 0, people(now)).known(NOBODY_YET)
    entered = joined(case, level, month)
    before_title = Message(mark("Members on level {level} at the end of the month before"), extra)
    stayed = Amount(before_title, month - 1, people(before)).known()
    left = before + entered.value.value - now
    compressed = case.projection.terms.unilevel is not None and case.projection.terms.unilevel.compression
    if compressed:
        moved = Amount(mark("Who left this level, less those who moved up to it"), month, people(left))
        words = Message(mark("When somebody leaves, those below move up a level: the company counts so."))
        gone = moved.known(words, ("team", "annual_attrition"))
    else:
        gone = left_the_team(case, month, stayed, left)
    return Amount(title, month, people(now)).opened(
        mark("{before} from the month before and {joined} who joined, less {gone} who are gone"),
        lambda before, joined, gone: before + joined - gone,
        before=stayed,
        joined=entered,
        gone=gone,
    )


def left_the_team(case: Case, month: int, before: Origin, left: float) -> Origin:
    """Of the members of the month before, those who left: at one rate, or newcomers at another than the rest."""
    amount = Amount(mark("Members who left"), month, people(left))
    rate, early = assumption_of(case, "member_attrition"), assumption_of(case, "early_attrition")
    if rate != early:
        words = Message(mark("Members in their first three months leave at another rate than those who stay longer."))
        return amount.known(words, ("team", "first_months_attrition"))
    annual = Amount(INPUTS["team", "annual_attrition"].title, None, share(1 - (1 - rate) ** 12))
    monthly = Amount(mark("Members who leave in a month"), None, share(rate)).opened(
        mark("The monthly share that comes to {annual} over 12 months"),
        lambda annual: 1 - (1 - annual) ** (1 / 12),
        annual=annual.given("team", "annual_attrition"),
    )
    # Shown again inside, since it is the same amount: not opened a second time.
    return amount.opened(
        mark("{before} members of the month before, of whom {rate} leave"),
        lambda before, rate: before * rate,
        before=before,
        rate=monthly,
    )


def joined(case: Case, level: int, month: int) -> Origin:
    """Who joined on a level: by your own recruiting on the first, by the members above on the others."""
    network = case.projection.network
    deepest = network.active.shape[1] - 1
    number = people(at(network.joined[:, level], month))
    title = Message(mark("Members who joined on level {level}"), {"level": Quantity(level, "count")})
    room = room_left(case, month)
    if level == 1:
        return Amount(title, month, number).opened(
            mark("{recruits} people you recruit, as far as people are left within reach: {room}"),
            lambda recruits, room: recruits * room,
            recruits=found(case, month, customers=False),
            room=room,
        )
    above = at(network.active[:, level - 1], month - 1)
    if level == deepest:
        above += at(network.active[:, level], month - 1)
    recruiting = Amount(mark("Members who recruit for this level"), month - 1, people(above))
    if case.plan.team.recruit_at_once:
        return with_newcomers(case, level, Amount(title, month, number), recruiting.known(), room)
    return Amount(title, month, number).opened(
        mark("{above} members, each of whom recruits {each} a month, as far as people are left within reach: {room}"),
        lambda above, each, room: above * each * room,
        above=recruiting.known(),
        each=stated(case, "team", "duplication"),
        room=room,
    )


def with_newcomers(case: Case, level: int, amount: Amount, above: Origin, room: Origin) -> Origin:
    """Who joined on a level that newcomers of the same month recruit for too; on the deepest, those below them too."""
    month, joins = amount.month or 0, case.projection.network.joined
    came = at(joins[:, level - 1], month) + (at(joins[:, level], month) if level == joins.shape[1] - 1 else 0.0)
    brought = float(brought_by_newcomers(case.projection.assumptions)[0])
    newcomers = Amount(mark("Newcomers of the month who stand above this level, or on it"), month, people(came))
    each = Amount(mark("People whom a newcomer brings in the month of joining"), month, people(brought))
    words = mark(
        "{above} members, each of whom recruits {each} a month, and {newcomers} who joined this month themselves, each "
        "of whom brings {brought} on average; as far as people are left within reach: {room}"
    )
    return amount.opened(
        words,
        lambda above, each, newcomers, brought, room: (above * each + newcomers * brought) * room,
        above=above,
        each=stated(case, "team", "duplication"),
        newcomers=newcomers.known(),
        brought=each.known(
            Message(
                mark("Of the newcomers {share} recruit at once, as members do in a month."),
                {"share": Quantity(case.plan.team.recruit_at_once, "share")},
            ),
            ("team", "recruit_at_once"),
        ),
        room=room,
    )


def room_left(case: Case, month: int) -> Origin:
    """The share of would-be joins that find somebody: those within reach who have not joined."""
    network, given = case.projection.network, case.projection.assumptions
    reach, so_far = (
        assumption_of(case, "people_within_reach"),
        float(sum(network.joined[:month].sum(1)[:, 0])),
    )
    recruits = case.projection.contacts.recruits[month]
    joining = wanted_joins(recruits, network.active[month - 1], given.duplication)
    wanted = float(with_those_of_newcomers(joining, brought_by_newcomers(given)).sum(axis=0)[0])
    scale = max(reach - so_far, 0.0) / max(reach, wanted)
    return Amount(mark("Share of those who would join who are found"), month, share(scale)).opened(
        mark("Of {reach} people within reach, {so_far} have joined; {wanted} would join this month"),
        lambda reach, so_far, wanted: float(np.maximum(reach - so_far, 0.0) / np.maximum(reach, wanted)),
        reach=stated(case, "team", "people_within_reach"),
        so_far=Amount(mark("Members who have joined so far"), month - 1, people(so_far)).known(),
        wanted=Amount(mark("People who would join, were there enough"), month, people(wanted)).known(
            Message(mark("Your own recruits, and those of every member below you."))
        ),
    )
