"""The inputs of the plan in groups, in the order of life, one group at a time."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from pages.shared import choices, company_choice, fields, rows, schedules, state
from pages.shared.state import Path
from planner.language import mark

COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Group:
    """What is shown of a group, and what is folded since few need to change it."""

    title: str
    shown: tuple[Path, ...]
    folded: tuple[Path, ...] = ()


GROUPS = {
    COMPANY: Group(mark("The company"), (("name",), ("currency",))),
    "getting_started": Group(
        mark("Getting started"), (("getting_started", "items"),), (("getting_started", "contingency_share"),)
    ),
    "stock": Group(mark("Stock"), (("stock", "opening_stock"),), (("stock", "cover_months"),)),
    "customers": Group(
        mark("Customers"),
        (
            ("customers", "new_a_month"),
            ("customers", "orders_per_customer"),
            ("customers", "retail_per_order"),
        ),
        (("customers", "attrition"), ("customers", "discount")),
    ),
    "team": Group(
        mark("Team"),
        (("team", "recruits_a_month"), ("team", "member_monthly_purchases")),
        (("team", "duplication"), ("team", "annual_attrition"), ("team", "people_within_reach")),
    ),
    "running_costs": Group(mark("Running costs"), (("running_costs",),)),
    "money_and_time": Group(
        mark("Money and time"),
        (("money_and_time", "own_cash"), ("money_and_time", "hours_a_week"), ("money_and_time", "reference_wage")),
        (("start_month",), ("horizon_months",), ("money_and_time", "annual_saving_rate")),
    ),
}

# Fields that are more than one text.
SPECIAL: dict[Path, Callable[[Path], None]] = {
    ("getting_started", "items"): rows.cost_rows,
    ("stock", "opening_stock"): company_choice.opening_stock_field,
    ("running_costs",): rows.cost_rows,
    ("customers", "new_a_month"): schedules.schedule_field,
    ("team", "recruits_a_month"): schedules.schedule_field,
    ("currency",): choices.currency_field,
    ("start_month",): choices.month_field,
}


def choose_group() -> Group:
    """The group that the person works on, from a short list."""
    _ = state.speech().text
    titles = {name: _(group.title) for name, group in GROUPS.items()}
    key, first = state.seeded("choice:group", st.session_state.get("group", COMPANY))
    chosen = st.pills(
        _("Part of the plan"),
        options=list(titles),
        default=first,
        format_func=titles.__getitem__,
        key=key,
        required=True,
        wrap=True,
        label_visibility="collapsed",
    )
    st.session_state["group"] = chosen
    return GROUPS[str(chosen)]


def show_group(group: Group) -> None:
    """The fields of a group, those that few change folded under a line that says how many differ."""
    _ = state.speech().text
    if group is GROUPS[COMPANY]:
        company_choice.choose_company(_("Which company?"))
        company_choice.what_no_source_says()
    for path in group.shown:
        _show(path)
    if group.folded:
        with st.expander(_fold_title(group.folded), key=f"fold-{'-'.join(map(str, group.folded[0]))}"):
            for path in group.folded:
                _show(path)


def _show(path: Path) -> None:
    SPECIAL.get(path, fields.plan_field)(path)


def _fold_title(paths: tuple[Path, ...]) -> str:
    ngettext = state.speech().plural
    differing = sum(map(fields.differs, paths))
    if differing:
        return ngettext(
            "More fields; {count} differs from its default",
            "More fields; {count} differ from their defaults",
            differing,
        )
    return ngettext("{count} more field, at its default", "{count} more fields, at their defaults", len(paths))
