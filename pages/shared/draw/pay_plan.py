"""A pay plan told in words, with its ranks and rates by rank as tables, and the small invented team that it pays."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.shared.answer.page import plain
from pages.shared.draw.tables import Row, Table, show_table
from planner.analysis.team.explained.example import ORDERS, SELLER, SPONSORS, Example, share_to_customers
from planner.analysis.team.explained.plan import Told, plan_in_words
from planner.analysis.team.explained.sale import HUNDRED, Share, alone
from planner.analysis.team.explained.teller import quoted
from planner.analysis.team.receipt import DETAILS, STEPS, part_title, rule_of, step_in_words
from planner.inputs.company.pay_rules import Rank
from planner.inputs.pay.pay_plan import PayPlan
from planner.inputs.pay.ranks import RankRule
from planner.inputs.pay.rates import Rated
from planner.language import format_percent, mark
from planner.line_items import CENT
from planner.speech import Speech

DIFFERENCE = ("own_rate", "taken")  # the details of a row that is the difference of two rates
CONDITIONS = {
    "personal_volume": mark("Own points"),
    "lifetime_volume": mark("Own points since joining"),
    "group_volume": mark("Points of the group"),
    "outside_largest_leg": mark("Points outside the largest leg"),
    "leg_count": mark("Legs"),
    "leg_volume": mark("Points of each leg"),
    "active_legs": mark("Legs with somebody active"),
    "frontline": mark("Active recruits of your own"),
    "ranked_legs": mark("Legs with somebody of a rank"),
    "months_in_row": mark("Months in a row"),
    "after": mark("Holding"),
    "kept": mark("Kept"),
}
KEPT = {"for_life": mark("for life"), "as_filed": mark("by the team's file alone")}


def show_words(
    plan: PayPlan,
    speech: Speech,
    beside: Callable[[Told], str] = lambda _told: "",
    unpublished: Mapping[int, str] | None = None,
) -> None:
    """Everything that the plan says. beside: what stands after the title of something told, such as its source.

    unpublished: by level what stands in the place of a rate that nobody published.
    """
    for told in plan_in_words(plan, speech, tables=True, unpublished=unpublished):
        if told.of == "how_ranks_work" and plan.ranks:
            show_table(ranks_table(plan.ranks, speech))
            st.markdown("\n".join(f"- {plain(each)}" for each in told.sentences))
            continue
        title = f"**{plain(told.title)}**"
        said = beside(told)
        st.markdown(f"{title} {plain(said)}" if said else title)
        st.markdown("\n".join(f"- {plain(each)}" for each in told.sentences))
        if isinstance(told.part, Rated) and told.part.by_rank:
            show_table(rates_table(told.part, speech))


def ranks_table(ranks: Sequence[Rank | RankRule], speech: Speech, caption: str = "") -> Table:
    """The ranks with what each asks for in a month; only conditions that some rank has."""
    _ = speech.text
    cells = {name: [asks(row, name, speech) for row in ranks] for name in CONDITIONS}
    asked = [name for name, column in cells.items() if any(column)]
    rated = any(row.rate is not None for row in ranks)
    columns = (_("Rank"), *(_(CONDITIONS[name]) for name in asked), *((_("Rate"),) if rated else ()))
    rows = tuple(
        Row(row.name, (*(cells[name][place] for name in asked), *((rate(row.rate, speech),) if rated else ())))
        for place, row in enumerate(ranks)
    )
    title = caption or _("What each rank asks for in a month")
    return Table(title, columns, rows, words=True, stacked=len(columns) > 3)


def asks(row: Rank | RankRule, name: str, speech: Speech) -> str:
    """Nothing where the rank does not ask for it."""
    if name == "ranked_legs":
        legs = row.ranked_legs if isinstance(row, RankRule) else ()
        return "; ".join(f"{each.rank}: {speech.number(each.legs)}" for each in legs)
    if name == "after":
        return (row.after or "") if isinstance(row, RankRule) else ""
    if name == "kept":
        return speech.text(KEPT[row.kept]) if isinstance(row, RankRule) and row.kept != "no" else ""
    value = float(getattr(row, name, 0))
    if name == "months_in_row":
        return speech.number(value) if value > 1 else ""
    return speech.number(value) if value else ""


def rate(share: float | None, speech: Speech) -> str:
    """A rate as a cell."""
    return "" if share is None else format_percent(round(share, 6), speech.language, None)


def rates_table(part: Rated, speech: Speech) -> Table:
    """A row for each rank from which on there are other rates, and a column for each level or generation."""
    _, rows = speech.text, [(row.rank, row.rates) for row in part.by_rank]
    if part.rates is not None:
        rows.insert(0, (_("Below these ranks"), part.rates))
    steps = max(len(rates) for _rank, rates in rows)
    columns = (_("Paid as"), *(capital(step_in_words(part, step, speech)) for step in range(1, steps + 1)))
    body = tuple(
        Row(rank, tuple(rate(rates[step], speech) if step < len(rates) else "" for step in range(steps)))
        for rank, rates in rows
    )
    return Table(_("Rates by rank, which hold up to the next rank listed"), columns, body, stacked=len(columns) > 4)


def show_example(example: Example, speech: Speech, *, more: bool = False) -> None:
    """The small team as it is paid, and what one sale brings those above. more: some pay is not computed."""
    _ = speech.text
    title = _("A small team, invented")
    st.markdown(f"**{plain(title)}**")
    st.markdown(plain(introduction(example, speech)))
    if not example.pays:
        st.markdown(plain(_("It pays nobody anything on a team as small as this.")))
        return
    show_table(team_table(example, speech))
    if example.shares:
        show_table(sale_table(example, speech))
        st.markdown(plain(of_the_rest(example, speech, more=more)))


def introduction(example: Example, speech: Speech) -> str:
    """What is invented: that everybody is active, how much they order, and how much of it customers buy."""
    plan, _ = example.payer.plan, speech.text
    text = _(
        "Seven people, one at the top and three levels below, all active. Everybody orders {points} points or twice "
        "that, of which outside customers buy {share}. The amounts are chosen so that the rules can be seen; few teams "
        "are like it, and it says nothing of yours."
    )
    return text.format(points=speech.number(example.order), share=speech.percent(share_to_customers(plan)))


def team_table(example: Example, speech: Speech) -> Table:
    """A row for each: by whom recruited, points, rank, what each part pays, and all of it."""
    _, month, members = speech.text, example.month, example.team.team.members
    parts = [place for place, left in enumerate(month.left) if abs(left).max() >= CENT]
    paid = [month.left[place] for place in parts] if len(parts) > 1 else []
    titles = [part_title(month.parts[place].part, speech) for place in parts] if len(parts) > 1 else []
    ranked = (_("Rank"),) if example.payer.plan.ranks else ()
    columns = (_("Member"), _("Points"), *ranked, *titles, _("Paid"))
    rows = []
    for at, name in enumerate(members):
        rank = ("–", *example.payer.plan.rank_names)[int(month.month.rank[at])]
        amounts = (money(float(each[at]), speech) for each in (*paid, month.pay))
        points = speech.number(example.order * ORDERS[name])
        rows.append(Row(called(name, speech), (points, *((rank,) if ranked else ()), *amounts)))
    ordered = speech.number(example.order * sum(ORDERS.values()))
    sums = (money(float(each.sum()), speech) for each in (*paid, month.pay))
    rows.append(Row(_("Together"), (ordered, *(("",) if ranked else ()), *sums), total=True))
    caption = _("What each is paid in the month, {currency}").format(currency=example.payer.currency)
    return Table(caption, columns, tuple(rows), words=True, stacked=len(columns) > 3)


def called(name: str, speech: Speech) -> str:
    """A member, and by whom recruited."""
    above = SPONSORS[name]
    text = speech.text(mark("{member}, recruited by {sponsor}"))
    return name if above is None else text.format(member=name, sponsor=above)


def sale_table(example: Example, speech: Speech) -> Table:
    """A row for each share of 100 of one member's orders, and what is left of it."""
    _, shares, members = speech.text, example.shares, example.team.team.members
    text = _("{who}: {what}")
    rows = [
        Row(
            text.format(who=members[each.earner], what=rule(each, example, speech)),
            (money(each.amount, speech),),
        )
        for each in shares
    ]
    left = HUNDRED - sum(each.amount for each in shares)
    rows.append(Row(_("Left to the company"), (money(left, speech),), total=True))
    text = _("Of every {amount} that {seller} orders, as the company counts goods")
    caption = text.format(amount=speech.money(HUNDRED), seller=SELLER)
    columns = (_("Who is paid, and by which rule"), example.payer.currency)
    return Table(caption, columns, tuple(rows), words=True)


def rule(share: Share, example: Example, speech: Speech) -> str:
    """The part, its level, and its rate; of a difference, the two rates that it is of."""
    part = example.month.parts[share.part].part
    steps = STEPS.get(rule_of(part), {})
    step = step_in_words(part, share.step, speech) if isinstance(steps, str) or share.step in steps else ""
    rates = [
        speech.text(DETAILS[name]).format(share=rate(share.detail[name], speech))
        for name in DIFFERENCE
        if share.detail.get(name)
    ]
    told = "" if share.rate == 1 else rate(share.rate, speech)
    return ", ".join(filter(None, (part_title(part, speech), step, told, *(rates if len(rates) > 1 else ()))))


def of_the_rest(example: Example, speech: Speech, *, more: bool) -> str:
    """What the company pays of what is left to it, and what is no pay."""
    _, parts = speech.text, alone(example.month)
    said = [_("What is left is for the goods themselves, for costs and for profit.")]
    if parts:
        titles = quoted([example.month.parts[place].part for place in parts], speech)
        said.append(_("Out of it comes also what no single order decides: {parts}.").format(parts=titles))
    if more:
        said.append(_("Pay that is not computed here comes out of it too."))
    text = _("What {seller} keeps of the shop price by selling on is no pay and not in it.")
    return " ".join((*said, text.format(seller=SELLER)))


def money(amount: float, speech: Speech) -> str:
    """An amount to the cent; a dash for nothing."""
    return speech.number(amount, 2) if abs(amount) >= CENT else "–"


def capital(text: str) -> str:
    """With a capital letter, as a column's title has it."""
    return text[:1].upper() + text[1:]
