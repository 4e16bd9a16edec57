"""The inputs of the plan in groups, in the order of life, one group at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.shared import (
    choices,
    company_choice,
    fields,
    funding_table,
    odds_counted,
    places,
    remarks,
    rows,
    schedules,
    seasons,
    state,
    tax_fields,
    usual_costs,
)
from pages.shared.page import plain
from pages.shared.relevance import matters
from pages.shared.state import Path
from planner.inputs.chance import SPREADS
from planner.language import mark

COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Fold:
    """Fields of a group that few change, under a heading that says what they are about."""

    title: str
    paths: tuple[Path, ...]
    opened: bool = False  # at first, where its fields are the question that is left


@dataclass(frozen=True, slots=True)
class Group:
    """What is shown of a group, what stands below that, and what is folded since few need to change it."""

    title: str
    shown: tuple[Path, ...]
    folds: tuple[Fold, ...] = ()
    below: Callable[[], None] | None = None


def _in(group: str, *names: str) -> tuple[Path, ...]:
    return tuple((group, name) for name in names)


GROUPS = {
    COMPANY: Group(mark("The company"), (("name",), ("currency",))),
    "getting_started": Group(
        mark("Getting started"), _in("getting_started", "items", "contingency_share"), (), funding_table.show_funding
    ),
    "stock": Group(
        mark("Stock"),
        _in("stock", "opening_stock", "cover_months", "ship_direct_share"),
        (
            Fold(mark("What you use and give away"), _in("stock", "own_use", "own_use_anyway", "samples")),
            Fold(mark("Freight, loss and age"), _in("stock", "freight_share", "spoilage_share", "shelf_life_months")),
            Fold(
                mark("Orders and buying to be paid"),
                _in("stock", "minimum_order", "standing_order", "buys_to_qualify"),
            ),
            Fold(mark("When you stop"), _in("stock", "marketable_share", "return_freight_share")),
        ),
    ),
    "customers": Group(
        mark("Customers"),
        _in("customers", "new_from", "new_a_month", "orders_per_customer", "retail_per_order"),
        (
            Fold(
                mark("The people you know"),
                _in(
                    "address_book",
                    "contacts",
                    "share_approached",
                    "cold_a_month",
                    "become_customers",
                ),
                opened=True,
            ),
            Fold(mark("Who stops, and discount"), _in("customers", "attrition", "discount")),
            Fold(mark("Delivery and refunds"), _in("customers", "cost_per_order", "refund_share", "returned_to_shelf")),
            Fold(mark("Seasons of the year"), _in("customers", "seasons")),
            Fold(mark("Products of an order"), _in("customers", "products")),
        ),
    ),
    "team": Group(
        mark("Team"),
        (
            *_in("team", "recruits_from", "recruits_a_month"),
            ("address_book", "become_recruits"),
            ("team", "member_monthly_purchases"),
        ),
        (
            Fold(
                mark("Who recruits and who leaves"),
                _in("team", "duplication", "annual_attrition", "first_months_attrition"),
            ),
            Fold(
                mark("What members buy, and how far it can go"),
                _in("team", "member_joining_order", "member_resold_share", "people_within_reach"),
            ),
        ),
    ),
    "running_costs": Group(mark("Running costs"), (("running_costs",),), (), usual_costs.add_a_usual_cost),
    "money_and_time": Group(
        mark("Money and time"),
        _in("money_and_time", "own_cash", "hours_a_week", "reference_wage"),
        (
            Fold(
                mark("Loan and card"),
                _in("money_and_time", "loan", "loan_annual_rate", "loan_months", "card_limit", "card_annual_rate"),
            ),
            Fold(
                mark("What your hours go to"),
                _in("money_and_time", "recruiting_hours_share", "meeting_hours_share", "paperwork_hours_share"),
            ),
            Fold(
                mark("Start, months to look ahead, savings"),
                (("start_month",), ("horizon_months",), ("money_and_time", "annual_saving_rate")),
            ),
        ),
    ),
    "tax": Group(
        mark("Tax and VAT"),
        _in("tax", "rules", "income_share"),
        (Fold(mark("VAT"), _in("tax", "vat_registered", "vat_rate", "vat_rate_on_costs", "vat_threshold")),),
        tax_fields.show_rules,
    ),
    "chance": Group(
        mark("Chance"),
        _in("chance", "quits", "most_to_lose", "review_month", "seed"),
        (Fold(mark("How unevenly things go"), _in("chance", *SPREADS)),),
        odds_counted.draw_again,
    ),
}

# Fields that are more than one text; all of the unit choice are chosen from their list.
SPECIAL: dict[Path, Callable[[Path], None]] = {
    ("getting_started", "items"): rows.startup_rows,
    ("stock", "opening_stock"): company_choice.opening_stock_field,
    ("stock", "standing_order"): company_choice.standing_order_field,
    ("stock", "buys_to_qualify"): remarks.qualifying_field,
    ("running_costs",): rows.running_rows,
    ("customers", "new_a_month"): schedules.schedule_field,
    ("customers", "retail_per_order"): remarks.order_price_field,
    ("customers", "seasons"): seasons.seasons_field,
    ("customers", "products"): rows.product_rows,
    ("team", "recruits_a_month"): schedules.schedule_field,
    ("team", "recruits_from"): remarks.recruits_from_field,
    ("money_and_time", "paperwork_hours_share"): remarks.last_hours_field,
    ("currency",): choices.currency_field,
    ("start_month",): choices.month_field,
    ("tax", "rules"): tax_fields.rules_field,
    ("tax", "income_share"): tax_fields.figure_field,
    ("tax", "vat_rate"): tax_fields.figure_field,
    ("tax", "vat_rate_on_costs"): tax_fields.figure_field,
    ("tax", "vat_threshold"): tax_fields.figure_field,
}


def choose_group() -> str:
    """The group that the person works on, from a short list."""
    _ = state.speech().text
    titles = {name: _(group.title) for name, group in GROUPS.items()}
    return choices.choose_part(_("Part of the plan"), titles, "group", "group")


def show_group(name: str) -> None:
    """The fields of a group, those that few change folded under a line that says how many differ; and the way on."""
    _ = state.speech().text
    group = GROUPS[name]
    if name == COMPANY:
        company_choice.choose_company(_("Which company?"))
        company_choice.what_no_source_says(state.chosen_company())
    for path in filter(matters, group.shown):
        _show(path)
    if group.below is not None:
        group.below()
    for fold in group.folds:
        paths = tuple(filter(matters, fold.paths))
        if paths:
            key = f"fold-{'-'.join(map(str, fold.paths[0]))}"
            with st.expander(plain(_fold_title(fold, paths)), expanded=fold.opened, key=key):
                for path in paths:
                    _show(path)
    _next_group(name)


def _next_group(name: str) -> None:
    _ = state.speech().text
    names = list(GROUPS)
    if name == names[-1]:
        return
    following = names[names.index(name) + 1]
    label = _("Next: {part}").format(part=_(GROUPS[following].title))
    st.button(
        plain(label),
        key="next-group",
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=remarks.go_to_group,
        args=(following,),
    )


def _show(path: Path) -> None:
    usual = choices.choice_field if places.unit_of(path) == "choice" else fields.plan_field
    SPECIAL.get(path, usual)(path)


def _fold_title(fold: Fold, paths: tuple[Path, ...]) -> str:
    _, ngettext = state.speech().text, state.speech().plural
    differing = sum(map(places.differs, paths))
    counted = _("as by default")
    if differing:
        counted = ngettext("{count} differs from its default", "{count} differ from their defaults", differing)
    return f"{_(fold.title)} · {counted}"
