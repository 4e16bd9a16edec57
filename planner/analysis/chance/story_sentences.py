"""One run as a short story: a handful of sentences without words, in the order in which a person would tell them."""

from planner.analysis.chance.story import Stop, Story
from planner.analysis.measures.milestones import CENT
from planner.language import mark
from planner.messages import Message, Quantity

STOPPED: dict[Stop, str] = {
    "limit": mark("At the end of {month} you are further down than you are willing to go, and you stop."),
    "review": mark("At the end of {month} you look back, the last months together cost you money, and you stop."),
    "money": mark("At the end of {month} your money, loan and card are used up, and you stop."),
    "as_others": mark("After {month} you leave, as members do."),
}


def sentences(story: Story) -> tuple[Message, ...]:
    """The run told."""
    told = (
        customers(story),
        orders(story),
        there_already(story),
        people(story),
        rank(story),
        pay(story),
        hole(story),
        back(story),
        stop(story),
    )
    return (*(message for message in told if message is not None), end(story))


def customers(story: Story) -> Message:
    """Who buys from you."""
    new = sum(month.new_customers for month in story.months)
    if not new:
        return Message(mark("You never find a customer."))
    most = max(story.months, key=lambda month: month.customers)
    first = next(month for month in story.months if month.new_customers)
    if new == 1:
        return Message(mark("A single customer comes, in {month}."), {"month": Quantity(first.month, "month")})
    return Message(
        mark("{new} customers come in all. At most there are {most}, first in {month}; at the end there are {left}."),
        {
            "new": Quantity(new, "people"),
            "most": Quantity(most.customers, "people"),
            "month": Quantity(most.month, "month"),
            "left": Quantity(story.last.customers, "people"),
        },
    )


def orders(story: Story) -> Message | None:
    """What they order."""
    if not any(month.new_customers for month in story.months):
        return None
    number = sum(month.orders for month in story.months)
    best = max(story.months, key=lambda month: month.orders)
    if number < 2:
        text = mark("The only order comes in {month}.") if number else mark("No order ever comes.")
        return Message(text, {"month": Quantity(best.month, "month")})
    none = sum(month.orders == 0 for month in story.months[1:])
    text = mark("{orders} orders come, {best} of them in the best month, {month}.")
    if none:
        text = mark("{orders} orders come, {best} of them in the best month, {month}. Months without an order: {none}.")
    return Message(
        text,
        {
            "orders": Quantity(number, "orders"),
            "best": Quantity(best.orders, "orders"),
            "month": Quantity(best.month, "month"),
            "none": Quantity(none, "count"),
        },
    )


def there_already(story: Story) -> Message | None:
    """Who is below from the start; nothing of a plan that begins with nobody."""
    if not story.today:
        return None
    if story.today == 1:
        return Message(mark("One person is below you from the start."))
    return Message(mark("{people} people are below you from the start."), {"people": Quantity(story.today, "people")})


def people(story: Story) -> Message:
    """Who joins below."""
    joined = sum(month.joined for month in story.months)
    if not joined:
        return Message(mark("Nobody ever joins below you."))
    first = next(month for month in story.months if month.joined)
    if joined == 1:
        text = mark("One person joins below you, in {month}. There at the end: {team}.")
    else:
        text = mark("{joined} people join below you, the first in {month}. There at the end: {team}.")
    return Message(
        text,
        {
            "joined": Quantity(joined, "people"),
            "month": Quantity(first.month, "month"),
            "team": Quantity(story.last.team, "people"),
        },
    )


def rank(story: Story) -> Message | None:
    """The highest rank and for how long; nothing of a company without ranks."""
    if not story.ranked:
        return None
    best = max(story.months, key=lambda month: month.place)
    if not best.place:
        return Message(mark("You never reach a rank."))
    held = sum(month.place == best.place for month in story.months)
    return Message(
        mark("The highest rank: {rank}, first in {month}. Months in which you are paid as that: {held}."),
        {"rank": best.rank, "month": Quantity(best.month, "month"), "held": Quantity(held, "count")},
    )


def pay(story: Story) -> Message:
    """What the company pays, and on whose purchases."""
    total, own, joining = (
        sum(getattr(month, name) for month in story.months) for name in ("pay", "pay_own", "pay_joining")
    )
    team = total - own
    if total < CENT:
        return Message(mark("The company pays you nothing."))
    text = {
        (True, False, False): mark("The company pays you {pay}, all of it on your own purchases."),
        (False, True, False): mark("The company pays you {pay}, all of it on what the people below you buy."),
        (False, True, True): mark(
            "The company pays you {pay}, all of it on what the people below you buy, "
            "{joining} of it on the first orders of those who join."
        ),
        (True, True, False): mark(
            "The company pays you {pay}: {own} on your own purchases and {team} on what the people below you buy."
        ),
        (True, True, True): mark(
            "The company pays you {pay}: {own} on your own purchases and {team} on what the people below you buy, "
            "{joining} of it on the first orders of those who join."
        ),
    }[own >= CENT, team >= CENT, team >= CENT and joining >= CENT]
    amounts = {"own": own, "team": team, "joining": joining}
    told = {name: Quantity(amount, "money") for name, amount in amounts.items()}
    beside = (own, team) if min(own, team) >= CENT else (total,)
    return Message(text, told | {"pay": Quantity.of_sum(total, beside)})


def hole(story: Story) -> Message | None:
    """How far down the money is; nothing where that is said below."""
    if story.deepest_hole < CENT:
        return None
    return Message(
        mark("At the deepest you are {hole} down, in {month}."),
        {"hole": Quantity(story.deepest_hole, "money"), "month": Quantity(story.hole_month, "month")},
    )


def back(story: Story) -> Message | None:
    """When the money is back, or why it is not; nothing where the run was stopped, since it has no pace to go on."""
    if story.back.month is not None:
        return Message(mark("The money is back in {month}."), {"month": Quantity(story.back.month, "month")})
    if story.stopped is not None:
        return None
    if story.back.reason is None:
        raise ValueError("money that is not back has a reason")
    return story.back.reason


def stop(story: Story) -> Message | None:
    """Why the distributor stops before the horizon; nothing where the plan is carried through."""
    if story.stopped is None:
        return None
    return Message(STOPPED[story.stopped], {"month": Quantity(story.last.month, "month")})


def end(story: Story) -> Message:
    """What is lost or left, all told."""
    text = mark("In the end you have lost {amount}.") if story.result <= -CENT else mark("In the end {amount} is left.")
    return Message(text, {"amount": Quantity(abs(story.result), "money")})
