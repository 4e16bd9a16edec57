"""A company's terms as small tables: joining and staying, the margin, getting out. Weak sources are named there too."""

from dataclasses import replace
from math import inf

from pages.parts.company.answer import Answers, amount_of, charged_in_year, how_known, of_100
from pages.shared.draw.tables import Row, Table
from pages.shared.words.cited_facts import FactGroup
from pages.shared.words.comparison_terms import with_grade, with_source
from pages.shared.words.own_company import PAYS_FREIGHT, stands
from pages.shared.words.record_facts import RecordFacts
from planner.analysis.company.citation import is_ones_own, own_or, unknown_in_words, unknown_of
from planner.analysis.company.facts import BEFORE_PAY, MINIMUM, TITLES, grade_of
from planner.analysis.company.figure_rows import ALL_TITLES
from planner.analysis.company.in_words import figure_in_words
from planner.analysis.company.joining_cost import FIRST_YEAR_MONTHS, joining_cost
from planner.analysis.company.readings import STEP_REACHED
from planner.inputs.cited.figure import Asked, Cited, Figure, NotFound, Rule
from planner.inputs.company.company import Company, entry_at
from planner.inputs.company.prices import Prices
from planner.inputs.terms import Terms
from planner.language import NO_BREAK_SPACE, mark
from planner.speech import Speech

JOINING = (
    "joining.starter_kit_fee",
    "joining.minimum_opening_stock",
    "joining.kit_freight",
    "joining.kit_tax",
    "orders.fee",
    "orders.freight_share",
    "orders.freight_table",
    "orders.tax_on_paid",
    "orders.tax_on_shop_price",
    "joining.website_fee",
    "joining.website_free_months",
    "joining.renewal_fee",
    "activity.standing_order",
    "activity.standing_order_from",
    MINIMUM,
    "pay.minimum_sales",
    "pay.activity_window",
)
STANDING_ORDER_ENDS = "activity.standing_order_ends"
KIND = mark("Kind of pay plan")
FREIGHT = mark("Freight for returned goods")


def joining_table(company: Company, terms: Terms, speech: Speech) -> Table:
    """What is known to be charged at the start and for staying, and what the first year comes to."""
    _, found = speech.text, joining_cost(company, terms)
    titles = TITLES if company.points_of_ranks else TITLES | {MINIMUM: BEFORE_PAY}
    rows = [
        Row(_(titles[path]), (term(company, path, speech),))
        for path in JOINING
        if not isinstance(entry_at(company, path), NotFound | None)
    ]
    if company.points_of_ranks:
        rows.append(Row(_(BEFORE_PAY), (points_of_ranks(company, speech),)))
    if found.known and (found.year_whole or found.first_year):
        title = (
            _("The first year, before renewal") if found.year_whole else _("The first year, before renewal, at least")
        )
        if found.points_a_month and not found.orders:
            title = _("The first year, before renewal and without the standing order, at least")
        rows.append(Row(title, (amount_of(found.first_year, company, charged_in_year(company), speech),), total=True))
    return Table(
        _("What the company charges and asks for"), (_("Term"), _("It says")), tuple(rows), words=True, whole=True
    )


def points_of_ranks(company: Company, speech: Speech) -> str:
    """Own points of a month that every rank asks for before it pays."""
    points = figure_in_words(company.points_of_ranks, "points", speech)
    said = speech.text("{term} in each month").format(term=points)
    return with_source(said, (entry_at(company, "ranks"),), company, speech)


def term(company: Company, path: str, speech: Speech) -> str:
    """What the company says at a place, with its weak source named; a rule in its words."""
    _, entry = speech.text, entry_at(company, path)
    if isinstance(entry, NotFound):
        return unbroken(unknown_in_words(entry, speech))
    if entry is None:
        return unbroken(unknown_of(company, speech))
    text = speech.told(entry.text) if isinstance(entry, Rule) else stands(company, path, speech)
    if path == MINIMUM and isinstance(entry, Figure) and entry.value:
        monthly = company.pay.activity_window is None or company.pay.activity_window.value == "month"
        text = _("{term} in each month").format(term=text) if monthly else text
    if path == "joining.renewal_fee" and isinstance(entry, Figure) and entry.value:
        text = _("{term}, first counted in month {month}").format(term=text, month=FIRST_YEAR_MONTHS + 1)
    if path == "joining.website_free_months" and isinstance(entry, Cited) and entry.kind == "derived":
        text = _("counted as {term}").format(term=text)  # nobody published it as such
    return with_source(text, (entry,), company, speech)


def price_sentences(company: Company, terms: Terms, answers: Answers, speech: Speech) -> tuple[str, ...]:
    """What you pay and keep of the shop price, from the first goods on and after each threshold."""
    _, said = speech.text, []
    for points, share in terms.price_steps if len(terms.price_steps) > 1 else ():  # one step, the answer says
        words = _("Of every 100 at shop price you pay the company {paid} and keep {kept}")
        if points:
            words = _("Once you have {points} points since joining, you pay {paid} of every 100 and keep {kept}")
        kept, paid = of_100(1 - share, speech), of_100(share, speech)
        known = how_known(words.format(points=speech.number(points), paid=paid, kept=kept), company, answers, speech)
        said.append(known)
    if len(terms.price_steps) > 1:
        said.append(reached_in_words(company, speech))
    note = None if isinstance(company.prices, Asked) else company.prices.note
    return (*said, speech.told(note)) if note else tuple(said)


def reached_in_words(company: Company, speech: Speech) -> str:
    """From when a lower price holds that is reached within a month; how it is counted where nothing says."""
    known = company.prices.reached_step if isinstance(company.prices, Prices) else None
    _ = speech.text
    if known is not None:
        return with_grade(_(STEP_REACHED[known.value]), grade_of(known), speech)
    return own_or(
        company,
        _("You have not stated from when a lower price holds that you reach; here it is from the next month on."),
        _("No source says from when a lower price holds that is reached; here it is from the next month on."),
    )


def leaving_sentence(company: Company, speech: Speech) -> str:
    """What somebody who stops gets back for goods; where that or for how long is not known, that it counts nothing."""
    _, back = speech.text, company.buy_back
    nothing, others = _("In a plan nothing is counted for goods that you give back."), ""
    if back.dated_periods:
        nothing = _("In a plan nothing is counted for goods that you give back in months without other terms.")
        others = " " + _("Whoever leaves in a month with other terms, named below, meets these.")
    if not isinstance(back.share, Figure):
        return f"{nothing}{others}"
    share = of_100(back.share.value, speech)
    if back.longest is not None:
        words = _("Of every 100 that returned goods cost you, the company pays back {share}, within {window}")
        if back.longest == inf:
            words = _("Of every 100 that returned goods cost you, the company pays back {share}, however old they are")
        said = words.format(share=share, window=figure_in_words(back.longest, "months", speech))
        known = with_source(said, (back.share, back.window_months), company, speech)
        return _("{sentence}.").format(sentence=known) + others
    words = _("Of every 100 that returned goods cost you, the company pays back {share}; for how long, nothing says")
    known = with_source(words.format(share=share), (back.share,), company, speech)
    return f"{_('{sentence}.').format(sentence=known)} {nothing}{others}"


def leaving_table(company: Company, speech: Speech) -> Table:
    """Who pays for sending goods back, what pay is taken back, and how a standing order ends, as far as it is known."""
    _ = speech.text
    paths = ["buy_back.clawback_share", STANDING_ORDER_ENDS]
    known = [path for path in paths if not isinstance(entry_at(company, path), NotFound | None)]
    rows = [Row(_(ALL_TITLES[path]), (term(company, path, speech),)) for path in known]
    if freight(company, speech):
        rows.insert(0, Row(_(FREIGHT), (freight(company, speech),)))
    return Table(_("What happens when you stop"), (_("Term"), _("It says")), tuple(rows), words=True)


def freight(company: Company, speech: Speech) -> str:
    """Who pays, in the file's words where it has any; nothing where nothing says."""
    back = company.buy_back
    if back.freight_paid_by is not None:
        return speech.told(back.freight_paid_by)
    return "" if back.company_pays_freight is None else speech.text(PAYS_FREIGHT[back.company_pays_freight])


def said_nowhere(company: Company, speech: Speech) -> tuple[str, ...]:
    """What the file has no entry for, not even as looked for in vain."""
    _ = speech.text
    order_ends = company.activity is not None and entry_at(company, STANDING_ORDER_ENDS) is None
    kind = company.plan_kind == "not_disclosed" and company.status != "fictional" and not is_ones_own(company)
    return tuple(
        _(title)
        for title, unsaid in (
            (KIND, kind),
            (FREIGHT, not freight(company, speech)),
            (TITLES[STANDING_ORDER_ENDS], order_ends),
        )
        if unsaid
    )


def unbroken(text: str) -> str:
    """Two words that stay on one line of a narrow cell."""
    return text.replace(" ", NO_BREAK_SPACE)


def periods(company: Company, speech: Speech) -> FactGroup:
    """Terms of return that held at other times, each with its source; what its sentence says is not said again."""
    _, record = speech.text, RecordFacts(company, speech)
    some = _("for some only, so that no plan is counted with it")
    facts = (
        replace(record.stated(each), values=(some,) if each.for_some else ()) for each in company.buy_back.other_periods
    )
    title = ALL_TITLES["buy_back.other_periods"]
    return FactGroup("leaving", _(title), tuple(facts))
