"""The default plan beside what companies publish, as a document: where its first year's pay lies, and how it leans."""

from collections.abc import Mapping

from planner.analysis.answer.rare import how_rare
from planner.analysis.case import Case
from planner.analysis.chance.rarity import rarity
from planner.inputs.changes.one_figure import stated_figure
from planner.inputs.company.company import Company
from planner.inputs.path import Path, at, written
from planner.inputs.plan.plan import INPUTS, Plan, default_plan
from planner.speech import Speech

# Which way a default leans, and why: what it leaves out costs money, or brings some.
LEANS: dict[Path, str] = {
    (
        "customers",
        "new_a_month",
    ): "not known: 5 customers in the end; 6 were registered per seller in 2022",
    ("running_costs",): "rosy beside the one survey there is, 134 a month; it may count goods",
    ("stock", "opening_stock"): "rosy where a recruiter talks people into goods; what the company demands is charged",
    ("stock", "own_use"): "rosy: most sellers use some of the goods themselves, and pay for them",
    ("stock", "samples"): "rosy: samples and gifts to hosts cost something",
    ("stock", "freight_share"): "rosy: goods are seldom sent for nothing",
    ("stock", "spoilage_share"): "rosy: some goods are lost",
    ("getting_started", "items"): "gloomy for whoever needs nothing but the kit",
    ("getting_started", "contingency_share"): "gloomy for whoever needs nothing but the kit: a tenth of the rest",
    ("customers", "refund_share"): "rosy: 3 to 5 of 100 is often guessed",
    ("customers", "cost_per_order"): "rosy where the seller sends orders; nothing where the company does",
    ("customers", "discount"): "rosy where friends expect one",
    ("chance", "quits"): "rosy in what it brings, since most stop within a year or two; it is the plan as stated",
    ("team", "recruits_a_month"): "gloomy for who does recruit; most never do",
}
HEAD = """# The default plan beside what is published

Made by `make companies`, and compared by a test. The default plan is laid on every company that has published what its
sellers were paid, once with all orders sent direct by the company and once with all goods from the seller's own shelf.
The pay is that of the first 12 months, before all expenses: commission and the margin that the company pays; the margin
on goods from the own shelf too where the published table counts it. Nothing is interpolated.
"""


def defaults_report(companies: Mapping[str, Company]) -> str:
    """The document, in Markdown."""
    lines = [HEAD, "| company | orders | first year's gross pay | beside what is published |", "|---|---|---|---|"]
    for company in companies.values():
        if company.distributions:
            lines += [_row(company, direct=direct) for direct in (True, False)]
    lines += ["", "## Which way the defaults lean", "", "| default | value | rests on | leans |", "|---|---|---|---|"]
    plan = Plan()
    for path, leans in LEANS.items():
        stated, declared = at(plan, path), INPUTS[path]
        value = stated if isinstance(stated, str) else f"{stated_figure(plan, path):g}"
        lines.append(f"| {declared.title} (`{written(path)}`) | {value} | {declared.basis.kind} | {leans} |")
    return "\n".join(lines) + "\n"


def _row(company: Company, *, direct: bool) -> str:
    data = default_plan(company.currency).model_dump()
    data["stock"]["ship_direct_share"] = float(direct)
    case = Case.of(Plan.model_validate(data), company)
    speech, found = Speech.of("en", case.plan), rarity(case)
    pay = "" if found is None else speech.money(found.amount) + (" a month" if found.table.per == "month" else "")
    orders = "sent direct" if direct else "from the own shelf"
    text = f"| {company.name} (`{company.id}`) | {orders} | {pay} | {how_rare(case, speech)} |"
    return text.replace("\N{NO-BREAK SPACE}", " ")
