"""The inputs of a group of the plan as the person works on them, one group at a time."""

from collections.abc import Callable

import streamlit as st

from pages.parts.plan import funding, in_kind, out_of_season, rows, team_today, usual_costs
from pages.shared.answer import cautions
from pages.shared.answer import counted as odds_counted
from pages.shared.answer.page import plain
from pages.shared.fields import choices, company_choice, places, remarks, schedules, seasons, tax, typed
from pages.shared.fields import said as who
from pages.shared.fields.groups import COMPANY, GROUPS, Fold
from pages.shared.fields.places import matters
from pages.shared.session import state
from planner.analysis.together.who_said import NO_ASSUMPTIONS
from planner.inputs.path import Path

# Fields that are more than one text; all of the unit choice are chosen from their list.
SPECIAL: dict[Path, Callable[[Path], None]] = {
    ("getting_started", "items"): rows.startup_rows,
    ("stock", "opening_stock"): company_choice.opening_stock_field,
    ("stock", "freight_share"): company_choice.freight_field,
    ("stock", "standing_order"): company_choice.standing_order_field,
    ("stock", "out_of_season"): out_of_season.rows_out_of_season,
    ("stock", "demanded_order"): company_choice.demanded_order_field,
    ("stock", "buys_to_qualify"): remarks.qualifying_field,
    ("pay_in_kind",): in_kind.rows_in_kind,
    ("running_costs",): rows.running_rows,
    ("customers", "new_a_month"): schedules.schedule_field,
    ("customers", "retail_per_order"): remarks.order_price_field,
    ("customers", "orders_by"): remarks.campaigns_field,
    ("customers", "seasons"): seasons.seasons_field,
    ("customers", "products"): rows.product_rows,
    ("team", "today"): team_today.rows_of_today,
    ("team", "recruits_a_month"): schedules.schedule_field,
    ("parties", "a_month"): schedules.schedule_field,
    ("team", "placing"): company_choice.placing_field,
    ("team", "recruits_from"): remarks.recruits_from_field,
    ("money_and_time", "paperwork_hours_share"): remarks.last_hours_field,
    ("currency",): choices.currency_field,
    ("start_month",): choices.month_field,
    ("tax", "rules"): tax.rules_field,
    ("tax", "income_share"): tax.figure_field,
    ("tax", "vat_rate"): tax.figure_field,
    ("tax", "vat_rate_on_costs"): tax.figure_field,
    ("tax", "vat_threshold"): tax.figure_field,
}
# What stands below the fields of a group.
BELOW: dict[str, Callable[[], None]] = {
    "getting_started": funding.show_funding,
    "stock": remarks.show_stock_held,
    "running_costs": usual_costs.add_a_usual_cost,
    "tax": tax.show_rules,
    "chance": odds_counted.draw_again,
}


def choose_group() -> str:
    """The group that the person works on, from a short list."""
    _ = state.speech().text
    titles = {name: _(group.title) for name, group in GROUPS.items()}
    return choices.choose_part(_("Part of the plan"), titles, "group")


def show_group(name: str) -> None:
    """The fields of a group, those that few change folded under a line that says how many differ; and the way on."""
    _ = state.speech().text
    group = GROUPS[name]
    if name == COMPANY:
        company_choice.choose_company(_("Which company?"))
        company_choice.what_no_source_says(state.chosen_company())
    said: set[str] = set()
    for path in filter(matters, group.shown):
        _show(path, said)
    if below := BELOW.get(name):
        below()
    for fold in group.folds:
        paths = tuple(filter(matters, fold.paths))
        if paths:
            key = f"fold-{'-'.join(map(str, fold.paths[0]))}"
            with st.expander(plain(_fold_title(fold, paths)), expanded=fold.opened, key=key):
                for path in paths:
                    _show(path, said)
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


def _show(path: Path, said: set[str]) -> None:
    usual = choices.choice_field if places.unit_of(path) == "choice" else typed.plan_field
    with st.container(horizontal=True, vertical_alignment="top", gap="xsmall"):
        with st.container():
            SPECIAL.get(path, usual)(path)
            remarks.tell_without_effect(path)
            cautions.show_beside(path, said)
        if path not in NO_ASSUMPTIONS:
            who.beside(path)


def _fold_title(fold: Fold, paths: tuple[Path, ...]) -> str:
    _, ngettext = state.speech().text, state.speech().plural
    differing = sum(map(places.differs, paths))
    counted = _("as by default")
    if differing:
        counted = ngettext("{count} differs from its default", "{count} differ from their defaults", differing)
    return f"{_(fold.title)} · {counted}"
